import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { officeIn } from '../../domain/officeIn';
import { chosenOf } from './chosen';

const office = officeIn(qinghai, '2017');

test('an empty address shows 按期办结率, the first zone and no county', () => {
  const { indicator, zone, area } = chosenOf(office, {});
  expect([indicator?.id, zone?.id, area]).toEqual(['closure_on_time', 'east', undefined]);
});

test('the address is the state', () => {
  const { indicator, zone, area } = chosenOf(office, {
    indicator: 'satisfaction',
    zone: 'qaidam',
    county: '632801',
  });
  expect([indicator?.id, zone?.id, area?.short]).toEqual(['satisfaction', 'qaidam', '格尔木']);
});

test('what counties have no figures of, or do not exist, falls back', () => {
  const { indicator, zone, area } = chosenOf(office, {
    indicator: 'submission_on_time',
    zone: 'nowhere',
    county: '000000',
  });
  expect([indicator?.id, zone?.id, area]).toEqual(['closure_on_time', 'east', undefined]);
});
