import { describe, expect, it } from 'vitest';
import { profileFiles } from '../../tests/support/profile';
import { type Scheme, schemeSchema } from './scheme';

const sample = (): Scheme => profileFiles().scheme;

/** `path: message` of every fault. */
const faults = (change: (s: Scheme) => void): string[] => {
  const scheme = sample();
  change(scheme);
  return (schemeSchema.safeParse(scheme).error?.issues ?? []).map((i) => `${i.path.join('.')}: ${i.message}`);
};

describe('schemeSchema', () => {
  it('takes the sample scheme, which says that it is one', () => {
    expect(schemeSchema.parse(sample())).toMatchObject({ sample: true, full: 100 });
    expect(sample().caution).toContain('示例');
  });

  it('takes a scheme whose full score is not 100', () => {
    expect(
      faults((s) => {
        s.full = 76;
        for (const group of Object.values(s.groups)) for (const item of group) item.weight *= 0.76;
      }),
    ).toEqual([]);
  });

  it.each<[string, (s: Scheme) => void, RegExp]>([
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
      /^groups\.prefectures\.0\.rule: floor/,
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
        const days = s.groups.prefectures.find((i) => i.indicator === 'handling_days');
        if (days) days.rule = { type: 'proportional' };
      },
      /^groups\.prefectures\.2\.rule\.type: 办理时长以工作日计/,
    ],
    ['an unknown no-case rule', (s) => Object.assign(item(s), { noCase: 'x' }), /^groups\.prefectures\.0\.noCase: /],
    ['one id twice', (s) => (item(s).id = 'satisfaction'), /^groups\.prefectures: 考核项 id 重复/],
    ['no items', (s) => (s.groups.departments = []), /^groups\.departments: /],
    ['no grades', (s) => (s.grades = []), /^grades: /],
    ['grades out of order', (s) => s.grades.reverse(), /^grades: 等次须由高到低排列/],
    ['half a decimal', (s) => (s.decimals = 1.5), /^decimals: /],
  ])('refuses %s, with the path', (_, change, expected) => {
    expect(faults(change)).toContainEqual(expect.stringMatching(expected));
  });
});

const item = (s: Scheme) => s.groups.prefectures[0] as Scheme['groups']['prefectures'][number];
