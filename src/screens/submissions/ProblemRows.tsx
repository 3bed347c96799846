import { Button } from 'antd';
import { countText } from '../../domain/display';
import { problemValue } from '../../domain/problemNames';
import type { SubmissionProblem } from '../../domain/problems';
import { numeric } from '../../ui/DataTable';
import { useProblemGroups, useProblems } from '../../ui/data';
import { mapLoaded } from '../../ui/data/loaded';
import { useSetSearch } from '../../ui/navigation';
import type { ProblemQuestion } from '../../workspace/workspace';
import { PagedProblems } from './PagedProblems';
import type { ListQuestion, OpenRow } from './problemQuestion';
import { columnText, wholeText } from './problemWords';
import { RowButton } from './RowButton';
import { SeverityMark } from './SeverityMark';

const useRowPage = (question: ProblemQuestion) =>
  mapLoaded(useProblems(question), ({ total, rows }) => ({ total, rows, count: `${countText(total)} 个` }));

/** The problems of one cause, row by row, below the sentence of all of them. */
export function ProblemRows({ question, onOpen }: { question: ListQuestion; onOpen: OpenRow }) {
  const setSearch = useSetSearch('submissions');
  const group = useProblemGroups({ ...question, offset: 0, limit: 1 });
  const whole = group.state === 'ready' ? group.data.groups[0] : undefined;
  return (
    <>
      <div className="kp-group-head">
        <Button size="small" className="kp-no-print" onClick={() => setSearch({ cause: undefined })}>
          ← 返回问题清单
        </Button>
        {whole && (
          <p>
            <SeverityMark severity={whole.severity} /> {whole.file}
            {whole.sheet !== null && ` 工作表「${whole.sheet}」`} {columnText(whole)}：{whole.message}
          </p>
        )}
      </div>
      <PagedProblems<SubmissionProblem>
        caption="同一原因的问题，逐行"
        question={question}
        usePage={useRowPage}
        rowKey={problemKey}
        where={{
          row: {
            ...numeric,
            title: '行号',
            dataIndex: 'row',
            width: 72,
            render: (_, p) =>
              p.row === null ? wholeText(p) : <RowButton of={p} row={p.row} label={p.row} onOpen={onOpen} />,
          },
          value: { title: '值', width: 140, className: 'kp-break', render: (_, p) => shortened(problemValue(p)) },
        }}
        printed={{
          row: { key: 'row', title: '行号', kind: 'number', render: (p) => p.row ?? wholeText(p) },
          value: { key: 'value', title: '值', kind: 'name', render: (p) => shortened(problemValue(p)) },
        }}
        unit="个"
        foundIn="问题清单的导出"
        empty="文件可能已更正、撤回或重新读取。"
      />
    </>
  );
}

const problemKey = (p: SubmissionProblem) =>
  `${p.file}/${p.ledger}/${p.sheet}/${p.row}/${p.letters}/${p.column}/${p.code}/${p.message}`;

/** Characters of a value that the list shows. */
const SHOWN = 200;

const shortened = (value: string | null): string | null =>
  value && value.length > SHOWN ? `${value.slice(0, SHOWN)}……（共 ${value.length} 字，全文见导出）` : value;
