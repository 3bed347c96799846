import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { officeName, reportingUnits, unitName } from './office';

it('expects the 8 prefectures and the departments that report', () => {
  const units = reportingUnits(qinghai);
  expect(units.filter((u) => u.group === 'prefectures')).toHaveLength(8);
  expect(units.filter((u) => u.group === 'departments').map((u) => u.id)).toEqual([
    'aic',
    'quality',
    'fda',
    'agriculture',
    'copyright',
    'ip',
    'forestry',
    'tobacco',
  ]);
});

it('names the office with its province, once', () => {
  expect(officeName(qinghai)).toBe(qinghai.profile.office);
  const elsewhere = { ...qinghai, profile: { ...qinghai.profile, office: '双打办' } };
  expect(officeName(elsewhere)).toBe('青海省 双打办');
});

it.each([
  ['632500', '海南藏族自治州'],
  ['customs', '海关'],
  ['elsewhere', 'elsewhere'],
])('calls %s %s', (unit, name) => {
  expect(unitName(qinghai, unit)).toBe(name);
});
