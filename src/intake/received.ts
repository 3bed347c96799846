import { type Day, isDay } from '../domain/day';
import { fold } from '../domain/text';
import type { Sheet } from './sheet';
import { openText } from './text/openText';

/** The list of receipt days that may lie beside the files. */
export const isReceivedFile = (path: string): boolean =>
  (path.split('/').at(-1) ?? '').toLowerCase() === 'received.csv';

/** Days of receipt by file: by path below the folder, or by the bare name. */
export class ReceivedDays {
  constructor(private readonly days: ReadonlyMap<string, Day>) {}

  /** Day on which the file came in; null where the list does not say. */
  of(path: string): Day | null {
    return this.days.get(fold(path)) ?? this.days.get(fold(path.split('/').at(-1) ?? path)) ?? null;
  }
}

/**
 * Reads `received.csv` (`file,received_on`). Lines whose day cannot be read are named in `unreadable`; the file then counts
 * as one whose day is unknown.
 */
export async function readReceivedDays(file: Blob): Promise<{ received: ReceivedDays; unreadable: string[] }> {
  const days = new Map<string, Day>();
  const unreadable: string[] = [];
  for (const [name, day] of file.size ? await rowsOf(file) : []) {
    if (!name || fold(name) === 'file') continue;
    const iso = isoDay(day ?? '');
    if (iso) days.set(fold(name), iso);
    else unreadable.push(fold(name));
  }
  return { received: new ReceivedDays(days), unreadable };
}

async function rowsOf(file: Blob): Promise<string[][]> {
  const rows: string[][] = [];
  const { sheets } = await openText({ ledgers: [] }, file);
  for await (const { rows: count, columns } of (sheets[0] as Sheet).read())
    for (let r = 0; r < count; r++) rows.push(columns.map(({ texts, ids }) => texts.text(ids[r] as number)));
  return rows;
}

function isoDay(text: string): Day | null {
  // A time of day may follow, as spreadsheets write one. Without separators only all eight digits are clear.
  const m = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
    fold(text),
  );
  if (!m) return null;
  const day = [m[1], (m[2] ?? m[4])?.padStart(2, '0'), (m[3] ?? m[5])?.padStart(2, '0')].join('-');
  return isDay(day) ? day : null;
}
