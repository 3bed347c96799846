/** 1980-01-01 00:00, the first moment that a zip can name. */
const DATE = 0x0021;
const TIME = 0x0000;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/**
 * The same zip with every entry of the same moment: the time at which a workbook was made would else stand in its bytes,
 * and by the clock of the computer's zone, so that no two of the same figures were equal.
 * @throws RangeError for bytes that are no zip of plain form, as the writers at hand make it
 */
export async function withoutTimes(zip: Blob): Promise<Blob> {
  const buffer = await zip.arrayBuffer();
  const view = new DataView(buffer);
  const end = view.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('no zip');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL || view.getUint32(local, true) !== LOCAL)
      throw new RangeError('no zip entry');
    stamp(view, at + 12);
    stamp(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return new Blob([buffer], { type: zip.type });
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, TIME, true);
  view.setUint16(at + 2, DATE, true);
}
