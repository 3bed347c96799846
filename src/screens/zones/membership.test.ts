import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { profileFiles, qinghai } from '../../../tests/support/profile';
import { officeOf } from '../../domain/office';
import { quartersOf } from '../../domain/period';
import { readProfile } from '../../domain/readProfile';
import { byConfidence, confidenceWords, overlapping, sinceWords, unlisted, zonesOfAreas } from './membership';

const counties = zonesOfAreas(qinghai, quartersOf('2017'));

test('18 counties overlap, 民和 in four zones stands first', () => {
  const several = overlapping(counties);
  expect(several).toHaveLength(18);
  expect(several[0]?.area.name).toBe('民和回族土族自治县');
  expect(several[0]?.zones.map((z) => z.id)).toEqual(['east', 'yellow_river', 'huangshui', 'rail_axis']);
  expect(several.at(-1)?.zones).toHaveLength(2);
});

test('门源, 祁连 and 同仁 are in no zone, though they are candidates of some', () => {
  expect(unlisted(counties).map((c) => c.short)).toEqual(['门源', '祁连', '同仁']);
});

test('every county stands in exactly one of: no zone, one zone, several', () => {
  const one = counties.filter((c) => c.zones.length === 1);
  expect(one.length + overlapping(counties).length + unlisted(counties).length).toBe(46);
});

test('members stand by confidence, the surest first, none lost', () => {
  const member = (code: string, confidence: string) => ({ code, name: code, confidence });
  const groups = byConfidence([
    member('a', 'low'),
    member('b', 'medium'),
    member('c', 'low'),
    member('d', 'own word'),
    member('e', 'high'),
  ]);
  expect(groups.map((g) => [g.words, g.members.map((m) => m.code).join('')])).toEqual([
    ['高', 'e'],
    ['中', 'b'],
    ['低', 'ac'],
    ['own word', 'd'],
  ]);
});

test('every confidence of the profile has a Chinese word', () => {
  const words = qinghai.profile.zones.zones.flatMap((z) => [...z.members, ...z.candidates]).map((m) => m.confidence);
  for (const word of words) expect(confidenceWords(word)).toMatch(/^[\u4e00-\u9fff]+$/);
});

test('a county is listed in the zones of the period looked at, and its dates are said', () => {
  const files = profileFiles();
  files.zones.zones[0].members.find((m: { code: string }) => m.code === '630222').to = '2017-07';
  const profile = readProfile(catalogue, files);
  const minhe = (period: string) =>
    zonesOfAreas(officeOf(profile, catalogue), quartersOf(period))
      .find((c) => c.area.code === '630222')
      ?.zones.map((z) => z.id);
  expect(minhe('2017')).toEqual(['east', 'yellow_river', 'huangshui', 'rail_axis']);
  expect(minhe('2017H2')).toEqual(['yellow_river', 'huangshui', 'rail_axis']);
  expect(sinceWords({ from: '2017-07', to: '2018-07' })).toBe('2017-07 起，2018-07 前');
  expect(sinceWords({})).toBe('');
});
