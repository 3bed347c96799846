import { isReceivedFile, type ReceivedDays, readReceivedDays } from '../../assessment/receivedDays';
import type { Declared, NamedBy, TakeInPhase, Workspace } from '../../assessment/workspace';
import type { Day } from '../../domain/day';
import { messageOf } from '../../domain/failure';
import type { Submission, SubmissionKey } from '../../domain/submission';
import { keepOpen } from '../../ui/keepOpen';
import { type DroppedFile, isSystemFile } from './dropped';
import { type Replacement, replacementBy } from './replacement';

export type QueueState = 'asking' | 'waiting' | 'working' | 'accepted' | 'same' | 'refused' | 'cancelled';

/** One file on its way in. */
export interface QueueItem {
  id: number;
  path: string;
  state: QueueState;
  /** What the file's name says; the rest is asked. */
  named: NamedBy;
  declared: Omit<Declared, 'receivedOn'>;
  receivedOn: Day | null;
  phase: TakeInPhase | null;
  /** 0…1 of the phase, where known. */
  share: number | null;
  submission: Submission | null;
  /** For a file that was here already: its bytes took the place of damaged ones. */
  mended: boolean;
  problems: number;
  /** What it did to the version that counted before; set when it was taken in. */
  replacement: Replacement | null;
  /** Why it was refused. */
  sentence: string | null;
  /** What was thrown instead of an answer, for the details a technician wants. */
  failure?: unknown;
}

/** The queue as the screen shows it; replaced with every change. */
export interface QueueView {
  items: readonly QueueItem[];
  /** What happened beside the files: lists of receipt days, files left out. */
  notes: readonly string[];
}

type Desk = Pick<Workspace, 'nameOf' | 'takeIn' | 'state'>;

/** What is still not known of whose, which period's and which ledger's file this is. */
export function keyOfItem({ named, declared }: Pick<QueueItem, 'named' | 'declared'>): Partial<SubmissionKey> {
  const unit = declared.unit ?? named.unit;
  const period = declared.period ?? named.period;
  const ledger = declared.ledger ?? named.ledger;
  return { ...(unit && { unit }), ...(period && { period }), ...(ledger && { ledger }) };
}

const isWhole = (key: Partial<SubmissionKey>): key is SubmissionKey =>
  key.unit !== undefined && key.period !== undefined && key.ledger !== undefined;

/** Whether nothing more will happen to an item. */
export const isDone = ({ state }: QueueItem): boolean => !['asking', 'waiting', 'working'].includes(state);

/** Files handed to the workspace at a time. */
const TOGETHER = 16;

/**
 * Files on their way into the workspace. Lives beside the screen: leaving the page for
 * another does not stop it.
 */
export class IntakeQueue {
  private view: QueueView = { items: [], notes: [] };
  private readonly files = new Map<number, File>();
  private readonly listeners = new Set<() => void>();
  private nextId = 1;
  /** Those on their way, each with what stops it. */
  private readonly running = new Map<number, AbortController>();

  constructor(private readonly desk: Desk) {}

  state = (): QueueView => this.view;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(view: Partial<QueueView>): void {
    this.view = { ...this.view, ...view };
    for (const listener of this.listeners) listener();
  }

  private change(id: number, part: Partial<QueueItem>): void {
    this.set({ items: this.view.items.map((item) => (item.id === id ? { ...item, ...part } : item)) });
  }

  /**
   * Queues files. A `received.csv` among them sets the days of receipt of those that it names.
   * @param receivedOn day of receipt of the others; null where it is not known
   */
  async add(dropped: readonly DroppedFile[], receivedOn: Day | null): Promise<void> {
    const lists = dropped.filter((d) => isReceivedFile(d.path));
    const systemFiles = dropped.filter((d) => isSystemFile(d.path));
    const files = dropped
      .filter((d) => !lists.includes(d) && !systemFiles.includes(d))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    const notes: string[] = [];
    const received: ReceivedDays[] = [];
    for (const { file, path } of lists) {
      try {
        const list = await readReceivedDays(file);
        received.push(list.received);
        notes.push(
          list.unreadable.length
            ? `${path}：已读取收到日期；其中 ${list.unreadable.length} 行的日期无法读取（${list.unreadable.slice(0, 3).join('、')}），按“收到日期”栏计。`
            : `${path}：已按其中的收到日期登记。`,
        );
      } catch (error) {
        notes.push(`${path}：收到日期清单无法读取（${messageOf(error)}）。`);
      }
    }
    if (systemFiles.length) notes.push(`略过 ${systemFiles.length} 个系统文件（如 ${systemFiles[0]?.path}）。`);
    const listed = (path: string) => received.map((r) => r.of(path)).find((day) => day !== null) ?? null;
    const held = this.view.items.map((item) =>
      item.state === 'asking' || item.state === 'waiting'
        ? { ...item, receivedOn: listed(item.path) ?? item.receivedOn }
        : item,
    );
    const added = files.map(({ file, path }): QueueItem => {
      const id = this.nextId++;
      this.files.set(id, file);
      const named = this.desk.nameOf(path);
      return {
        id,
        path,
        state: isWhole(keyOfItem({ named, declared: {} })) ? 'waiting' : 'asking',
        named,
        declared: {},
        receivedOn: listed(path) ?? receivedOn,
        phase: null,
        share: null,
        submission: null,
        mended: false,
        problems: 0,
        replacement: null,
        sentence: null,
      };
    });
    this.set({ items: [...held, ...added], notes: notes.length ? notes : this.view.notes });
    this.run();
  }

  /** Says what the name of a file does not; once all is known the file waits for its turn. */
  declare(id: number, part: Omit<Declared, 'receivedOn'>): void {
    const item = this.view.items.find((i) => i.id === id);
    if (item?.state !== 'asking') return;
    this.change(id, { declared: { ...item.declared, ...part } });
  }

  /** Takes an asked file in as declared. */
  confirm(id: number): void {
    const item = this.view.items.find((i) => i.id === id);
    if (item?.state !== 'asking' || !isWhole(keyOfItem(item))) return;
    this.change(id, { state: 'waiting' });
    this.run();
  }

  cancel(id: number): void {
    const item = this.view.items.find((i) => i.id === id);
    if (!item || isDone(item)) return;
    const stop = this.running.get(id);
    if (stop) stop.abort();
    else this.finish(id, { state: 'cancelled' });
  }

  cancelAll(): void {
    for (const item of this.view.items) this.cancel(item.id);
  }

  /** Removes what is done from the list; what was taken in stays taken in. */
  clear(): void {
    this.set({ items: this.view.items.filter((item) => !isDone(item)), notes: [] });
  }

  private finish(id: number, part: Partial<QueueItem>): void {
    this.files.delete(id);
    this.change(id, { ...part, phase: null, share: null });
  }

  /** Hands waiting files in, some at a time: the workspace takes those that come together in together. */
  private run(): void {
    for (const next of this.view.items) {
      if (this.running.size >= TOGETHER) return;
      const file = next.state === 'waiting' ? this.files.get(next.id) : undefined;
      if (!file) continue;
      const stop = new AbortController();
      this.running.set(next.id, stop);
      void this.takeIn(next, file, stop.signal).then((part) => {
        this.running.delete(next.id);
        this.finish(next.id, part);
        this.run();
      });
    }
  }

  private async takeIn(item: QueueItem, file: File, signal: AbortSignal): Promise<Partial<QueueItem>> {
    this.change(item.id, { state: 'working' });
    const key = keyOfItem(item) as SubmissionKey;
    const before = this.desk.state().submissions;
    let told = '';
    try {
      const result = await this.desk.takeIn(
        file,
        item.path,
        { ...item.declared, receivedOn: item.receivedOn },
        {
          signal,
          onProgress: (phase, share) => {
            // Progress comes with every chunk; a hundredth is what can be seen.
            const now = `${phase} ${share === null ? '' : Math.floor(share * 100)}`;
            if (now === told) return;
            told = now;
            this.change(item.id, { phase, share });
          },
        },
      );
      switch (result.outcome) {
        case 'accepted': {
          const { submission, problems } = result;
          const replacement = replacementBy(before, {
            ...key,
            version: submission.version,
            receivedOn: item.receivedOn,
          });
          return { state: 'accepted', submission, problems, replacement };
        }
        case 'same':
          return { state: 'same', submission: result.submission, mended: result.mended };
        case 'refused':
          return { state: 'refused', sentence: result.problem.message };
        case 'cancelled':
          return { state: 'cancelled' };
      }
    } catch (error) {
      return { state: 'refused', sentence: messageOf(error), failure: error };
    }
  }
}

/** What a waiting file will do to the version that counts now; null for nothing, or while its key is not known. */
export function foreseenOf(item: QueueItem, submissions: readonly Submission[]): Replacement | null {
  const key = keyOfItem(item);
  if (!isWhole(key)) return null;
  return replacementBy(submissions, { ...key, version: item.named.version, receivedOn: item.receivedOn });
}

/** Leaving the page would drop the files that are not taken in yet: the browser asks first. */
function warnWhileBusy(queue: IntakeQueue): void {
  let release: (() => void) | null = null;
  queue.subscribe(() => {
    const busy = queue.state().items.some((item) => !isDone(item));
    if (busy) release ??= keepOpen();
    else {
      release?.();
      release = null;
    }
  });
}

const queues = new WeakMap<Workspace, IntakeQueue>();

/** The queue of a workspace: one for as long as the page is open. */
export function queueOf(workspace: Workspace): IntakeQueue {
  let queue = queues.get(workspace);
  if (!queue) {
    queue = new IntakeQueue(workspace);
    warnWhileBusy(queue);
    queues.set(workspace, queue);
  }
  return queue;
}
