import type { Catalogue } from '../domain/catalogue/catalogue';
import type { ProblemCode, Severity } from '../domain/problemCodes';
import type { ProblemGroup } from '../domain/problemGroups';
import { problemName } from '../domain/problemNames';
import { compareText } from '../domain/text';
import { number, type ReportTable, SEVERITY_NAMES } from './tables';

/** How often a rule was broken, with the first sentence it gave. */
export interface ProblemCount {
  code: ProblemCode;
  severity: Severity;
  /** Of problems, row by row. */
  count: number;
  example: string;
}

/** Counts problems by code: errors first, the most frequent first. */
export function countProblems(
  groups: Iterable<Pick<ProblemGroup, 'code' | 'severity' | 'count' | 'message'>>,
): ProblemCount[] {
  const counts = new Map<ProblemCode, ProblemCount>();
  for (const { code, severity, count, message } of groups) {
    const held = counts.get(code);
    if (held) held.count += count;
    else counts.set(code, { code, severity, count, example: message });
  }
  return [...counts.values()].sort(
    (a, b) => compareText(a.severity, b.severity) || b.count - a.count || compareText(a.code, b.code),
  );
}

/** 问题汇总: one row per rule. */
export const problemCountTable = (catalogue: Catalogue, counts: readonly ProblemCount[]): ReportTable => ({
  columns: [
    { label: '级别', width: 8 },
    { label: '类别', width: 26 },
    { label: '件数', width: 10 },
    { label: '示例', width: 90 },
    { label: '规则代码', width: 26 },
  ],
  rows: counts.map((c) => [
    SEVERITY_NAMES[c.severity],
    problemName(catalogue, c.code),
    number(c.count, 'count'),
    c.example,
    c.code,
  ]),
});
