const SIGNATURE = 8;
/** Length, type, 13 bytes, checksum: the head chunk, which stands first. */
const HEAD_CHUNK = 4 + 4 + 13 + 4;

/** A PNG that says how large it is on paper (pHYs): browsers write none, and a document would put it in at 72 or 96 dpi. */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(4 + 4 + 9 + 4);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, 9);
  chunk.set(
    [...'pHYs'].map((c) => c.charCodeAt(0)),
    4,
  );
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1; // the unit is the metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const at = SIGNATURE + HEAD_CHUNK;
  const dense = new Uint8Array(png.length + chunk.length);
  dense.set(png.subarray(0, at));
  dense.set(chunk, at);
  dense.set(png.subarray(at), at + chunk.length);
  return dense;
}

/** Checksum of a PNG chunk (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
