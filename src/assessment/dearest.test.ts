import { expect, test } from 'vitest';
import type { ScoreLine } from './assess';
import { dearest } from './dearest';

const line = (id: string, lost: number) => ({ item: { id }, lost }) as ScoreLine;
const sheet = [line('acceptance', 0.1), line('closure', 3.45), line('not assessed', 0), line('whole', 0)];

test('the dearest come first; an item without loss is none of them', () => {
  expect(dearest(sheet, 3).map((l) => l.item.id)).toEqual(['closure', 'acceptance']);
  expect(dearest(sheet, 1).map((l) => l.item.id)).toEqual(['closure']);
});
