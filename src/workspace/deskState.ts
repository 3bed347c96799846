import type { Archive } from '../archive/archive';
import type { Submission } from '../domain/submission';
import type { WorkspaceState } from './workspace';

/** What the desk tells of itself, and who wants to know of every change. */
export class DeskState {
  private current: WorkspaceState;
  private readonly listeners = new Set<() => void>();

  /** @param hasSample whether a workspace that was not begun shows the sample; else it is an empty one */
  constructor(
    private readonly archive: Archive,
    private readonly hasSample: boolean,
  ) {
    this.current = { ...this.unread(), revision: 0, faults: [], loading: null };
  }

  get now(): WorkspaceState {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(part: Partial<WorkspaceState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }

  /** Shows what was read to its end: from now on the figures are those of these rows. */
  setRead(part: Pick<WorkspaceState, 'submissions' | 'faults'> & Partial<WorkspaceState>): void {
    this.set({ ...part, revision: this.current.revision + 1, loading: null });
  }

  /** What the state says of the archive, apart from what its rows come to. */
  archived() {
    const { begun, submissions, history, unnamed, rebuilt, redefined, seen } = this.archive;
    const kind: WorkspaceState['kind'] = begun || !this.hasSample ? 'real' : 'sample';
    return { kind, submissions, history, unnamed, rebuilt, redefined, seen };
  }

  /** The same before anything was read: none is held for a zero return that may be unreadable. */
  unread() {
    const archived = this.archived();
    const submissions = archived.submissions.map((s): Submission => (s.rowsRead === 0 ? { ...s, uncounted: true } : s));
    return { ...archived, submissions };
  }
}
