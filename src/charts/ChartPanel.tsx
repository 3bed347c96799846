import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Chart } from './base';
import { ChartLegend } from './ChartLegend';
import { ChartTableView } from './ChartTableView';
import { EChart } from './EChart';
import { SaveChartButton } from './SaveChartButton';
import { type ChartSubject, subjectText } from './SaveChartContext';

export interface ChartPanelProps {
  /** The finding or the question that the chart answers. */
  title: string;
  /** Whose figures, of when: stands below the title on the screen and in pictures, and in a picture's name. */
  subject: ChartSubject;
  /** n, 口径, what is drawn: also in pictures. What is left out undated comes from the chart. */
  note: string;
  /** What to click: on the screen only. */
  hint?: string;
  chart: Chart;
  /** Opens an item: by click on the chart, by keyboard in the table. */
  onOpen?: (target: string) => void;
  /** Controls beside the title: which indicator, which areas. */
  controls?: ReactNode;
}

/** A chart with its title, its note, its legend, its numbers as a table, and export as a picture. */
export function ChartPanel({ title, subject, note, hint, chart, onOpen, controls }: ChartPanelProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const facts = [note, chart.leftOut].filter(Boolean).join('；');
  return (
    <section className="kp-panel" aria-labelledby={id}>
      <header className="kp-panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          <p className="kp-note">
            {`${subjectText(subject)}；${facts}`}
            {hint && <span className="kp-no-print">；{hint}</span>}
          </p>
        </div>
        <div className="kp-actions">
          {controls}
          <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? '图形' : '数据表'}
          </Button>
          <SaveChartButton chart={chart} words={{ title, subject, note: facts }} />
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
          <ChartLegend entries={chart.legend} />
          <div className="kp-hidden">
            <ChartTableView title={title} chart={chart} />
          </div>
        </>
      )}
    </section>
  );
}
