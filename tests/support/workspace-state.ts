import type { WorkspaceState } from '../../src/workspace/workspace';

/** The state of an empty real workspace, with what a test changes of it. */
export const workspaceState = (more: Partial<WorkspaceState> = {}): WorkspaceState => ({
  kind: 'real',
  submissions: [],
  faults: [],
  loading: null,
  revision: 0,
  history: [],
  unnamed: [],
  rebuilt: null,
  redefined: null,
  seen: 'workspace:1',
  ...more,
});
