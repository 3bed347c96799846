import { Select } from 'antd';
import { useState } from 'react';
import { unitName } from '../../domain/office';
import { type Severity, severityOf } from '../../domain/problemCodes';
import { problemCodes, problemName } from '../../domain/problemNames';
import { effectiveSubmissions } from '../../domain/submission';
import type { TableForm } from '../../report/saveTable';
import { SEVERITY_NAMES } from '../../report/tables';
import { useOffice, useProblemGroups, useStarting, useView, useWorkspace, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton, type Making } from '../../ui/ExportButton';
import { LoadingState } from '../../ui/LoadingState';
import { load } from '../../ui/load';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { allProblemGroups, allProblems } from '../../workspace/allPages';
import { AsidePrint } from './AsideCells';
import { AsideDrawer } from './AsideDrawer';
import { ProblemGroups } from './ProblemGroups';
import { ProblemRows } from './ProblemRows';
import { problemExport, problemFileName } from './problemExport';
import { groupQuestion, type ListQuestion, type OpenedRow } from './problemQuestion';

/** 问题: what is wrong in which file, rows and column, and what to do about it; one line for each cause. */
export function ProblemsPanel() {
  const { unit, submission, severity, code, cause } = useScreenSearch('submissions');
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const [opened, setOpened] = useState<OpenedRow | null>(null);
  if (starting?.state === 'loading') return <LoadingState what="正在读入报送" />;
  if (submissions.length === 0) return <EmptyState title="还没有报送，也就没有问题" />;
  const question = {
    unit,
    severity,
    code,
    submission: submission === undefined ? undefined : Number(submission),
  };
  const asked = cause === undefined ? question : groupQuestion(cause);
  // Another question begins at its first page.
  const key = JSON.stringify(asked);
  return (
    <Panel
      title="问题清单"
      note="错误：该行搁置，不参与计算；提示：该行计入；说明：文件是怎样读取的。行号、列号与电子表格显示的一致。只列参与计算的版本"
      hint="点行数逐行看，点搁置的行号看整行"
      actions={cause === undefined && <ProblemExports question={question} />}
    >
      <div className={opened ? 'kp-no-print' : undefined}>
        {cause === undefined ? (
          <>
            <ProblemFilters />
            <ProblemGroups key={key} question={asked} onOpen={setOpened} />
          </>
        ) : (
          <ProblemRows key={key} question={asked} onOpen={setOpened} />
        )}
      </div>
      {opened && <AsidePrint opened={opened} />}
      <AsideDrawer opened={opened} onChange={setOpened} />
    </Panel>
  );
}

/** The list with every row, as a workbook or as text. */
function ProblemExports({ question }: { question: ListQuestion }) {
  const workspace = useWorkspace();
  const office = useOffice();
  const { kind, submissions } = useWorkspaceState();
  const { asOf } = useView();
  const groups = useProblemGroups({ ...question, offset: 0, limit: 0 });
  const save = async (form: TableForm, { signal, onProgress }: Making) => {
    const [{ saveTable }, { problemTable }, { groupTable }] = await Promise.all([
      load(() => import('../../report/saveTable')),
      load(() => import('../../report/problemTable')),
      load(() => import('../../report/groupTable')),
    ]);
    // A workbook asks for the same problems twice: one by one, then those of one cause together.
    const parts = form === 'xlsx' ? 2 : 1;
    const told = (part: number) => ({
      signal,
      onProgress: (done: number, total: number) => onProgress((part + done / Math.max(1, total)) / parts),
    });
    const rows = await allProblems(workspace, question, told(0));
    const of = { office, sample: kind === 'sample', submissions, question, asOf };
    const asLines = form === 'xlsx' ? groupTable(office, await allProblemGroups(workspace, question, told(1))) : null;
    await saveTable(form, problemFileName(of), problemExport(of, rows, problemTable(office, rows), asLines));
  };
  const nothing = groups.state !== 'ready' || groups.data.total === 0;
  return (
    <>
      <ExportButton label="导出 Excel" make={(making) => save('xlsx', making)} disabled={nothing} />
      <ExportButton label="导出 CSV" make={(making) => save('csv', making)} disabled={nothing} />
    </>
  );
}

function ProblemFilters() {
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const { unit, submission, severity, code } = useScreenSearch('submissions');
  const setSearch = useSetSearch('submissions');
  const effective = effectiveSubmissions(submissions);
  const units = [...new Set(effective.map((s) => s.unit))];
  const files = effective.filter((s) => unit === undefined || s.unit === unit);
  return (
    <div className="kp-filters kp-no-print">
      <Select
        size="small"
        aria-label="报送单位"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部单位"
        className="kp-filter-unit"
        value={unit ?? null}
        options={units.map((u) => ({ value: u, label: unitName(office, u) }))}
        onChange={(chosen?: string) => setSearch({ unit: chosen, submission: undefined })}
      />
      <Select
        size="small"
        aria-label="文件"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部文件"
        className="kp-filter-file"
        value={submission ?? null}
        options={files.map((s) => ({ value: String(s.id), label: s.file }))}
        onChange={(chosen?: string) => setSearch({ submission: chosen })}
      />
      <Select
        size="small"
        aria-label="级别"
        allowClear
        placeholder="错误和提示"
        className="kp-filter-severity"
        value={severity ?? null}
        options={(['error', 'warning', 'note'] as const).map((s) => ({ value: s, label: SEVERITY_NAMES[s] }))}
        onChange={(chosen?: Severity) => setSearch({ severity: chosen, code: undefined })}
      />
      <Select
        size="small"
        aria-label="类别"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部类别"
        className="kp-filter-code"
        popupMatchSelectWidth={false}
        value={code ?? null}
        options={problemCodes(office.catalogue, severity)
          .filter((c) => severity !== undefined || severityOf(c) !== 'note')
          .map((c) => ({ value: c, label: problemName(office.catalogue, c) }))}
        onChange={(chosen?: string) => setSearch({ code: chosen })}
      />
    </div>
  );
}
