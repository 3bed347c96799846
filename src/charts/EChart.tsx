import { useEffect, useRef } from 'react';
import type { Chart } from './base';
import { type ECharts, init } from './echarts';

/** Room on paper in CSS pixels, as the style sheets say where the chart stands: `print.css`. */
const paperRoom = (element: Element, side: 'width' | 'height'): number =>
  Number(getComputedStyle(element).getPropertyValue(`--paper-${side}`)) || 718;

export interface EChartProps {
  chart: Chart;
  /** Called with the `targets` entry of the item that was clicked. */
  onOpen?: ((target: string) => void) | undefined;
}

/** Mounts a chart, follows its box, and disposes of it. Drawn as SVG, so that print and zoom stay sharp. */
export function EChart({ chart, onOpen }: EChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const instance = useRef<ECharts>(null);
  const screenHeight = useRef<string>(null);
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
    // Drawn at the size that it has on paper: a chart higher than a page would be cut in two.
    const toPaper = () => {
      const width = paperRoom(element, 'width');
      const height = Math.min(element.clientHeight, paperRoom(element, 'height'));
      screenHeight.current = element.style.height;
      element.style.height = `${height}px`;
      held.resize({ width, height });
      held.getZr().flush();
      element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
    };
    const toScreen = () => {
      if (screenHeight.current === null) return;
      element.style.height = screenHeight.current;
      screenHeight.current = null;
      element.querySelector('svg')?.removeAttribute('viewBox');
      // A size once given is kept until it is taken back.
      held.resize({ width: 'auto', height: 'auto' });
    };
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
      data-testid="chart"
    />
  );
}
