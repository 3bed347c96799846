import { fingerprint } from '../assessment/fingerprint';
import { periodName } from '../domain/period';
import type { BookSheet } from './book/sheet';
import { writeBook } from './book/writeBook';
import { coverSheet } from './sheets/cover';
import { definitionsSheet } from './sheets/definitions';
import { figureSheets } from './sheets/figures';
import { matrixSheet } from './sheets/matrix';
import { outstandingSheet } from './sheets/outstanding';
import { paperOf } from './sheets/paper';
import { problemSheets } from './sheets/problems';
import { schemeSheet } from './sheets/scheme';
import { rankingSheet, scoresSheet } from './sheets/scores';
import { submissionsSheet } from './sheets/submissions';
import type { WorkbookInput } from './workbookInput';

/** The sheets of an assessment's workbook, but for the cover. */
export const assessmentSheets = (input: WorkbookInput): BookSheet[] => [
  ...input.office.groups.flatMap((group) => [
    matrixSheet(input, group),
    rankingSheet(input, group),
    scoresSheet(input, group),
  ]),
  ...figureSheets(input),
  schemeSheet(input),
  definitionsSheet(input),
  submissionsSheet(input),
  outstandingSheet(input),
  ...problemSheets(input),
];

/**
 * The assessment as an xlsx workbook: 封面 with contents; for 市州 and 部门 each 矩阵, 排名, 得分; 指标 of the period and of its
 * quarters; 考核方案, 口径, 报送清单, 待办, 问题汇总, 问题清单. The same bytes come out of a browser and of Node, but for the time made.
 */
export async function assessmentWorkbook(input: WorkbookInput): Promise<Blob> {
  const { papers } = input.office.profile;
  const title = `${periodName(input.assessment.period)}${papers.assessment}结果`;
  const sheets = assessmentSheets(input);
  const cover = coverSheet({
    input,
    title,
    fingerprint: await fingerprint(input.assessment, input.scheme),
    contents: sheets,
  });
  return writeBook([cover, ...sheets], paperOf(input, title), input.scheme.decimals);
}
