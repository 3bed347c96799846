import { expect, test } from 'vitest';
import { NoFigure } from './NoFigure';
import { renderAt } from './testing/renderAt';

test.each<[string, { unreported?: true; undivided?: true }, string]>([
  ['of no case', {}, '无案件'],
  ['of what nobody has reported', { unreported: true }, '未报送'],
  ['of what no row tells', { undivided: true }, '不细分'],
])('in place of a figure %s stands a word, and no zero', async (_, why, word) => {
  const html = await renderAt('/year', <NoFigure figure={{ indicator: 'closure_on_time', ...why }} />);
  expect(html.replace(/<[^>]*>/g, '')).toBe(word);
});
