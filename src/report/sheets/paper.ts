import { noneText } from '../../domain/display';
import type { Indicator } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { shortName } from '../../domain/measures/texts';
import { periodName } from '../../domain/period';
import type { Paper } from '../book/sheet';
import type { WorkbookInput } from '../workbookInput';

/** 2017年 数据截止日 2018-01-10. */
export const questionLine = ({
  assessment,
}: {
  assessment: Pick<WorkbookInput['assessment'], 'period' | 'asOf'>;
}): string => `${periodName(assessment.period)} 数据截止日 ${assessment.asOf}`;

/** Head, foot and properties of a workbook of an assessment. @param title of the document */
export const paperOf = (input: WorkbookInput, title: string): Paper => ({
  title,
  office: input.office.profile.office,
  line: questionLine(input),
  sample: input.sample,
  madeAt: input.madeAt,
});

/** How the figures of several areas come together, once for all indicators of which the same is said. */
export function measureNotes(indicators: readonly Indicator[]): string[] {
  const said = new Map<string, string[]>();
  for (const of of indicators) {
    const words = measureOf(of).words.together(noneText(of));
    const name = shortName(of);
    said.set(words, [...(said.get(words) ?? []).filter((n) => n !== name), name]);
  }
  return [...said].map(([words, names]) => `${names.join('、')}：${words}。`);
}
