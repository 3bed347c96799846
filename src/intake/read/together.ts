import type { FoundProblem } from '../../domain/problems';
import { sheetsInWords } from './sheetWords';

/** Sheets of which the same is said, in order. */
interface Group {
  notes: FoundProblem[];
  names: Set<string | null>;
}

/**
 * The notes on the sheets of a file, where what is said of several (one for each month) is said once, of all of them; counts
 * of cells come together.
 * @param names of the sheets, by ordinal
 */
export function together(notes: readonly FoundProblem[], names: readonly (string | null)[]): FoundProblem[] {
  const groups = new Map<string, Group>();
  for (const note of notes) {
    const key = keyOf(note);
    const group = groups.get(key) ?? { notes: [], names: new Set() };
    group.notes.push(note);
    group.names.add(names[note.sheet ?? -1] ?? null);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) =>
    group.names.size > 1 ? [joined(group, sheetsInWords([...group.names]))] : group.notes,
  );
}

function keyOf({ code, field, value, row, column, sheet, detail }: FoundProblem): string {
  switch (code) {
    case 'repaired':
      return JSON.stringify([code, field, detail?.split('|')[0]]);
    case 'unheaded_column':
      return JSON.stringify([code, column]);
    case 'ignored_column':
    case 'passed_over':
    case 'scaled_amounts':
      return JSON.stringify([code, field, value, detail]);
    default:
      return JSON.stringify([code, sheet, row, column, field, value, detail]);
  }
}

function joined({ notes }: Group, sheets: string): FoundProblem {
  const first = notes[0] as FoundProblem;
  const column = notes.every((n) => n.column === first.column) ? first.column : null;
  const parts = notes.map((n) => (n.detail ?? '').split('|'));
  const count = parts.reduce((sum, [, n]) => sum + Number(n ?? 0), 0);
  const said = { ...first, sheet: null, column };
  const [what] = parts[0] as string[];
  switch (first.code) {
    case 'repaired':
      return { ...said, detail: `${what}|${count}` };
    case 'unheaded_column':
      return { ...said, value: `${sheets}的${first.value}`, detail: `${what}|${count}` };
    case 'passed_over':
      return { ...said, detail: `${sheets}的${first.detail}` };
    case 'ignored_column':
      return { ...said, detail: `${first.detail}（${sheets}）` };
    default:
      return { ...said, detail: `${first.detail}|${sheets}` };
  }
}
