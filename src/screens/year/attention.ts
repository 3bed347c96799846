import { ownArea } from '../../assessment/own';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { Asking } from '../../domain/catalogue/indicator';
import type { AreaLevel, Tabulation } from '../../domain/cells';
import { askedCount, type Counts } from '../../domain/counts';
import { type Untelling, untelling } from '../../domain/display';
import type { IndicatorId } from '../../domain/indicators';
import type { Office } from '../../domain/office';
import type { Quarter } from '../../domain/period';
import { quartersOf } from '../../domain/period';
import type { RegisterEntry, ReportingState } from '../../domain/register';

/** A count as it stands at the cut-off, of whatever period, and how much of it belongs to the period looked at. */
export interface Share {
  now: number;
  period: number;
}

/** What an indicator asks for; `undated`: cases that may belong here, but whose deadline cannot be dated. */
export interface CaseShare extends Share, Untelling {
  undated: number;
}

/** The indicators whose cases are counted first of all. */
export const urgentOf = (catalogue: Catalogue): Asking[] => catalogue.asked.filter((i) => i.question.urgent);

/** What needs attention in one area. */
export interface AttentionRow {
  key: string;
  name: string;
  /** Area of the cases, and unit of the register; null for 省级部门 together, and for 省本级, which reports nothing. */
  area: { level: AreaLevel; id: string; own?: true } | null;
  unit: string | null;
  /** Only this group's entries of the register. */
  group?: string;
  /** By the id of the indicator; null where the area has no cases of its own (省级部门). */
  cases: Readonly<Record<string, CaseShare>> | null;
  unreported: Share | null;
  late: Share | null;
}

/**
 * Province first, then what adds up to it: the prefectures, 省本级 (cases only), the reporting departments together
 * (submissions only).
 */
export function attentionRows(
  office: Office,
  table: Tabulation,
  register: readonly RegisterEntry[],
  quarters: readonly Quarter[],
): AttentionRow[] {
  const ofPeriod = (e: RegisterEntry) => quartersOf(e.period).every((q) => quarters.includes(q));
  const submissions = (of: readonly RegisterEntry[]) => {
    const share = (state: ReportingState): Share => {
      const found = of.filter((e) => e.state === state);
      return { now: found.length, period: found.filter(ofPeriod).length };
    };
    return { unreported: share('unreported'), late: share('late') };
  };
  const cases = (area: NonNullable<AttentionRow['area']>) => {
    const counts = (of: IndicatorId, within: readonly Quarter[] | null): Counts =>
      area.own ? table.own(area.id, of, within) : table.counts(area.level, area.id, of, within);
    const share = ({ id, question }: Asking): CaseShare => {
      const all = counts(id, null);
      return {
        now: askedCount(question, all),
        period: askedCount(question, counts(id, quarters)),
        undated: all.undated,
        ...untelling(all),
      };
    };
    return { area, cases: Object.fromEntries(urgentOf(office.catalogue).map((i) => [i.id, share(i)])) };
  };
  const { province, prefectures } = office.regions;
  const own = ownArea(office, province.code);
  const departments = office.groups.find((g) => g.units === 'departments');
  return [
    {
      key: province.code,
      name: office.words.whole,
      unit: null,
      ...cases({ level: 'province', id: province.code }),
      ...submissions(register),
    },
    ...prefectures.map((p) => ({
      key: p.code,
      name: p.name,
      unit: p.code,
      ...cases({ level: 'prefecture', id: p.code }),
      ...submissions(register.filter((e) => e.unit.id === p.code)),
    })),
    {
      key: 'own',
      name: own.name,
      unit: null,
      ...cases({ level: own.level, id: own.id, own: true }),
      unreported: null,
      late: null,
    },
    ...(departments
      ? [
          {
            key: departments.id,
            name: office.words.departments,
            unit: null,
            group: departments.id,
            area: null,
            cases: null,
            ...submissions(register.filter((e) => e.unit.group === departments.id)),
          },
        ]
      : []),
  ];
}
