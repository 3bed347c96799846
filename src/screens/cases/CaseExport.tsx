import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { allRows } from '../../assessment/allRows';
import type { EvidenceQuestion } from '../../domain/evidence';
import { useOffice, useWorkspace, useWorkspaceState } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { load } from '../../ui/load';
import { allColumns } from './columns';
import { caseTable } from './exportTable';
import { fileName, headline } from './question';

type Form = 'csv' | 'xlsx';
/** Rows that a sheet of a workbook holds, its header aside. */
const SHEET_ROWS = 1_048_575;

/** All rows of the question with all columns, as CSV or as a workbook; long ones show how far they are and can be stopped. */
export function CaseExport({ question, total }: { question: EvidenceQuestion; total: number }) {
  const workspace = useWorkspace();
  const office = useOffice();
  const { kind } = useWorkspaceState();
  const { message } = App.useApp();
  const [busy, setBusy] = useState<{ form: Form; done: number } | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = async (form: Form) => {
    const stop = new AbortController();
    running.current = stop;
    setBusy({ form, done: 0 });
    try {
      const rows = await allRows(workspace, question, stop.signal, (done) => setBusy({ form, done }));
      const name = fileName(office, question, kind === 'sample');
      const table = caseTable(office, allColumns(question.indicator), rows);
      // Before the file is there: none leaves that is not in the history.
      if (question.persons)
        await workspace.log('persons_exported', `${headline(office, question, rows.length)}（${form}）`);
      const { saveBlob } = await load(() => import('../../report/download'));
      if (form === 'csv') {
        const { csvBlob, tableCsv } = await load(() => import('../../report/csv'));
        saveBlob(csvBlob(await tableCsv(table)), `${name}.csv`);
      } else {
        const [{ writeBook }, { clock }] = await Promise.all([
          load(() => import('../../report/book/writeBook')),
          load(() => import('../../report/clock')),
        ]);
        const title = headline(office, question, rows.length);
        const paper = {
          title: question.persons ? '案件（含当事人）' : '案件',
          office: office.profile.office,
          line: `数据截止日 ${question.asOf}`,
          sample: kind === 'sample',
          madeAt: clock(new Date()),
        };
        saveBlob(await writeBook([{ name: paper.title, title, table }], paper), `${name}.xlsx`);
      }
      message.success(
        `已导出 ${rows.length} 件${question.persons ? '，含当事人，请妥善保管' : ''}：${headline(office, question, null)}`,
      );
    } catch (error) {
      if (stop.signal.aborted) message.info('已取消导出');
      else message.error(failureNote('导出未成功', error));
    } finally {
      running.current = null;
      setBusy(null);
    }
  };

  if (busy)
    return (
      <span className="kp-case-export" role="status">
        <progress aria-label="导出进度" value={busy.done} max={Math.max(1, total)} />
        正在导出 {busy.done}/{total}
        <Button size="small" onClick={() => running.current?.abort()}>
          取消
        </Button>
      </span>
    );
  return (
    <>
      <Button
        size="small"
        icon={<DownloadOutlined />}
        disabled={total === 0 || total > SHEET_ROWS}
        title={total > SHEET_ROWS ? '超过一张工作表的行数，请导出 CSV' : undefined}
        onClick={() => void save('xlsx')}
      >
        导出 Excel
      </Button>
      <Button size="small" icon={<DownloadOutlined />} disabled={total === 0} onClick={() => void save('csv')}>
        导出 CSV
      </Button>
    </>
  );
}
