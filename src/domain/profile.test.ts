import { describe, expect, it } from 'vitest';
import { profileFiles } from '../../tests/support/profile';
import { checkFile, ProfileError, type ProfileFile, readProfile } from './profile';

type Files = ReturnType<typeof profileFiles>;

const faults = (change: (files: Files) => void): string[] => {
  const files = profileFiles();
  change(files);
  try {
    readProfile(files);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
};

describe('readProfile', () => {
  it('reads the profile of the page', () => {
    const profile = readProfile(profileFiles());
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
      'a step without any rule',
      (f) => (f.deadlines.rules = f.deadlines.rules.filter((r: { step: string }) => r.step !== 'feedback')),
      'deadlines.json → rules：缺少 feedback 的期限',
    ],
    [
      'weights that do not add up',
      (f) => (f.scheme.groups.departments[0].weight = 1),
      'scheme.json → groups.departments：各项分值合计 91',
    ],
    ['no ledgers', (f) => (f.profile.reporting.ledgers = []), 'profile.json → reporting.ledgers：'],
    ['a missing file', (f) => (f.zones = undefined), 'zones.json → （整个文件）：'],
  ])('refuses %s with file and path', (_, change, expected) => {
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
    expect(() => readProfile(files)).toThrow(/未载入：\nscheme\.json → （整个文件）：/);
    expect(() => checkFile('zones', [])).toThrow(ProfileError);
  });
});
