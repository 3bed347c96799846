import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { assess } from '../../assessment/assess';
import { Tabulation } from '../../domain/cells';
import type { Zone } from '../../domain/profile';
import { schemeOf } from '../../domain/scheme';
import { tilesOf } from './tiles';

const { profile, regions } = qinghai;
const cell = { indicator: 'closure_on_time', quarter: 2017 * 4, department: 'aic' } as const;
const table = new Tabulation(
  {
    cells: [
      { ...cell, place: '632801', numerator: 3, denominator: 4 },
      // 海西州本级 lies in no county and colours no tile.
      { ...cell, place: '632800', numerator: 0, denominator: 9 },
    ],
    durations: [],
    undated: [],
  },
  regions,
  profile.zones,
);
const assessment = assess({
  office: qinghai,
  scheme: schemeOf(profile.scheme, 2017),
  period: '2017Q1',
  asOf: '2017-04-10',
  table,
  submissions: [],
});
const zone = profile.zones.zones.find((z) => z.id === 'qaidam') as Zone;
const tiles = tilesOf(assessment, qinghai, 'closure_on_time', zone);

test('one tile per county, each in a place of its own', () => {
  expect(tiles).toHaveLength(46);
  expect(new Set(tiles.map((t) => `${t.row}/${t.column}`)).size).toBe(46);
});

test('a tile has the figure of its county alone', () => {
  expect(tiles.find((t) => t.code === '632801')).toMatchObject({ value: 0.75, denominator: 4, outlined: true });
  expect(tiles.filter((t) => t.denominator > 0)).toHaveLength(1);
});

test('the members of the zone are outlined, candidates are not', () => {
  expect(tiles.filter((t) => t.outlined).map((t) => t.code)).toEqual(zone.members.map((m) => m.code));
});
