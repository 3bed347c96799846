import type { AreaLevel, Tabulation } from '../../domain/cells';
import type { Office } from '../../domain/office';
import type { Quarter } from '../../domain/period';
import { quartersOf } from '../../domain/period';
import type { RegisterEntry } from '../../domain/register';

/** What needs attention in one area. Case counts are null where the area has none of its own (省级部门). */
export interface AttentionRow {
  key: string;
  name: string;
  /** Area of the cases, and unit of the register; null for 省级部门 together. */
  area: { level: AreaLevel; id: string } | null;
  unit: string | null;
  openOverdue: number | null;
  undisclosed: number | null;
  /** Cases that may be overdue or undisclosed, but whose deadline cannot be dated. */
  openUndated: number;
  disclosureUndated: number;
  unreported: number;
  late: number;
}

/** Province first, then the prefectures, then the reporting departments together (submissions only). */
export function attentionRows(
  { profile }: Office,
  table: Tabulation,
  register: readonly RegisterEntry[],
  quarters: readonly Quarter[],
): AttentionRow[] {
  const due = register.filter((e) => quartersOf(e.period).every((q) => quarters.includes(q)));
  const submissions = (of: readonly RegisterEntry[]) => ({
    unreported: of.filter((e) => e.state === 'unreported').length,
    late: of.filter((e) => e.state === 'late').length,
  });
  const cases = (level: AreaLevel, id: string) => {
    const open = table.counts(level, id, 'open_overdue', quarters);
    const disclosure = table.counts(level, id, 'disclosure_rate', quarters);
    return {
      area: { level, id },
      openOverdue: open.numerator,
      undisclosed: disclosure.denominator - disclosure.numerator,
      openUndated: open.undated,
      disclosureUndated: disclosure.undated,
    };
  };
  const { province, prefectures } = profile.regions;
  return [
    { key: province.code, name: '全省', unit: null, ...cases('province', province.code), ...submissions(due) },
    ...prefectures.map((p) => ({
      key: p.code,
      name: p.name,
      unit: p.code,
      ...cases('prefecture', p.code),
      ...submissions(due.filter((e) => e.unit.id === p.code)),
    })),
    {
      key: 'departments',
      name: '省级部门',
      unit: null,
      area: null,
      openOverdue: null,
      undisclosed: null,
      openUndated: 0,
      disclosureUndated: 0,
      ...submissions(due.filter((e) => e.unit.group === 'departments')),
    },
  ];
}
