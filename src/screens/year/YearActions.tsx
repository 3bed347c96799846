import type { Assessment } from '../../assessment/assess';
import { useExportName, useScheme, useWorkspace } from '../../ui/data';
import { ExportButton, type Making } from '../../ui/ExportButton';
import { load } from '../../ui/load';
import { PrintButton } from '../../ui/print/PrintButton';

/** The whole assessment as a workbook, every unit's own as a zip of them, the ranking as CSV, the screen on paper. */
export function YearActions({ assessment }: { assessment: Assessment }) {
  const workspace = useWorkspace();
  const scheme = useScheme();
  const exportName = useExportName();
  const workbook = async ({ signal, onProgress }: Making) => {
    const [{ assessmentWorkbook }, { askWorkspace }, { saveBlob }] = await Promise.all([
      load(() => import('../../report/workbook')),
      load(() => import('../../report/askWorkspace')),
      load(() => import('../../report/download')),
    ]);
    const input = await askWorkspace(workspace, scheme, assessment, signal, onProgress);
    const book = await assessmentWorkbook(input);
    signal.throwIfAborted();
    saveBlob(book, `${exportName('考核结果')}.xlsx`);
  };
  const unitWorkbooks = async ({ signal, onProgress }: Making) => {
    const [{ unitWorkbooks }, { askWorkspace }, { saveBlob }] = await Promise.all([
      load(() => import('../../report/unitWorkbooks')),
      load(() => import('../../report/askWorkspace')),
      load(() => import('../../report/download')),
    ]);
    // Asking takes about as long as a third of the writing.
    const input = await askWorkspace(workspace, scheme, assessment, signal, (share) => onProgress(share / 4));
    const zip = await unitWorkbooks(input, signal, (share) => onProgress(1 / 4 + (share * 3) / 4));
    signal.throwIfAborted();
    saveBlob(zip, `${exportName('各单位评分表')}.zip`);
  };
  const csv = async () => {
    const [{ csvBlob, rankingCsv }, { saveBlob }] = await Promise.all([
      load(() => import('../../report/csv')),
      load(() => import('../../report/download')),
    ]);
    saveBlob(csvBlob(await rankingCsv(workspace.office.groups, scheme, assessment)), `${exportName('排名')}.csv`);
  };
  return (
    <>
      <ExportButton label="导出 Excel" make={workbook} />
      <ExportButton label="导出各单位评分表" make={unitWorkbooks} />
      <ExportButton label="导出排名 CSV" make={csv} />
      <PrintButton />
    </>
  );
}
