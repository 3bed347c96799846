import { countText } from '../../domain/display';
import type { BookSheet } from '../book/sheet';
import { type OutstandingRow, outstandingOf, sinceLabel } from '../outstanding';
import { number, type ReportCell } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { questionLine } from './paper';

/** The rows that one sheet holds at most, so that a workbook can still be opened; what is left out is said. */
const MOST = 20_000;

/** 待办: every case in which something is still to be done at the cut-off, with how long it is past its deadline. */
export function outstandingSheet(input: WorkbookInput, rows: readonly OutstandingRow[] = input.outstanding): BookSheet {
  const { regions, departments, words, catalogue } = input.office;
  const todo = outstandingOf(catalogue);
  const names = new Map(todo.map((i) => [i.id, i.question.name]));
  // Named where any of the files has them.
  const sheets = rows.some((r) => r.sheet !== null);
  const counts = todo.map(
    ({ id, question }) => `${question.name} ${countText(rows.filter((r) => r.indicator === id).length)} 件`,
  );
  return {
    name: '待办',
    title: '待办案件',
    line: `单位：件 · 截止日 ${input.assessment.asOf} 时的全部，含以往各期 · ${counts.join('，')}`,
    table: {
      columns: [
        { label: '事项', width: 14 },
        { label: words.places, width: 22 },
        ...(words.county ? [{ label: words.county.name, width: 22 }] : []),
        { label: '部门', width: 12 },
        { label: '编号', width: 26 },
        { label: '起算日', width: 11 },
        { label: '期限', width: 11 },
        { label: '已超期', width: 8 },
        { label: '计法', width: 8 },
        { label: '来源文件', width: 48 },
        ...(sheets ? [{ label: '工作表', width: 16 }] : []),
        { label: '行号', width: 8 },
      ],
      rows: rows.slice(0, MOST).map((r) => {
        const place = regions.place(r.place);
        const prefecture = place.level === 'county' ? regions.place(place.prefecture ?? '') : null;
        return [
          names.get(r.indicator) ?? '',
          prefecture?.name ?? (place.level === 'province' ? words.own : place.name),
          ...(words.county
            ? [place.level === 'county' ? place.name : regions.isParted(place.code) ? '本级' : null]
            : []),
          departments.nameOf(r.department),
          r.id,
          r.since ? { day: r.since } : null,
          r.due ? { day: r.due } : null,
          ...overdue(r),
          r.file,
          ...(sheets ? [r.sheet] : []),
          number(r.row, 'count'),
        ];
      }),
    },
    notes: [
      ...(rows.length > MOST
        ? [`共 ${countText(rows.length)} 件，此处列出前 ${countText(MOST)} 件；全部见页面“案件”的导出。`]
        : []),
      '已超期：期限按工作日计的数工作日，按日历日计的数天，从期限届满日到截止日。',
      ...(todo.length > 0
        ? [
            `起算日：${todo.map((i) => `${i.question.name}为${sinceLabel(catalogue, i)}`).join('，')}。${todo
              .map(({ question: { outstanding } }) => outstanding.note && `${outstanding.note}。`)
              .filter(Boolean)
              .join('')}`,
          ]
        : []),
      `${questionLine(input)}；指标按考核期计，待办按时点计，两者件数不必相同。`,
    ],
  };
}

/** 已超期 and how it is counted; a word where the deadline has not passed. */
const overdue = ({ due, over }: OutstandingRow): ReportCell[] => {
  if (over === null) return [due === null ? '期限未定' : '未到期', null];
  if (over.lastDay) return ['当日到期', null];
  if (over.days === null) return ['日数未知', '工作日'];
  if (over.days === 0) return ['不足 1', '工作日'];
  return [number(over.days, 'count'), over.unit === 'working_days' ? '工作日' : '天'];
};
