import { Button } from 'antd';
import type { Chart } from './base';

export interface ChartTableViewProps {
  title: string;
  chart: Chart;
  /** Where items can be opened, their names are buttons. */
  onOpen?: ((target: string) => void) | undefined;
}

/** The numbers of a chart as a table. */
export function ChartTableView({ title, chart: { table, targets }, onOpen }: ChartTableViewProps) {
  return (
    <table className="kp-plain">
      <caption className="kp-hidden">{title}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([head, ...cells], i) => {
          const target = targets[i];
          return (
            <tr key={`${head}`}>
              <th scope="row">
                {onOpen && target ? (
                  <Button type="link" size="small" onClick={() => onOpen(target)}>
                    {head}
                  </Button>
                ) : (
                  head
                )}
              </th>
              {cells.map((cell, j) => (
                <td key={table.columns[j + 1]}>{cell}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
