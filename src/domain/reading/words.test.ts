import { describe, expect, it } from 'vitest';
import { QUESTIONS, REPAIRS } from './reading';
import { questionText, repairSentence } from './words';

describe('repairSentence', () => {
  it.each(REPAIRS)('%s has a whole sentence with its number and column', (repair) => {
    expect(repairSentence(repair, '接收日期', 1039)).toMatch(/^1,039 个.*（列「接收日期」）。$/);
  });

  it('is another for each repair', () => {
    expect(new Set(REPAIRS.map((r) => repairSentence(r, '县区', 1))).size).toBe(REPAIRS.length);
  });

  it('says what was done', () => {
    expect(repairSentence('serial_day', '接收日期', 39)).toBe('39 个日期由 Excel 序列号读出（列「接收日期」）。');
  });
});

describe('questionText', () => {
  it.each(QUESTIONS)('%s is a question with answers and a way out, with and without examples', (question) => {
    for (const examples of [[], ['03/04/2017'], ['同上', '〃', '同前', '同上 ']]) {
      const { text, options, otherwise } = questionText(question, '接收日期', examples);
      expect(text).toMatch(/「接收日期」.*？$/);
      expect(options.length).toBeGreaterThan(0);
      expect(otherwise).toMatch(/请.*。$/);
      expect(JSON.stringify([text, options, otherwise])).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('shows what each order makes of an example', () => {
    expect(questionText('day_month_order', '接收日期', ['　０３/04/2017'])).toMatchObject({
      text: '列「接收日期」中的「０３/04/2017」，日和月的次序有两种读法。本文件的日期是哪一种？',
      options: [
        { answer: 'day_first', label: '先日后月（「０３/04/2017」为 4 月 3 日）' },
        { answer: 'month_first', label: '先月后日（「０３/04/2017」为 3 月 4 日）' },
      ],
    });
  });

  it('names three examples at most', () => {
    expect(questionText('same_as_above', '县区', ['同上', '〃', '″', '同前']).text).toBe(
      '列「县区」中的「同上」、「〃」、「″」等，是否表示与上一行同一列的内容相同？',
    );
  });
});
