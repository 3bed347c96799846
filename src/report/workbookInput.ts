import type { Assessment, IndicatorValue } from '../assessment/assess';
import type { Office } from '../domain/office';
import type { ProblemGroup } from '../domain/problemGroups';
import type { Scheme } from '../domain/scheme';
import type { Submission } from '../domain/submission';
import type { OutstandingRow } from './outstanding';

/** All that a workbook of an assessment says. */
export interface WorkbookInput {
  office: Office;
  scheme: Scheme;
  assessment: Assessment;
  /** Figures of 省本级 and 市州本级 for the same periods: what stands between a whole and the sum of its parts. */
  own: readonly IndicatorValue[];
  /** All submissions; the workbook says which of them count. */
  submissions: readonly Submission[];
  /** Problems of the counting submissions of the assessed period, those of one cause together, by submission. */
  problems: ReadonlyMap<number, readonly ProblemGroup[]>;
  /** What is still to be done at the cut-off, of whatever period. */
  outstanding: readonly OutstandingRow[];
  sample: boolean;
  /** By the computer's clock: 2018-01-12 09:30. All that differs between two workbooks of the same figures. */
  madeAt: string;
}
