import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { LeftOutNote } from './LeftOutNote';
import type { ScreenLinkProps } from './navigation';

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
  expect(renderToStaticMarkup(<LeftOutNote {...note} all />)).toContain('all=1');
  const ofPeriod = renderToStaticMarkup(<LeftOutNote {...note} />);
  expect(ofPeriod).toContain('side=undated');
  expect(ofPeriod).not.toContain('all=');
});

test('nothing where no case is undated', () => {
  expect(renderToStaticMarkup(<LeftOutNote {...note} undated={0} all />)).toBe('');
});

test('a figure of part of the time says so, with or without undated cases', () => {
  const partly = { sent: 2, due: 4 };
  expect(renderToStaticMarkup(<LeftOutNote {...note} undated={0} partly={partly} />)).toContain('仅报送 2/4 季度');
  const both = renderToStaticMarkup(<LeftOutNote {...note} partly={{ sent: 0, due: 4 }} />);
  expect(both).toContain('本单位未报送');
  expect(both).toContain('side=undated');
});
