import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { PREFECTURES } from '../../../tests/support/unitViews';
import { Tabulation } from '../../domain/cells';
import { quartersOf } from '../../domain/period';
import type { LeftOutNoteProps } from '../../ui/LeftOutNote';
import type { UnitSummary } from './summary';
import { UnitHeader } from './UnitHeader';

vi.mock('../../ui/data', () => ({
  useOffice: () => qinghai,
  useScheme: () => ({ decimals: 2, grades: [] }),
  useView: () => ({ asOf: '2027-01-10', quarters: quartersOf('2025') }),
}));
vi.mock('../../ui/GradeTag', () => ({ GradeTag: () => null }));
vi.mock('../../ui/LeftOutNote', () => ({
  LeftOutNote: ({ undated, all }: LeftOutNoteProps) => `[${undated} ${all ? 'all' : 'period'}]`,
}));

test('what cannot be dated is counted over every period, and opens so', () => {
  const [quarter] = quartersOf('2026Q4') as [number];
  const undated = [{ indicator: 'open_overdue', quarter, place: '630102', department: 'aic', count: 3 } as const];
  const table = new Tabulation({ cells: [], durations: [], undated }, qinghai.regions, qinghai.profile.zones);
  const summary = { row: { score: null, rank: null, grade: null, note: '' }, lost: null } as unknown as UnitSummary;
  const unit = { group: PREFECTURES, id: '630100', name: '西宁市' };
  expect(renderToStaticMarkup(<UnitHeader {...{ unit, summary, table }} />)).toContain('[3 all]');
});
