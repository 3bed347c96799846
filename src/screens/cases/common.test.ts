import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { Tabulation } from '../../domain/cells';
import { quartersOf } from '../../domain/period';
import { commonQuestions } from './common';

test('open cases are the numerator, the others what is lacking; other quarters do not count', () => {
  const [q1, q2] = quartersOf('2017H1') as [number, number];
  const at = { place: '632521', department: 'aic', numerator: 3, denominator: 10 };
  const cells = [
    { ...at, indicator: 'open_overdue' as const, quarter: q1 },
    { ...at, indicator: 'disclosure_rate' as const, quarter: q1 },
    { ...at, indicator: 'disclosure_rate' as const, quarter: q2 },
  ];
  const table = new Tabulation({ cells, durations: [], undated: [] }, qinghai.regions, qinghai.profile.zones);
  const found = commonQuestions(qinghai, table, [q1]);
  const count = (name: string, area: string) =>
    found.find((q) => q.name === name)?.counts.find((c) => c.area === area)?.count;
  expect(count('超期未办结', '全省')).toBe(3);
  expect(count('应公示未公示', '海南藏族自治州')).toBe(7);
  expect(count('应公示未公示', '西宁市')).toBe(0);
});
