import { type Assessment, assess } from '../assessment/assess';
import { ownFigures } from '../assessment/own';
import { Tabulation } from '../domain/cells';
import { officeIn } from '../domain/officeIn';
import type { ProblemGroup } from '../domain/problemGroups';
import { reportedBy } from '../domain/reportedBy';
import type { Scheme } from '../domain/scheme';
import { effectiveSubmissions } from '../domain/submission';
import { allProblemGroups, allRows } from '../workspace/allPages';
import { unless } from '../workspace/unless';
import type { Workspace, WorkspaceState } from '../workspace/workspace';
import { clock } from './clock';
import { type OutstandingRow, outstandingOf, outstandingQuestion, outstandingRows } from './outstanding';
import { isOfPeriod } from './sheets/submissions';
import type { WorkbookInput } from './workbookInput';

/** What is asked; a page's workspace, or an engine behind the same questions. */
export type Asked = Pick<Workspace, 'office' | 'cells' | 'problemGroups' | 'evidence'> & {
  state(): Pick<WorkspaceState, 'submissions' | 'kind' | 'revision'>;
};

/** Which assessment: an `Assessment` says it. */
export type Question = Pick<Assessment, 'period' | 'asOf'>;

/**
 * All that a workbook says, asked of the workspace in one state of it: the assessment is made here from the same cells as the
 * rest, so that what adds up on the screen adds up in the file.
 * @param onProgress share 0…1
 * @throws the signal's reason when cancelled; Error where the submissions changed meanwhile
 */
export async function askWorkspace(
  workspace: Asked,
  scheme: Scheme,
  { period, asOf }: Question,
  signal: AbortSignal,
  onProgress: (share: number) => void = () => {},
): Promise<WorkbookInput> {
  // Lists and names are those of the period; what is counted is counted by the office of all years.
  const office = officeIn(workspace.office, period);
  const { regions, profile } = workspace.office;
  onProgress(0);
  // Answered once what is kept has been read to its end: the state stands still from then on.
  await unless(signal, workspace.problemGroups({ offset: 0, limit: 0 }));
  const { submissions, kind, revision } = workspace.state();
  const goOn = () => {
    signal.throwIfAborted();
    if (workspace.state().revision !== revision) throw new Error('导出过程中报送有变化，请重新导出。');
  };
  const effective = effectiveSubmissions(submissions);
  const asked = effective.filter((s) => isOfPeriod(s, period));
  const todo = outstandingOf(office.catalogue);
  const steps = asked.length + todo.length;
  const reported = reportedBy(workspace.office, submissions, asOf);
  const table = new Tabulation(await workspace.cells(asOf), regions, profile.zones, undefined, reported);
  const assessment = assess({ office, scheme, period, asOf, table, submissions: effective });
  const problems = new Map<number, ProblemGroup[]>();
  for (const { id } of asked) {
    goOn();
    problems.set(id, await allProblemGroups(workspace, { submission: id }, { signal, onProgress: () => {} }));
    onProgress(problems.size / steps);
  }
  const outstanding: OutstandingRow[] = [];
  for (const [i, what] of todo.entries()) {
    goOn();
    const rows = await allRows(workspace, outstandingQuestion(office, what, asOf), { signal, onProgress: () => {} });
    outstanding.push(...outstandingRows(office, what, rows, asOf));
    onProgress((asked.length + i + 1) / steps);
  }
  goOn();
  return {
    office,
    scheme,
    assessment,
    own: ownFigures(office, table, assessment),
    submissions,
    problems,
    outstanding,
    sample: kind === 'sample',
    madeAt: clock(new Date()),
  };
}
