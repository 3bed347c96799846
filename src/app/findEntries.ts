import type { OtherName } from '../domain/history';
import { fold } from '../domain/text';
import type { Address, SearchEntry } from './searchEntries';
import { spells } from './spelling';

/** What was found: an entry, or what one shows of an area; `told` says by which code or name of other years, where only such a one is meant. */
export interface Hit extends Address {
  key: string;
  kind: string;
  name: string;
  told?: string;
}

/** Finds entries by text; made once for a list of them, since their names are spelled for it. */
export type FindEntries = (text: string, limit?: number) => Hit[];

/** How well a word fits an entry: the less the better. */
const BEGINS = 0;
const HOLDS = 1;
const OTHER_WORD = 2;
const SPELLED = 3;
const SPELLED_WITHIN = 4;
const OTHER_YEAR = 5;

interface Fit {
  rank: number;
  others: readonly OtherName[];
}

/**
 * Finds entries by names, other spellings, codes and names of other years, and pinyin: whole or by its initials. Of several
 * words each must fit: the entry, what it lies in, or an area beside it (海东 超期).
 * @param syllablesOf spells a name; null while that part of the page is not here
 */
export function entryFinder(
  entries: readonly SearchEntry[],
  syllablesOf: ((text: string) => string[]) | null,
): FindEntries {
  const spelled = new Map(entries.map((e) => [e, syllablesOf ? spellingsOf(e, syllablesOf) : []]));
  const fitOf = (e: SearchEntry, word: string): Fit | null => {
    const holds = (text: string) => text.toLowerCase().includes(word);
    const others: Fit['others'] = [];
    if (e.name.toLowerCase().startsWith(word)) return { rank: BEGINS, others };
    if (holds(e.name)) return { rank: HOLDS, others };
    if (e.words.some(holds)) return { rank: OTHER_WORD, others };
    const found = (spelled.get(e) ?? []).map((syllables) => spells(word, syllables));
    if (found.includes('start')) return { rank: SPELLED, others };
    if (found.includes('within')) return { rank: SPELLED_WITHIN, others };
    const named = e.otherNames.filter((o) => holds(o.code) || holds(o.name));
    return named.length ? { rank: OTHER_YEAR, others: named } : null;
  };
  const liesIn = (e: SearchEntry, word: string) =>
    e.within.some(
      (name) => name.includes(word) || (syllablesOf !== null && spells(word, syllablesOf(name)) === 'start'),
    );

  return (text, limit = 12) => {
    const words = fold(text).toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const fits = entries.map((e) => ({
      e,
      fits: words.map((word) => fitOf(e, word)),
      inside: words.map((word) => liesIn(e, word)),
    }));
    const alone = fits.flatMap(({ e, fits: own, inside }) =>
      own.some((f) => f) && own.every((f, i) => f || inside[i]) ? [{ rank: sum(own), hit: hitOf(e, own) }] : [],
    );
    const beside = words.length < 2 ? [] : besideAreas(fits);
    return [...alone, ...beside]
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ hit }) => hit);
  };
}

interface Fits {
  e: SearchEntry;
  /** Of each word. */
  fits: (Fit | null)[];
  /** Whether the word names what the entry lies in. */
  inside: boolean[];
}

/** What is shown of an area, where each word names the one or the other, and each is named. */
function besideAreas(all: readonly Fits[]): { rank: number; hit: Hit }[] {
  const areas = all.filter(({ e, fits }) => e.area && fits.some((f) => f));
  const shown = all.filter(({ e, fits }) => e.of && fits.some((f) => f));
  return areas.flatMap((a) =>
    shown.flatMap((s) => {
      const either = a.fits.map((f, i) => better(f, s.fits[i] ?? null));
      const named = a.fits.some((f, i) => f && s.fits.some((g, k) => g && k !== i));
      const whole = either.every((f, i) => f || a.inside[i]);
      const address = a.e.area && named && whole ? s.e.of?.(a.e.area) : null;
      if (!address) return [];
      const hit = { key: `${a.e.key}+${s.e.key}`, kind: s.e.kind, name: `${a.e.name} · ${s.e.name}`, ...address };
      return [{ rank: sum(either), hit }];
    }),
  );
}

const better = (a: Fit | null, b: Fit | null): Fit | null => (a && b ? (a.rank <= b.rank ? a : b) : (a ?? b));

const sum = (fits: readonly (Fit | null)[]): number => fits.reduce((n, f) => n + (f?.rank ?? 0), 0);

function hitOf({ key, kind, name, screen, search }: SearchEntry, fits: readonly (Fit | null)[]): Hit {
  const told = fits.flatMap((f) => f?.others.map((o) => o.words) ?? []).join('；');
  return { key, kind, name, screen, search, ...(told && { told }) };
}

/** The name and the other Chinese spellings in syllables, and the name by its own readings. */
function spellingsOf({ name, words, readings }: SearchEntry, syllablesOf: (text: string) => string[]): string[][] {
  const usual = [name, ...words.filter((w) => /\p{Script=Han}/u.test(w))].map(syllablesOf);
  const own = readings.map((reading) => {
    const first = reading.split(' ');
    return [...first, ...(usual[0] as string[]).slice(first.length)];
  });
  return [...usual, ...own];
}
