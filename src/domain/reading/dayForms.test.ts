import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf, said } from '../../../tests/support/reading';
import { CALENDAR_FIRST, CALENDAR_LAST } from '../calendar';
import { dayFromNumber, dayNumber } from '../day';

describe('days in other forms', () => {
  const FORM = '2017-03-05 ~day_form';
  it.each([
    '2017-03-05 下午3:00',
    '2017-03-05 下午3时',
    '2017-03-05 下午3点半',
    '2017-3-5 3:00 PM',
    '2017/3/5 3:00:00 p.m.',
    '2017-03-05 上午',
    '2017-03-05 凌晨0:15',
    '2017-03-05 晚上11:59',
    '2017-03-05 AM 9:05',
    '2017-03-05 9 am',
    '2017-03-05 下午3',
    '2017-03-05 15点',
    '2017年3月5日 下午 3：00',
    '2017年3月5日 星期日',
    '2017-03-05 周日 14:30',
    '2017年3月5日（星期天）',
    '2017-3-5(日)',
    'Sunday, March 5, 2017',
    'Sun 5 Mar 2017 14:30:00',
    '2017 - 3 - 5',
    '2017年 3月 5日',
    '2017 年 3 月 5 日 14 时 30 分',
    '2017. 3. 5',
    '2017.3.5.',
    '2017年3月5',
    '2017年3月5号',
    '2017-3-5日',
    '20170305143000',
    '201703051430',
    '20170305.0',
    '20170305143000.0',
    '="2017-03-05"',
    "'2017-03-05",
    '"2017-03-05"',
    '2017-03-05\u200b',
    '\u200e2017\u200e/\u200e3\u200e/\u200e5',
    '2017–03–05',
    '2017—3—5',
    '2017‑03‑05',
    '二〇一七年三月五日',
    '二○一七年三月五日',
    '5-Mar-2017',
    '05 March 2017',
    'Mar 5, 2017',
    'March 5th, 2017 3:00 PM',
    '2017-Mar-05',
    '2017-03-05 14:30:00 GMT+0800',
  ])('%j', (text) => {
    expect(said('received_on', text)).toBe(FORM);
  });

  it.each([
    ['二〇一六年十二月三十一日', '2016-12-31 ~day_form'],
    ['13/3/2017', '2017-03-13 ~day_form'],
    ['3/13/2017', '2017-03-13 ~day_form'],
    ['5.5.2017', '2017-05-05 ~day_form'],
    ['2003.12.31.', '2003-12-31 !date_beyond_calendar ~day_form'],
    ['2017-03-05 星期三', '!not_a_date'],
    ['2017 - 2 - 30', '!not_a_date'],
    ['30/02/2017', '!not_a_date'],
    ['13/13/2017', '!not_a_date'],
    ['31-Feb-2017', '!not_a_date'],
    ['20170305250000', '!not_a_date'],
    ['2017-3-5-7', '!not_a_date'],
    ['2017.3.5.1', '!not_a_date'],
    ['2017-03-05 下午3:00 前', '!not_a_date'],
    ['3-5', '!not_a_date'],
    ['170305', '!not_a_date'],
    ['二〇一七年三月', '!not_a_date'],
    ['二〇一七年三月三十二日', '!not_a_date'],
  ])('%j is %j', (text, day) => {
    expect(said('received_on', text)).toBe(day);
  });

  it('says which weekday a day is that is written with another', () => {
    expect(readerOf('received_on').read('2017-03-05 周三').fault).toEqual({
      code: 'not_a_date',
      detail: '该日是星期日',
    });
  });
});

describe('days that may be several', () => {
  const order = '?day_month_order';
  const century = '?two_digit_year';
  it.each([
    // Text, unasked, day first, month first.
    ['03/04/2017', order, '2017-04-03 ~day_chosen', '2017-03-04 ~day_chosen'],
    ['3-4-2017', order, '2017-04-03 ~day_chosen', '2017-03-04 ~day_chosen'],
    ['3.4.2017 14:30', order, '2017-04-03 ~day_chosen', '2017-03-04 ~day_chosen'],
    ['03/04/17', `${order} ${century}`, '2017-04-03 ~day_chosen', '2017-03-04 ~day_chosen'],
    ['05/04/17', `${order} ${century}`, '2017-04-05 ~day_chosen', '2017-05-04 ~day_chosen'],
    ['17-3-5', century, '2017-03-05 ~day_chosen', '2017-03-05 ~day_chosen'],
    ['17/03/05', century, '2017-03-05 ~day_chosen', '2017-03-05 ~day_chosen'],
    ['17-3-15', century, '2017-03-15 ~day_chosen', '2017-03-15 ~day_chosen'],
    ["'17.3.5", century, '2017-03-05 ~day_chosen', '2017-03-05 ~day_chosen'],
    ['17年3月5日', century, '2017-03-05 ~day_chosen', '2017-03-05 ~day_chosen'],
    ['5-Mar-17', century, '2017-03-05 ~day_chosen', '2017-03-05 ~day_chosen'],
    ['04/30/17', century, '2017-04-30 ~day_chosen', '2017-04-30 ~day_chosen'],
    ['30/04/17', century, '2017-04-30 ~day_chosen', '2017-04-30 ~day_chosen'],
    ['05/04/06', '!not_a_date', '!not_a_date', '!not_a_date'],
    ['17-13-05', '!not_a_date', '!not_a_date', '!not_a_date'],
    ['97-3-5', '!not_a_date', '!not_a_date', '!not_a_date'],
    ['1.2.3', '!not_a_date', '!not_a_date', '!not_a_date'],
  ])('%j', (text, unasked, dayFirst, monthFirst) => {
    expect(said('received_on', text)).toBe(unasked);
    expect(said('received_on', text, { answers: { day_month_order: 'day_first', two_digit_year: '20yy' } })).toBe(
      dayFirst,
    );
    expect(said('received_on', text, { answers: { day_month_order: 'month_first', two_digit_year: '20yy' } })).toBe(
      monthFirst,
    );
  });

  it('are asked about both at once where both are open', () => {
    expect(said('received_on', '03/04/17')).toBe(`${order} ${century}`);
    expect(said('received_on', '03/04/17', { answers: { day_month_order: 'day_first' } })).toBe(century);
    expect(said('received_on', '03/04/17', { answers: { two_digit_year: '20yy' } })).toBe(order);
    expect(said('received_on', '13/04/17')).toBe(century);
    expect(said('received_on', '03/03/17')).toBe(century);
  });
});

const DIGITS = '〇一二三四五六七八九';
const numeral = (n: number): string =>
  n < 10 ? (DIGITS[n] as string) : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'].concat([
  'September',
  'October',
  'November',
  'December',
]);

/** Every form that a day is written in, with what `y`, `m`, `d` stand for. */
const rendered = (n: number): string[] => {
  const iso = dayFromNumber(n);
  const [yyyy, mm, dd] = iso.split('-') as [string, string, string];
  const [m, d] = [Number(mm), Number(dd)];
  const week = '日一二三四五六'[(n + 4) % 7] as string;
  const month = ENGLISH[m - 1] as string;
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  return [
    iso,
    ...['-', '/', '.', '–', ' - '].flatMap((s) => [`${yyyy}${s}${m}${s}${d}`, `${yyyy}${s}${mm}${s}${dd} 9:05`]),
    `${yyyy}${mm}${dd}`,
    `${yyyy}${mm}${dd}235959`,
    `${yyyy}${mm}${dd}0905`,
    `${yyyy}${mm}${dd}.0`,
    `${yyyy}年${m}月${d}日`,
    `${yyyy}年${mm}月${dd}日（星期${week}）`,
    `${yyyy} 年 ${m} 月 ${d} 号 下午 3:00`,
    `${yyyy}年${m}月${d}`,
    `${yyyy}.${m}.${d}.`,
    `${iso} 周${week} 14时30分`,
    `${iso} 3:00 PM`,
    `${iso}T10:30:15.250Z`,
    `="${iso}"`,
    `'${yyyy}/${m}/${d}`,
    `${iso}\u200b`,
    wide(`${yyyy}/${m}/${d} 9:05`),
    `${[...yyyy].map((c) => DIGITS[Number(c)]).join('')}年${numeral(m)}月${numeral(d)}日`,
    `${dd}-${month.slice(0, 3)}-${yyyy}`,
    `${month} ${d}, ${yyyy} 3:00:00 am`,
    String(n + 25_569),
    `${n + 25_569}.604166`,
  ];
};

it('reads any day of the calendar in every form', () => {
  const { read } = readerOf('received_on');
  fc.assert(
    fc.property(fc.integer({ min: dayNumber(CALENDAR_FIRST), max: dayNumber(CALENDAR_LAST) }), (n) => {
      for (const text of rendered(n)) expect({ text, ...read(text) }).toMatchObject({ text, value: n });
    }),
  );
});

it('reads a day with its year at the end, or of two digits, as the answers say', () => {
  const [first, last] = [dayNumber(CALENDAR_FIRST), dayNumber(CALENDAR_LAST)];
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), fc.constantFrom('-', '/', '.'), (n, s) => {
      const [yyyy, mm, dd] = dayFromNumber(n).split('-') as [string, string, string];
      const written = {
        day_first: [`${dd}${s}${mm}${s}${yyyy}`, `${Number(dd)}${s}${Number(mm)}${s}${yyyy} 14:30`],
        month_first: [`${mm}${s}${dd}${s}${yyyy}`, `${Number(mm)}${s}${Number(dd)}${s}${yyyy}`],
      };
      for (const order of ['day_first', 'month_first'] as const)
        for (const text of written[order]) {
          const { read } = readerOf('received_on', { answers: { day_month_order: order } });
          expect({ text, ...read(text) }).toMatchObject({ text, value: n });
          // Unasked, it is this day or none.
          expect([n, null]).toContain(readerOf('received_on').read(text).value);
        }
      const short = readerOf('received_on', { answers: { two_digit_year: '20yy' } }).read(
        `${yyyy.slice(2)}${s}${Number(mm)}${s}${Number(dd)}`,
      );
      if (Number(yyyy) > 2012) expect(short).toEqual({ value: n, repair: 'day_chosen' });
    }),
  );
});
