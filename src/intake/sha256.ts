import { createSHA256 } from 'hash-wasm';
import { piecesOf } from './pieces';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/** SHA-256 of the bytes as they came, in hexadecimal. */
export async function sha256Of(file: Blob): Promise<string> {
  const hash = await createSHA256();
  for await (const bytes of piecesOf(file, CHUNK)) hash.update(bytes);
  return hash.digest('hex');
}
