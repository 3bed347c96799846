import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { Tabulation } from '../../domain/cells';
import { useAttention } from './useAttention';

const looked = vi.hoisted(() => ({ period: '' }));
vi.mock('../../ui/data/view', async (original) => {
  const real = await original<typeof import('../../ui/data/view')>();
  return { ...real, useView: () => real.viewOf(qinghai, looked.period, [], '2018-05-31') };
});
vi.mock('../../ui/data/WorkspaceContext', async (original) => ({
  ...(await original<typeof import('../../ui/data/WorkspaceContext')>()),
  useWorkspace: () => ({ office: qinghai }),
  useWorkspaceState: () => ({ submissions: [] }),
}));

const table = new Tabulation({ cells: [], durations: [], undated: [] }, qinghai.regions, qinghai.profile.zones);

function Unreported() {
  const rows = useAttention(table);
  return rows.state === 'ready' && rows.data[0]?.unreported?.now;
}

test.each(['2017', '2018', '2018Q1'])('what is unreported at the cut-off is the same looked at from %s', (period) => {
  looked.period = period;
  expect(renderToStaticMarkup(<Unreported />)).toBe('160');
});
