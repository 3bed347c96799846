import { wrapText } from './wrapText';

export interface ChartImageInput {
  /** The chart as drawn, or a data URL of it; best drawn at twice its size on the page. */
  chart: HTMLCanvasElement | string;
  /** Size on the page in CSS pixels. */
  width: number;
  height: number;
  title: string;
  /** The line below: n, cut-off, scheme or 口径. */
  note: string;
}

/** Pixels of the picture per CSS pixel, so that it prints sharply. */
const SCALE = 2;
const MARGIN = 16;
const FAMILY = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const TITLE = { font: `600 16px ${FAMILY}`, leading: 24, colour: '#1f2329' };
const NOTE = { font: `12px ${FAMILY}`, leading: 18, colour: '#646a73' };

/**
 * A chart as a PNG that can stand alone: white ground, title above, note below.
 * @throws Error where the chart cannot be loaded or the picture is too large for this browser
 */
export async function chartImage({ chart, width, height, title, note }: ChartImageInput): Promise<Blob> {
  const picture = typeof chart === 'string' ? await loadImage(chart) : chart;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('浏览器无法生成图片');
  const lines = (style: typeof TITLE, text: string) => {
    context.font = style.font;
    return wrapText(text, width, (t) => context.measureText(t).width);
  };
  const titleLines = lines(TITLE, title);
  const noteLines = lines(NOTE, note);
  const top = MARGIN + titleLines.length * TITLE.leading + MARGIN / 2;
  const bottom = top + height + MARGIN / 2;
  // Setting the size clears the canvas and its font, so nothing may be drawn before.
  canvas.width = Math.round((width + 2 * MARGIN) * SCALE);
  canvas.height = Math.round((bottom + noteLines.length * NOTE.leading + MARGIN) * SCALE);
  context.scale(SCALE, SCALE);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, MARGIN, top, width, height);
  const write = (style: typeof TITLE, texts: string[], y: number) => {
    context.font = style.font;
    context.fillStyle = style.colour;
    context.textBaseline = 'middle';
    texts.forEach((text, i) => {
      context.fillText(text, MARGIN, y + (i + 0.5) * style.leading);
    });
  };
  write(TITLE, titleLines, MARGIN);
  write(NOTE, noteLines, bottom);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('图片过大，无法生成'))), 'image/png'),
  );
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
