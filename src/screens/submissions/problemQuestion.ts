import type { RowAt } from '../../domain/aside';
import type { ProblemCode } from '../../domain/problemCodes';
import type { ProblemGroup } from '../../domain/problemGroups';
import type { ProblemQuestion } from '../../workspace/workspace';
import { placeText } from './readingWords';

/** What a list of problems is asked for, whatever its page. */
export type ListQuestion = Omit<ProblemQuestion, 'offset' | 'limit'>;

/** A row that was put aside and is opened, with where it stands in words. */
export interface OpenedRow {
  at: RowAt;
  file: string;
  sheet: string | null;
  /** What can be a person's name is shown, on purpose. */
  persons: boolean;
}

/** 工作表「台账」第 5 行 */
export const rowPlace = ({ at, sheet }: OpenedRow): string => placeText({ sheet, row: at.row, letters: null });

/** What the history is told before names are shown; null while they are masked. */
export const shownTo = (opened: OpenedRow): string | null =>
  opened.persons ? `搁置的行：${opened.file} ${rowPlace(opened)}` : null;

export type OpenRow = (row: OpenedRow) => void;

/** A group as the address names it: see `group` of the screen. */
export const groupAddress = ({ submission, code, id }: Pick<ProblemGroup, 'submission' | 'code' | 'id'>): string =>
  `${submission}.${code}.${id}`;

/** What the address asks for: the problems of one group. */
export function groupQuestion(address: string): { submission: number; code: ProblemCode; group: string } {
  const [submission, code, ...id] = address.split('.');
  return { submission: Number(submission), code: code as ProblemCode, group: id.join('.') };
}
