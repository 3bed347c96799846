import type { Catalogue } from '../domain/catalogue/catalogue';
import type { AreaLevel } from '../domain/cells';
import { namesOf } from '../domain/departments';
import { type OtherName, otherNames } from '../domain/history';
import { shownAt } from '../domain/indicators';
import { groupOf, type Office, reportingUnits, unitName } from '../domain/office';
import type { ScreenId } from '../ui/address';
import { type AreaAddress, areaAddress } from '../ui/areaAddress';
import type { Screen } from '../ui/screen';

/** An area whose name can stand beside a screen, an indicator or a list: 海东 超期. */
export interface SearchArea {
  level: AreaLevel;
  id: string;
}

export interface Address {
  screen: ScreenId;
  search: Record<string, string | undefined>;
}

/** One thing that the search reaches. */
export interface SearchEntry extends Address {
  key: string;
  kind: string;
  name: string;
  /** Other spellings that find it. */
  words: readonly string[];
  /** Names of what it lies in: one of them beside its own narrows (海东 平安). */
  within: readonly string[];
  /** Readings of the beginning of its name that are not the usual ones, a syllable a word: 称多 chen duo. */
  readings: readonly string[];
  /** Codes and names of other years: a hit by one of them says which and when. */
  otherNames: readonly OtherName[];
  /** What the name stands for beside that of a screen or list. */
  area?: SearchArea;
  /** Where the same is shown of an area alone; null where it has none. */
  of?: (area: SearchArea) => Address | null;
}

type Given = Pick<SearchEntry, 'kind' | 'name'> & Address & Partial<SearchEntry>;

const entry = (given: Given): SearchEntry => ({
  key: `${given.kind}/${given.screen}/${Object.values(given.search).join('/')}`,
  words: [],
  within: [],
  readings: [],
  otherNames: [],
  ...given,
});

const at = ({ screen, search }: AreaAddress): Address => ({ screen, search });

/** Everything that the search reaches: places, departments, zones, indicators, lists of cases, the screens and their parts. */
export function searchEntries(office: Office, screens: readonly Pick<Screen, 'id' | 'title'>[]): SearchEntry[] {
  const here = new Set(screens.map((s) => s.id));
  return [
    ...areas(office),
    ...office.catalogue.indicators.map((i) =>
      entry({
        kind: '指标',
        name: i.name,
        words: [i.words.numerator],
        screen: 'indicators',
        search: { id: i.id },
        of: (area) => (shownAt(i, area.level) ? at(areaAddress(office, area.level, area.id, i.id)) : null),
      }),
    ),
    ...lists(office.catalogue),
    ...parts(office, screens),
  ].filter((e) => here.has(e.screen));
}

function areas(office: Office): SearchEntry[] {
  const { profile, regions: places, words } = office;
  const { regions, departments, zones } = profile;
  const area = (level: AreaLevel, id: string) => ({ area: { level, id }, ...at(areaAddress(office, level, id)) });
  const { province } = regions;
  return [
    entry({
      kind: words.whole,
      name: province.name,
      words: [province.code, province.short, ...province.aliases, words.whole],
      ...area('province', province.code),
    }),
    ...places.prefectures.map((p) =>
      entry({
        kind: oneOf(office, p.code),
        name: unitName(office, p.code),
        words: [p.code, p.name, p.short, ...p.aliases],
        readings: p.readings ?? [],
        otherNames: otherNames(p, regions.referenceMonth),
        ...area('prefecture', p.code),
      }),
    ),
    ...regions.counties.map((c) => {
      const prefecture = regions.prefectures.find((p) => p.code === c.prefecture);
      return entry({
        kind: words.smallest,
        name: places.listName(places.place(c.code)),
        words: [c.code, c.name, c.short, ...(c.aliases ?? [])],
        within: prefecture ? [prefecture.name, prefecture.short] : [],
        readings: c.readings ?? [],
        otherNames: otherNames(c, regions.referenceMonth),
        ...area('county', c.code),
      });
    }),
    ...departments.departments.map((d) =>
      entry({ kind: '部门', name: d.name, words: namesOf(d), ...area('department', d.id) }),
    ),
    ...zones.zones.map((z) => entry({ kind: '片区', name: z.name, ...area('zone', z.id) })),
  ];
}

/** What a place is called that is assessed: 市州, 管委会. */
const oneOf = (office: Office, code: string): string =>
  groupOf(office, 'prefecture', code)?.one ?? office.words.prefecture;

/** Lists of cases: those that are asked for every quarter, and whole ledgers. */
function lists(catalogue: Catalogue): SearchEntry[] {
  const list = (name: string, search: Record<string, string>, words: string[] = []) =>
    entry({
      kind: '清单',
      name,
      words,
      screen: 'cases',
      search,
      of: ({ level, id }) => ({ screen: 'cases', search: { ...search, level, id } }),
    });
  return [
    ...catalogue.asked.map(({ id, question: { name, side, now } }) =>
      list(name, { indicator: id, side, ...(now && { all: '1' }) }),
    ),
    ...catalogue.collected.map(({ id, name }) => list(`${name}的全部案件`, { ledger: id })),
  ];
}

/** The screens, and the parts of 报送, which show one unit too. */
function parts(office: Office, screens: readonly Pick<Screen, 'id' | 'title'>[]): SearchEntry[] {
  const units = new Set(reportingUnits(office).map((u) => u.id));
  const ofUnit = (tab: string) => (area: SearchArea) =>
    units.has(area.id) ? { screen: 'submissions' as const, search: { tab, unit: area.id } } : null;
  const tab = (name: string, id: string, of?: SearchEntry['of']) =>
    entry({ kind: '页面', name, screen: 'submissions', search: { tab: id }, ...(of && { of }) });
  return [
    ...screens.map((s) => entry({ kind: '页面', name: s.title, screen: s.id, search: {} })),
    tab('报送登记', 'register', ofUnit('register')),
    tab('报送的问题', 'problems', ofUnit('problems')),
    tab('重复报送的案件', 'shared'),
    tab('文件与备份', 'files'),
  ];
}
