import { createContext, use, useSyncExternalStore } from 'react';
import type { Workspace, WorkspaceState } from '../../workspace/workspace';

const WorkspaceContext = createContext<Workspace | null>(null);

/** `<WorkspaceProvider value={workspace}>`, once, in the app. */
export const WorkspaceProvider = WorkspaceContext.Provider;

/** The workspace that the page works on. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace outside of WorkspaceProvider');
  return workspace;
}

/** Kind, submissions, revision and loading; renders again with every change. */
export function useWorkspaceState(): WorkspaceState {
  const workspace = useWorkspace();
  const state = () => workspace.state();
  // The last is for where nothing is on a screen: HTML made of a part.
  return useSyncExternalStore((listener) => workspace.subscribe(listener), state, state);
}
