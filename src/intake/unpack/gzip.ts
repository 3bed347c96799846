import { FileRefused } from '../../domain/problems';
import { type Limits, megabytes, type Watch } from './limits';
import { tooLarge } from './zip';

/**
 * The content of a gz file of one member.
 * @throws FileRefused `unreadable`, `too_large`; the signal's reason
 */
export async function gunzipped(file: Blob, limits: Limits, { signal, onBytes }: Watch = {}): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Not `for await`: some of the browsers that this is made for cannot iterate over a stream.
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { value: part, done } = await reader.read();
      if (done) break;
      signal?.throwIfAborted();
      onBytes?.(part.length);
      size += part.length;
      if (size > limits.file) throw tooLarge(`解压后超过 ${megabytes(limits.file)}`);
      if (size > limits.suspect && size > file.size * limits.ratio)
        throw tooLarge(`${megabytes(file.size)} 的压缩内容解压后超过 ${megabytes(size)}`);
      parts.push(part as Uint8Array<ArrayBuffer>);
    }
  } catch (error) {
    if (error instanceof FileRefused || signal?.aborted) throw error;
    throw new FileRefused('unreadable', { detail: 'gz 压缩包不完整或已损坏' });
  } finally {
    // What went wrong is thrown already; a stream at its end has nothing to stop.
    await reader.cancel().catch(() => {});
  }
  return new Blob(parts);
}

/**
 * What the content is called: as the gz file, without its ending. The name that is kept inside is that of the day it was
 * packed, and whoever renamed the file since meant it.
 */
export const gunzippedName = (path: string): string =>
  path.replace(/(?<=[^/])\.gz$/i, '').replace(/(?<=[^/])\.tgz$/i, '.tar');
