import { type Assessment, scoreSheet } from '../../assessment/assess';
import { useExportName, useScheme, useWorkspace } from '../../ui/data';
import { ExportButton, type Making } from '../../ui/ExportButton';
import { load } from '../../ui/load';
import { PrintButton } from '../../ui/print/PrintButton';
import type { UnitRef } from './groupView';

/** The score sheet of one unit as a workbook and as CSV, the screen on paper. */
export function UnitActions({ unit: { group, id, name }, assessment }: { unit: UnitRef; assessment: Assessment }) {
  const workspace = useWorkspace();
  const scheme = useScheme();
  const exportName = useExportName();
  const unit = { group: group.id, id };
  const file = () => exportName(name, '评分表');
  const workbook = async ({ signal, onProgress }: Making) => {
    const [{ unitWorkbook }, { askWorkspace }, { saveBlob }] = await Promise.all([
      load(() => import('../../report/unitWorkbook')),
      load(() => import('../../report/askWorkspace')),
      load(() => import('../../report/download')),
    ]);
    const input = await askWorkspace(workspace, scheme, assessment, signal, onProgress);
    const book = await unitWorkbook(input, unit);
    signal.throwIfAborted();
    saveBlob(book, `${file()}.xlsx`);
  };
  const csv = async () => {
    const [{ unitScoreTable }, { csvBlob, tableCsv }, { saveBlob }] = await Promise.all([
      load(() => import('../../report/unit')),
      load(() => import('../../report/csv')),
      load(() => import('../../report/download')),
    ]);
    saveBlob(csvBlob(await tableCsv(unitScoreTable(workspace.office, scheme, assessment, unit))), `${file()}.csv`);
  };
  const assessed = scoreSheet(assessment, group.id, id).length > 0;
  return (
    <>
      <ExportButton label="导出 Excel" make={workbook} />
      <ExportButton label="导出评分表 CSV" make={csv} disabled={!assessed} />
      <PrintButton />
    </>
  );
}
