import { messageOf } from '../../domain/failure';
import { type FileProblemCode, FileRefused, type ProblemFacts } from '../../domain/problems';
import { type Inspected, inspect } from '../inspect';

/** To the worker: a file, or only whether it is there. */
export type ToInspect = Blob | 'warm';
export type FromInspect =
  | { warm: true }
  | { share: number }
  | { inspected: Inspected }
  | { refused: { code: FileProblemCode; facts: ProblemFacts } }
  | { failed: string };

addEventListener('message', async ({ data }: MessageEvent<ToInspect>) => {
  const reply = (message: FromInspect) => postMessage(message);
  if (data === 'warm') {
    reply({ warm: true });
    return;
  }
  try {
    reply({ inspected: await inspect(data, (share) => reply({ share })) });
  } catch (error) {
    if (error instanceof FileRefused) reply({ refused: { code: error.code, facts: error.facts } });
    else reply({ failed: messageOf(error) });
  }
});
