import { App, Button } from 'antd';
import { type ReactNode, use, useId, useState } from 'react';
import { messageOf } from '../domain/failure';
import type { Chart } from './base';
import { ChartTableView } from './ChartTableView';
import { drawChart } from './drawChart';
import { EChart } from './EChart';
import { SaveChartContext } from './SaveChartContext';

export interface ChartPanelProps {
  /** The finding or the question that the chart answers. */
  title: string;
  /** n, cut-off, source: 全省 n=12,345 · 数据截止日 2018-01-10. */
  note: string;
  chart: Chart;
  /** Opens an item: by click on the chart, by keyboard in the table. */
  onOpen?: (target: string) => void;
  /** Controls beside the title: which indicator, which areas. */
  controls?: ReactNode;
  /** Below the chart: a legend in words. */
  children?: ReactNode;
}

/** A chart with its title, its note, its numbers as a table, and export as PNG. */
export function ChartPanel({ title, note, chart, onOpen, controls, children }: ChartPanelProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const saveChart = use(SaveChartContext);
  const { message } = App.useApp();
  const save = async () => {
    try {
      await saveChart?.(drawChart(chart), title, note);
    } catch (error) {
      message.error(`图片未能保存：${messageOf(error)}`);
    }
  };
  return (
    <section className="kp-panel" aria-labelledby={id}>
      <header className="kp-panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          <p className="kp-note">{note}</p>
        </div>
        <div className="kp-actions">
          {controls}
          <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? '图形' : '数据表'}
          </Button>
          {saveChart && (
            <Button size="small" onClick={() => void save()}>
              存为图片
            </Button>
          )}
        </div>
      </header>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="kp-chart-table" aria-label={`${title} 数据表`} tabIndex={0}>
          <ChartTableView title={title} chart={chart} onOpen={onOpen} />
        </section>
      ) : (
        <>
          <EChart chart={chart} onOpen={onOpen} />
          <div className="kp-hidden">
            <ChartTableView title={title} chart={chart} />
          </div>
        </>
      )}
      {children}
    </section>
  );
}
