import type { TableForm } from '../../report/saveTable';
import { useExportName, useOffice, useView, useWorkspaceState } from '../../ui/data';
import { ExportButton } from '../../ui/ExportButton';
import { load } from '../../ui/load';

/** 报送清单 of the assessed period: what was due, what came and when, file by file; for people and for machines. */
export function RegisterExport() {
  const office = useOffice();
  const { kind, submissions } = useWorkspaceState();
  const { name, period, asOf } = useView();
  const exportName = useExportName();
  const save = async (form: TableForm) => {
    const [{ saveTable }, { submissionsSheet }] = await Promise.all([
      load(() => import('../../report/saveTable')),
      load(() => import('../../report/sheets/submissions')),
    ]);
    await saveTable(form, exportName('报送清单'), {
      office,
      sample: kind === 'sample',
      line: `${name} 数据截止日 ${asOf}`,
      sheet: submissionsSheet({ office, submissions, assessment: { period, asOf } }),
      facts: [
        ['本清单', '应报的台账每季度、每单位、每本台账至少一行，有几个版本的每个文件一行；其他报送期的文件列在后面。'],
        ['考核期', name],
        ['数据截止日', `${asOf}。报送情况按截止日判断。`],
        ['报送情况', '按首次收到的版本判断，更正不算迟报；迟报按工作日计。'],
        [
          '空白',
          '文件、版本、行数空白：没有文件。应报截止空白：不在本期应报名单，或该年度节假日安排未公布。行数空白而有文件：原文件不能读取。',
        ],
      ],
    });
  };
  return (
    <>
      <ExportButton label="导出 Excel" make={() => save('xlsx')} />
      <ExportButton label="导出 CSV" make={() => save('csv')} />
    </>
  );
}
