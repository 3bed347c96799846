import { allRows } from '../assessment/allRows';
import type { Assessment } from '../assessment/assess';
import { ownFigures } from '../assessment/own';
import { problemsOf } from '../assessment/problemsOf';
import type { Workspace, WorkspaceState } from '../assessment/workspace';
import { Tabulation } from '../domain/cells';
import type { Problem } from '../domain/problems';
import type { Scheme } from '../domain/scheme';
import { effectiveSubmissions } from '../domain/submission';
import { clock } from './clock';
import { isOfPeriod } from './sheets/submissions';
import { TODO_KINDS, type TodoRow, todoQuestion, todoRows } from './todo';
import type { WorkbookInput } from './workbookInput';

/** What is asked; a page's workspace, or an engine behind the same questions. */
export type Asked = Pick<Workspace, 'office' | 'cells' | 'problems' | 'evidence'> & {
  state(): Pick<WorkspaceState, 'submissions' | 'kind' | 'revision'>;
};

/**
 * Asks the workspace for what a workbook holds beside the assessment: problems and 待办.
 * @param onProgress share 0…1
 * @throws the signal's reason when cancelled
 */
export async function askWorkspace(
  workspace: Asked,
  scheme: Scheme,
  assessment: Assessment,
  signal: AbortSignal,
  onProgress: (share: number) => void = () => {},
): Promise<WorkbookInput> {
  const { office } = workspace;
  const { submissions, kind } = workspace.state();
  const asked = effectiveSubmissions(submissions).filter((s) => isOfPeriod(s, assessment.period));
  const steps = asked.length + TODO_KINDS.length;
  const problems = new Map<number, Problem[]>();
  for (const { id } of asked) {
    signal.throwIfAborted();
    problems.set(id, await problemsOf(workspace, { submission: id }));
    onProgress(problems.size / steps);
  }
  const table = new Tabulation(await workspace.cells(assessment.asOf), office.regions, office.profile.zones);
  const todo: TodoRow[] = [];
  for (const [i, todoKind] of TODO_KINDS.entries()) {
    const rows = await allRows(workspace, todoQuestion(office, todoKind, assessment.asOf), signal, () => {});
    todo.push(...todoRows(office, todoKind, rows, assessment.asOf));
    onProgress((asked.length + i + 1) / steps);
  }
  return {
    office,
    scheme,
    assessment,
    own: ownFigures(office, table, assessment),
    submissions,
    problems,
    todo,
    sample: kind === 'sample',
    madeAt: clock(new Date()),
  };
}
