/**
 * `kept.ts PROFILE` prints the submissions of a profile's samples and their cells at the usual cut-off of each year that they report
 * of, as the page keeps its own: the build lays them beside the samples, so that the page can show any of these years before it has
 * read the files.
 */
import { fileURLToPath } from 'node:url';
import { defaultCutOff } from '../../src/domain/defaultCutOff';
import { periodYear } from '../../src/domain/period';
import { today } from '../../src/domain/today';
import { cellsAt } from '../../src/workspace/cellsAt';
import { encodeCells } from '../../src/workspace/keptCells';
import type { KeptSample } from '../../src/workspace/sampleFiles';
import { loadOffice, shippedProfile } from '../assess/profile';
import { takeInFolder } from '../assess/takeInFolder';
import { programVersion } from '../vite/programVersion';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const office = await loadOffice(shippedProfile(process.argv[2] ?? ''));
const folders = office.profile.samples.map((folder) => at(`../../datasets/${folder}`));
const { engine, submissions, refused } = await takeInFolder(office, folders);
if (refused.length > 0) throw new Error(`the sample is refused: ${refused.map((r) => r.problem.message).join(' ')}`);
const files = submissions.map((s) => s.file);
const twice = files.find(
  (file, i) => files.indexOf(file) < i && submissions[i]?.sha256 !== submissions[files.indexOf(file)]?.sha256,
);
// The page finds a sample's original by its name.
if (twice !== undefined) throw new Error(`two samples are named ${twice}`);
const program = programVersion(at('../..'));
const years: KeptSample['years'] = [];
// The profile's own first: the page opens with it.
for (const year of new Set([office.profile.year, ...submissions.map((s) => periodYear(s.period))])) {
  const { day: asOf } = defaultCutOff(office, `${year}`, submissions, today());
  years.push({
    asOf,
    cells: await encodeCells(program, office, submissions, await cellsAt(office, engine, submissions, asOf)),
  });
}
await engine.close();
process.stdout.write(JSON.stringify({ submissions, years } satisfies KeptSample));
