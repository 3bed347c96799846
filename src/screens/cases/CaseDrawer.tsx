import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Drawer } from 'antd';
import { countText } from '../../domain/display';
import { type EvidenceQuestion, type EvidenceRow, ledgerOf } from '../../domain/evidence';
import { unitName } from '../../domain/office';
import { periodName } from '../../domain/period';
import { DepartmentLink, PlaceLink } from '../../ui/AreaLink';
import { useOffice, useRowsAt, useWorkspace, useWorkspaceState } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { LoadingState } from '../../ui/LoadingState';
import { load } from '../../ui/load';
import { ScreenLink } from '../../ui/navigation';
import { CaseClasses, ClassSources } from './CaseClasses';
import { CaseDeadlines } from './CaseDeadlines';
import { CaseStepper } from './CaseStepper';
import { allColumns, type CaseColumn, isAfterCutOff, shownValue } from './columns';
import { tellShown } from './shown';

export interface CaseDrawerProps {
  question: EvidenceQuestion;
  total: number;
  /** Index of the case in the list; null while none is opened. */
  index: number | null;
  onStep: (index: number) => void;
  onClose: () => void;
}

/** One case: its deadlines with the rules used, every field of the ledger, and the file and row it came from. */
export function CaseDrawer({ question, total, index, onStep, onClose }: CaseDrawerProps) {
  const { catalogue } = useOffice();
  const at = index ?? 0;
  // Its neighbours too, so that the next is there when it is asked for.
  const rowAt = useRowsAt(question, Math.max(0, at - 1), Math.min(total - 1, at + 1), tellShown);
  const row = index === null ? undefined : rowAt(index);
  const ledger = ledgerOf(catalogue, question);
  return (
    <Drawer
      open={index !== null}
      onClose={onClose}
      size={640}
      title={row ? String(row[catalogue.ledger(ledger).idField] ?? '') : ''}
      extra={index !== null && <CaseStepper index={index} total={total} onStep={onStep} />}
      destroyOnHidden
    >
      {index !== null && !row && <LoadingState what="正在读取案件" />}
      {row && (
        <>
          <CaseDeadlines ledger={ledger} row={row} asOf={question.asOf} />
          <Fields question={question} row={row} />
          <Origin row={row} />
        </>
      )}
    </Drawer>
  );
}

function Fields({ question, row }: { question: EvidenceQuestion; row: EvidenceRow }) {
  const office = useOffice();
  const { fields, id } = office.catalogue.ledger(ledgerOf(office.catalogue, question));
  const columns = allColumns(office, id);
  const ofFields = columns.filter((c) => fields.some((f) => f.name === c.key));
  return (
    <section className="kp-case-section">
      <h2>台账内容</h2>
      <dl className="kp-case-fields">
        {ofFields.map((column) => {
          const value = shownValue(office, column, row);
          return (
            <div key={column.key}>
              <dt>{column.label}</dt>
              <dd>
                <Value column={column} value={value} row={row} />
                {isAfterCutOff(column, row, question.asOf) && <small className="kp-case-after">截止日后，未计入</small>}
                <CaseClasses column={columns.find((c) => c.sorted?.field === column.key)} row={row} />
              </dd>
            </div>
          );
        })}
      </dl>
      <ClassSources ledger={id} />
    </section>
  );
}

/** A value in words; places and departments lead to where their figures are. */
function Value({ column, value, row }: { column: CaseColumn; value: string | number; row: EvidenceRow }) {
  if (value === '') return <span className="kp-no-case">空白</span>;
  if (column.key === 'county') return <PlaceLink code={String(row.county)} />;
  if (column.key === 'department') return <DepartmentLink id={String(row.department)} />;
  return typeof value === 'number' ? countText(value) : value;
}

function Origin({ row }: { row: EvidenceRow }) {
  const workspace = useWorkspace();
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const { message } = App.useApp();
  const submission = submissions.find((s) => s.id === row.submission);
  if (!submission) return null;
  const download = async () => {
    try {
      const [blob, { saveBlob }] = await Promise.all([
        workspace.original(submission.id),
        load(() => import('../../report/download')),
      ]);
      saveBlob(blob, submission.file.split('/').at(-1) ?? submission.file);
    } catch (error) {
      message.error(failureNote('未能取出原文件', error));
    }
  };
  return (
    <section className="kp-case-section">
      <h2>来源</h2>
      <dl className="kp-case-facts">
        <dt>报送</dt>
        <dd>
          <ScreenLink
            screen="submissions"
            search={{
              tab: 'register',
              cell: `${submission.unit}|${submission.period}|${submission.ledger}`,
            }}
          >
            {unitName(office, submission.unit)} {periodName(submission.period)}{' '}
            {office.catalogue.ledger(submission.ledger).name}
          </ScreenLink>
        </dd>
        <dt>文件</dt>
        <dd>{submission.file}</dd>
        {row.sheet !== null && row.sheet !== undefined && (
          <>
            <dt>工作表</dt>
            <dd>{row.sheet}</dd>
          </>
        )}
        <dt>行号</dt>
        <dd>第 {row.row} 行（与电子表格显示的行号一致）</dd>
        <dt>收到日期</dt>
        <dd>{submission.receivedOn ?? '不明'}</dd>
      </dl>
      <Button size="small" icon={<DownloadOutlined />} onClick={() => void download()}>
        下载原文件
      </Button>
    </section>
  );
}
