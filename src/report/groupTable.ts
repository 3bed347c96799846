import { type Office, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import type { ProblemGroup } from '../domain/problemGroups';
import { problemName } from '../domain/problemNames';
import { rowsInWords } from '../domain/rowRuns';
import { number, type ReportCell, type ReportTable, SEVERITY_NAMES } from './tables';

interface Column {
  label: string;
  width: number;
  cell: (g: ProblemGroup, office: Office) => ReportCell;
}

const SHEET: Column = { label: '工作表', width: 12, cell: (g) => g.sheet };

const COLUMNS: readonly Column[] = [
  { label: '报送单位', width: 15, cell: (g, office) => unitName(office, g.unit) },
  { label: '报送期', width: 15, cell: (g) => periodName(g.period) },
  { label: '台账', width: 12, cell: (g, office) => office.catalogue.ledger(g.ledger).name },
  { label: '文件', width: 30, cell: (g) => g.file },
  SHEET,
  { label: '列号', width: 6, cell: (g) => g.letters },
  { label: '列', width: 12, cell: (g) => g.column },
  { label: '行', width: 22, cell: (g) => (g.runs.length ? rowsInWords(g.runs, g.rows) : null) },
  { label: '个数', width: 7, cell: (g) => number(g.count, 'count') },
  { label: '级别', width: 6, cell: (g) => SEVERITY_NAMES[g.severity] },
  { label: '类别', width: 14, cell: (g, office) => problemName(office.catalogue, g.code) },
  { label: '说明', width: 60, cell: (g) => g.message },
  { label: '规则代码', width: 24, cell: (g) => g.code },
];

/** One row for each cause: file, sheet, column and rule, with all the rows that have it. */
export function groupTable(office: Office, groups: readonly ProblemGroup[]): ReportTable {
  const sheets = groups.some((g) => g.sheet !== null);
  const columns = COLUMNS.filter((c) => sheets || c !== SHEET);
  return {
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: groups.map((g) => columns.map((c) => c.cell(g, office))),
  };
}
