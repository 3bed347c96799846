import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { useRegister } from './register';
import { viewOf } from './view';

vi.mock('./view', async (original) => ({
  ...(await original<typeof import('./view')>()),
  useView: () => viewOf(qinghai, '2017', [], '2018-05-31'),
}));
vi.mock('./WorkspaceContext', () => ({
  useWorkspace: () => ({ office: qinghai }),
  useWorkspaceState: () => ({ submissions: [] }),
}));

function Unreported({ all }: { all?: boolean }) {
  const held = useRegister(all);
  return held.state === 'ready' && held.data.filter((e) => e.state === 'unreported').length;
}

test('the register ends with the year looked at, that of every period with the cut-off', () => {
  expect(renderToStaticMarkup(<Unreported />)).toBe('128');
  expect(renderToStaticMarkup(<Unreported all />)).toBe('160');
});
