import { useQuery } from '@tanstack/react-query';
import { useWorkspaceState } from '../../ui/data';

export interface StorageState {
  /** Whether the browser promised not to clear what the page keeps; null where it does not say. */
  persisted: boolean | null;
  /** Bytes used and allowed; null where the browser does not say. */
  used: number | null;
  quota: number | null;
}

/** What the browser says of the place where the submissions are kept. */
export function useStorage(): StorageState | undefined {
  const { revision } = useWorkspaceState();
  return useQuery({
    queryKey: ['storage', revision],
    queryFn: async (): Promise<StorageState> => {
      const storage = navigator.storage as StorageManager | undefined;
      const [persisted, estimate] = await Promise.all([
        storage?.persisted?.().catch(() => null) ?? null,
        storage?.estimate?.().catch(() => null) ?? null,
      ]);
      return { persisted, used: estimate?.usage ?? null, quota: estimate?.quota ?? null };
    },
  }).data;
}
