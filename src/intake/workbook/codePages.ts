/** Code pages of Windows and old Macintosh by number, as the platform names them; any other is read as Western. */
const LABELS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10002: 'big5',
  10008: 'gb18030',
  20936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

const decoders = new Map<number, TextDecoder>();
function decoderOf(page: number): TextDecoder {
  const known = decoders.get(page);
  if (known) return known;
  const windows = page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
  const decoder = new TextDecoder(LABELS[page] ?? windows, { ignoreBOM: true });
  decoders.set(page, decoder);
  return decoder;
}

/** What the library asks for texts of files from before Excel 97, by the platform's own tables instead of half a megabyte. */
export const codePages = {
  utils: {
    decode: (page: number, bytes: ArrayLike<number>): string => decoderOf(page).decode(Uint8Array.from(bytes)),
    // For passwords only, which are never given.
    encode: (_page: number, text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 255),
  },
};
