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
    await archive.cache.put(keptName(asOf), await encodeCells(parts.program, office, submissions, set));
  return set;
}

/** Cells that were counted before, on this visit or an earlier one, if they are of exactly these submissions. */
export async function cellsOfBefore({ office, parts, archive, state }: DeskTools, asOf: Day): Promise<CellSet | null> {
  const { submissions, faults } = state.now;
  if (submissions.length === 0 || faults.length > 0) return null;
  return decodeCells(await archive.cache.get(keptName(asOf)), parts.program, office, submissions);
}
