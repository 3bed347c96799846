import { text } from 'node:stream/consumers';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { qinghai } from '../../../tests/support/profile';
import type { CellSet } from '../../domain/cells';
import type { Office } from '../../domain/office';
import type { Workspace, WorkspaceState } from '../../workspace/workspace';
import { parseSearch, type ScreenId, screenSearch, stringifySearch, unitsScreen } from '../address';
import { WorkspaceProvider } from '../data';
import { ScreensContext } from '../navigation';

const EMPTY: WorkspaceState = {
  kind: 'real',
  submissions: [],
  revision: 1,
  faults: [],
  history: [],
  unnamed: [],
  rebuilt: null,
  redefined: null,
  seen: {} as WorkspaceState['seen'],
  loading: null,
};

/**
 * A part of a screen as HTML, at an address (`/year?period=2017H1`), over the office of the tests, unless it is handed another: with the real router, so
 * that periods, cut-offs and links are those of the page. What asks the engine stays loading, but for `cells`: those of every cut-off.
 * @throws what a part throws: the router's boundary would swallow it and leave an empty text, in which nothing is found that must not be
 */
export async function renderAt(
  address: string,
  part: ReactNode,
  { cells, ...state }: Partial<WorkspaceState> & { cells?: CellSet } = {},
  office: Office = qinghai,
): Promise<string> {
  const held = { ...EMPTY, ...state };
  const workspace = {
    office,
    state: () => held,
    subscribe: () => () => undefined,
    answered: () => undefined,
  } as unknown as Workspace;
  const client = new QueryClient();
  if (cells) client.setQueryDefaults(['cells'], { initialData: { cells, submissions: held.submissions } });
  const screens = [
    ...Object.keys(screenSearch(office.catalogue)),
    ...office.groups.map((g) => unitsScreen(g.id)),
  ] as ScreenId[];
  const root = createRootRoute();
  const anywhere = createRoute({ getParentRoute: () => root, path: '$', component: () => part });
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  });
  await router.load();
  const failures: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(
    <QueryClientProvider client={client}>
      <WorkspaceProvider value={workspace}>
        <ScreensContext value={new Set(screens)}>
          <RouterProvider router={router} />
        </ScreensContext>
      </WorkspaceProvider>
    </QueryClientProvider>,
    // In one piece: what is large would else be sent behind the page, with a script that puts it into its place.
    { onError: (error) => void failures.push(error), progressiveChunkSize: Number.POSITIVE_INFINITY },
  );
  const html = await text(prelude);
  if (failures.length) throw failures[0];
  // Marks between texts and around boundaries, by which a page would be brought to life.
  return html.replace(/<!--.*?-->/g, '');
}
