import type { CellSet } from '../domain/cells';
import { type Day, yearOf } from '../domain/day';
import type { Office } from '../domain/office';
import { register, submissionCells, undatedSubmissions } from '../domain/register';
import type { Submission } from '../domain/submission';
import { restated } from '../domain/succession';
import type { Engine } from '../engine/engine';

/**
 * All cells at a cut-off: those counted over rows, and those of 报送及时率, which are counted over submissions; each with the
 * county and department that stood for its rows in its quarter.
 */
export async function cellsAt(
  office: Office,
  engine: Engine,
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
