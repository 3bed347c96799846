import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import type { ScreenLinkProps } from './navigation';
import { UndatedNote } from './UndatedNote';

vi.mock('./data/view', () => ({ useView: () => ({ period: '2025', asOf: '2027-01-10' }) }));
vi.mock('./data/WorkspaceContext', async (original) => ({
  ...(await original<typeof import('./data/WorkspaceContext')>()),
  useWorkspace: () => ({ office: qinghai }),
}));
vi.mock('./navigation', () => ({
  ScreenLink: ({ search }: ScreenLinkProps<'cases'>) => <a href={`?${new URLSearchParams(defined(search))}`}>N</a>,
}));
const defined = (search: object = {}) => Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined));

const note = { indicator: 'open_overdue', level: 'prefecture', id: '630100', name: '西宁市', undated: 3 } as const;

test('beside a count of every period the note opens the rows of every period, else those of the view', () => {
  expect(renderToStaticMarkup(<UndatedNote {...note} all />)).toContain('all=1');
  const ofPeriod = renderToStaticMarkup(<UndatedNote {...note} />);
  expect(ofPeriod).toContain('side=undated');
  expect(ofPeriod).not.toContain('all=');
});

test('nothing where no case is undated', () => {
  expect(renderToStaticMarkup(<UndatedNote {...note} undated={0} all />)).toBe('');
});
