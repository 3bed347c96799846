import { LEDGERS } from '../domain/ledgers';
import { type Office, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import { problemName } from '../domain/problemNames';
import type { SubmissionProblem } from '../domain/problems';
import { type ReportTable, SEVERITY_NAMES } from './tables';

/** 问题清单: one row per problem, as a sender needs it. Without a row number the problem is the whole file's. */
export const problemTable = (office: Office, problems: readonly SubmissionProblem[]): ReportTable => ({
  columns: [
    { label: '报送单位', width: 20 },
    { label: '报送期', width: 16 },
    { label: '台账', width: 18 },
    { label: '文件', width: 40 },
    { label: '工作表', width: 10 },
    { label: '行号', width: 8 },
    { label: '列', width: 16 },
    { label: '值', width: 20 },
    { label: '级别', width: 6 },
    { label: '类别', width: 22 },
    { label: '说明', width: 70 },
    { label: '规则代码', width: 24 },
  ],
  rows: problems.map((p) => [
    unitName(office, p.unit),
    periodName(p.period),
    LEDGERS[p.ledger].name,
    p.file,
    p.sheet,
    p.row === null ? null : { number: p.row, format: 'count' },
    p.column,
    p.value,
    SEVERITY_NAMES[p.severity],
    problemName(p.code),
    p.message,
    p.code,
  ]),
});
