import { ownArea } from '../../assessment/own';
import type { Question } from '../../domain/catalogue/indicator';
import type { AreaLevel, Tabulation } from '../../domain/cells';
import { askedCount } from '../../domain/counts';
import { type Untelling, untelling } from '../../domain/display';
import type { IndicatorId } from '../../domain/indicators';
import type { Office } from '../../domain/office';
import type { Quarter } from '../../domain/period';

/** A question that the office asks every quarter, with its count in the province, each prefecture and 省本级. */
export interface CommonQuestion {
  indicator: IndicatorId;
  side: Question['side'];
  name: string;
  words: string;
  /** `undated`: cases that may belong here, but whose deadline cannot be dated. */
  counts: ({ level: AreaLevel; id: string; own?: true; area: string; count: number; undated: number } & Untelling)[];
}

/** The common questions, counted over some quarters from the cells. */
export function commonQuestions(office: Office, table: Tabulation, quarters: readonly Quarter[]): CommonQuestion[] {
  const { province, prefectures } = office.regions;
  const own = ownArea(office, province.code);
  const areas = [
    { level: 'province' as const, id: province.code, area: office.words.whole },
    ...prefectures.map((p) => ({ level: 'prefecture' as const, id: p.code, area: p.name })),
    { level: own.level, id: own.id, own: own.own, area: own.name },
  ];
  return office.catalogue.asked.map(({ id: indicator, question, words }) => ({
    indicator,
    side: question.side,
    name: question.name,
    words: words[question.side],
    counts: areas.map((a) => {
      const counts =
        'own' in a ? table.own(a.id, indicator, quarters) : table.counts(a.level, a.id, indicator, quarters);
      return { ...a, count: askedCount(question, counts), undated: counts.undated, ...untelling(counts) };
    }),
  }));
}
