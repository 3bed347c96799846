import { expect, test } from 'vitest';
import { submissionOf } from '../../../tests/support/submission';
import { PREFECTURES } from '../../../tests/support/unitViews';
import { assessment, GUOLUO, scheme } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { NotAssessedPanel } from './NotAssessedPanel';
import { type UnitSummary, unitSummary } from './summary';

const panelOf = (id: string, name: string, submissions = [submissionOf()]) =>
  renderAt(
    `/prefectures?period=2017H1&id=${id}`,
    <NotAssessedPanel
      unit={{ group: PREFECTURES, id, name }}
      summary={unitSummary(assessment, scheme, 'prefectures', id) as UnitSummary}
      assessment={assessment}
    />,
    { submissions },
  );
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

test('who has not reported is told so, with how many are due and the way to them', async () => {
  const html = await panelOf(GUOLUO, '果洛藏族自治州');
  expect(textOf(html)).toContain('未报送，不参评。2017年上半年应报送台账 4 份，已收到 0 份，期限已过而未报送 4 份。');
  expect(html).toMatch(/<a [^>]*href="[^"]*unit=632600[^"]*"[^>]*aria-label="果洛藏族自治州 未报送 4 份，查看登记"/);
  expect(textOf(html)).toContain('没有得分不等于零分');
  // A case of it came in another unit's file.
  expect(textOf(html)).toContain('下面的指标来自其他单位报送的、属于果洛藏族自治州的案件');
});

test('what came after the cut-off is received and was not reported by then, and that is said', async () => {
  const late = submissionOf({ unit: GUOLUO, period: '2017Q1', receivedOn: '2026-11-23' });
  const html = await panelOf(GUOLUO, '果洛藏族自治州', [late]);
  expect(textOf(html)).toContain('已收到 1 份，期限已过而未报送 4 份，其中 1 份截止日后才收到。');
});

test('what came since is counted as received', async () => {
  const html = await panelOf(GUOLUO, '果洛藏族自治州', [submissionOf({ unit: GUOLUO, period: '2017Q1' })]);
  expect(textOf(html)).toContain('应报送台账 4 份，已收到 1 份，期限已过而未报送 3 份');
});

test('what came and is damaged on this computer is not told as missing', async () => {
  const damaged = submissionOf({ unit: GUOLUO, period: '2017Q1', unreadable: true });
  const text = textOf(await panelOf(GUOLUO, '果洛藏族自治州', [damaged]));
  expect(text).toContain('期限已过而未报送 3 份；另有 1 份已报送而本机保存的原文件不能读入');
});
