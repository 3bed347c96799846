import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import type { LeftOutNoteProps } from '../../ui/LeftOutNote';
import { AttentionCount, mattersOf } from './AttentionCount';
import type { AttentionRow } from './attention';

vi.mock('../../ui/data', () => ({ useView: () => ({ name: '2025年' }) }));
vi.mock('../../ui/LeftOutNote', () => ({
  LeftOutNote: ({ undated, all }: LeftOutNoteProps) => `${undated} ${all ? 'all' : 'period'}`,
}));

const none = { now: 0, period: 0 };
const row: AttentionRow = {
  key: '630100',
  name: '西宁市',
  area: { level: 'prefecture', id: '630100' },
  unit: '630100',
  cases: { open_overdue: { ...none, undated: 3 }, disclosure_rate: { ...none, undated: 4 } },
  unreported: none,
  late: none,
};

test('what cannot be dated is counted over every period, and opens so', () => {
  const shown = mattersOf(catalogue).map((matter) =>
    renderToStaticMarkup(<AttentionCount row={row} matter={matter} />),
  );
  expect(shown.map((html) => html.replace('<span>0</span>', ''))).toEqual(['3 all', '4 all', '', '']);
});
