import { messageOf } from '../../domain/failure';
import type { CaseLedger } from '../../domain/indicators';
import { type Office, officeOf } from '../../domain/office';
import type { FileProblemCode } from '../../domain/problemCodes';
import { type Ask, FileRefused, type FoundProblem, type ProblemFacts } from '../../domain/problems';
import type { Profile } from '../../domain/profile';
import type { TypedRows } from '../../domain/typedRows';
import { openFile, warmForms } from '../read/openFile';
import { type FileRead, type ReadRequest, readOpened } from '../read/readFile';
import { sha256Of } from '../sha256';
import { parquetModule } from './parquetModule';

/** To the worker: where all that it loads lies, an office, a file to hash or to read, or that what was handed over last is taken in. */
export type ToReader =
  | { warm: string }
  | { office: Profile; base: string }
  | { hash: Blob }
  | { read: Blob; request: ReadRequest }
  | { taken: true };
export type FromReader =
  | { warm: true }
  | { share: number }
  | { hashed: string }
  | { part: number; ledger: CaseLedger; rows: TypedRows }
  | { part: number; problems: readonly FoundProblem[] }
  | { restart: true }
  | { done: FileRead }
  | { refused: { code: FileProblemCode; facts: ProblemFacts; asks: readonly Ask[] } }
  | { failed: string };

/** Messages on their way at a time: the next is made while the one before is taken in. */
const AHEAD = 2;

let office: Office | null = null;
let base = '';
let underWay = 0;
let room: (() => void) | null = null;

const reply = (message: FromReader, transfer: Transferable[] = []) => postMessage(message, { transfer });

async function hand(message: FromReader, transfer: Transferable[] = []): Promise<void> {
  while (underWay >= AHEAD) await new Promise<void>((resolve) => (room = resolve));
  underWay++;
  reply(message, transfer);
}

async function allTaken(): Promise<void> {
  while (underWay > 0) await new Promise<void>((resolve) => (room = resolve));
}

/** All that the columns lie in. */
const buffersOf = ({ columns }: TypedRows): Transferable[] => [
  ...new Set(
    Object.values(columns).flatMap((c) =>
      c.kind === 'text' ? [c.codes.buffer, c.texts.bytes.buffer, c.texts.offsets.buffer] : [c.values.buffer],
    ) as ArrayBuffer[],
  ),
];

async function read(file: Blob, request: ReadRequest): Promise<FileRead> {
  if (!office) throw new RangeError('no office');
  const opened = await openFile(file, parquetModule(base), request.answers);
  try {
    return await readOpened(office, opened, request, {
      rows: (part, ledger, rows) => hand({ part, ledger, rows }, buffersOf(rows)),
      problems: (part, problems) => hand({ part, problems }),
      restart: () => hand({ restart: true }),
      progress: (share) => reply({ share }),
    });
  } finally {
    opened.close?.();
  }
}

addEventListener('message', async ({ data }: MessageEvent<ToReader>) => {
  if ('taken' in data) {
    underWay--;
    room?.();
    return;
  }
  try {
    if ('warm' in data) {
      await warmForms(parquetModule(data.warm));
      reply({ warm: true });
    } else if ('office' in data) {
      office = officeOf(data.office);
      base = data.base;
    } else if ('hash' in data) reply({ hashed: await sha256Of(data.hash) });
    else {
      const done = await read(data.read, data.request);
      await allTaken();
      reply({ done });
    }
  } catch (error) {
    // What is under way is told as taken later on: the next file must not be counted with it.
    await allTaken();
    if (error instanceof FileRefused) reply({ refused: { code: error.code, facts: error.facts, asks: error.asks } });
    else reply({ failed: messageOf(error) });
  }
});
