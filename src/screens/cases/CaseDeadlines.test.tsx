import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { Catalogue } from '../../domain/catalogue/catalogue';
import type { EvidenceRow } from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import { officeOf } from '../../domain/office';
import { renderAt } from '../../ui/testing/renderAt';
import { CaseDeadlines } from './CaseDeadlines';

const AS_OF = '2026-04-10';
const shown = (ledger: LedgerId, row: EvidenceRow, office = qinghai) =>
  renderAt('/cases', <CaseDeadlines ledger={ledger} row={row} asOf={AS_OF} />, {}, office);

const drawn: EvidenceRow = {
  inspection_due: '2026-04-08',
  inspection_rule: 'inspection-general',
  'inspection.state': 'open',
  'inspection.from': '抽取日期',
  'inspection.start': '2026-01-07',
};

test('a limit of the office is cited with its rule and the day from which it runs', async () => {
  const html = await shown('inspections', { ...drawn, due_on: null });
  expect(html).toContain('60个工作日；未找到依据');
  expect(html).toContain('抽取日期 2026-01-07');
  expect(html).not.toContain('台账所填');
});

test("where the row's own day decided, that is said, and no rule is cited", async () => {
  const html = await shown('inspections', { ...drawn, due_on: '2026-04-08' });
  expect(html).toContain('台账所填检查期限');
  expect(html).toContain('2026-04-08');
  for (const word of ['60个工作日', '未找到依据', '抽取日期']) expect(html).not.toContain(word);
});

test('a ledger without deadlines has no heading of them; days that a case took stand under their own', async () => {
  expect(await shown('disposals', {})).not.toContain('<h2>');
  const { definitions } = qinghai.catalogue;
  const ofDisposals = definitions.indicators.map((i) => ('daysName' in i ? { ...i, ledger: 'disposals' } : i));
  const took = officeOf(qinghai.profile, new Catalogue({ ...definitions, indicators: ofDisposals }));
  const html = await shown('disposals', { handling_days: 12 }, took);
  expect(html).toContain('<h2>用时</h2>');
  expect(html).toContain('办理工作日：12');
  expect(html).not.toContain('期限');
});
