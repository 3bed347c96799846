/**
 * Prints the sample's submissions and its cells at the usual cut-off, as the page keeps its own: the build lays them beside
 * the sample, so that the page can show the assessment before it has read the files.
 */
import { fileURLToPath } from 'node:url';
import { defaultCutOff } from '../../src/domain/cutOff';
import { cellsAt } from '../../src/workspace/cellsAt';
import { encodeCells } from '../../src/workspace/keptCells';
import { loadOffice } from '../assess/profile';
import { takeInFolder } from '../assess/takeInFolder';
import { programVersion } from '../vite/programVersion';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const office = await loadOffice(at('../../public/profiles/qinghai-2017'));
const { engine, submissions, refused } = await takeInFolder(office, at('../../datasets/qinghai-2017-sample'));
if (refused.length > 0) throw new Error(`the sample is refused: ${refused.map((r) => r.problem.message).join(' ')}`);
const asOf = defaultCutOff(`${office.profile.year}`);
const cells = await encodeCells(
  programVersion(at('../..')),
  office,
  submissions,
  await cellsAt(office, engine, submissions, asOf),
);
await engine.close();
process.stdout.write(JSON.stringify({ asOf, submissions, cells }));
