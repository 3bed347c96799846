import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { profileFiles } from '../../tests/support/profile';
import type { ProfileFile } from './profile';
import { checkFile, ProfileError, readProfile } from './readProfile';

type Files = ReturnType<typeof profileFiles>;

/** How many rules and entries of 应报 there are: what is added stands behind them. */
const RULES = profileFiles().deadlines.rules.length;
const REPORTING = profileFiles().profile.reporting.length;

const faults = (change: (files: Files) => void): string[] => {
  const files = profileFiles();
  change(files);
  try {
    readProfile(catalogue, files);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
};

describe('readProfile', () => {
  it('reads the profile of the page', () => {
    const profile = readProfile(catalogue, profileFiles());
    expect(profile).toMatchObject({ id: 'qinghai-2017', year: 2017 });
    expect(profile.deadlines.rules.every((r) => r.source !== '')).toBe(true);
  });

  it.each<[string, (files: Files) => void, string]>([
    ['a code that is too short', (f) => (f.regions.counties[3].code = '63010'), 'regions.json → counties.3.code：'],
    ['a county without a tile', (f) => delete f.regions.counties[0].tile, 'regions.json → counties.0.tile：'],
    [
      'a county of no prefecture',
      (f) => (f.regions.counties[0].prefecture = '639900'),
      'regions.json → counties.0.prefecture：市州 639900',
    ],
    [
      'a county twice',
      (f) => (f.regions.counties[1].code = '630102'),
      'regions.json → counties.1.code：代码 630102 重复',
    ],
    [
      'a zone with a county that is none',
      (f) => (f.zones.zones[2].members[1].code = '632299'),
      'zones.json → zones.2.members.1.code：县区 632299',
    ],
    [
      'a candidate that is none',
      (f) => (f.zones.zones[0].candidates[0].code = '632299'),
      'zones.json → zones.0.candidates.0.code：县区 632299',
    ],
    [
      'a history that overlaps',
      (f) => (f.regions.counties[8].history[1].from = '2012-12'),
      'regions.json → counties.8.history.1.from：沿革须由早到晚排列、互不重叠',
    ],
    [
      'a month that is none',
      (f) => (f.regions.prefectures[1].history[0].to = '2013-13'),
      'regions.json → prefectures.1.history.0.to：须为 YYYY-MM',
    ],
    [
      'a membership that ends before it begins',
      (f) => Object.assign(f.zones.zones[0].members[1], { from: '2017-07', to: '2017-07' }),
      'zones.json → zones.0.members.1.to：to 须晚于 from',
    ],
    ['a zone of another kind', (f) => (f.zones.zones[0].kind = '片'), 'zones.json → zones.0.kind：'],
    ['an id with capitals', (f) => (f.departments.departments[0].id = 'AIC'), 'departments.json → departments.0.id：'],
    [
      'an alias of one sign',
      (f) => f.departments.departments[0].aliases.push('工'),
      'departments.json → departments.0.aliases.3：',
    ],
    ['an unknown step', (f) => (f.deadlines.rules[0].step = 'lunch'), 'deadlines.json → rules.0.step：'],
    ['a rule without a source', (f) => (f.deadlines.rules[0].source = ''), 'deadlines.json → rules.0.source：'],
    ['a day that is none', (f) => (f.deadlines.rules[0].from = '2017-02-30'), 'deadlines.json → rules.0.from：'],
    [
      'a rule of a department that is none',
      (f) => (f.deadlines.rules[0].department = 'navy'),
      'deadlines.json → rules.0.department：部门 navy',
    ],
    [
      'a rule of a channel that is none',
      (f) => (f.deadlines.rules[0].channel = '12345'),
      'deadlines.json → rules.0.channel：渠道 12345 不在列表中',
    ],
    ['a rule of a kind that is none', (f) => (f.deadlines.rules[0].kind = '咨询'), 'deadlines.json → rules.0.kind：'],
    [
      'a channel of a department that is none',
      (f) => (f.departments.channels[2].department = 'navy'),
      'departments.json → channels.2.department：部门 navy 不在列表中',
    ],
    [
      'a channel in full width, which no case can have',
      (f) => (f.departments.channels[2].id = '１２３３１'),
      'departments.json → channels.2.id：须为半角',
    ],
    [
      'a step without any rule',
      (f) => (f.deadlines.rules = f.deadlines.rules.filter((r: { step: string }) => r.step !== 'feedback')),
      'deadlines.json → rules：缺少 feedback 的期限',
    ],
    [
      'weights that do not add up',
      (f) => (f.scheme.groups.departments[0].weight = 1),
      'scheme.json → groups.departments：各项分值合计 91',
    ],
    ['nothing to report', (f) => (f.profile.reporting = []), 'profile.json → reporting：'],
    ['a missing file', (f) => (f.zones = undefined), 'zones.json → （整个文件）：'],
  ])('refuses %s with file and path', (_, change, expected) => {
    const found = faults(change);
    expect(
      found.some((f) => f.startsWith(expected)),
      found.join('\n'),
    ).toBe(true);
  });

  it.each<[string, (files: Files) => void, string]>([
    [
      'a reporting period',
      (f) => f.profile.reporting.push({ ...f.profile.reporting[3], from: '2018Q4', to: '2019Q4' }),
      `profile.json → reporting.${REPORTING}：台账 penalties 的报送期与 reporting.1 重叠，请改起止`,
    ],
    [
      'a local holiday',
      (f) => (f.profile.localHolidays = ['2017-02-27', '2017-02-27']),
      'profile.json → localHolidays.1：日期 2017-02-27 重复',
    ],
    [
      'a prefecture',
      (f) => (f.regions.prefectures[3].code = '632200'),
      'regions.json → prefectures.3.code：代码 632200 重复，已用于 prefectures.2.code',
    ],
    [
      'a code of province and prefecture',
      (f) => (f.regions.prefectures[0].code = '630000'),
      'regions.json → prefectures.0.code：代码 630000 重复，已用于 province.code',
    ],
    [
      'a code of prefecture and county',
      (f) => (f.regions.counties[0].code = '630200'),
      'regions.json → counties.0.code：代码 630200 重复，已用于 prefectures.1.code',
    ],
    [
      'a code that was another county’s',
      (f) => (f.regions.counties[8].history[0].code = '632123'),
      'regions.json → counties.8.history.0.code：代码 632123 重复，已用于 counties.7.history.0.code',
    ],
    [
      'a name of two prefectures',
      (f) => f.regions.prefectures[4].aliases.push('海东'),
      'regions.json → prefectures.4.aliases.1：名称 海东 重复，已用于 prefectures.1.aliases.0',
    ],
    [
      'a place on the map',
      (f) => (f.regions.counties[1].tile = { ...f.regions.counties[0].tile }),
      'regions.json → counties.1.tile：方格位置 3,8 重复，已用于 counties.0.tile',
    ],
    ['a zone', (f) => (f.zones.zones[1].id = f.zones.zones[0].id), 'zones.json → zones.1.id：id '],
    [
      'the name of a zone',
      (f) => (f.zones.zones[1].name = '东部地区'),
      'zones.json → zones.1.name：名称 东部地区 重复',
    ],
    [
      'a county of a zone',
      (f) => f.zones.zones[0].members.push(f.zones.zones[0].members[0]),
      'zones.json → zones.0.members.13.code：县区 630102 重复，已用于 zones.0.members.0.code',
    ],
    [
      'a candidate of a zone',
      (f) => f.zones.zones[0].candidates.push(f.zones.zones[0].candidates[0]),
      'zones.json → zones.0.candidates.',
    ],
    [
      'a member among the candidates',
      (f) => (f.zones.zones[0].candidates[0].code = '630102'),
      'zones.json → zones.0.candidates.0.code：县区 630102 重复，已用于 zones.0.members.0.code',
    ],
    [
      'a department',
      (f) => (f.departments.departments[2].id = 'aic'),
      'departments.json → departments.2.id：名称或 id aic 重复，已用于 departments.0.id',
    ],
    [
      'an alias of two departments, in whatever width',
      (f) => f.departments.departments[3].aliases.push(' 质 检'),
      'departments.json → departments.3.aliases.7：名称或 id 质检 重复，已用于 departments.2.aliases.3',
    ],
    [
      'a department’s name among another’s aliases',
      (f) => f.departments.departments[1].aliases.push('工商'),
      'departments.json → departments.1.aliases.3：名称或 id 工商 重复，已用于 departments.0.name',
    ],
    [
      'a channel',
      (f) => (f.departments.channels[1].id = '12315'),
      'departments.json → channels.1.id：id 12315 重复，已用于 channels.0.id',
    ],
    [
      'a deadline rule',
      (f) => f.deadlines.rules.push({ ...f.deadlines.rules[0], from: '2018-01-01' }),
      `deadlines.json → rules.${RULES}.id：id acceptance-general 重复，已用于 rules.0.id`,
    ],
    [
      'a scheme item that is not collected yet when it is scored',
      (f) => (f.profile.reporting[1].from = '2018Q1'),
      'scheme.json → groups.prefectures.6.indicator：方案自2017年起用，指标 disclosure_rate 到2017年底还没有开始收集，不能计分',
    ],
    [
      'a scheme item',
      (f) => (f.scheme.groups.departments[1].id = f.scheme.groups.departments[0].id),
      'scheme.json → groups.departments',
    ],
  ])('refuses %s said twice', (_, change, expected) => {
    const found = faults(change);
    expect(
      found.some((f) => f.startsWith(expected)),
      found.join('\n'),
    ).toBe(true);
  });

  it('lists the faults of all files at once', () => {
    const found = faults((f) => {
      f.profile.year = '2017';
      f.deadlines.rules[1].limit.unit = 'weeks';
    });
    expect(found.map((f) => f.split('：')[0])).toEqual(['profile.json → year', 'deadlines.json → rules.1.limit.unit']);
  });

  it('says in the message that nothing was loaded', () => {
    const files: Record<ProfileFile, unknown> = { ...profileFiles(), scheme: 7 };
    expect(() => readProfile(catalogue, files)).toThrow(/未载入：\nscheme\.json → （整个文件）：/);
    expect(() => checkFile('zones', [])).toThrow(ProfileError);
  });
});
