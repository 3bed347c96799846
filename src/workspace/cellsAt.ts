import type { CellSet } from '../domain/cells';
import { type Day, yearOf } from '../domain/day';
import type { Office } from '../domain/office';
import { register, submissionCells, undatedSubmissions } from '../domain/register';
import type { Submission } from '../domain/submission';
import { restated } from '../domain/succession';
import type { CellsCounted } from '../engine/cells';
import type { DeskTools } from './deskTools';
import { decodeCells, encodeCells, keptName } from './keptCells';
import type { Sample } from './sample';
import type { Showing } from './showing';
import type { Turns } from './turns';
import type { Workspace } from './workspace';

/**
 * All cells at a cut-off: those counted over rows, and those of 报送及时率, which are counted over submissions; each with the
 * county and department that stood for its rows in its quarter.
 */
export async function cellsAt(
  office: Office,
  engine: CellsCounted,
  submissions: readonly Submission[],
  asOf: Day,
): Promise<CellSet> {
  const { cells, undated, ...rest } = await engine.cells(asOf);
  const expected = register(office, submissions, yearOf(asOf), asOf);
  return restated(office.profile, {
    cells: [...cells, ...submissionCells(office, expected, asOf)],
    ...rest,
    undated: [...undated, ...undatedSubmissions(office, expected)],
  });
}

/** The cells of a desk: those that were counted before, on this visit or an earlier one; else they are counted, and kept. */
export class DeskCells {
  constructor(
    private readonly desk: DeskTools,
    private readonly sample: Sample,
    private readonly showing: Showing,
    private readonly turns: Turns,
  ) {}

  at: Workspace['cells'] = async (asOf) =>
    (await this.before(asOf)) ?? this.turns.take(() => this.showing.ask((engine) => this.counted(engine, asOf)));

  /** Those of exactly these submissions; those that came with the sample while its rows are still on their way. */
  private async before(asOf: Day): Promise<CellSet | null> {
    const { office, parts, archive, state } = this.desk;
    const { kind, revision, submissions, faults } = state.now;
    if (kind === 'sample') return revision > 0 ? null : this.sample.cells(asOf);
    if (submissions.length === 0 || faults.length > 0) return null;
    return decodeCells(await archive.cache.get(keptName(asOf)), parts.program, office, submissions);
  }

  private async counted(engine: CellsCounted, asOf: Day): Promise<CellSet> {
    const { office, parts, archive, state } = this.desk;
    const { submissions, faults, kind } = state.now;
    const set = await cellsAt(office, engine, submissions, asOf);
    // Cells that lack a submission must not be taken for whole at the next start.
    if (faults.length === 0 && kind === 'real' && parts.program)
      await archive.cache.put(keptName(asOf), await encodeCells(parts.program, office, submissions, set));
    return set;
  }
}
