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
  screen: ScreenId;
  search: Record<string, string>;
}

/** Everything that the search reaches: prefectures, counties, departments, zones, indicators. */
export function searchEntries({ profile }: Office): SearchEntry[] {
  const entry = (
    kind: string,
    screen: ScreenId,
    name: string,
    search: Record<string, string>,
    words: string[] = [],
  ) => ({
    key: `${screen}/${Object.values(search).join('/')}`,
    kind,
    name,
    words,
    screen,
    search,
  });
  const { regions, departments, zones } = profile;
  return [
    ...regions.prefectures.map((p) =>
      entry('市州', 'prefectures', p.name, { id: p.code }, [p.code, p.short, ...p.aliases]),
    ),
    ...regions.counties.map((c) =>
      entry('县区', 'prefectures', c.name, { id: c.prefecture, county: c.code }, [
        c.code,
        c.short,
        ...(c.history ?? []).flatMap((h) => [h.code, h.name]),
      ]),
    ),
    ...departments.departments.map((d) => entry('部门', 'departments', d.name, { id: d.id }, [d.office, ...d.aliases])),
    ...zones.zones.map((z) => entry('片区', 'zones', z.name, { zone: z.id })),
    ...INDICATORS.map((i) => entry('指标', 'indicators', i.name, { id: i.id }, [i.words.numerator])),
  ];
}

/** Entries found by `text`: names that begin with it first, then names that hold it, then other spellings. */
export function findEntries(entries: readonly SearchEntry[], text: string, limit = 12): SearchEntry[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (!wanted) return [];
  const nearness = (e: SearchEntry): number => {
    const name = e.name.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return e.words.some((w) => w.toLowerCase().includes(wanted)) ? 2 : 3;
  };
  return entries
    .map((e) => ({ e, n: nearness(e) }))
    .filter(({ n }) => n < 3)
    .sort((a, b) => a.n - b.n)
    .slice(0, limit)
    .map(({ e }) => e);
}
