import type { Tabulation } from '../domain/cells';
import type { IndicatorId } from '../domain/indicators';
import type { Office } from '../domain/office';
import { type Period, quartersOf } from '../domain/period';
import { type Area, type Assessment, figure, type IndicatorValue } from './assess';

/**
 * What stands between an area and the sum of its parts: the cases that carry the province's own code (省本级) or a
 * prefecture's (市州本级). It is no unit: it is not assessed, has no rank, and stands in no list of the assessment's document.
 * @param code of the province or of a prefecture
 */
export function ownArea({ regions, words }: Office, code: string): Area & { own: true } {
  if (code === regions.province.code) return { level: 'province', id: code, name: words.own, own: true };
  const { name } = regions.place(code);
  return { level: 'prefecture', id: code, name: `${name}本级`, own: true };
}

/**
 * One figure of 省本级 or 市州本级, from the same sums as the assessment's. The departments report under the province's code:
 * their 报送 are what the prefectures' do not hold of the whole.
 */
export function ownFigure(
  { words, catalogue }: Office,
  table: Tabulation,
  area: Area,
  id: IndicatorId,
  period: Period,
): IndicatorValue {
  const name = area.level === 'province' && id === catalogue.submissionIndicator.id ? words.departments : area.name;
  return figure(catalogue.indicator(id), { ...area, name }, period, table.own(area.id, id, quartersOf(period)));
}

/** Codes of all areas that have parts, and so something beside them: the province, and the prefectures with counties. */
const ownCodes = ({ regions }: Office): string[] => [
  regions.province.code,
  ...regions.prefectures.filter((p) => p.parted).map((p) => p.code),
];

/** All figures of 省本级 and of every 市州本级, for the periods of an assessment. */
export function ownFigures(office: Office, table: Tabulation, { indicators }: Assessment): IndicatorValue[] {
  const periods = [...new Set(indicators.map((v) => v.period))];
  return ownCodes(office).flatMap((code) => {
    const area = ownArea(office, code);
    return periods.flatMap((period) =>
      office.catalogue.indicators.map((i) => ownFigure(office, table, area, i.id, period)),
    );
  });
}
