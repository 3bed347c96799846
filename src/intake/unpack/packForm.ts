const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

/** Packs that are told apart by their first bytes; whether they are taken apart. */
const ZIP = [ascii('PK\x03\x04'), ascii('PK\x05\x06'), ascii('PK\x07\x08PK\x03\x04')];
const GZIP = [0x1f, 0x8b];
const FOREIGN: readonly (readonly [name: string, at: number, magic: readonly number[]])[] = [
  ['RAR 压缩包', 0, ascii('Rar!\x1a\x07')],
  ['7z 压缩包', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['TAR 归档', 257, ascii('ustar')],
  ['bz2 压缩包', 0, ascii('BZh')],
  ['xz 压缩包', 0, [0xfd, ...ascii('7zXZ')]],
  ['zst 压缩包', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['CAB 压缩包', 0, ascii('MSCF')],
];

/** How much of a file tells its form. */
export const PACK_HEAD = 512;

const has = (head: Uint8Array, magic: readonly number[], at = 0): boolean => magic.every((b, i) => head[at + i] === b);

export const isZip = (head: Uint8Array): boolean => ZIP.some((magic) => has(head, magic));
export const isGzip = (head: Uint8Array): boolean => has(head, GZIP);

/** What a pack is called that cannot be taken apart here; null for anything else. */
export const foreignPack = (head: Uint8Array): string | null =>
  FOREIGN.find(([, at, magic]) => has(head, magic, at))?.[0] ?? null;

/** Names of which a zip has one where it is a document of an office program, not a pack of files. */
export const isOfficePart = (name: string): boolean =>
  /^(?:\[content_types\]\.xml|mimetype|index\/.*\.iwa|(?:metadata\/)?buildversionhistory\.plist)$/i.test(
    name.replace(/\\/g, '/'),
  );
