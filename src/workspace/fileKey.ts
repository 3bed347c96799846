import type { LedgerId } from '../domain/ledgers';
import { type Office, reportingUnits } from '../domain/office';
import { type Period, periodName } from '../domain/period';
import { FileRefused } from '../domain/problems';
import type { UnitId } from '../domain/submission';
import { readFileName } from '../intake/fileName';
import type { Declared } from './workspace';

/** Whose and which period's a file is, and which ledger's where the person says so or its name does. */
export interface FileKey {
  unit: UnitId;
  period: Period;
  ledger: LedgerId | null;
  namedLedger: LedgerId | null;
  version: number;
}

/**
 * Whose, which period's and which ledger's file this is: as declared, else as the name says. The ledger is told by the
 * headers where neither says it.
 * @throws FileRefused `name_ambiguous` with all readings, `name_silent` naming the missing parts, `unknown_unit`
 */
export function keyOf(office: Office, path: string, declared: Declared): FileKey {
  const name = readFileName(office, path);
  const unit = declared.unit ?? name.unit;
  const period = declared.period ?? name.period;
  const parts = [
    ['报送单位', unit, name.readings.unit],
    ['报送期', period, name.readings.period],
  ] as const;
  const several = parts.filter(([, told, readings]) => !told && readings.length > 1);
  if (several.length)
    throw new FileRefused('name_ambiguous', {
      detail: several.map(([part, , readings]) => `${part}${readings.map((r) => `「${r}」`).join('')}`).join('，'),
    });
  if (!unit && name.unknownUnit && period) throw new FileRefused('unknown_unit', { value: name.unknownUnit });
  if (!unit || !period) {
    const silent = parts.filter(([, told]) => !told).map(([part]) => part);
    throw new FileRefused('name_silent', { detail: silent.join('、'), example: exampleName(office) });
  }
  return { unit, period, ledger: declared.ledger ?? null, namedLedger: name.ledger, version: name.version };
}

/** A file name that says all, as one of this office's own is written: 2017年第一季度_西宁市_投诉举报台账. */
function exampleName(office: Office): string | null {
  const [unit] = reportingUnits(office);
  const [first] = office.profile.reporting;
  return unit && first
    ? [periodName(first.from), unit.name, office.catalogue.ledger(first.ledger).name].join('_')
    : null;
}
