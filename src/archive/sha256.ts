import { createSHA256 } from 'hash-wasm';

/** SHA-256 of a blob as lower-case hex, read as a stream: a large file never lies in memory whole. */
export async function sha256Of(blob: Blob): Promise<string> {
  const hasher = await createSHA256();
  const reader = blob.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) hasher.update(part.value);
  return hasher.digest('hex');
}
