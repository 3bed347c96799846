import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { type Quarter, quartersOf } from './period';
import type { Zone } from './profile';
import { inSpans, membersIn, spanOf, zonesOf as zonesDuring } from './zones';

const { zones } = qinghai.profile.zones;
const zonesOf = (code: string) => zones.filter((z) => z.members.some((m) => m.code === code)).map((z) => z.id);
const codes = qinghai.regions.counties.map((c) => c.code);

describe('the zones of the profile', () => {
  it.each([
    ['east', 13],
    ['qaidam', 7],
    ['qinghai_lake', 4],
    ['sanjiangyuan', 16],
    ['yellow_river', 7],
    ['huangshui', 10],
    ['rail_axis', 12],
  ])('%s has %i counties', (id, n) => {
    expect(zones.find((z) => z.id === id)?.members).toHaveLength(n);
  });

  it('are four 区, two 带 and one 线', () => {
    expect(zones.map((z) => z.kind).join('')).toBe('区区区区带带线');
  });

  it('overlap in 18 of 46 counties, though the four 区 do not', () => {
    expect(codes.filter((c) => zonesOf(c).length > 1)).toHaveLength(18);
    const areas = zones.filter((z) => z.kind === '区').flatMap((z) => z.members.map((m) => m.code));
    expect(new Set(areas).size).toBe(areas.length);
    expect(areas).toHaveLength(40);
  });

  it('leave out 门源, 祁连 and 同仁', () => {
    expect(codes.filter((c) => zonesOf(c).length === 0)).toEqual(['632221', '632222', '632321']);
  });

  it('hold 民和 four times', () => {
    expect(zonesOf('630222')).toEqual(['east', 'yellow_river', 'huangshui', 'rail_axis']);
  });

  it('call their counties by the names of the regions, and take no candidate for a member', () => {
    for (const zone of zones) {
      for (const m of [...zone.members, ...zone.candidates]) expect(qinghai.regions.place(m.code).name).toBe(m.name);
      const members = new Set(zone.members.map((m) => m.code));
      expect(zone.candidates.filter((c) => members.has(c.code))).toEqual([]);
    }
  });
});

describe('memberships with dates', () => {
  const quarters: Quarter[] = ['2016', '2017', '2018'].flatMap(quartersOf);
  const inForce = (from: string | null, to: string | null) =>
    quarters.map((q) => (inSpans([spanOf({ from, to })], q) ? '#' : '.')).join('');

  it.each([
    [null, null, '############'],
    ['2017-04', null, '.....#######'],
    ['2017-06', null, '.....#######'], // in force at the end of June
    ['2017-07', null, '......######'],
    [null, '2017-06', '#####.......'], // no longer at the end of June
    [null, '2017-07', '######......'],
    ['2017-02', '2017-12', '....###.....'],
    ['2017-04', '2017-06', '............'],
    [undefined, undefined, '############'],
  ] as const)('%s to %s', (from, to, expected) => {
    expect(inForce(from ?? null, to ?? null)).toBe(expected);
  });

  it('come and go', () => {
    const member = (code: string, from: string | null, to: string | null) => ({
      code,
      name: code,
      confidence: '',
      from,
      to,
    });
    const zone: Zone = {
      ...(zones[0] as Zone),
      members: [member('a', null, '2017-01'), member('b', null, null), member('a', '2018-01', null)],
    };
    const of = (period: string) => membersIn(zone, quartersOf(period)).map((m) => m.code);
    expect(of('2016')).toEqual(['a', 'b']);
    expect(of('2017')).toEqual(['b']);
    expect(of('2018H1')).toEqual(['b', 'a']);
    const table = { ...qinghai.profile.zones, zones: [zone] };
    expect(zonesDuring(table, 'a', quartersOf('2017'))).toEqual([]);
    expect(zonesDuring(table, 'a', [...quartersOf('2017'), ...quartersOf('2018')])).toEqual([zone]);
  });
});
