import { ownArea } from '../../assessment/own';
import type { AreaLevel, Tabulation } from '../../domain/cells';
import type { EvidenceSide } from '../../domain/evidence';
import type { IndicatorId } from '../../domain/indicators';
import type { Office } from '../../domain/office';
import type { Quarter } from '../../domain/period';

type CountedSide = Exclude<EvidenceSide, 'undated'>;

/** A question that the office asks every quarter, with its count in the province, each prefecture and 省本级. */
export interface CommonQuestion {
  indicator: IndicatorId;
  side: CountedSide;
  name: string;
  words: string;
  /** `undated`: cases that may belong here, but whose deadline cannot be dated. */
  counts: { level: AreaLevel; id: string; own?: true; area: string; count: number; undated: number }[];
}

/** `now`: what is still to be done, whenever it fell due; the others are of a period. */
export const COMMON: readonly { indicator: IndicatorId; side: CountedSide; name: string; now?: true }[] = [
  { indicator: 'open_overdue', side: 'numerator', name: '超期未办结', now: true },
  { indicator: 'disclosure_rate', side: 'missing', name: '应公示未公示', now: true },
  { indicator: 'feedback_rate', side: 'missing', name: '已办结未反馈', now: true },
  { indicator: 'acceptance_on_time', side: 'missing', name: '未按时受理' },
  { indicator: 'platform_entry', side: 'missing', name: '未录入两法衔接平台', now: true },
  { indicator: 'transfer_rate', side: 'missing', name: '涉嫌犯罪未移送', now: true },
  { indicator: 'disclosure_accuracy', side: 'missing', name: '公示与决定不一致' },
  { indicator: 'satisfaction', side: 'missing', name: '评价不满意' },
];

/** The common questions, counted over some quarters from the cells. */
export function commonQuestions(office: Office, table: Tabulation, quarters: readonly Quarter[]): CommonQuestion[] {
  const { province, prefectures } = office.regions;
  const own = ownArea(office, province.code);
  const areas = [
    { level: 'province' as const, id: province.code, area: office.words.whole },
    ...prefectures.map((p) => ({ level: 'prefecture' as const, id: p.code, area: p.name })),
    { level: own.level, id: own.id, own: own.own, area: own.name },
  ];
  return COMMON.map((q) => ({
    ...q,
    words: office.catalogue.overCases(q.indicator).words[q.side],
    counts: areas.map((a) => {
      const { numerator, denominator, undated } =
        'own' in a ? table.own(a.id, q.indicator, quarters) : table.counts(a.level, a.id, q.indicator, quarters);
      return { ...a, count: q.side === 'numerator' ? numerator : denominator - numerator, undated };
    }),
  }));
}
