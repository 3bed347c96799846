import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { submissionOf } from '../../../tests/support/submission';
import { renderAt } from '../../ui/testing/renderAt';
import IndicatorsScreen from './IndicatorsScreen';

const NOTHING = { cells: [], durations: [], undated: [] };
const shown = (address: string) =>
  renderAt(address, <IndicatorsScreen />, { submissions: [submissionOf({ unit: '632500' })], cells: NOTHING }, qinghai);

test('an indicator that is not collected in the year of the view has no figure there, and it is said from when it is', async () => {
  const before = await shown('/indicators?id=fine_total&period=2017');
  expect(before).toContain('“罚没款”自2026年起收集，2017年没有这项指标');
  expect(before).not.toContain('罚没款怎样算出？');
  expect(before).not.toMatch(/<a[^>]*>罚没款<\/a>/);
  const then = await shown('/indicators?id=fine_total&period=2026');
  expect(then).toContain('罚没款怎样算出？');
  expect(then).toContain('2026年（示例口径：');
  expect(then).toMatch(/<a[^>]*>罚没款<\/a>/);
});
