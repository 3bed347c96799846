import { type Office, unitName } from '../domain/office';
import type { SharedCase } from '../domain/sharedCases';
import type { ReportTable } from './tables';

/** 重复报送的案件: one row per unit of each case. Sheets are named where any of the files has them. */
export function sharedCaseTable(office: Office, cases: readonly SharedCase[]): ReportTable {
  const sheets = cases.some(({ rows }) => rows.some((r) => r.sheet !== null));
  return {
    columns: [
      { label: '台账', width: 20 },
      { label: '编号', width: 24 },
      { label: '报送单位', width: 24 },
      { label: office.words.smallest, width: 20 },
      { label: '部门', width: 14 },
      { label: '案件日期', width: 12 },
      { label: '文件', width: 46 },
      ...(sheets ? [{ label: '工作表', width: 16 }] : []),
      { label: '行号', width: 8 },
    ],
    rows: cases.flatMap(({ ledger, id, rows }) =>
      rows.map((r) => [
        office.catalogue.ledger(ledger).name,
        id,
        unitName(office, r.unit),
        office.regions.place(r.place).name,
        office.departments.nameOf(r.department),
        r.day ? { day: r.day } : null,
        r.file,
        ...(sheets ? [r.sheet] : []),
        { number: r.row, format: 'count' as const },
      ]),
    ),
  };
}
