import { expect, test } from 'vitest';
import { chartPicture, type PictureInput } from './picture';

const input: PictureInput = {
  draw: (width) => `<rect width="${width}" height="100"/>`,
  height: 100,
  legend: [
    { swatch: '<circle r="1"/>', words: '指标值' },
    { swatch: '<circle r="2"/>', words: '95% 区间（Wilson）' },
  ],
  swatch: { width: 28, height: 14 },
  font: "'Microsoft YaHei', sans-serif",
  title: '各市州按期办结率谁高谁低，差别是不是偶然？',
  subject: '全省，2017年，数据截止日 2018-01-10',
  note: '全省 n=10,550',
  mark: null,
  measure: (text) => text.length * 12,
};
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

test('17 cm wide, and as many pixels as 300 dpi make of it', () => {
  const { svg, pixels } = chartPicture(input);
  expect(svg).toMatch(/ width="17cm" /);
  expect(pixels).toMatchObject({ width: 2008, dpi: 300 });
  const [, wide = 0, high = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  // A unit of the picture is a CSS pixel on paper.
  expect((wide / 96) * 2.54).toBeCloseTo(17, 3);
  expect(pixels.height / pixels.width).toBeCloseTo(high / wide, 3);
  expect(pixels.svg).toContain(`width="${pixels.width}" height="${pixels.height}"`);
});

test('all words are text, in order: title, subject, legend, note', () => {
  expect(words(chartPicture(input).svg)).toEqual([
    input.title,
    input.subject,
    '指标值',
    '95% 区间（Wilson）',
    input.note,
  ]);
});

test('the mark of the sample stands above all, and in the title that the file itself bears', () => {
  const { svg } = chartPicture({ ...input, mark: '示例数据（非真实）' });
  expect(words(svg)[0]).toBe('示例数据（非真实）');
  expect(svg).toContain(`<title>示例数据（非真实）；${input.title}；${input.subject}</title>`);
});

test('a legend wider than the picture goes on below, a long note in lines', () => {
  const legend = Array.from({ length: 12 }, (_, i) => ({ swatch: '', words: `第 ${i} 档 90.00%` }));
  const { svg } = chartPicture({ ...input, legend, note: '长'.repeat(120) });
  const places = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>第/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(new Set(places.map(([, y]) => y)).size).toBeGreaterThan(1);
  for (const [x = 0] of places) expect(x + 10 * 12).toBeLessThan(643);
  expect(words(svg).filter((t) => t?.startsWith('长'))).toHaveLength(3);
});

test('names stay text: nothing of a file becomes markup', () => {
  const { svg } = chartPicture({ ...input, title: '<script>"&\u0007' });
  expect(svg).toContain('&lt;script&gt;&quot;&amp;');
  expect(svg).not.toContain('\u0007');
});
