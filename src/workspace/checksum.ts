import { createXXHash64 } from 'hash-wasm';

let hashing: ReturnType<typeof createXXHash64> | undefined;

async function summed(parts: readonly (string | Uint8Array)[]) {
  hashing ??= createXXHash64();
  const hasher = (await hashing).init();
  for (const part of parts) hasher.update(part);
  return hasher;
}

/** xxHash64 over parts, one behind the other: 8 bytes by which a single bit that has changed is noticed. */
export const checksumOf = async (parts: readonly Uint8Array[]): Promise<Uint8Array> =>
  (await summed(parts)).digest('binary');

/** The same over texts, as text. */
export const checksumText = async (parts: readonly string[]): Promise<string> => (await summed(parts)).digest('hex');
