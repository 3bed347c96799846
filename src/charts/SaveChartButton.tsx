import { App, Button, Dropdown } from 'antd';
import { use, useState } from 'react';
import { messageOf } from '../domain/failure';
import type { Chart } from './base';
import { drawingOf } from './drawChart';
import { type ChartWords, type PictureFormat, SaveChartContext } from './SaveChartContext';

const FORMATS: { key: PictureFormat; label: string }[] = [
  { key: 'png', label: 'PNG（300 dpi，宽 17 厘米）' },
  { key: 'svg', label: 'SVG（矢量，放大不失真）' },
];

/** 存为图片: a chart as PNG or SVG, with the words that let it stand alone. */
export function SaveChartButton({ chart, words }: { chart: Chart; words: ChartWords }) {
  const saveChart = use(SaveChartContext);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  if (!saveChart) return null;
  const save = async (format: PictureFormat) => {
    setBusy(true);
    try {
      await saveChart(drawingOf(chart), words, format);
    } catch (error) {
      message.error(`图片未能保存：${messageOf(error)}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown trigger={['click']} menu={{ items: FORMATS, onClick: ({ key }) => void save(key as PictureFormat) }}>
      <Button size="small" loading={busy} aria-haspopup="menu">
        存为图片
      </Button>
    </Dropdown>
  );
}
