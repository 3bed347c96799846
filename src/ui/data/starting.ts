import { useMemo } from 'react';
import { useWorkspaceState } from './WorkspaceContext';

/**
 * Whether nothing is known of the workspace yet: loading, or the reason why it could not be opened. Null when there is
 * something to show, even if the rows are still on their way. (What a real workspace holds is known from its manifest;
 * the sample's submissions are known once they are read.)
 */
export function useStarting(): { state: 'loading' } | { state: 'error'; error: Error } | null {
  const { kind, revision, submissions, faults } = useWorkspaceState();
  return useMemo(() => {
    if (revision > 0 || submissions.length > 0) return null;
    const [fault] = faults;
    if (fault) return { state: 'error', error: new Error(fault.message) };
    return kind === 'sample' ? { state: 'loading' } : null;
  }, [kind, revision, submissions, faults]);
}

/**
 * Whether originals that this computer keeps are still being read: until then what is said of submissions is what was written
 * down of them.
 */
export function useStillReading(): boolean {
  const { kind, revision, submissions, faults, loading } = useWorkspaceState();
  if (kind === 'sample' || submissions.length === 0) return false;
  return loading !== null || (revision === 0 && faults.length === 0);
}

/**
 * Whether rows can be asked for: they were read, or there is a reason to tell why not. A question asked earlier waits for the
 * first reading and is asked again after it, and all others wait for both.
 */
export function useRowsRead(): boolean {
  const { revision, faults } = useWorkspaceState();
  return revision > 0 || faults.length > 0;
}
