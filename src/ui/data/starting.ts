import { useMemo } from 'react';
import { useWorkspaceState } from './WorkspaceContext';

/**
 * Whether the workspace is still being opened and nothing is known yet: loading, or the reason why it could not be.
 * Null when there is something to show, even if the rows are still on their way.
 */
export function useStarting(): { state: 'loading' } | { state: 'error'; error: Error } | null {
  const { revision, submissions, faults } = useWorkspaceState();
  return useMemo(() => {
    if (revision > 0 || submissions.length > 0) return null;
    const [fault] = faults;
    return fault ? { state: 'error', error: new Error(fault.message) } : { state: 'loading' };
  }, [revision, submissions, faults]);
}
