import { messageOf } from '../../domain/failure';
import { type Office, officeFrom } from '../../domain/office';
import { FileRefused } from '../../domain/problems';
import type { TypedRows } from '../../domain/typedRows';
import type { ParquetModule } from '../parquet/module';
import { openFile, warmForms } from '../read/openFile';
import { type FileRead, type ReadRequest, readOpened } from '../read/readFile';
import { AHEAD, type FromReader, type Handed, type ToReader } from './messages';

/** What a thread of the page and one of the command line do each in their own way. */
export interface Surroundings {
  post(message: FromReader, transfer: ArrayBuffer[]): void;
  blobOf(file: Handed): Promise<Blob>;
  /** @param base where all that is loaded lies */
  parquetModule(base: string): ParquetModule;
}

/** All that the columns lie in. */
const buffersOf = ({ columns }: TypedRows): ArrayBuffer[] => [
  ...new Set(
    Object.values(columns).flatMap((c) =>
      c.kind === 'text' ? [c.codes.buffer, c.texts.bytes.buffer, c.texts.offsets.buffer] : [c.values.buffer],
    ) as ArrayBuffer[],
  ),
];

/** The side of a thread that reads files, one at a time. @returns takes what the thread is told */
export function answering({ post, blobOf, parquetModule }: Surroundings): (message: ToReader) => Promise<void> {
  let office: Office | null = null;
  let base = '';
  let underWay = 0;
  let room: (() => void) | null = null;

  const reply = (message: FromReader, transfer: ArrayBuffer[] = []) => post(message, transfer);

  async function hand(message: FromReader, transfer?: ArrayBuffer[]): Promise<void> {
    while (underWay >= AHEAD) await new Promise<void>((resolve) => (room = resolve));
    underWay++;
    reply(message, transfer);
  }

  async function allTaken(): Promise<void> {
    while (underWay > 0) await new Promise<void>((resolve) => (room = resolve));
  }

  async function read(file: Handed, request: ReadRequest): Promise<FileRead> {
    if (!office) throw new RangeError('no office');
    const opened = await openFile(office.catalogue, await blobOf(file), parquetModule(base), request.answers);
    try {
      return await readOpened(office, opened, request, {
        rows: (part, ledger, rows) => hand({ part, ledger, rows }, buffersOf(rows)),
        problems: (part, problems) => hand({ part, problems }),
        aside: (part, aside) => hand({ part, aside }),
        restart: () => hand({ restart: true }),
        progress: (share) => reply({ share }),
      });
    } finally {
      opened.close?.();
    }
  }

  return async (message) => {
    if ('taken' in message) {
      underWay--;
      room?.();
      return;
    }
    try {
      if ('warm' in message) {
        await warmForms(parquetModule(message.warm));
        reply({ warm: true });
      } else if ('office' in message) {
        office = officeFrom(message.office);
        base = message.base;
      } else {
        const done = await read(message.read, message.request);
        await allTaken();
        reply({ done });
      }
    } catch (error) {
      // What is under way is told as taken later on: the next file must not be counted with it.
      await allTaken();
      if (error instanceof FileRefused) reply({ refused: { code: error.code, facts: error.facts, asks: error.asks } });
      else reply({ failed: messageOf(error) });
    }
  };
}
