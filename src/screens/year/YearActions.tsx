import type { Assessment } from '../../assessment/assess';
import { allProblems, useExportName, useScheme, useWorkspace } from '../../ui/data';
import { ExportButton } from '../../ui/ExportButton';
import { load } from '../../ui/load';
import { PrintButton } from '../../ui/PrintButton';

/** The whole assessment as a workbook, the ranking as CSV, the screen on paper. */
export function YearActions({ assessment }: { assessment: Assessment }) {
  const workspace = useWorkspace();
  const scheme = useScheme();
  const exportName = useExportName();
  const workbook = async () => {
    const [{ assessmentWorkbook }, { countProblems }, { saveBlob }] = await Promise.all([
      load(() => import('../../report/workbook')),
      load(() => import('../../report/tables')),
      load(() => import('../../report/download')),
    ]);
    const problems = countProblems(await allProblems(workspace));
    const { submissions } = workspace.state();
    saveBlob(
      await assessmentWorkbook({ office: workspace.office, scheme, assessment, submissions, problems }),
      `${exportName('考核结果')}.xlsx`,
    );
  };
  const csv = async () => {
    const [{ csvBlob, rankingCsv }, { saveBlob }] = await Promise.all([
      load(() => import('../../report/csv')),
      load(() => import('../../report/download')),
    ]);
    saveBlob(csvBlob(await rankingCsv(scheme, assessment)), `${exportName('排名')}.csv`);
  };
  return (
    <>
      <ExportButton label="导出 Excel" make={workbook} />
      <ExportButton label="导出排名 CSV" make={csv} />
      <PrintButton />
    </>
  );
}
