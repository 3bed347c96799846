import type { ReactNode } from 'react';
import { countText } from '../../domain/display';
import { usePrinting } from './usePrinting';

/** The most rows of a list that are put on paper; a longer one says how many it has, and where they all are. */
export const PRINT_ROWS = 500;

export interface PrintColumn<Row> {
  key: string;
  title: string;
  /**
   * How its words may break: `whole` (ids, days, codes, numbers) never; `name` (file names, which have no blanks) anywhere
   * but in a column of some width; without it as Chinese text does, in a column of some width.
   */
  kind?: 'whole' | 'number' | 'name';
  render: (row: Row, index: number) => ReactNode;
}

export interface PrintListProps<Row> {
  caption: string;
  columns: readonly PrintColumn<Row>[];
  rows: readonly Row[];
  /** Number of all rows, printed or not. */
  total: number;
  /** What is counted: 件, 条, 个. */
  unit: string;
  /** Where all rows are found, if not all are printed: 导出的清单. */
  where: string;
  rowKey: (row: Row, index: number) => string;
}

/**
 * A list on paper, in place of one that scrolls or turns pages on the screen (which is `kp-no-print`). It stands in the page
 * only while that is printed, and says how many rows it leaves out.
 */
export function PrintList<Row>(props: PrintListProps<Row>) {
  const { caption, columns, rows, total, unit, where, rowKey } = props;
  if (!usePrinting()) return null;
  return (
    <div className="kp-print-list" data-testid="print-list">
      {total > rows.length && (
        <p className="kp-left-out" data-testid="left-out">
          {caption}：本页列出前 {countText(rows.length)} {unit}，共 {countText(total)} {unit}；全部见{where}。
        </p>
      )}
      <table className="kp-plain">
        <caption className="kp-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col" className={`kp-print-${c.kind ?? 'text'}`} data-kind={c.kind ?? 'text'}>
                {c.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={rowKey(row, i)}>
              {columns.map((c) => (
                <td key={c.key} className={`kp-print-${c.kind ?? 'text'}`}>
                  {c.render(row, i)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
