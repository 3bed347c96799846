import { type Zippable, zipSync } from 'fflate';
import { exportName } from '../domain/display';
import { groupById } from '../domain/office';
import { periodName } from '../domain/period';
import { safeFileName } from '../domain/safeFileName';
import { unitWorkbook } from './unitWorkbook';
import type { WorkbookInput } from './workbookInput';
import { withoutTimes } from './zipTimes';

/**
 * The workbooks of all units of all groups as one zip, 市州 and 部门 in a folder each.
 * @param onProgress share 0…1
 * @throws the signal's reason when cancelled
 */
export async function unitWorkbooks(
  input: WorkbookInput,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const { ranking, period, asOf } = input.assessment;
  const files: Zippable = {};
  for (const [i, { group, id, name }] of ranking.entries()) {
    // Lets the page draw, and hear a cancel.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    const workbook = await unitWorkbook(input, { group, id });
    const file = safeFileName(exportName(input.sample, periodName(period), name, '评分表', `截止${asOf}`));
    files[`${safeFileName(groupById(input.office, group).name)}/${file}.xlsx`] = new Uint8Array(
      await workbook.arrayBuffer(),
    );
    onProgress((i + 1) / ranking.length);
  }
  // Workbooks are zips themselves: nothing is won by packing them again.
  const zip = zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>;
  return withoutTimes(new Blob([zip], { type: 'application/zip' }));
}
