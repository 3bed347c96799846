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
