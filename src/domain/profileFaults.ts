import type { Catalogue } from './catalogue/catalogue';
import { type Fault, unlisted as unlistedOf } from './catalogue/fault';
import { cutOffFaults } from './cutOff';
import { deadlineFaults } from './deadlineFaults';
import { endOf } from './eras';
import { historyFaults } from './history';
import type { DeadlineRule, Profile } from './profile';
import { reportingFaults } from './reporting';
import { datedSchemeFaults } from './scheme';
import { foldName } from './text';
import { isOwnPlace, wordsOf } from './units';

/** A text that names one thing of a profile and must not name another. */
interface Claim {
  /** Where it stands: `departments.3.aliases.1`. */
  path: string;
  text: string;
  /** What it names, where several texts name one thing; left out, each claim is of a thing of its own. */
  of?: string;
}

/** Claims whose text names another thing already: a look-up would take the first of the two without a word. */
function repeated(file: string, what: string, claims: readonly Claim[]): string[] {
  const held = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const first = held.get(claim.text);
    if (!first) held.set(claim.text, claim);
    if (!first || (claim.of !== undefined && claim.of === first.of)) return [];
    return [`${file}.json → ${claim.path}：${what} ${claim.text} 重复，已用于 ${first.path}，请改正或删去一处`];
  });
}

const unlisted = (file: string, path: string, what: string, text: string): string =>
  `${file}.json → ${path}：${what} ${text} 不在列表中`;

export const inFile = (file: string, faults: readonly Fault[]): string[] =>
  faults.map(({ path, message }) => `${file}.json → ${path}：${message}`);

const ids = (path: string, list: readonly { id: string }[]): Claim[] =>
  list.map(({ id }, i) => ({ path: `${path}.${i}.id`, text: id }));

const texts = (path: string, list: readonly string[], of?: string): Claim[] =>
  list.map((text, i) => ({
    path: `${path}.${i}`,
    text: foldName(text).toLowerCase(),
    ...(of !== undefined && { of }),
  }));

/**
 * What the files of a profile, each of the right form, say against themselves or against each other.
 * @returns `file → path：reason` of every fault
 */
export const profileFaults = (catalogue: Catalogue, p: Profile): string[] => [
  ...inFile('profile', reportingFaults(catalogue.ledgerIds, p.reporting)),
  ...inFile('profile', cutOffFaults(p.cutOff)),
  ...repeated('profile', '日期', texts('localHolidays', p.localHolidays)),
  ...regionFaults(p),
  ...groupFaults(p),
  ...zoneFaults(p),
  ...departmentFaults(p),
  ...ruleFaults(catalogue, p),
  ...inFile('scheme', datedSchemeFaults({ catalogue, groups: p.units.groups }, p.scheme)),
];

function regionFaults({ regions, units: of }: Profile): string[] {
  const { referenceMonth, province, prefectures, counties } = regions;
  const words = wordsOf(of);
  const named = prefectures.map((unit, i) => ({ path: `prefectures.${i}`, unit }));
  const units = [
    { path: 'province', unit: { ...province, history: undefined } },
    ...named,
    ...counties.map((unit, i) => ({ path: `counties.${i}`, unit })),
  ];
  const codes = units.map(({ path, unit }) => ({ path: `${path}.code`, text: unit.code, of: path }));
  const otherYears = units.flatMap(({ path, unit }) =>
    (unit.history ?? []).map((h, i) => ({
      path: `${path}.history.${i}.code`,
      text: h.code,
      of: path,
    })),
  );
  // Not of counties and the province: 鼓楼区 of two prefectures, 吉林 the province and the city are told apart by what stands
  // beside them, or asked.
  const names = named.flatMap(({ path, unit }) => [
    { path: `${path}.name`, text: foldName(unit.name), of: path },
    { path: `${path}.short`, text: foldName(unit.short), of: path },
    ...texts(`${path}.aliases`, unit.aliases, path),
  ]);
  const tiles = [
    ...counties.map(({ tile }, i) => ({ path: `counties.${i}.tile`, tile })),
    ...prefectures.map(({ tile }, i) => ({ path: `prefectures.${i}.tile`, tile })),
  ].flatMap(({ path, tile }) => (tile ? [{ path, text: `${tile.row},${tile.column}` }] : []));
  const listed = new Set(prefectures.map((x) => x.code));
  const parted = new Set(counties.map((c) => c.prefecture));
  return [
    ...repeated('regions', '代码', [...codes, ...otherYears]),
    ...repeated('regions', '名称', names),
    ...repeated('regions', '方格位置', tiles),
    ...units.flatMap(({ path, unit }) =>
      historyFaults(unit, referenceMonth).map((f) => `regions.json → ${path}.${f.path}：${f.message}`),
    ),
    ...counties.flatMap((c, i) => {
      const into = counties.filter((o) => o.history?.some((h) => h.mergedWith?.includes(c.code)));
      const others = into.filter((o) => o !== c && o.prefecture === c.prefecture);
      return endOf(c) === null || (into.length === 1 && others.length === 1)
        ? []
        : [
            `regions.json → counties.${i}.history：${c.name} 已撤销，须有且只有同一市州的一个单位在沿革中以 mergedWith 写明并入`,
          ];
    }),
    ...counties.flatMap((c, i) =>
      listed.has(c.prefecture) ? [] : [unlisted('regions', `counties.${i}.prefecture`, words.prefecture, c.prefecture)],
    ),
    // A map without some of the smallest areas would look whole.
    ...prefectures.flatMap(({ code, name, tile }, i) =>
      (tile === undefined) === parted.has(code)
        ? []
        : [
            `regions.json → prefectures.${i}.tile：${name}${tile ? '有下级地区，不应写方格位置' : '没有下级地区，须写方格位置'}`,
          ],
    ),
    ...((words.county === null) === (counties.length === 0)
      ? []
      : [
          `units.json → levels.county：${words.county ? 'regions.json 没有下级地区，须为 null' : 'regions.json 有下级地区，须写名称'}`,
        ]),
  ];
}

/** Units are told apart by their ids and names, whatever group they are of. */
function groupFaults({ units: { groups }, regions: { prefectures }, departments: { departments } }: Profile): string[] {
  const kinds = groups.flatMap(({ units }, i) =>
    typeof units === 'string' ? [{ path: `groups.${i}.units`, text: units }] : [],
  );
  const lists = groups.flatMap(({ units }, i) =>
    typeof units === 'string' ? [] : units.map((unit, j) => ({ path: `groups.${i}.units.${j}`, unit })),
  );
  const codes = new Set(prefectures.map((p) => p.code));
  const hasRegions = kinds.some((k) => k.text === 'regions');
  // A region by another name may be called as the region is.
  const namesOf = ({ path, unit }: (typeof lists)[number]): Claim[] =>
    texts(path, [unit.id, unit.name, unit.short, ...unit.aliases], isOwnPlace(unit) ? path : unit.id);
  return [
    ...repeated('units', 'id', ids('groups', groups)),
    ...repeated(
      'units',
      '名称',
      groups.map(({ name }, i) => ({ path: `groups.${i}.name`, text: name })),
    ),
    ...repeated('units', '单位范围', kinds),
    ...lists.flatMap(({ path, unit }) =>
      isOwnPlace(unit) || codes.has(unit.id) ? [] : [unlisted('units', `${path}.id`, '代码', unit.id)],
    ),
    ...lists.flatMap(({ path, unit }) =>
      hasRegions && !isOwnPlace(unit) ? [`units.json → ${path}.id：${unit.name} 已在按地区的考核组中`] : [],
    ),
    ...repeated('units', '单位', [
      ...prefectures.flatMap((p) =>
        texts(`（regions.json）${p.name}`, [p.code, p.name, p.short, ...p.aliases], p.code),
      ),
      ...departments.flatMap((d) =>
        texts(`（departments.json）${d.name}`, [d.id, d.name, d.office, ...d.aliases], d.id),
      ),
      ...lists.flatMap(namesOf),
    ]),
    ...repeated(
      'units',
      '单位 id',
      lists.map(({ path, unit }) => ({ path: `${path}.id`, text: unit.id })),
    ),
  ];
}

function zoneFaults({ regions, units, zones: { zones } }: Profile): string[] {
  const { smallest } = wordsOf(units);
  const parted = new Set(regions.counties.map((c) => c.prefecture));
  const listed = new Set(
    [...regions.counties, ...regions.prefectures.filter((p) => !parted.has(p.code))].map((c) => c.code),
  );
  return [
    ...repeated('zones', 'id', ids('zones', zones)),
    ...repeated(
      'zones',
      '名称',
      zones.map(({ name }, i) => ({ path: `zones.${i}.name`, text: name })),
    ),
    ...zones.flatMap((zone, i) => {
      // Members first: a candidate that is a member as well is the one that is wrong.
      const counties = (['members', 'candidates'] as const).flatMap((list) =>
        zone[list].map(({ code }, j) => ({ path: `zones.${i}.${list}.${j}.code`, text: code })),
      );
      return [
        ...repeated('zones', smallest, counties),
        ...counties.flatMap(({ path, text }) => (listed.has(text) ? [] : [unlisted('zones', path, smallest, text)])),
      ];
    }),
  ];
}

function departmentFaults({ departments: { departments, channels, referenceMonth } }: Profile): string[] {
  // As `Departments` compares them: id, name, office and aliases are one list of names.
  const names = departments.flatMap((d, i) => {
    const path = `departments.${i}`;
    const one = (key: 'id' | 'name' | 'office') => ({
      path: `${path}.${key}`,
      text: foldName(d[key]).toLowerCase(),
      of: path,
    });
    const others = (d.history ?? []).flatMap(({ name, office }, j) => [
      { path: `${path}.history.${j}.name`, text: foldName(name).toLowerCase(), of: path },
      { path: `${path}.history.${j}.office`, text: foldName(office).toLowerCase(), of: path },
    ]);
    return [one('id'), one('name'), one('office'), ...texts(`${path}.aliases`, d.aliases, path), ...others];
  });
  const listed = new Set(departments.map((d) => d.id));
  return [
    ...repeated('departments', '名称或 id', names),
    ...departments.flatMap((d, i) =>
      [
        ...historyFaults({ code: d.id, ...d, history: d.history?.map((h) => ({ ...h, code: d.id })) }, referenceMonth),
        ...succession(d, (id) => listed.has(id) && !followers(departments, id).includes(d.id)),
      ].map((f) => `departments.json → departments.${i}.${f.path}：${f.message}`),
    ),
    ...repeated('departments', 'id', ids('channels', channels)),
    ...channels.flatMap((c, i) =>
      listed.has(c.department) ? [] : [unlisted('departments', `channels.${i}.department`, '部门', c.department)],
    ),
  ];
}

/** A department and those that come after it, each once. */
function followers(departments: Profile['departments']['departments'], id: string): string[] {
  const found = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !found.has(at); ) {
    found.add(at);
    at = departments.find((d) => d.id === at)?.successor;
  }
  return [...found];
}

/** What is there no longer must count somewhere, or its cases would stand in no list. */
function succession(
  unit: { successor?: string | undefined } & Parameters<typeof endOf>[0],
  isOther: (key: string) => boolean,
): Fault[] {
  const ends = endOf(unit) !== null;
  if (!ends && unit.successor !== undefined)
    return [{ path: 'successor', message: '仍在的单位不能有 successor，请写明撤销的月份（history 最后一条的 to）' }];
  if (ends && (unit.successor === undefined || !isOther(unit.successor)))
    return [{ path: 'successor', message: `撤销的单位须写明其后计入哪个单位：${unit.successor ?? '未写'}` }];
  return [];
}

function ruleFaults(
  catalogue: Catalogue,
  { deadlines: { rules }, departments: { departments, channels } }: Profile,
): string[] {
  const listed = { 部门: new Set(departments.map((d) => d.id)), 渠道: new Set(channels.map((c) => c.id)) };
  const named = rules.flatMap((r, i) => [
    { path: `rules.${i}.department`, what: '部门' as const, text: r.department },
    { path: `rules.${i}.channel`, what: '渠道' as const, text: r.channel },
  ]);
  return [
    ...repeated('deadlines', 'id', ids('rules', rules)),
    ...named.flatMap(({ path, what, text }) =>
      text === null || listed[what].has(text) ? [] : [unlisted('deadlines', path, what, text)],
    ),
    ...catalogue.steps
      .filter((step) => !rules.some((r) => r.step === step))
      .map((step) => `deadlines.json → rules：缺少 ${step} 的期限`),
    ...inFile('deadlines', [
      ...rules.flatMap((r, i) => [
        ...unlistedOf('步骤', catalogue.steps, r.step, `rules.${i}.step`),
        ...kindFaults(catalogue, r, `rules.${i}.kind`),
        ...(r.ledger === null ? [] : unlistedOf('台账', catalogue.ledgerIds, r.ledger, `rules.${i}.ledger`)),
      ]),
      ...deadlineFaults(catalogue, rules),
    ]),
  ];
}

/** A rule of a kind that no case of its ledger has would never apply. */
function kindFaults(catalogue: Catalogue, { step, kind }: DeadlineRule, path: string): Fault[] {
  const by = catalogue.deadline(step)?.lookedUpBy.kind;
  const field = catalogue.ledgers
    .find((l) => l.deadlines.some((d) => d.id === step))
    ?.fields.find((f) => f.name === by);
  return field?.type === 'list' && kind !== null ? unlistedOf('类型', field.values, kind, path) : [];
}
