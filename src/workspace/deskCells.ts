import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { Engine } from '../engine/engine';
import { cellsAt } from './cellsAt';
import type { DeskTools } from './deskTools';
import { decodeCells, encodeCells, keptName } from './keptCells';

/** Counts the cells at a cut-off, and keeps them for the next visit. */
export async function countedCells(
  { office, parts, archive, state }: DeskTools,
  engine: Engine,
  asOf: Day,
): Promise<CellSet> {
  const { submissions, faults, kind } = state.now;
  const set = await cellsAt(office, engine, submissions, asOf);
  // Cells that lack a submission must not be taken for whole at the next start.
  if (faults.length === 0 && kind === 'real' && parts.program)
    await archive.cache.put(keptName(asOf), encodeCells(parts.program, office.profile, submissions, set));
  return set;
}

/** Cells that the last visit kept, if they are of exactly these submissions. */
export const cellsOfLastVisit = async (
  { office, parts, archive, state }: DeskTools,
  asOf: Day,
): Promise<CellSet | null> =>
  decodeCells(await archive.cache.get(keptName(asOf)), parts.program, office.profile, state.now.submissions);
