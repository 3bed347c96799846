import { createCipheriv, createHash, createHmac } from 'node:crypto';
import * as xlsx from '@e965/xlsx';

/** Anything would do: nobody opens them. */
const PASSWORD = Buffer.from('请勿外传', 'utf16le');
const salt = (from: number): Buffer => Buffer.from(Array.from({ length: 16 }, (_, i) => (from + i * 37) & 255));
const le32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
};

const container = (parts: Readonly<Record<string, Uint8Array>>): Blob => {
  const made = xlsx.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(parts)) xlsx.CFB.utils.cfb_add(made, name, content);
  return new Blob([Uint8Array.from(xlsx.CFB.write(made, { type: 'array' }) as number[])]);
};

const SPINS = 1000;
/** What each of the keys is made for. */
const BLOCKS = {
  verifier: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  key: '146e0be7abacd0d6',
  hmacKey: '5fb2ad010cb9e1f6',
  hmacValue: 'a0677f02b22c8433',
} as const;

const sha512 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha512').update(Buffer.concat(parts)).digest();

function aes(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const whole = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(whole), cipher.final()]);
}

/** A workbook as Excel saves it behind a password (ECMA-376, agile encryption: AES-256, SHA-512). */
export async function lockedXlsx(book: Blob): Promise<Blob> {
  const plain = Buffer.from(await book.arrayBuffer());
  const [dataSalt, keySalt] = [salt(1), salt(2)];
  const key = Buffer.concat([salt(3), salt(4)]);
  let spun = sha512(keySalt, PASSWORD);
  for (let i = 0; i < SPINS; i++) spun = sha512(le32(i), spun);
  const wrapped = (block: keyof typeof BLOCKS, bytes: Buffer) =>
    aes(sha512(spun, Buffer.from(BLOCKS[block], 'hex')).subarray(0, 32), keySalt, bytes).toString('base64');
  const ivOf = (block: Uint8Array) => sha512(dataSalt, block).subarray(0, 16);
  const segments = Array.from({ length: Math.ceil(plain.length / 4096) }, (_, i) =>
    aes(key, ivOf(le32(i)), plain.subarray(i * 4096, (i + 1) * 4096)),
  );
  const content = Buffer.concat([le32(plain.length), le32(0), ...segments]);
  const hmacKey = sha512(salt(5));
  const signed = (block: 'hmacKey' | 'hmacValue', bytes: Buffer) =>
    aes(key, ivOf(Buffer.from(BLOCKS[block], 'hex')), bytes).toString('base64');
  const how = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`;
  const info = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${how} saltValue="${dataSalt.toString('base64')}"/><dataIntegrity encryptedHmacKey="${signed('hmacKey', hmacKey)}" encryptedHmacValue="${signed('hmacValue', createHmac('sha512', hmacKey).update(content).digest())}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${SPINS}" ${how} saltValue="${keySalt.toString('base64')}" encryptedVerifierHashInput="${wrapped('verifier', salt(6))}" encryptedVerifierHashValue="${wrapped('verifierHash', sha512(salt(6)))}" encryptedKeyValue="${wrapped('key', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  return container({
    '/EncryptionInfo': Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(info)]),
    '/EncryptedPackage': content,
  });
}

/** The key stream of RC4, which Node has no more. */
function* rc4(key: Buffer): Generator<number, never> {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [state[j] as number, state[i] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  for (let i = 1, j = 0; ; i = (i + 1) & 255) {
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    yield state[((state[i] as number) + (state[j] as number)) & 255] as number;
  }
}

const BOF = 0x809;
const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** A workbook as Excel 97 saves it behind a password (RC4, 40 bits): records keep their heads, their contents do not. */
export function lockedXls(book: xlsx.WorkBook): Blob {
  const inside = xlsx.CFB.read(new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), {
    type: 'array',
  });
  const plain = Buffer.from(Uint8Array.from(xlsx.CFB.find(inside, '/Workbook')?.content as number[]));
  const own = salt(7);
  const short = md5(PASSWORD).subarray(0, 5);
  const base = md5(...Array.from({ length: 16 }, () => [short, own]).flat()).subarray(0, 5);
  const streamOf = (block: number) => rc4(md5(base, le32(block)));
  const first = streamOf(0);
  const crypt = (bytes: Buffer) => Buffer.from(bytes.map((b) => b ^ first.next().value));
  const verifier = crypt(salt(8));
  const pass = Buffer.concat([
    Buffer.from([FILE_PASS, 0, 54, 0, 1, 0, 1, 0, 1, 0]),
    own,
    verifier,
    crypt(md5(salt(8))),
  ]);
  const at = 4 + plain.readUInt16LE(2);
  const blocks = new Map<number, Uint8Array>();
  const stream = Buffer.concat([plain.subarray(0, at), pass, plain.subarray(at)]);
  for (let i = 0; i + 4 <= stream.length; i += 4 + stream.readUInt16LE(i + 2)) {
    const type = stream.readUInt16LE(i);
    const end = i + 4 + stream.readUInt16LE(i + 2);
    if (type === BOF || type === FILE_PASS) continue;
    // Where a sheet begins is written in the clear, and it has moved.
    if (type === BOUND_SHEET) stream.writeUInt32LE(stream.readUInt32LE(i + 4) + pass.length, i + 4);
    for (let b = i + 4 + (type === BOUND_SHEET ? 4 : 0); b < end; b++) stream[b] = (stream[b] as number) ^ keyAt(b);
  }
  return container({ '/Workbook': stream });

  /** Of each 1024 bytes of the stream anew, heads of records counted. */
  function keyAt(position: number): number {
    const block = Math.floor(position / 1024);
    let keys = blocks.get(block);
    if (!keys) {
      const stream = streamOf(block);
      keys = Uint8Array.from({ length: 1024 }, () => stream.next().value);
      blocks.set(block, keys);
    }
    return keys[position % 1024] as number;
  }
}
