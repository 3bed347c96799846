import { fieldLabel, ledgerField } from '../../domain/ledgers';
import { FileRefused } from '../../domain/problems';
import { isMoney, MONEY_FACTORS } from '../../domain/reading/money';
import { isUnit, unitsOf } from '../table/scales';
import type { HeadRow, Table } from '../table/table';
import { isOtherMoney } from '../table/unitWords';
import { squeezed } from '../table/words';

/**
 * A remark below a table that says its unit comes too late: the amounts were read as 元, where neither header nor what stands
 * above says anything.
 * @param remarks rows behind the last case
 * @throws FileRefused
 */
export function assertNoUnitsBelow(table: Table, remarks: readonly HeadRow[]): void {
  const open = Object.keys(table.fields).find(
    (field) => isMoney(ledgerField(table.ledger, field)) && table.scales[field] === undefined,
  );
  if (open === undefined || table.unclearUnits.length > 0) return;
  for (const { row, texts } of remarks) {
    const text = texts.find((t, column) => unitsOf([{ column, text: t }]).some(isNotYuan));
    if (text === undefined) continue;
    const label = fieldLabel(ledgerField(table.ledger, open));
    throw new FileRefused('unclear_units', {
      value: squeezed(text),
      detail: `「${label}」的表头和表的上方没有写单位，表下第 ${row} 行写的是「${squeezed(text)}」`,
    });
  }
}

const isNotYuan = (unit: string): boolean => (isUnit(unit) ? MONEY_FACTORS[unit] !== 1 : isOtherMoney(unit));
