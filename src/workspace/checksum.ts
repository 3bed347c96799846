import { createXXHash64 } from 'hash-wasm';

let hashing: ReturnType<typeof createXXHash64> | undefined;

const hasher = () => {
  hashing ??= createXXHash64();
  return hashing;
};

/** From its beginning to its end in one go: there is one hasher, and others may ask for it meanwhile. */
function summed(own: Awaited<ReturnType<typeof hasher>>, parts: readonly (string | Uint8Array)[]) {
  own.init();
  for (const part of parts) own.update(part);
  return own;
}

/** xxHash64 over parts, one behind the other: 8 bytes by which a single bit that has changed is noticed. */
export const checksumOf = async (parts: readonly Uint8Array[]): Promise<Uint8Array> =>
  summed(await hasher(), parts).digest('binary');

/** The same over texts, as text. */
export const checksumText = async (parts: readonly string[]): Promise<string> =>
  summed(await hasher(), parts).digest('hex');
