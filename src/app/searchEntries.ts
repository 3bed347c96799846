import { type OtherName, otherNames } from '../domain/history';
import { INDICATORS } from '../domain/indicators';
import type { Office } from '../domain/office';
import type { ScreenId } from '../ui/address';

/** One thing that the search reaches. */
export interface SearchEntry {
  key: string;
  kind: string;
  name: string;
  /** Other spellings that find it. */
  words: string[];
  /** Codes and names of other years: a hit by one of them says which and when. */
  otherNames: OtherName[];
  screen: ScreenId;
  search: Record<string, string>;
  /** Text to search the cases for. */
  find?: string;
}

/** Everything that the search reaches: prefectures, counties, departments, zones, indicators. */
export function searchEntries({ profile }: Office): SearchEntry[] {
  const entry = (
    kind: string,
    screen: ScreenId,
    name: string,
    search: Record<string, string>,
    words: string[] = [],
    otherNames: OtherName[] = [],
  ): SearchEntry => ({
    key: `${screen}/${Object.values(search).join('/')}`,
    kind,
    name,
    words,
    otherNames,
    screen,
    search,
  });
  const { regions, departments, zones } = profile;
  return [
    ...regions.prefectures.map((p) =>
      entry(
        '市州',
        'prefectures',
        p.name,
        { id: p.code },
        [p.code, p.short, ...p.aliases],
        otherNames(p, regions.referenceMonth),
      ),
    ),
    ...regions.counties.map((c) =>
      entry(
        '县区',
        'prefectures',
        c.name,
        { id: c.prefecture, county: c.code },
        [c.code, c.short],
        otherNames(c, regions.referenceMonth),
      ),
    ),
    ...departments.departments.map((d) => entry('部门', 'departments', d.name, { id: d.id }, [d.office, ...d.aliases])),
    ...zones.zones.map((z) => entry('片区', 'zones', z.name, { zone: z.id })),
    ...INDICATORS.map((i) => entry('指标', 'indicators', i.name, { id: i.id }, [i.words.numerator])),
  ];
}

/** An entry that was found; `told` says by which code or name of other years, where only such a one is meant. */
export type Hit = SearchEntry & { told?: string };

/** Entries found by `text`: names that begin with it first, then names that hold it, other spellings, those of other years. */
export function findEntries(entries: readonly SearchEntry[], text: string, limit = 12): Hit[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (!wanted) return [];
  const holds = (word: string) => word.toLowerCase().includes(wanted);
  return entries
    .flatMap((e): { n: number; hit: Hit }[] => {
      if (e.name.toLowerCase().startsWith(wanted)) return [{ n: 0, hit: e }];
      if (holds(e.name)) return [{ n: 1, hit: e }];
      if (e.words.some(holds)) return [{ n: 2, hit: e }];
      const others = e.otherNames.filter((o) => holds(o.code) || holds(o.name));
      if (others.length === 0) return [];
      return [{ n: 3, hit: { ...e, told: others.map((o) => o.words).join('；') } }];
    })
    .sort((a, b) => a.n - b.n)
    .slice(0, limit)
    .map(({ hit }) => hit);
}
