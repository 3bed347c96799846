import { type Office, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import { problemName, problemValue } from '../domain/problemNames';
import type { SubmissionProblem } from '../domain/problems';
import { number, type ReportCell, type ReportTable, SEVERITY_NAMES } from './tables';

interface Column {
  label: string;
  width: number;
  cell: (p: SubmissionProblem, office: Office) => ReportCell;
}

const SHEET: Column = { label: '工作表', width: 12, cell: (p) => p.sheet };

const COLUMNS: readonly Column[] = [
  { label: '报送单位', width: 15, cell: (p, office) => unitName(office, p.unit) },
  { label: '报送期', width: 15, cell: (p) => periodName(p.period) },
  { label: '台账', width: 12, cell: (p, office) => office.catalogue.ledger(p.ledger).name },
  { label: '文件', width: 30, cell: (p) => p.file },
  SHEET,
  { label: '行号', width: 7, cell: (p) => number(p.row, 'count') },
  { label: '列号', width: 6, cell: (p) => p.letters },
  { label: '列', width: 12, cell: (p) => p.column },
  { label: '值', width: 16, cell: problemValue },
  { label: '级别', width: 6, cell: (p) => SEVERITY_NAMES[p.severity] },
  { label: '类别', width: 14, cell: (p, office) => problemName(office.catalogue, p.code) },
  { label: '说明', width: 46, cell: (p) => p.message },
  { label: '规则代码', width: 24, cell: (p) => p.code },
];

/**
 * 问题清单: one row per problem, as a sender needs it. Without a row number the problem is the whole file's. Sheets are
 * named where any of the files has them.
 */
export function problemTable(office: Office, problems: readonly SubmissionProblem[]): ReportTable {
  const sheets = problems.some((p) => p.sheet !== null);
  const columns = COLUMNS.filter((c) => sheets || c !== SHEET);
  return {
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: problems.map((p) => columns.map((c) => c.cell(p, office))),
  };
}
