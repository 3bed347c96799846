import type { Department, Profile } from './profile';
import { foldName } from './text';

export type DepartmentMatch =
  | { department: Department }
  /** The text names several departments that do not lie within each other (工商质监…): none is chosen. */
  | { ambiguous: Department[] };

/** Every name of a department and of its office, of all years. */
export const namesOf = ({ name, office, aliases, history = [] }: Department): string[] => [
  ...[name, office, ...aliases],
  ...history.flatMap((h) => [h.name, h.office]),
];

/** Departments (条线) of a profile, found by id, alias, or inside a full office name (共和县工商局 → 工商). */
export class Departments {
  /** Those of the years looked at. */
  readonly all: readonly Department[];
  /** Those of all years: what a row once named is found whenever it is looked at. */
  private readonly ever: readonly Department[];
  private readonly aliases: { alias: string; department: Department }[];

  /** @param shown those of the years looked at, by the names of then */
  constructor({ departments }: Profile['departments'], shown: readonly Department[] = departments) {
    this.all = shown;
    this.ever = departments.map((d) => shown.find(({ id }) => id === d.id) ?? d);
    this.aliases = this.ever
      .flatMap((department) =>
        [department.id, ...namesOf(department)].map((alias) => ({
          alias: foldName(alias).toLowerCase(),
          department,
        })),
      )
      .sort((a, b) => b.alias.length - a.alias.length);
  }

  get(id: string): Department {
    const found = this.ever.find((d) => d.id === id);
    if (!found) throw new RangeError(`unknown department: ${id}`);
    return found;
  }

  /** The name of one of any year; an unknown id stands as it is, so does the empty one of a row that is of none. */
  nameOf(id: string): string {
    return this.ever.find((d) => d.id === id)?.name ?? id;
  }

  match(text: string): DepartmentMatch | undefined {
    const key = foldName(text).toLowerCase();
    if (!key) return undefined;
    const exact = this.aliases.find((a) => a.alias === key);
    if (exact) return { department: exact.department };
    // Longest aliases first; each hit is blanked, so that 食品药品监督 does not also count as 药品监督.
    let rest = key;
    const hits = new Set<Department>();
    for (const { alias, department } of this.aliases) {
      if (/^[a-z_]+$/.test(alias) || !rest.includes(alias)) continue;
      hits.add(department);
      rest = rest.replaceAll(alias, ' '.repeat(alias.length));
    }
    const [first, second] = hits;
    if (!first) return undefined;
    return second ? { ambiguous: [...hits] } : { department: first };
  }

  /** The departments that a word which is searched for stands for: it is a part of their name, or the whole of an alias. */
  searched(word: string): Department[] {
    const key = foldName(word).toLowerCase();
    if (!key) return [];
    const named = this.aliases.filter((a) => a.alias === key).map((a) => a.department);
    return this.ever.filter((d) => named.includes(d) || d.name.toLowerCase().includes(key));
  }
}
