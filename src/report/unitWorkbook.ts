import { fingerprint } from '../assessment/fingerprint';
import { groupById, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import type { ProblemGroup } from '../domain/problemGroups';
import { groupLevel } from '../domain/units';
import type { BookSheet } from './book/sheet';
import { writeBook } from './book/writeBook';
import type { OutstandingRow } from './outstanding';
import { coverSheet } from './sheets/cover';
import { definitionsSheet } from './sheets/definitions';
import { figureSheets } from './sheets/figures';
import { outstandingSheet } from './sheets/outstanding';
import { paperOf } from './sheets/paper';
import { problemSheets } from './sheets/problems';
import { schemeSheet } from './sheets/scheme';
import { unitScoreSheet } from './sheets/scores';
import { submissionsSheet } from './sheets/submissions';
import { assessmentOfUnit, type UnitOf } from './unit';
import type { WorkbookInput } from './workbookInput';

/**
 * One unit as an xlsx workbook: 封面 with its name, score and rank, 评分表, 指标 of the period and of its quarters, 报送清单 (its
 * own first: its figures also rest on what others report of it), 待办, 问题汇总, 问题清单, 考核方案, 口径.
 */
export async function unitWorkbook(input: WorkbookInput, unit: UnitOf): Promise<Blob> {
  const name = unitName(input.office, unit.id);
  const title = `${name}${periodName(input.assessment.period)}${input.office.profile.papers.assessment}评分表`;
  const own: WorkbookInput = {
    ...input,
    assessment: assessmentOfUnit(input.assessment, unit),
    own: input.own.filter((v) => v.level === 'prefecture' && v.id === unit.id),
  };
  const scores = unitScoreSheet(input, unit, name);
  const sheets: BookSheet[] = [
    scores,
    ...figureSheets(own),
    outstandingSheet(input, outstandingOf(input, unit)),
    submissionsSheet(input, unit.id),
    ...problemSheets(input, problemsOfUnit(input, unit)),
    schemeSheet(input),
    definitionsSheet(input),
  ];
  const cover = coverSheet({
    input,
    title,
    fingerprint: await fingerprint(input.assessment, input.scheme),
    first: [['单位', name], ...(scores.facts ?? [])],
    unit: unit.id,
    contents: sheets,
  });
  return writeBook([cover, ...sheets], paperOf(input, title), input.scheme.decimals);
}

/** A prefecture's 待办 are those of its places, a department's those of its line. */
function outstandingOf({ office, outstanding }: WorkbookInput, { group, id }: UnitOf): OutstandingRow[] {
  if (groupLevel(groupById(office, group)) === 'department') return outstanding.filter((r) => r.department === id);
  return outstanding.filter((r) => {
    const place = office.regions.place(r.place);
    return (place.level === 'county' ? place.prefecture : place.code) === id;
  });
}

const problemsOfUnit = ({ submissions, problems }: WorkbookInput, { id }: UnitOf): ProblemGroup[] =>
  submissions.filter((s) => s.unit === id).flatMap((s) => problems.get(s.id) ?? []);
