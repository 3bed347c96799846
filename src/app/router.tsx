import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import type { Catalogue } from '../domain/catalogue/catalogue';
import { errorOf } from '../domain/failure';
import { parseSearch, screenPath, searchOf, stringifySearch, viewSearch, withoutSearchText } from '../ui/address';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { LoadingState } from '../ui/LoadingState';
import type { Screen } from '../ui/screen';
import { LazyScreen } from './LazyScreen';
import { Shell } from './Shell';

/**
 * The router over the registered screens. Addresses lie behind `#`, so that `dist/` works under any path of any server.
 * @param screens the first is where the page opens
 * @param catalogue of the office: ids in an address are of it
 * @param history where the address stands: the window's, or a test's
 */
export function makeRouter(screens: readonly Screen[], catalogue: Catalogue, history: RouterHistory) {
  const root = createRootRoute({
    component: () => <Shell screens={screens} />,
    validateSearch: (search) => viewSearch.parse(search),
    beforeLoad: ({ location }) => {
      const search = withoutSearchText(location.search);
      if (search) throw redirect({ to: location.pathname, search, replace: true } as never);
    },
  });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: screenPath(screens[0]?.id ?? 'year'), replace: true } as never);
    },
  });
  const routes = screens.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screenPath(screen.id),
      validateSearch: (search) => searchOf(catalogue, screen.id).parse(search),
      component: () => <LazyScreen fetchScreen={screen.load} />,
      // One screen that fails leaves the head bar, the navigation and the other screens standing.
      errorComponent: ScreenError,
    }),
  );
  return createRouter({
    routeTree: root.addChildren([home, ...routes]),
    history,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    // Else the router carries the place in one list of cases over to the next.
    scrollToTopSelectors: ['.kp-case-scroll'],
    defaultPendingComponent: () => <LoadingState what="正在打开" />,
    defaultErrorComponent: ScreenError,
    defaultNotFoundComponent: () => (
      <EmptyState title="没有这个页面">请从上方导航进入，或检查链接是否完整。</EmptyState>
    ),
  });
}

function ScreenError({ error, reset }: ErrorComponentProps) {
  const reason = errorOf(error);
  return <ErrorState title="本页出错，其他页面不受影响" error={reason} retry={reset} />;
}
