import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { createContext, type MouseEvent, type ReactNode, use, useCallback } from 'react';
import { type ScreenId, type ScreenSearch, screenPath, searchOf, stringifySearch, type ViewSearch } from './address';
import { openCaseSearch, setCaseSearch } from './caseSearch';
import { useViewSearch } from './data/view';
import { useWorkspace } from './data/WorkspaceContext';

/** The screens that this build has; links to others are shown as plain text. Provided by the app. */
export const ScreensContext = createContext<ReadonlySet<ScreenId>>(new Set());

export const useHasScreen = (screen: ScreenId): boolean => use(ScreensContext).has(screen);

/** The parameters of the screen that is shown. */
export function useScreenSearch<S extends ScreenId>(screen: S): ScreenSearch<S> {
  return searchOf(useWorkspace().office.catalogue, screen).parse(useSearch({ strict: false }));
}

/**
 * Changes some parameters of the screen that is shown, and keeps the others. `undefined` removes one.
 * @param options.replace does not add a step to the history (typing, dragging)
 */
export function useSetSearch<S extends ScreenId>(
  screen: S,
): (change: Partial<ScreenSearch<S>> & ViewSearch, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (change, options) =>
      void navigate({
        to: screenPath(screen),
        search: (held: Record<string, unknown>) => ({ ...held, ...change }),
        replace: options?.replace ?? false,
        // A choice on a screen is made where the person is reading, often far down: the page stays there.
        resetScroll: false,
      } as never),
    [navigate, screen],
  );
}

/** Goes to a screen with the period and cut-off of the address kept, unless `search` names others. */
export function useGoTo(): <S extends ScreenId>(screen: S, search?: ScreenSearch<S> & ViewSearch) => Promise<void> {
  const navigate = useNavigate();
  const view = useViewSearch();
  return useCallback(
    (screen, search) => navigate({ to: screenPath(screen), search: { ...view, ...search } } as never),
    [navigate, view],
  );
}

export interface ScreenLinkProps<S extends ScreenId> {
  screen: S;
  /** Parameters of the target; period and cut-off are those of the present address unless named. */
  search?: ScreenSearch<S> & ViewSearch;
  /** Number of a case to open there; not part of the address. */
  find?: string;
  children: ReactNode;
  /** Read by screen readers in place of the content, where the content alone does not say where it leads. */
  label?: string;
  className?: string | undefined;
  title?: string | undefined;
  /** Id of what tells more of it, while that is shown. */
  describedBy?: string | undefined;
  /** Marks the link of the screen that is shown. */
  current?: boolean;
}

/**
 * A link to a screen; where this build has no such screen, its content stands as plain text. A plain anchor: tables hold
 * hundreds of them, and the router's own link is too heavy for that.
 */
export function ScreenLink<S extends ScreenId>(props: ScreenLinkProps<S>) {
  const { screen, search, find, children, label, className, title, describedBy, current } = props;
  const view = useViewSearch();
  const router = useRouter();
  if (!useHasScreen(screen))
    return (
      <span className={className} title={title}>
        {children}
      </span>
    );
  const to = screenPath(screen);
  const target = { ...view, ...search };
  const open = (event: MouseEvent) => {
    // A new tab, a new window, a download: the browser's own.
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    // A link opens its rows whole. What it searches for is searched for there: the list that is left is not narrowed by it.
    setCaseSearch('');
    void router.navigate({ to, search: target } as never).then(() => find && openCaseSearch(find));
  };
  return (
    <a
      href={`#${to}${stringifySearch(target)}`}
      onClick={open}
      className={className}
      title={title}
      aria-label={label}
      aria-describedby={describedBy}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

/** Whether a screen is the one shown. */
export const useIsScreen = (screen: ScreenId): boolean =>
  useLocation({ select: (location) => location.pathname === screenPath(screen) });
