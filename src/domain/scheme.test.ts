import { describe, expect, it } from 'vitest';
import { profileFiles, qinghai } from '../../tests/support/profile';
import { itemsOf, type Scheme, type SchemeItem, schemeFaults, schemeOf, schemeSchema } from './scheme';

const sample = (): Scheme => profileFiles().scheme;

/** `path: message` of every fault. */
const faults = (change: (s: Scheme) => void): string[] => {
  const scheme = sample();
  change(scheme);
  const read = schemeSchema.safeParse(scheme);
  const found = read.success
    ? schemeFaults(qinghai, read.data)
    : read.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message }));
  return found.map(({ path, message }) => `${path}: ${message}`);
};

describe('schemeSchema', () => {
  it('takes the scheme that is shipped, which says that it is one', () => {
    expect(schemeSchema.parse(sample())).toMatchObject({ sample: true, full: 100 });
    expect(sample().caution).toContain('示例');
  });

  it('takes a scheme whose full score is not 100', () => {
    expect(
      faults((s) => {
        s.full = 76;
        for (const grade of s.grades) grade.atLeast *= 0.76;
        for (const group of Object.values(s.groups)) for (const item of group) item.weight *= 0.76;
      }),
    ).toEqual([]);
  });

  it('says from how many cases on units are compared, and why; an older scheme has the sample value', () => {
    expect(sample().smallN).toMatchObject({ below: 5, basis: expect.stringContaining('示例') });
    const { smallN: _, ...older } = sample();
    expect(schemeSchema.parse(older).smallN).toMatchObject({ below: 5, basis: expect.stringContaining('示例') });
  });

  it.each<[string, (s: Scheme) => void, RegExp]>([
    ['a part of a case', (s) => (s.smallN.below = 2.5), /^smallN\.below: /],
    ['fewer cases than none', (s) => (s.smallN.below = -1), /^smallN\.below: /],
    ['a number of cases without a reason', (s) => (s.smallN.basis = ''), /^smallN\.basis: /],
    [
      'weights that do not add up',
      (s) => (item(s).weight = 11),
      /^groups\.prefectures: 各项分值合计 101，与满分 100 不符/,
    ],
    ['a weight of nothing', (s) => (item(s).weight = 0), /^groups\.prefectures\.0\.weight: /],
    ['a weight below nothing', (s) => (item(s).weight = -5), /^groups\.prefectures\.0\.weight: /],
    ['a weight that is text', (s) => Object.assign(item(s), { weight: '10' }), /^groups\.prefectures\.0\.weight: /],
    ['an unknown indicator', (s) => Object.assign(item(s), { indicator: 'x' }), /^groups\.prefectures\.0\.indicator: /],
    [
      'an unknown rule',
      (s) => Object.assign(item(s), { rule: { type: 'x' } }),
      /^groups\.prefectures\.0\.rule\.type: /,
    ],
    [
      'a line without a slope',
      (s) => (item(s).rule = { type: 'linear', floor: 0.5, full: 0.5 }),
      /^groups\.prefectures\.0\.rule\.full: 比率越高越好/,
    ],
    [
      'no steps',
      (s) => (item(s).rule = { type: 'steps', direction: 'atLeast', steps: [] }),
      /^groups\.prefectures\.0\.rule\.steps: /,
    ],
    [
      'a share above one',
      (s) => (item(s).rule = { type: 'steps', direction: 'atLeast', steps: [{ bound: 0.5, share: 2 }] }),
      /^groups\.prefectures\.0\.rule\.steps\.0\.share: /,
    ],
    [
      'days scored as a fraction',
      (s) => {
        const days = itemsOf(s, 'prefectures').find((i) => i.indicator === 'handling_days');
        if (days) days.rule = { type: 'proportional' };
      },
      /^groups\.prefectures\.2\.rule\.type: 办理时长以工作日计/,
    ],
    ['an unknown no-case rule', (s) => Object.assign(item(s), { noCase: 'x' }), /^groups\.prefectures\.0\.noCase: /],
    [
      'one id twice',
      (s) => (item(s).id = 'satisfaction'),
      /^groups\.prefectures\.5\.id: 考核项 id satisfaction 重复，已用于第 1 项/,
    ],
    ['no items', (s) => (s.groups.departments = []), /^groups\.departments: /],
    ['no grades', (s) => (s.grades = []), /^grades: /],
    ['grades out of order', (s) => s.grades.reverse(), /^grades\.1\.atLeast: 等次须由高到低排列/],
    ['two grades of one bound', (s) => (grade(s, 1).atLeast = 90), /^grades\.1\.atLeast: 等次须由高到低排列/],
    ['two grades of one name', (s) => (grade(s, 2).name = '优秀'), /^grades\.2\.name: 等次 优秀 重复/],
    ['a grade above full marks', (s) => (grade(s, 0).atLeast = 101), /^grades\.0\.atLeast: 优秀 的下限 101 不在/],
    ['a grade below nothing', (s) => (grade(s, 3).atLeast = -1), /^grades\.3\.atLeast: 不合格 的下限 -1 不在/],
    ['scores without a grade', (s) => s.grades.pop(), /^grades\.2\.atLeast: 最低一档的下限须为 0，否则低于 60 分/],
    [
      'a rule that does not fit its indicator',
      (s) => (item(s).rule = { type: 'passFail', direction: 'atLeast', bound: 95 }),
      /^groups\.prefectures\.0\.rule\.bound: 比率须写成 0 到 1 之间的小数（90% 写 0.9），现为 95/,
    ],
    [
      'a weight too small for its decimals',
      (s) => {
        s.decimals = 0;
        item(s).weight = 0.5;
      },
      /^groups\.prefectures\.0\.weight: 分值 0.5 小于得分的最小单位 1（0 位小数）/,
    ],
    ['a full score finer than its decimals', (s) => (s.full = 99.995), /^full: 满分 99.995 超出 2 位小数/],
    ['half a decimal', (s) => (s.decimals = 1.5), /^decimals: /],
  ])('refuses %s, with the path', (_, change, expected) => {
    expect(faults(change)).toContainEqual(expect.stringMatching(expected));
  });
});

it('a profile holds the schemes of all years: one is had for a year only', () => {
  const { scheme } = qinghai.profile;
  // @ts-expect-error none of them until a year is said
  expect(() => itemsOf(scheme, 'prefectures')).toThrow();
  expect(itemsOf(schemeOf(scheme, 2017), 'prefectures')).toEqual(itemsOf(sample(), 'prefectures'));
});

const item = (s: Scheme) => itemsOf(s, 'prefectures')[0] as SchemeItem;
const grade = (s: Scheme, i: number) => s.grades[i] as Scheme['grades'][number];
