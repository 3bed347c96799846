import { expect, test } from 'vitest';
import { placeBeside } from './placeBeside';

const box = { width: 260, height: 200 };
const window = { width: 1280, height: 720 };
const cell = (left: number, top: number) => ({ left, top, bottom: top + 38 });

test.each([
  ['below its cell', cell(300, 100), { left: 300, top: 144 }],
  ['above where the window ends', cell(300, 600), { left: 300, top: 394 }],
  ['not beyond the right edge', cell(1180, 100), { left: 1014, top: 144 }],
  ['not beyond the left edge', cell(-40, 100), { left: 6, top: 144 }],
])('a box stands %s', (_, anchor, expected) => {
  expect(placeBeside(anchor, box, window)).toEqual(expected);
});

test('a box that fits neither below nor above stands within the window', () => {
  expect(placeBeside(cell(300, 100), box, { width: 400, height: 260 })).toEqual({ left: 134, top: 54 });
});
