import { type FileProblemCode, FileRefused, type ProblemFacts } from '../../domain/problems';
import { type Inspected, inspect } from '../inspect';

export type FromInspect =
  | { share: number }
  | { inspected: Inspected }
  | { refused: { code: FileProblemCode; facts: ProblemFacts } }
  | { failed: string };

addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  const reply = (message: FromInspect) => postMessage(message);
  try {
    reply({ inspected: await inspect(data, (share) => reply({ share })) });
  } catch (error) {
    if (error instanceof FileRefused) reply({ refused: { code: error.code, facts: error.facts } });
    else reply({ failed: error instanceof Error ? error.message : String(error) });
  }
});
