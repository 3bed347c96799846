import { createHash } from 'node:crypto';
import type { Office } from '../../domain/office';
import { openFile } from '../read/openFile';
import type { FileReader } from '../read/reader';
import { readOpened } from '../read/readFile';
import { parquetModule } from './parquetModule';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/** The page's is `../sha256.ts`; the system's own is twice as quick. */
async function sha256Of(file: Blob): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < file.size; at += CHUNK)
    hash.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
  return hash.digest('hex');
}

/** Reads files in this process. */
export const nodeReader = (office: Office): FileReader => ({
  hash: sha256Of,
  read: async (file, request, sink) => {
    const opened = await openFile(file, parquetModule(), request.answers);
    try {
      return await readOpened(office, opened, request, sink);
    } finally {
      opened.close?.();
    }
  },
});
