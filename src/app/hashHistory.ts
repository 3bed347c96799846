import {
  createBrowserHistory,
  createMemoryHistory,
  type HistoryLocation,
  type RouterHistory,
} from '@tanstack/react-router';

/**
 * History behind the `#`. The router's own takes the parameters before the `#` for the screen's as well, and ours name the
 * profile: they stay as they are, whatever screen is shown.
 */
export const createScreenHistory = (): RouterHistory =>
  createBrowserHistory({
    parseLocation: () => screenLocation(location.hash, history.state),
    createHref: (href) => `${location.pathname}${location.search}#${href}`,
  });

/** What stands behind the `#`, taken apart as the router does. */
export function screenLocation(hash: string, state: HistoryLocation['state'] | null): HistoryLocation {
  const read = createMemoryHistory({ initialEntries: [hash.slice(1) || '/'] }).location;
  return { ...read, state: state ?? read.state };
}
