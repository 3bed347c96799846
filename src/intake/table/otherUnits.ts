import { nameAbove } from './above';
import { type UnitCell, unitsOf } from './scales';
import type { HeadRow, Table } from './table';

/**
 * Whether remarks below a table say of its amounts other units than stand above it. The same header once more below them begins
 * a table of its own then: its amounts are in what the remarks say.
 */
export function sayOtherUnits(
  { all, unitsBeside }: { all: readonly HeadRow[]; unitsBeside: readonly UnitCell[] },
  { ledger, unitsAbove }: Table,
): boolean {
  if (!ledger.fields.some((f) => f.type === 'amount')) return false;
  const own = unitsOf(nameAbove(all).units);
  const said = own.length > 0 ? own : unitsOf(unitsBeside);
  return said.length > 0 && (said.length !== unitsAbove.length || said.some((unit) => !unitsAbove.includes(unit)));
}
