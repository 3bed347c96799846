import { useEffect, useRef } from 'react';
import type { Chart } from './base';
import { type ECharts, init } from './echarts';

/** Width of the print area of `@page` (210 mm less two margins of 10 mm) in CSS pixels. */
const A4_WIDTH = 718;

export interface EChartProps {
  chart: Chart;
  /** Called with the `targets` entry of the item that was clicked. */
  onOpen?: ((target: string) => void) | undefined;
}

/** Mounts a chart, follows its box, and disposes of it. Drawn as SVG, so that print and zoom stay sharp. */
export function EChart({ chart, onOpen }: EChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const instance = useRef<ECharts>(null);
  const open = useRef<(index: number) => void>(() => {});
  open.current = (index) => {
    const target = chart.targets[index];
    if (target !== undefined) onOpen?.(target);
  };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const held = init(element, null, { renderer: 'svg' });
    instance.current = held;
    held.on('click', (event) => open.current(event.dataIndex));
    const sizes = new ResizeObserver(() => held.resize());
    sizes.observe(element);
    const toPaper = () => {
      held.resize({ width: A4_WIDTH });
      held.getZr().flush();
    };
    // A width once given is kept until it is taken back.
    const toScreen = () => held.resize({ width: 'auto' });
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
      sizes.disconnect();
      held.dispose();
      instance.current = null;
    };
  }, []);

  useEffect(() => {
    instance.current?.setOption(chart.option, { notMerge: true });
    instance.current?.resize();
  }, [chart]);

  return (
    <div
      ref={box}
      className={`kp-chart ${onOpen ? 'kp-chart-clickable' : ''}`}
      style={{ height: chart.height }}
      role="img"
    />
  );
}
