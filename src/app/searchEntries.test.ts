import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { sharedNames } from '../../tests/support/sharedNames';
import { type ScreenId, searchOf } from '../ui/address';
import { searchEntries } from './searchEntries';

const SCREENS = (
  ['year', 'zones', 'units/prefectures', 'units/departments', 'indicators', 'cases', 'submissions'] as const
).map((id) => ({ id, title: id }));
const entries = searchEntries(qinghai, SCREENS);

test('every entry has its own key', () => {
  expect(new Set(entries.map((e) => e.key)).size).toBe(entries.length);
});

test('every address is one that its screen reads whole, of an area too', () => {
  const read = ({ screen, search }: { screen: ScreenId; search: object }) => {
    const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
    expect(searchOf(catalogue, screen).parse(search)).toEqual(given);
  };
  for (const e of entries) {
    read(e);
    for (const { area } of entries) if (area) read(e.of?.(area) ?? e);
  }
});

test('nothing is reached of a screen that this build does not have', () => {
  const few = searchEntries(qinghai, [{ id: 'units/prefectures', title: '市州' }]);
  expect(new Set(few.map((e) => e.screen))).toEqual(new Set(['units/prefectures']));
});

test('a list, an indicator and a part of 报送 are those of an area beside it; 报送及时率 has none of a county', () => {
  const of = (name: string, level: 'prefecture' | 'county', id: string) =>
    entries.find((e) => e.name === name)?.of?.({ level, id });
  expect(of('超期未办结', 'prefecture', '630200')).toEqual({
    screen: 'cases',
    search: { indicator: 'open_overdue', side: 'numerator', all: '1', level: 'prefecture', id: '630200' },
  });
  expect(of('按期办结率', 'prefecture', '630200')).toEqual({
    screen: 'units/prefectures',
    search: { id: '630200', indicator: 'closure_on_time' },
  });
  expect(of('报送登记', 'prefecture', '630200')?.search).toEqual({ tab: 'register', unit: '630200' });
  expect(of('报送及时率', 'county', '630222')).toBeNull();
  expect(of('报送登记', 'county', '630222')).toBeNull();
});

test('counties that share their name are told by their prefecture', () => {
  const counties = searchEntries(sharedNames(), SCREENS).filter((e) => e.kind === '县区');
  expect(counties.map((e) => e.name)).toEqual(expect.arrayContaining(['长春市鼓楼区', '吉林市鼓楼区', '朝阳区']));
});
