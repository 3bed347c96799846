import { describe, expect, it, test } from 'vitest';
import { catalogueOf } from '../../tests/support/catalogue';
import { profileFiles, qinghai, xiamen } from '../../tests/support/profile';
import { assessedUnits, groupOf, type Office, officeOf, reportingUnits, unitExists, unitName } from './office';
import { ProfileError, readProfile } from './readProfile';
import { RESERVED_GROUPS } from './units';
import { zonesOf } from './zones';

const catalogue = catalogueOf('xiamen-2016');

type Files = ReturnType<typeof profileFiles>;

const changed = (id: string, change: (files: Files) => void): Files => {
  const files = profileFiles(id);
  change(files);
  return files;
};
const faults = (files: Files): string[] => {
  try {
    readProfile(catalogueOf(files.profile.id), files);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
};

describe('a city whose units are its districts', () => {
  test('its groups, in order, with those that report', () => {
    expect(xiamen.groups.map((g) => [g.id, g.name, g.one])).toEqual([
      ['districts', '区', '区'],
      ['committees', '管委会', '管委会'],
      ['departments', '市直部门', '部门'],
    ]);
    const of = (group: string) => reportingUnits(xiamen).filter((u) => u.group === group);
    expect(of('districts').map((u) => u.id)).toEqual(['350203', '350205', '350206', '350211', '350212', '350213']);
    expect(of('committees')).toEqual([
      { id: 'ftz', name: '厦门自贸片区管委会', group: 'committees', level: 'prefecture' },
    ]);
    expect(of('departments')).toHaveLength(10);
  });

  test('its words hold no county', () => {
    expect(xiamen.words).toEqual({
      whole: '全市',
      province: '市',
      own: '市本级',
      departments: '市直部门',
      prefecture: '区',
      places: '区、管委会',
      prefectureOwn: '区本级',
      county: null,
      smallest: '区',
      units: '区、管委会和市直部门',
    });
    expect(qinghai.words).toMatchObject({ smallest: '县区', units: '市州和部门' });
  });

  it.each([
    ['思明区', '350203', '思明区'],
    ['思明', '350203', '思明区'],
    ['350206', '350206', '湖里区'],
    ['厦门市思明区', '350203', '思明区'],
    ['同安区本级', '350212', '同安区'],
    ['厦门市', '350200', '市本级'],
    ['厦门', '350200', '市本级'],
    ['市本级', '350200', '市本级'],
    ['自贸片区', 'ftz', '厦门自贸片区管委会'],
    ['FTZ', undefined, undefined],
    ['鼓浪屿', undefined, undefined],
  ])('a county column that holds %s names %s, shown as %s', (text, code, name) => {
    const found = xiamen.regions.match(text);
    const place = found && 'place' in found ? found.place : undefined;
    expect(place?.code).toBe(code);
    expect(place && xiamen.regions.caseName(place.code)).toBe(name);
  });

  test('the map is made of the districts; a unit without a code lies on none', () => {
    expect(xiamen.regions.smallest.map((a) => [a.level, a.short])).toEqual(
      ['思明', '海沧', '湖里', '集美', '同安', '翔安'].map((short) => ['prefecture', short]),
    );
    expect(xiamen.regions.prefectures.map((p) => p.code)).toContain('ftz');
    expect(qinghai.regions.smallest.map((a) => a.code)).toEqual(qinghai.regions.counties.map((c) => c.code));
  });

  test('what is searched behind 本级 is the city alone: no district has a rest beside its parts', () => {
    const codes = (office: Office, word: string) => office.regions.searched(word).map((p) => p.code);
    expect(codes(xiamen, '市本级')).toEqual(['350200']);
    expect(codes(xiamen, '本级')).toEqual(['350200']);
    expect(codes(xiamen, '思明')).toEqual(['350203']);
    expect(codes(qinghai, '市州本级')).toHaveLength(8);
  });

  test('a zone may be made of districts', () => {
    const files = changed('xiamen-2016', (f) => {
      const member = { code: '350203', name: '思明区', confidence: 'high' };
      f.zones.zones = [{ id: 'island', name: '岛内', kind: '区', members: [member], candidates: [], source: '测试' }];
    });
    expect(zonesOf(readProfile(catalogue, files).zones, '350203', [8064]).map((z) => z.id)).toEqual(['island']);
  });
});

describe('a line of bureaus: each its region by another name, and one without a code', () => {
  const bureaus = officeOf(
    readProfile(
      qinghai.catalogue,
      changed('qinghai-2017', (f) => {
        const bureau = (id: string, name: string, short: string) => ({ id, name, short, aliases: [] });
        f.units.groups = [
          {
            id: 'bureaus',
            name: '市州局',
            one: '局',
            units: [bureau('630100', '西宁市工商局', '西宁局'), bureau('lake', '青海湖市场监管局', '青海湖局')],
          },
        ];
        f.scheme.groups = { bureaus: f.scheme.groups.prefectures };
      }),
    ),
    qinghai.catalogue,
  );

  it('assesses only these, by their own names', () => {
    expect(assessedUnits(bureaus).map((u) => [u.id, u.name])).toEqual([
      ['630100', '西宁市工商局'],
      ['lake', '青海湖市场监管局'],
    ]);
    expect(unitName(bureaus, '630100')).toBe('西宁市工商局');
    expect(bureaus.regions.place('630100').name).toBe('西宁市');
  });

  it('knows a region that is in no group, but assesses it nowhere', () => {
    expect(unitName(bureaus, '632500')).toBe('海南藏族自治州');
    expect(unitExists(bureaus, '632500')).toBe(true);
    expect(groupOf(bureaus, 'prefecture', '632500')).toBeUndefined();
    expect(groupOf(bureaus, 'prefecture', 'lake')?.id).toBe('bureaus');
    expect(reportingUnits(bureaus).map((u) => u.level)).toEqual(['prefecture', 'prefecture']);
  });
});

describe('a wrong file is refused with its path', () => {
  const list = (...units: object[]) => ({ id: 'more', name: '其他', one: '单位', units });
  const unit = (id: string, name = '某局') => ({ id, name, short: name, aliases: [] });
  const withGroup = (group: object) => (f: Files) => {
    f.units.groups.push(group);
    f.scheme.groups.more = f.scheme.groups.prefectures;
  };
  it.each<[string, (files: Files) => void, string]>([
    [
      'a group that stands where a screen does',
      (f) => (f.units.groups[0].id = 'zones'),
      'units.json → groups.0.id：与页面地址冲突',
    ],
    ['no group', (f) => (f.units.groups = []), 'units.json → groups：'],
    [
      'two groups of regions',
      (f) => (f.units.groups[1].units = 'regions'),
      'units.json → groups.1.units：单位范围 regions 重复',
    ],
    ['two groups of one name', (f) => (f.units.groups[1].name = '市州'), 'units.json → groups.1.name：名称 市州 重复'],
    [
      'a region listed that is none',
      withGroup(list(unit('639900'))),
      'units.json → groups.2.units.0.id：代码 639900 不在列表中',
    ],
    [
      'a region assessed twice',
      withGroup(list(unit('630100'))),
      'units.json → groups.2.units.0.id：某局 已在按地区的考核组中',
    ],
    ['a unit called as a region is', withGroup(list(unit('lake', '西宁'))), '西宁 重复'],
    ['a unit called as a department is', withGroup(list(unit('lake', '海关'))), '海关 重复'],
    ['an underscore, which parts names of files', withGroup(list(unit('qinghai_lake'))), 'units.json → groups.2.units'],
    [
      'a group without items',
      (f) => delete f.scheme.groups.departments,
      'scheme.json → groups：缺少考核组 departments（部门）的考核项',
    ],
    [
      'items of no group',
      (f) => (f.scheme.groups.more = f.scheme.groups.departments),
      'scheme.json → groups.more：方案没有这个考核组',
    ],
    [
      'no word for counties',
      (f) => (f.units.levels.county = null),
      'units.json → levels.county：regions.json 有下级地区，须写名称',
    ],
    [
      'a prefecture with counties on the map itself',
      (f) => (f.regions.prefectures[0].tile = { row: 90, column: 90 }),
      'regions.json → prefectures.0.tile：西宁市有下级地区，不应写方格位置',
    ],
  ])('%s', (_, change, fault) => {
    const found = faults(changed('qinghai-2017', change));
    expect(found.some((f) => f.includes(fault))).toBe(true);
  });

  it('a district that is missing from the map', () => {
    const files = changed('xiamen-2016', (f) => delete f.regions.prefectures[2].tile);
    expect(faults(files)).toEqual(['regions.json → prefectures.2.tile：湖里区没有下级地区，须写方格位置']);
  });

  it('a word for counties where there are none', () => {
    const files = changed('xiamen-2016', (f) => (f.units.levels.county = { name: '街道', full: '街道' }));
    expect(faults(files)).toEqual(['units.json → levels.county：regions.json 没有下级地区，须为 null']);
  });

  it.each(RESERVED_GROUPS)('%s is no group', (id) => {
    expect(faults(changed('qinghai-2017', (f) => (f.units.groups[0].id = id)))[0]).toContain('groups.0.id');
  });
});
