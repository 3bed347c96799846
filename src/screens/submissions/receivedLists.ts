import type { Day } from '../../domain/day';
import { messageOf } from '../../domain/failure';
import { isReceivedFile, type ReceivedDays, readReceivedDays } from '../../workspace/receivedDays';
import type { DroppedFile } from './queueItem';

/** Days of receipt that lists beside the files say. */
export interface ReceivedLists {
  /** Null where none of them names the file. */
  of(path: string): Day | null;
  /** What is to be said of the lists. */
  notes: string[];
}

/** Splits lists of receipt days off from the files that they are of. */
export function withoutLists(dropped: readonly DroppedFile[]): { lists: DroppedFile[]; files: DroppedFile[] } {
  const lists = dropped.filter((d) => isReceivedFile(d.path));
  return { lists, files: dropped.filter((d) => !lists.includes(d)) };
}

/** @param before lists of the same drop: asked where the new ones are silent */
export async function readLists(
  lists: readonly DroppedFile[],
  before: Pick<ReceivedLists, 'of'> | null = null,
): Promise<ReceivedLists> {
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
  const of = (path: string): Day | null => received.map((r) => r.of(path)).find((day) => day !== null) ?? null;
  return { of: (path) => of(path) ?? before?.of(path) ?? null, notes };
}
