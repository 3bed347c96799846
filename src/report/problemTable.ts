import { LEDGERS } from '../domain/ledgers';
import { type Office, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import { problemName } from '../domain/problemNames';
import type { SubmissionProblem } from '../domain/problems';
import { number, type ReportTable, SEVERITY_NAMES } from './tables';

/** 问题清单: one row per problem, as a sender needs it. Without a row number the problem is the whole file's. */
export const problemTable = (office: Office, problems: readonly SubmissionProblem[]): ReportTable => ({
  columns: [
    { label: '报送单位', width: 15 },
    { label: '报送期', width: 15 },
    { label: '台账', width: 12 },
    { label: '文件', width: 30 },
    { label: '行号', width: 7 },
    { label: '列', width: 12 },
    { label: '值', width: 16 },
    { label: '级别', width: 6 },
    { label: '类别', width: 14 },
    { label: '说明', width: 46 },
    { label: '工作表', width: 10 },
    { label: '规则代码', width: 24 },
  ],
  rows: problems.map((p) => [
    unitName(office, p.unit),
    periodName(p.period),
    LEDGERS[p.ledger].name,
    p.file,
    number(p.row, 'count'),
    p.column,
    p.value,
    SEVERITY_NAMES[p.severity],
    problemName(p.code),
    p.message,
    p.sheet,
    p.code,
  ]),
});
