import { chartPicture, type PictureInput } from './picture';
import { withDensity } from './pngDensity';

/**
 * A chart as a picture that can stand alone, in the browser.
 * @throws Error where this browser cannot draw it, or it is too large
 */
export async function chartImage(input: Omit<PictureInput, 'measure'>, format: 'png' | 'svg'): Promise<Blob> {
  const context = contextOf(document.createElement('canvas'));
  const { svg, pixels } = chartPicture({
    ...input,
    measure: (text, font) => {
      context.font = font;
      return context.measureText(text).width;
    },
  });
  if (format === 'svg') return new Blob([svg], { type: 'image/svg+xml' });
  const drawn = await draw(pixels.svg, pixels.width, pixels.height);
  const png = withDensity(new Uint8Array(await drawn.arrayBuffer()), pixels.dpi);
  return new Blob([png], { type: 'image/png' });
}

async function draw(svg: string, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const image = new Image(width, height);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    contextOf(canvas).drawImage(image, 0, 0, width, height);
  } finally {
    URL.revokeObjectURL(url);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('图片过大，无法生成'))), 'image/png'),
  );
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('浏览器无法生成图片');
  return context;
}
