const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Longer texts are decoded by the platform; below, calling it costs more than the text. */
const SHORT = 96;
const codes = new Uint16Array(SHORT);

/**
 * The text of UTF-8 bytes. Short ones are decoded here: a sheet has millions of them.
 * @throws TypeError for bytes that are no UTF-8
 */
export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return decoder.decode(bytes.subarray(start, end));
  let n = 0;
  for (let i = start; i < end; ) {
    const a = bytes[i] as number;
    if (a < 0x80) {
      codes[n++] = a;
      i++;
    } else if (a >= 0xe0 && a < 0xf0 && i + 2 < end) {
      const b = bytes[i + 1] as number;
      const c = bytes[i + 2] as number;
      const code = ((a & 15) << 12) | ((b & 63) << 6) | (c & 63);
      const wellFormed = (b & 0xc0) === 0x80 && (c & 0xc0) === 0x80 && code >= 0x800 && (code & 0xf800) !== 0xd800;
      if (!wellFormed) return decoder.decode(bytes.subarray(start, end));
      codes[n++] = code;
      i += 3;
    } else return decoder.decode(bytes.subarray(start, end));
  }
  return String.fromCharCode.apply(null, codes.subarray(0, n) as unknown as number[]);
}
