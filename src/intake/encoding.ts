import { FileRefused } from '../domain/problems';
import { type Bytes, eachChunk } from './bytes';

/** Encodings told apart, with the number of bytes of the byte order mark. */
export interface Encoding {
  label: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';
  decoder: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  skip: number;
}

/**
 * Tells the encoding: byte order mark, then UTF-16 by its NUL bytes, then valid UTF-8, then valid GB18030.
 * The whole file is decoded, so that a wrong guess cannot slip through. NUL bytes in other encodings are those of a file
 * that was not written to its end, or damaged.
 * @throws FileRefused `truncated_csv` where the text stops within a character, `unknown_encoding`
 */
export async function encodingOf(blob: Bytes): Promise<Encoding> {
  const head = new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return await proven(blob, { label: 'utf-8-bom', decoder: 'utf-8', skip: 3 });
  if (head[0] === 0xff && head[1] === 0xfe)
    return await proven(blob, { label: 'utf-16le', decoder: 'utf-16le', skip: 2 });
  if (head[0] === 0xfe && head[1] === 0xff)
    return await proven(blob, { label: 'utf-16be', decoder: 'utf-16be', skip: 2 });
  const wide = wideDecoder(head);
  if (wide) return await proven(blob, { label: wide, decoder: wide, skip: 0 });
  const utf8: Encoding = { label: 'utf-8', decoder: 'utf-8', skip: 0 };
  const asUtf8 = await decodes(blob, utf8);
  if (asUtf8 === 'yes') return utf8;
  if (asUtf8 === 'cut') throw cut();
  return await proven(blob, { label: 'gb18030', decoder: 'gb18030', skip: 0 });
}

/** UTF-16 without a mark: the NUL halves of its ASCII characters lie mostly on one side, and it holds a separator. */
function wideDecoder(head: Uint8Array<ArrayBuffer>): 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  // Half of every digit, delimiter and line end; fewer are strays in another encoding.
  if (Math.max(even, odd) < head.length / 2 / 20 || even + odd === 0) return null;
  const decoder = odd >= even ? 'utf-16le' : 'utf-16be';
  return /[,\t;|\r\n]/.test(new TextDecoder(decoder).decode(head)) ? decoder : null;
}

const cut = () => new FileRefused('truncated_csv', { detail: '最后一' });

async function proven(blob: Bytes, encoding: Encoding): Promise<Encoding> {
  const result = await decodes(blob, encoding);
  if (result === 'cut') throw cut();
  if (result === 'no') throw new FileRefused('unknown_encoding');
  return encoding;
}

/** `cut`: all bytes decode but for an unfinished character at the very end. */
async function decodes(blob: Bytes, { decoder: label, skip }: Encoding): Promise<'yes' | 'no' | 'cut'> {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    await eachChunk(blob.slice(skip), (chunk) => {
      if (!label.startsWith('utf-16') && chunk.includes(0)) throw new RangeError('NUL');
      decoder.decode(chunk, { stream: true });
    });
  } catch {
    return 'no';
  }
  try {
    decoder.decode();
  } catch {
    return 'cut';
  }
  return 'yes';
}

/** The text as UTF-8 without a byte order mark and with `\n` line ends where the file has bare `\r`. */
export async function toUtf8(blob: Bytes, encoding: Encoding, bareReturns: boolean): Promise<Bytes> {
  const body = encoding.skip ? blob.slice(encoding.skip) : blob;
  if (encoding.decoder === 'utf-8' && !bareReturns) return body;
  const decoder = new TextDecoder(encoding.decoder, { fatal: true });
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const add = (text: string) => parts.push(encoder.encode(bareReturns ? text.replaceAll('\r', '\n') : text));
  await eachChunk(body, (chunk) => add(decoder.decode(chunk, { stream: true })));
  add(decoder.decode());
  return new Blob(parts as BlobPart[]);
}
