import type { Sink } from './part';
import type { FileRead, ReadRequest } from './readFile';

/** Reads files; in a worker in the browser, in the process on the command line. */
export interface FileReader {
  /** SHA-256 of the bytes, in hexadecimal. */
  hash(file: Blob, signal?: AbortSignal): Promise<string>;
  /** Tells a file apart by its content and reads it: see `readOpened`. @throws FileRefused, the signal's reason */
  read(file: Blob, request: ReadRequest, sink: Sink, options?: ReadOptions): Promise<FileRead>;
}

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Share of the rows' bytes read, 0…1; null where it is not known. */
  onProgress?: ((share: number | null) => void) | undefined;
}
