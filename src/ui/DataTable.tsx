import { Table, type TableProps } from 'antd';
import type { AnyObject } from 'antd/es/_util/type';
import { ScrollBox } from './ScrollBox';

export type DataTableProps<Row extends AnyObject> = Omit<TableProps<Row>, 'size' | 'bordered'> & {
  /** Read by screen readers, and printed. */
  caption: string;
  /** Height in px from which the body scrolls by itself; without it the head sticks to the page's head bar. */
  height?: number;
  /** Width in px below which it scrolls sideways rather than squeeze its columns. */
  minWidth: number;
};

/** Class of a column of numbers: right-aligned, tabular figures. `{ ...numeric, title, dataIndex }`. */
export const numeric = { align: 'right', className: 'kp-numeric' } as const;

/** The table of the house: dense rows, a head that stays, heads that sort by mouse and by keyboard. */
export function DataTable<Row extends AnyObject>({ caption, height, minWidth, ...rest }: DataTableProps<Row>) {
  const table = (more: TableProps<Row>) => (
    <Table<Row>
      size="small"
      pagination={false}
      showSorterTooltip={false}
      {...more}
      {...rest}
      aria-label={caption}
      className={`kp-table ${rest.className ?? ''}`}
    />
  );
  // The library scrolls a table with a second, hidden head to measure by, links and all: only where the head must stay.
  if (rest.sticky === false && !height) return <ScrollBox>{table({ style: { minWidth } })}</ScrollBox>;
  return (
    <ScrollBox inner=".ant-table-body, .ant-table-content">
      {table({
        ...(height ? {} : { sticky: { offsetHeader: 84 } }),
        scroll: { ...(height && { y: height }), x: minWidth },
      })}
    </ScrollBox>
  );
}
