let table: Map<string, number> | undefined;

/** Character → two bytes, the reverse of what the platform decodes (it has no encoder for GB18030). */
function twoByteTable(): Map<string, number> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!codes.has(character)) codes.set(character, lead * 256 + trail);
    }
  return codes;
}

/**
 * Encodes text as GB18030, its characters of one and two bytes only (all that ledgers are written with).
 * @throws RangeError for a character of four bytes
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= twoByteTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = table.get(character);
    if (pair === undefined) throw new RangeError(`no two bytes for ${character}`);
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}
