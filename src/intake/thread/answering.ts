import { messageOf } from '../../domain/failure';
import { type Office, officeFrom } from '../../domain/office';
import { FileRefused } from '../../domain/problems';
import type { ParquetModule } from '../parquet/module';
import { openFile, warmForms } from '../read/openFile';
import { readOpened } from '../read/readFile';
import { overPort } from './handover';
import type { FromReader, Handed, ToReader } from './messages';

/** What a thread of the page and one of the command line do each in their own way. */
export interface Surroundings {
  blobOf(file: Handed): Promise<Blob>;
  /** @param base where all that is loaded lies */
  parquetModule(base: string): ParquetModule;
}

/** The side of a thread that reads files, one at a time, as it is told over a line. */
export function answering(line: MessagePort, { blobOf, parquetModule }: Surroundings): void {
  let office: Office | null = null;
  let base = '';

  const say = (message: FromReader) => line.postMessage(message);

  async function read({ read: file, request, rows }: Extract<ToReader, { read: Handed }>): Promise<void> {
    const { sink, allTaken } = overPort(rows);
    try {
      if (!office) throw new RangeError('no office');
      const opened = await openFile(office.catalogue, await blobOf(file), parquetModule(base), request.answers);
      try {
        const done = await readOpened(office, opened, request, { ...sink, progress: (share) => say({ share }) });
        await allTaken();
        say({ done });
      } finally {
        opened.close?.();
      }
    } catch (error) {
      // What is under way is taken in first, or an error would leave rows behind.
      await allTaken();
      throw error;
    }
  }

  async function answer(message: ToReader): Promise<void> {
    try {
      if ('warm' in message) {
        await warmForms(parquetModule(message.warm));
        say({ warm: true });
      } else if ('office' in message) {
        office = officeFrom(message.office);
        base = message.base;
      } else await read(message);
    } catch (error) {
      if (error instanceof FileRefused) say({ refused: { code: error.code, facts: error.facts, asks: error.asks } });
      else say({ failed: messageOf(error) });
    }
  }

  line.onmessage = ({ data }: MessageEvent<ToReader>) => void answer(data);
}
