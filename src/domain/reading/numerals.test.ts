import { expect, it } from 'vitest';
import { chineseDigits, chineseNumber } from './numerals';

it.each<[string, number | null]>([
  ['零', 0],
  ['五', 5],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['三十一', 31],
  ['一百零五', 105],
  ['一百一十', 110],
  ['两千', 2000],
  ['三千零五十', 3050],
  ['壹万贰仟', 12_000],
  ['三万五千零二十', 35_020],
  ['十二万', 120_000],
  ['壹佰贰拾叁万肆仟伍佰陆拾柒', 1_234_567],
  ['', null],
  ['万', null],
  ['一万万', null],
  ['一五', null],
  ['一百零', null],
  ['三千五', null],
  ['一万二', null],
  ['一万零二', 10_002],
  ['一万五百', 10_500],
  ['三千零五百', null],
  ['一十五', 15],
  ['十十', null],
  ['一百十', 110],
  ['约五千', null],
  ['5', null],
])('%j is the number %j', (text, n) => {
  expect(chineseNumber(text)).toBe(n);
});

it.each<[string, number | null]>([
  ['二〇一七', 2017],
  ['二○一七', 2017],
  ['贰零壹柒', 2017],
  ['二千', null],
  ['', null],
])('%j is the digits %j', (text, n) => {
  expect(chineseDigits(text)).toBe(n);
});
