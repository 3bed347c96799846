import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { WorkspaceProvider } from '../ui/data';
import { ScreensContext } from '../ui/navigation';
import { type Profiles, ProfilesContext } from '../ui/profiles';
import type { Workspace } from '../workspace/workspace';
import { ChartSaving } from './ChartSaving';
import { createScreenHistory } from './hashHistory';
import { makeRouter } from './router';
import { screensOf } from './routes';
import { theme } from './theme';

// Nothing is fetched from afar: a failure is not transient, and coming back to the window changes nothing.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
  },
});

/** The whole page over an open workspace. */
export function Page({ workspace, profiles }: { workspace: Workspace; profiles: Profiles }) {
  const { office } = workspace;
  const [screens] = useState(() => screensOf(office));
  const [router] = useState(() => makeRouter(screens, office.catalogue, createScreenHistory()));
  const [ids] = useState(() => new Set(screens.map((s) => s.id)));
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <WorkspaceProvider value={workspace}>
            <ProfilesContext value={profiles}>
              <ScreensContext value={ids}>
                <ChartSaving>
                  <RouterProvider router={router} />
                </ChartSaving>
              </ScreensContext>
            </ProfilesContext>
          </WorkspaceProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
