import { ExperimentOutlined } from '@ant-design/icons';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { makeRouter } from '../../src/app/router';
import { screensOf } from '../../src/app/routes';
import { searchEntries } from '../../src/app/searchEntries';
import { RESERVED_GROUPS } from '../../src/domain/units';
import { screenSearch } from '../../src/ui/address';
import { useOffice, useView, WorkspaceProvider } from '../../src/ui/data';
import { ScreensContext } from '../../src/ui/navigation';
import type { Screen } from '../../src/ui/screen';
import { renderAt } from '../../src/ui/testing/renderAt';
import type { Workspace, WorkspaceState } from '../../src/workspace/workspace';
import { qinghai } from '../support/profile';

function ToyScreen() {
  const { profile } = useOffice();
  return <h1>{`${profile.name} ${useView().name} 试写页`}</h1>;
}

const TOY: Screen = {
  id: 'units/toy',
  title: '试写',
  icon: <ExperimentOutlined />,
  load: () => Promise.resolve({ default: ToyScreen }),
};

const state = { kind: 'real', submissions: [], revision: 1, faults: [], history: [], seen: {}, loading: null };
const workspace = {
  office: qinghai,
  state: () => state as unknown as WorkspaceState,
  subscribe: () => () => undefined,
} as unknown as Workspace;

/** The page at an address, as it stands before a screen is fetched. */
async function pageAt(address: string, screens: readonly Screen[]): Promise<string> {
  const router = makeRouter(screens, qinghai.catalogue, createMemoryHistory({ initialEntries: [address] }));
  await router.load();
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <WorkspaceProvider value={workspace}>
        <ScreensContext value={new Set(screens.map((s) => s.id))}>
          <RouterProvider router={router} />
        </ScreensContext>
      </WorkspaceProvider>
    </QueryClientProvider>,
  );
}

const navigation = (html: string) =>
  [...(/<nav[^>]*>(.*?)<\/nav>/.exec(html)?.[1] ?? '').matchAll(/<a href="([^"]*)"([^>]*)>.*?([^>]*)<\/a>/g)].map(
    ([, href, more, title]) => ({ href, title, current: more?.includes('aria-current="page"') ?? false }),
  );

it('a screen that is registered stands at its address and in the navigation', async () => {
  const html = await pageAt('/toy?period=2017H1', [...screensOf(qinghai), TOY]);
  const links = navigation(html);
  expect(links.map((l) => l.title)).toEqual([...screensOf(qinghai).map((s) => s.title), '试写']);
  expect(links.filter((l) => l.current)).toEqual([{ href: '#/toy?period=2017H1', title: '试写', current: true }]);
  expect(html).toContain('正在打开');
  expect(html).not.toContain('没有这个页面');
});

it('one that is not is said not to be there', async () => {
  const html = await pageAt('/toy', screensOf(qinghai));
  expect(html).toContain('没有这个页面');
  expect(navigation(html).map((l) => l.title)).not.toContain('试写');
});

it('what it loads is a component that asks ui/data for what it shows', async () => {
  const { default: Loaded } = await TOY.load();
  expect(await renderAt('/toy?period=2017H1', <Loaded />)).toBe('<h1>青海省 2017年上半年 试写页</h1>');
});

it('the search finds it by its title', () => {
  const entries = searchEntries(qinghai, [TOY]);
  expect(entries.filter((e) => e.screen === TOY.id).map((e) => e.name)).toEqual(['试写']);
});

it('the address of a screen is no group of units', () => {
  expect([...RESERVED_GROUPS].sort()).toEqual(Object.keys(screenSearch(qinghai.catalogue)).sort());
});
