import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { qinghai } from '../../../tests/support/profile';
import { chosenOf } from './chosen';

const { profile } = qinghai;

test('an empty address shows 按期办结率, the first zone and no county', () => {
  const { indicator, zone, county } = chosenOf(catalogue, profile, {});
  expect([indicator.id, zone?.id, county]).toEqual(['closure_on_time', 'east', undefined]);
});

test('the address is the state', () => {
  const { indicator, zone, county } = chosenOf(catalogue, profile, {
    indicator: 'satisfaction',
    zone: 'qaidam',
    county: '632801',
  });
  expect([indicator.id, zone?.id, county?.short]).toEqual(['satisfaction', 'qaidam', '格尔木']);
});

test('what counties have no figures of, or do not exist, falls back', () => {
  const { indicator, zone, county } = chosenOf(catalogue, profile, {
    indicator: 'submission_on_time',
    zone: 'nowhere',
    county: '000000',
  });
  expect([indicator.id, zone?.id, county]).toEqual(['closure_on_time', 'east', undefined]);
});
