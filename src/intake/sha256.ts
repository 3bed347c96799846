import { createSHA256 } from 'hash-wasm';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/** SHA-256 of the bytes as they came, in hexadecimal. */
export async function sha256Of(file: Blob): Promise<string> {
  const hash = await createSHA256();
  for (let at = 0; at < file.size; at += CHUNK)
    hash.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
  return hash.digest('hex');
}
