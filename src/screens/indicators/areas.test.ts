import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { qinghai } from '../../../tests/support/profile';
import { comparedAreas, levelOf, levelsOf, ownAreas } from './areas';

const closure = catalogue.indicator('closure_on_time');
const submission = catalogue.indicator('submission_on_time');

test.each([
  ['prefecture', 8],
  ['county', 46],
  ['department', qinghai.profile.departments.departments.length],
  ['zone', 7],
] as const)('%s: %i areas', (level, n) => {
  const areas = comparedAreas(qinghai, level);
  expect(areas).toHaveLength(n);
  expect(areas.every((a) => a.level === level)).toBe(true);
});

test('the counties of one prefecture', () => {
  expect(comparedAreas(qinghai, 'county', '632200').map((a) => a.name)).toEqual([
    '门源回族自治县',
    '祁连县',
    '海晏县',
    '刚察县',
  ]);
  expect(comparedAreas(qinghai, 'zone', '632200')).toHaveLength(7);
});

test('报送及时率 has no figures of counties and zones', () => {
  expect(levelsOf(qinghai, submission).map((l) => l.level)).toEqual(['prefecture', 'department']);
  expect(levelsOf(qinghai, closure)).toHaveLength(4);
});

test.each([
  [closure, 'zone', 'zone'],
  [closure, undefined, 'prefecture'],
  [closure, 'province', 'prefecture'],
  [submission, 'zone', 'prefecture'],
  [submission, 'department', 'department'],
] as const)('level of the address', (of, wanted, level) => {
  expect(levelOf(qinghai, of, wanted).level).toBe(level);
});

test.each([
  ['prefecture', undefined, ['省本级']],
  ['county', '632200', ['海北藏族自治州本级']],
  ['department', undefined, []],
  ['zone', undefined, []],
] as const)('%s leaves over', (level, within, names) => {
  expect(ownAreas(qinghai, level, within).map((a) => a.name)).toEqual(names);
});

test('all counties leave over each 市州本级 and 省本级', () => {
  expect(ownAreas(qinghai, 'county')).toHaveLength(9);
});
