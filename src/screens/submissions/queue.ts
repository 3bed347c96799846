import type { Day } from '../../domain/day';
import { messageOf } from '../../domain/failure';
import type { Ask } from '../../domain/problems';
import { keepOpen } from '../../ui/keepOpen';
import type { Declared, Workspace } from '../../workspace/workspace';
import { isPackFile, lookedAt, openPack, passedOverNote } from './packs';
import { type DroppedFile, declaredBy, isAnswered, isDone, newItem, type QueueItem } from './queueItem';
import { type ReceivedLists, readLists, withoutLists } from './receivedLists';
import { type IntakeDesk, takeItemIn } from './takeItemIn';

/** The queue as the screen shows it; replaced with every change. */
export interface QueueView {
  items: readonly QueueItem[];
  /** What happened beside the files: lists of receipt days, files left out, packs taken apart. */
  notes: readonly string[];
}

/** Files handed to the workspace at a time. */
const TOGETHER = 16;

/** What holds for all files that were dropped together. */
interface Drop {
  /** Day of receipt of those that no list names; null where it is not known. */
  receivedOn: Day | null;
  lists: ReceivedLists;
}

/**
 * Files on their way into the workspace. Lives beside the screen: leaving the page for
 * another does not stop it.
 */
export class IntakeQueue {
  private view: QueueView = { items: [], notes: [] };
  private readonly files = new Map<number, File>();
  private readonly listeners = new Set<() => void>();
  private nextId = 1;
  /** Those handed to the workspace, each with what stops it. */
  private readonly running = new Map<number, AbortController>();
  /** The pack being taken apart, if any, with what stops it. */
  private readonly opening = new Map<number, AbortController>();
  /** Packs are taken apart one after another: each can be larger than all that was dropped. */
  private packs: Promise<void> = Promise.resolve();

  constructor(private readonly desk: IntakeDesk) {}

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

  private find(id: number): QueueItem | undefined {
    return this.view.items.find((item) => item.id === id);
  }

  /**
   * Queues files; packs are taken apart and their members queued. A `received.csv` among them sets the days of receipt of
   * those that it names.
   * @param receivedOn day of receipt of the others; null where it is not known
   */
  async add(dropped: readonly DroppedFile[], receivedOn: Day | null): Promise<void> {
    const { files, passedOver } = lookedAt(dropped);
    const sorted = withoutLists(files);
    const [lists, packed] = await Promise.all([
      readLists(sorted.lists),
      Promise.all(sorted.files.map(({ file }) => isPackFile(file))),
    ]);
    const note = passedOverNote(passedOver);
    const notes = [...lists.notes, ...(note ? [note] : [])];
    if (notes.length) this.set({ notes });
    const drop = { receivedOn, lists };
    this.enter(
      sorted.files.filter((_, i) => !packed[i]),
      drop,
    );
    for (const pack of sorted.files.filter((_, i) => packed[i])) {
      const item = this.itemOf(pack, 'opening', drop);
      this.set({ items: [...this.view.items, item] });
      this.packs = this.packs.then(() => this.open(item.id, pack, drop));
    }
  }

  private itemOf({ file, path }: DroppedFile, state: QueueItem['state'], { receivedOn, lists }: Drop): QueueItem {
    const id = this.nextId++;
    this.files.set(id, file);
    return newItem({ id, path, state, named: this.desk.nameOf(path), receivedOn: lists.of(path) ?? receivedOn });
  }

  /** Queues files that are no packs. The lists beside them hold for those that wait already, too. */
  private enter(files: readonly DroppedFile[], drop: Drop): void {
    const held = this.view.items.map((item) =>
      item.state === 'asking' || item.state === 'waiting'
        ? { ...item, receivedOn: drop.lists.of(item.path) ?? item.receivedOn }
        : item,
    );
    const added = [...files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((file) => this.itemOf(file, 'waiting', drop));
    this.set({ items: [...held, ...added] });
    this.run();
  }

  /** Puts the members of a pack in its place, all or none. */
  private async open(id: number, pack: DroppedFile, drop: Drop): Promise<void> {
    // It may have been cancelled while others were taken apart.
    if (this.find(id)?.state !== 'opening') return;
    const stop = new AbortController();
    this.opening.set(id, stop);
    try {
      const { files, passedOver, refused } = await openPack(pack, stop.signal, (members, bytes) =>
        this.change(id, { taken: { members, bytes } }),
      );
      const sorted = withoutLists(files);
      const lists = await readLists(sorted.lists, drop.lists);
      stop.signal.throwIfAborted();
      const whole = refused.find(({ path }) => path === pack.path);
      if (whole) return this.finish(id, { state: 'refused', sentence: whole.sentence });
      const note = passedOverNote(passedOver);
      if (files.length + refused.length === 0)
        return this.finish(id, { state: 'refused', sentence: `压缩包里没有可读取的文件。${note ?? ''}` });
      const found = `${pack.path}：取出 ${sorted.files.length + refused.length} 个文件，已逐个列入。${note ?? ''}`;
      this.set({
        items: this.view.items.filter((item) => item.id !== id),
        notes: [...this.view.notes, found, ...lists.notes],
      });
      this.files.delete(id);
      for (const { path, sentence } of refused) {
        const item = this.itemOf({ path, file: pack.file }, 'refused', drop);
        this.set({ items: [...this.view.items, item] });
        this.finish(item.id, { sentence });
      }
      this.enter(sorted.files, { ...drop, lists });
    } catch (error) {
      if (stop.signal.aborted) this.finish(id, { state: 'cancelled' });
      else this.finish(id, { state: 'refused', sentence: messageOf(error), failure: error });
    } finally {
      this.opening.delete(id);
    }
  }

  /** Says whose and which period's a file is, where its name does not. */
  declare(id: number, part: Pick<Declared, 'unit' | 'period'>): void {
    const item = this.find(id);
    if (item?.state === 'asking') this.change(id, { declared: { ...item.declared, ...part } });
  }

  /** Answers what was met in reading. */
  answer(id: number, ask: Ask, answer: string): void {
    const item = this.find(id);
    if (item?.state === 'asking') this.change(id, { declared: declaredBy(item, ask, answer) });
  }

  /** Takes an asked file in as declared and answered. */
  confirm(id: number): void {
    const item = this.find(id);
    if (item?.state !== 'asking' || !isAnswered(item)) return;
    this.change(id, { state: 'waiting' });
    this.run();
  }

  cancel(id: number): void {
    const item = this.find(id);
    if (!item || isDone(item)) return;
    const stop = this.running.get(id) ?? this.opening.get(id);
    stop?.abort();
    if (!this.running.has(id)) this.finish(id, { state: 'cancelled' });
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
      this.change(next.id, { state: 'working' });
      void takeItemIn(this.desk, next, file, stop.signal, (part) => this.change(next.id, part)).then((part) => {
        this.running.delete(next.id);
        // What is asked is read again once it is answered.
        if (part.state === 'asking') this.change(next.id, { ...part, phase: null, share: null });
        else this.finish(next.id, part);
        this.run();
      });
    }
  }
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
