import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { searchOf } from './address';
import { areaAddress } from './areaAddress';

test.each([
  ['prefecture', '632500', 'units/prefectures', { id: '632500', indicator: 'satisfaction' }],
  ['department', 'aic', 'units/departments', { id: 'aic', indicator: 'satisfaction' }],
  ['county', '632521', 'zones', { county: '632521', indicator: 'satisfaction' }],
  ['zone', 'east', 'zones', { zone: 'east', indicator: 'satisfaction' }],
] as const)('%s %s is shown on %s', (level, id, screen, search) => {
  expect(areaAddress(qinghai, level, id, 'satisfaction')).toEqual({ screen, search });
  // The target's address keeps every parameter it is given.
  expect(searchOf(catalogue, screen).parse(search)).toEqual(search);
});
