import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { countText } from '../../domain/display';
import type { EvidenceQuestion, EvidenceRow } from '../../domain/evidence';
import { useOffice, useRowsAt } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { ScrollBox } from '../../ui/ScrollBox';
import { type CaseColumn, isAfterCutOff, shownValue } from './columns';
import { isWaiting, waitingText } from './overdue';
import { tellShown } from './shown';

const ROW_HEIGHT = 32;
/** Room beside the id for how long a case has waited. */
const WAITING_WIDTH = 128;

export interface CaseTableProps {
  caption: string;
  question: EvidenceQuestion;
  columns: readonly CaseColumn[];
  total: number;
  /** Index of the row that is opened: it is kept in sight. */
  opened: number | null;
  onOpen: (index: number) => void;
}

/**
 * A list of any length: only the rows in sight stand in the page, between two blank ones as high as the rest, and only
 * their pages are read. The head stays while the list scrolls.
 */
export function CaseTable({ caption, question, columns, total, opened, onOpen }: CaseTableProps) {
  const { catalogue } = useOffice();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The head stands before the first row, and over the rows while they scroll.
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const rowAt = useRowsAt(question, items[0]?.index ?? 0, items.at(-1)?.index ?? 0, tellShown);
  // Another question begins at its top. By the list's own means: a row that it was brought to is not sought any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what the effect answers to
  useEffect(() => virtual.scrollToOffset(0), [question]);
  const widthOf = (c: CaseColumn) => c.width + (c === columns[0] && isWaiting(catalogue, question) ? WAITING_WIDTH : 0);
  useEffect(() => {
    if (opened !== null) virtual.scrollToIndex(opened, { align: 'auto' });
  }, [opened, virtual]);
  const above = (items[0]?.start ?? ROW_HEIGHT) - ROW_HEIGHT;
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? ROW_HEIGHT) - ROW_HEIGHT);
  return (
    <ScrollBox inner=".kp-case-scroll" className="kp-no-print">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part of a page that scrolls must be reached by keyboard */}
      <section ref={scroller} className="kp-case-scroll" aria-label="案件清单" tabIndex={0}>
        <table
          className="kp-case-table"
          aria-rowcount={total + 1}
          style={{ minWidth: columns.reduce((sum, c) => sum + widthOf(c), 0) }}
        >
          <caption className="kp-hidden">{caption}</caption>
          <colgroup>
            {columns.map((c) => (
              <col key={c.key} style={{ width: widthOf(c) }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} question={question} />
              ))}
            </tr>
          </thead>
          <tbody>
            <Blank height={above} columns={columns.length} />
            {items.map((item) => (
              <CaseRow
                key={item.key}
                index={item.index}
                row={rowAt(item.index)}
                columns={columns}
                question={question}
                opened={item.index === opened}
                onOpen={onOpen}
              />
            ))}
            <Blank height={below} columns={columns.length} />
          </tbody>
        </table>
      </section>
    </ScrollBox>
  );
}

function Blank({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td className="kp-case-blank" colSpan={columns} style={{ height }} />
    </tr>
  );
}

function HeadCell({ column, question }: { column: CaseColumn; question: EvidenceQuestion }) {
  const setSearch = useSetSearch('cases');
  const { sort } = question;
  const sorted = sort?.column === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none';
  // Ascending, descending, then the order of the files again.
  const next = () => {
    if (sorted === 'none') return { sort: column.key, descending: undefined };
    if (sorted === 'ascending') return { sort: column.key, descending: '1' as const };
    return { sort: undefined, descending: undefined };
  };
  // By what the office's lists say of a text the rows cannot be ordered: the database does not know it.
  if (column.sorted)
    return (
      <th scope="col" className={classOf(column)} title="由程序按清单从原文得出，不是原文件的内容">
        {column.label}
      </th>
    );
  return (
    <th scope="col" aria-sort={sorted} className={classOf(column)}>
      <button type="button" onClick={() => setSearch(next())} title="点击排序">
        {column.label}
        <span aria-hidden="true">{sorted === 'ascending' ? ' ▲' : sorted === 'descending' ? ' ▼' : ''}</span>
      </button>
    </th>
  );
}

interface CaseRowProps {
  index: number;
  row: EvidenceRow | undefined;
  columns: readonly CaseColumn[];
  question: EvidenceQuestion;
  opened: boolean;
  onOpen: (index: number) => void;
}

/** A click anywhere opens the row; by keyboard the button of its first cell does. */
function CaseRow({ index, row, columns, question, opened, onOpen }: CaseRowProps) {
  const office = useOffice();
  const waiting = row && waitingText(office, question, row);
  const open = () => {
    // Text that was just marked for copying stays marked.
    if (row && !window.getSelection()?.toString()) onOpen(index);
  };
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={opened ? 'true' : undefined}
      className={index % 2 ? 'kp-case-odd' : undefined}
      onClick={open}
    >
      {columns.map((column, i) => {
        const value = row ? shownValue(office, column, row) : '';
        const shown = typeof value === 'number' ? numberText(column.key, value) : value;
        if (i === 0)
          return (
            <th key={column.key} scope="row" title={shown}>
              <button type="button" disabled={!row} aria-label={`${shown}，${waiting ? `${waiting}，` : ''}查看详情`}>
                {row ? shown : '…'}
              </button>
              {waiting && (
                <small className="kp-case-waiting" data-testid="waiting">
                  {waiting}
                </small>
              )}
            </th>
          );
        return (
          <td key={column.key} className={classOf(column)} title={shown}>
            {shown}
            {row && isAfterCutOff(column, row, question.asOf) && (
              <small className="kp-case-after" title="发生在数据截止日之后，未计入">
                后
              </small>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Where a row came from stays in sight, whatever is scrolled to. */
const classOf = ({ key, kind }: CaseColumn): string =>
  ['file', 'sheet', 'row'].includes(key) ? `kp-case-${kind} kp-case-at-${key}` : `kp-case-${kind}`;

/** Row numbers are names of rows: no thousands separators. */
const numberText = (key: string, value: number): string => (key === 'row' ? String(value) : countText(value));
