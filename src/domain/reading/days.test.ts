import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/support/reading';
import { noText } from './noText';

describe('days that need no word', () => {
  it.each([
    ['2017-03-05', '2017-03-05'],
    ['2017/3/5', '2017-03-05'],
    ['2017.3.5', '2017-03-05'],
    ['20170305', '2017-03-05'],
    ['20170305 10:30', '2017-03-05'],
    ['2017年3月5日', '2017-03-05'],
    ['2017-3-5 23:59', '2017-03-05'],
    ['2017-3-5 9', '!not_a_date'],
    ['2017-3-5 , ', '!not_a_date'],
    ['2017-03-05 14:30:00', '2017-03-05'],
    ['2017-03-05T08:05:59', '2017-03-05'],
    ['2017-03-05T10:30:15.250Z', '2017-03-05'],
    ['2017-03-05 10:30:15+08:00', '2017-03-05'],
    ['2017-3-5 14：30', '2017-03-05'],
    ['2017年3月5日14时30分', '2017-03-05'],
    ['2017年３月５日14时30分15秒', '2017-03-05'],
    ['　２０１７／０３／０５　', '2017-03-05'],
    ['2017-03-5 ', '2017-03-05'],
    ['2016-02-29', '2016-02-29'],
    ['2017-02-29', '!not_a_date'],
    ['2017-02-30', '!not_a_date'],
    ['2017-13-01', '!not_a_date'],
    ['20171301', '!not_a_date'],
    ['2017-00-10', '!not_a_date'],
    ['0000-00-00', '!not_a_date'],
    ['99999999', '!not_a_date'],
    ['2003-12-31', '2003-12-31 !date_beyond_calendar'],
    ['2004-01-01', '2004-01-01'],
    ['2027-01-01', '2027-01-01 !date_beyond_calendar'],
    ['9999-12-31', '9999-12-31 !date_beyond_calendar'],
    ['0001-01-01', '0001-01-01 !date_beyond_calendar'],
    ['2017-3-5 24:00', '!not_a_date'],
    ['2017-03-05 25:00', '!not_a_date'],
    ['2017-03-05 24:00:00', '!not_a_date'],
    ['2017-03-05 10:60:00', '!not_a_date'],
    ['2017-03/05', '!not_a_date'],
    ['2017/03-05', '!not_a_date'],
    ['2017年3月', '!not_a_date'],
    ['2017-03-05x', '!not_a_date'],
    ['-017-03-05', '!not_a_date'],
    ['2017-03-05 (BC)', '!not_a_date'],
    ['2017-03-05至2017-03-08', '!not_a_date'],
    ['2017-03-05 20:00:00（未写明时区，按世界时则为北京时间 2017-03-06 04:00:00）', '!not_a_date'],
    ['infinity', '!not_a_date'],
    ['epoch', '!not_a_date'],
    ['下周', '!not_a_date'],
    ['待定', '!not_a_date'],
    ['=1+1', '!not_a_date'],
    ['100000000000000000000', '!not_a_date'],
    [noText(Uint8Array.of(0xff, 0xfe)), '!unreadable_cell'],
  ])('%j is %j', (text, day) => {
    expect(said('received_on', text)).toBe(day);
  });
});

describe('days as serial numbers', () => {
  it.each([
    ['42799', false, '2017-03-05 ~serial_day'],
    ['41337', true, '2017-03-05 ~serial_day'],
    ['42799.604166', false, '2017-03-05 ~serial_day'],
    ['42799.99999', false, '2017-03-05 ~serial_day'],
    ['42799.0', false, '2017-03-05 ~serial_day'],
    ['４２７９９', false, '2017-03-05 ~serial_day'],
    ['37987', false, '2004-01-01 ~serial_day'],
    ['37986', false, '!not_a_date'],
    ['46387', false, '2026-12-31 ~serial_day'],
    ['46388', false, '!not_a_date'],
    ['4279', false, '!not_a_date'],
    ['-42799', false, '!not_a_date'],
  ])('%j, from 1904: %j, is %j', (text, date1904, day) => {
    expect(said('received_on', text, { date1904 })).toBe(day);
  });
});
