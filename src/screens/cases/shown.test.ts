import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import type { EvidenceQuestion } from '../../domain/evidence';
import { beginShowing, tellShown } from './shown';

const question: EvidenceQuestion = {
  indicator: 'disclosure_rate',
  side: 'missing',
  level: 'prefecture',
  id: '632500',
  period: '2017',
  asOf: '2018-01-10',
  search: '张三',
  persons: true,
};

test('a list is told of once, with its number of rows and without the text searched for; anew when asked for anew', async () => {
  const history: string[] = [];
  const desk = {
    office: qinghai,
    log: async (event: string, detail: string) => void history.push(`${event} ${detail}`),
  };
  beginShowing();
  await tellShown(desk, question, 3);
  await tellShown(desk, { ...question, sort: { column: 'party', descending: true } }, 3);
  await tellShown(desk, question, 0);
  expect(history).toEqual([
    'persons_shown 海南藏族自治州 2017年 处罚信息公示率：应公示而未公示的，其中查到的 3 件，截止日 2018-01-10',
  ]);
  beginShowing();
  await tellShown(desk, question, 3);
  expect(history).toHaveLength(2);
});

test('what cannot be told of is not shown', async () => {
  const full = { office: qinghai, log: () => Promise.reject(new Error('空间不足')) };
  beginShowing();
  await expect(tellShown(full, question, 3)).rejects.toThrow('空间不足');
  await expect(tellShown(full, question, 3)).rejects.toThrow('空间不足');
});
