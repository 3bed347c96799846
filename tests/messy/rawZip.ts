import { crc32, deflateRawSync } from 'node:zlib';

/** A member as it stands in the zip, true or not. */
export interface RawMember {
  name: string;
  packed: Uint8Array;
  /** Bytes unpacked, as the zip declares them. */
  size: number;
  crc: number;
  /** 8: deflated. */
  method: number;
}

const bytesOf = (...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    numbers.map(([value, bytes]) => {
      const b = Buffer.alloc(bytes);
      if (bytes === 2) b.writeUInt16LE(value);
      else b.writeUInt32LE(value);
      return b;
    }),
  );

/** What the record of a member and its entry in the list share. */
const head = (m: RawMember): (readonly [number, 2 | 4])[] => [
  [20, 2],
  [0x800, 2],
  [m.method, 2],
  [0, 2],
  [33, 2],
  [m.crc, 4],
  [m.packed.length, 4],
  [m.size, 4],
  [Buffer.byteLength(m.name), 2],
  [0, 2],
];

/** A zip of these members. @param shared all members are the same bytes, which stand in the file once */
export function rawZip(members: readonly RawMember[], shared = false): Buffer {
  const parts: Uint8Array[] = [];
  const list: Buffer[] = [];
  let at = 0;
  let first: number | null = null;
  for (const m of members) {
    const name = Buffer.from(m.name);
    const offset: number = shared && first !== null ? first : at;
    if (!shared || first === null) {
      const record = Buffer.concat([bytesOf([0x04034b50, 4], ...head(m)), name]);
      parts.push(record, m.packed);
      first = at;
      at += record.length + m.packed.length;
    }
    list.push(
      Buffer.concat([bytesOf([0x02014b50, 4], [20, 2], ...head(m), [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name]),
    );
  }
  const listed = Buffer.concat(list);
  const end = bytesOf(
    [0x06054b50, 4],
    [0, 4],
    [members.length, 2],
    [members.length, 2],
    [listed.length, 4],
    [at, 4],
    [0, 2],
  );
  return Buffer.concat([...parts, listed, end]);
}

export function member(name: string, content: Uint8Array | string, more: Partial<RawMember> = {}): RawMember {
  const bytes = Buffer.from(content as Uint8Array);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes), method: 8, ...more };
}
