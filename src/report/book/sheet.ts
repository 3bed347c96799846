import type { ReportTable } from '../tables';

/** One sheet of a workbook: title, a line of facts, facts by name, one table, notes below it. Printed on A4, landscape. */
export interface BookSheet {
  /** On its tab: at most 31 characters, none of `[]/\:*?`. */
  name: string;
  title: string;
  /** Below the title: unit, period, cut-off, n. */
  line?: string;
  /** Between title and table. */
  facts?: readonly (readonly [label: string, text: string])[];
  table: ReportTable;
  notes?: readonly string[];
  /** Squeezed onto a single page; otherwise as many as its rows need, always as wide as the paper. */
  onePage?: boolean;
  /** Prints only so many of the first columns: the others are for the screen, and too many for paper. */
  printed?: number;
}

/** What every sheet of a workbook carries beside its own: whose it is, of which question, when it was made. */
export interface Paper {
  /** Title of the document. */
  title: string;
  /** The office that made it. */
  office: string;
  /** Period and cut-off: 2017年 数据截止日 2018-01-10. */
  line: string;
  sample: boolean;
  /** By the computer's clock: 2018-01-12 09:30. All that differs between two workbooks of the same figures. */
  madeAt: string;
}
