import { fileURLToPath } from 'node:url';
import { officeIn } from '../../src/domain/officeIn';
import { askWorkspace } from '../../src/report/askWorkspace';
import type { WorkbookInput } from '../../src/report/workbookInput';
import { cellsAt } from '../../src/workspace/cellsAt';
import { loadOffice } from '../assess/profile';
import { takeInFolder } from '../assess/takeInFolder';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What the workbooks of some periods of the sample say, as the page asks for it, from the command line's engine. */
export async function sampleInputs(periods: readonly { period: string; asOf: string }[]): Promise<WorkbookInput[]> {
  const office = await loadOffice(at('public/profiles/qinghai-2017'));
  const { engine, submissions } = await takeInFolder(office, at('datasets/qinghai-2017-sample'));
  try {
    const inputs: WorkbookInput[] = [];
    for (const { period, asOf } of periods) {
      const cells = await cellsAt(office, engine, submissions, asOf);
      const asked = {
        office,
        state: () => ({ submissions, kind: 'sample' as const, revision: 0 }),
        problemGroups: ({
          submission,
          offset,
          limit,
        }: {
          submission?: number | undefined;
          offset: number;
          limit: number;
        }) => engine.problemGroups({ submissions: submission === undefined ? undefined : [submission] }, offset, limit),
        cells: async () => cells,
        evidence: engine.evidence,
      };
      inputs.push(
        await askWorkspace(asked, officeIn(office, period).scheme, { period, asOf }, new AbortController().signal),
      );
    }
    return inputs;
  } finally {
    await engine.close();
  }
}
