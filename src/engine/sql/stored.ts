/**
 * A type, and how a column of it is compressed in the page; natively tables lie in memory, where the clause means nothing. Said
 * here, since DuckDB tries every way on every hundred thousand rows, and looks for texts that repeat where none does.
 * @param distinct whether every row has its own text
 */
export function stored(type: string, distinct = false): string {
  if (type === 'DOUBLE') return type;
  if (type !== 'VARCHAR') return `${type} USING COMPRESSION bitpacking`;
  return distinct ? `${type} USING COMPRESSION zstd` : type;
}
