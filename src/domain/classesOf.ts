import type { NoClass, TaxonomyClass, TaxonomyList } from './taxonomies';
import { foldName } from './text';

/** Where a text stands in a list. All empty: nothing of the list is meant by it. */
export interface Classified {
  /** The text says nothing. */
  blank: boolean;
  /** In the order of the list. A text that names several is of each. */
  classes: readonly TaxonomyClass[];
  /** Of which it may be, beside those: wider words, to be confirmed. It counts as none of them. */
  toConfirm: readonly TaxonomyClass[];
}

/** A list as it is looked up: made once. */
interface Index {
  /** Names, synonyms and whole values, by key. */
  exact: ReadonlyMap<string, TaxonomyClass>;
  /** Those that are also sought within a text, the longest first. */
  within: readonly (readonly [key: string, of: TaxonomyClass])[];
  partial: ReadonlyMap<string, readonly TaxonomyClass[]>;
  /** The most 和 that a word of the list holds. */
  joints: number;
}

const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|〔[^〔〕]*〕|【[^【】]*】/g;
const MARKS = /[()[\]〔〕【】“”"‘’'「」『』]/g;
const AND = '和';
const PARTS = /[、,;/]/;

/**
 * A text as it is compared: NFKC folded, without spaces, quotation marks, regard to case, and without what stands in
 * brackets, unless nothing stands outside of them.
 */
export function classKey(text: string): string {
  let outside = foldName(text).toLowerCase();
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = before.replace(BRACKETS, '');
  }
  return outside.replace(MARKS, '') || foldName(text).toLowerCase().replace(MARKS, '');
}

const made = new WeakMap<TaxonomyList, Index>();

function indexOf(list: TaxonomyList): Index {
  const held = made.get(list);
  if (held) return held;
  const { classes } = list;
  const keyed = (words: (of: TaxonomyClass) => readonly string[]) =>
    classes.flatMap((of) => words(of).map((word) => [classKey(word), of] as const));
  const names = keyed((of) => [of.name, ...of.synonyms]);
  const exact = new Map([...names, ...keyed((of) => of.whole)]);
  const partial = new Map<string, TaxonomyClass[]>();
  for (const [key, of] of keyed((c) => c.partial)) partial.set(key, [...(partial.get(key) ?? []), of]);
  const index = {
    exact,
    // A name of one character stands within too many texts.
    within: names.filter(([key]) => key.length > 1).sort(([a], [b]) => b.length - a.length),
    partial,
    joints: Math.max(...[...exact.keys()].map((key) => key.split(AND).length - 1)),
  };
  made.set(list, index);
  return index;
}

/**
 * The classes of a list that a text names. The whole text is looked up first, then its parts (、，；/), each exactly, else by
 * the longest word of the list within it; words of equal length count both. 和 parts only words that the list knows. What a
 * figure counts does not turn on it.
 */
export function classesOf(list: TaxonomyList, text: string | null): Classified {
  const key = classKey(text ?? '');
  const index = indexOf(list);
  const classes = new Set<TaxonomyClass>();
  const wider = new Set<TaxonomyClass>();
  const sort = (part: string) => {
    for (const of of meant(index, part)) classes.add(of);
    for (const of of index.partial.get(part) ?? []) wider.add(of);
  };
  const isKnown = index.exact.has(key) || index.partial.has(key);
  for (const part of isKnown ? [key] : key.split(PARTS).filter(Boolean)) sort(part);
  return {
    blank: key === '',
    classes: list.classes.filter((c) => classes.has(c)),
    toConfirm: list.classes.filter((c) => wider.has(c) && !classes.has(c)),
  };
}

/** Where a text is listed: its classes by id, or why it is in none. */
export function listedAs({ blank, classes, toConfirm }: Classified): readonly string[] {
  const none: NoClass | null = blank ? 'blank' : toConfirm.length ? 'unconfirmed' : classes.length ? null : 'unlisted';
  return [...classes.map((c) => c.id), ...(none ? [none] : [])];
}

function meant(index: Index, part: string): readonly TaxonomyClass[] {
  if (index.partial.has(part)) return [];
  const known = joined(index, part);
  if (known) return known;
  const longest = index.within.find(([word]) => part.includes(word))?.[0].length;
  return index.within.flatMap(([word, of]) => (word.length === longest && part.includes(word) ? [of] : []));
}

/**
 * What words of the list mean that 和 joins, and nothing else; undefined where the text is not such. Read from its end, so that
 * each rest is read once, however long the text.
 */
function joined({ exact, joints }: Index, text: string): readonly TaxonomyClass[] | undefined {
  const pieces = text.split(AND);
  const from: (readonly TaxonomyClass[] | undefined)[] = new Array(pieces.length + 1);
  from[pieces.length] = [];
  for (let i = pieces.length - 1; i >= 0; i--)
    for (let end = Math.min(pieces.length, i + joints + 1); end > i && !from[i]; end--) {
      const of = exact.get(pieces.slice(i, end).join(AND));
      const rest = from[end];
      if (of && rest) from[i] = rest.includes(of) ? rest : [of, ...rest];
    }
  return from[0];
}
