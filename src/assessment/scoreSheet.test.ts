import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { schemeSchema } from '../domain/scheme';
import { type Assessment, figure } from './assess';
import { dearest, scoreSheet } from './scoreSheet';

const scheme = schemeSchema.parse(JSON.parse(readFileSync('public/profiles/qinghai-2017/scheme.json', 'utf8')));
const unit = { level: 'prefecture', id: '630100', name: '西宁市' } as const;
const score = (item: string, points: number | null, full: number) => ({
  group: 'prefectures' as const,
  id: unit.id,
  item,
  points,
  full,
  note: '',
});
const assessment: Assessment = {
  profile: 'p',
  scheme: scheme.id,
  period: '2017',
  asOf: '2018-01-10',
  indicators: (['acceptance_on_time', 'closure_on_time', 'handling_days'] as const).flatMap((id) =>
    ['2017Q1', '2017'].map((period) =>
      figure(catalogue.indicator(id), unit, period, { numerator: 1, denominator: 2, undated: 0 }),
    ),
  ),
  scores: [
    score('acceptance_on_time', 9.9, 10),
    score('closure_on_time', 12.34, 15.79),
    score('handling_days', null, 0),
  ],
  ranking: [],
};

test('a line holds the figure of the whole period and what it cost, to the decimals of the scheme', () => {
  const sheet = scoreSheet(assessment, scheme, 'prefectures', unit.id);
  expect(sheet.map((l) => [l.item.id, l.figure.period, l.lost])).toEqual([
    ['acceptance_on_time', '2017', 0.1],
    ['closure_on_time', '2017', 3.45],
    ['handling_days', '2017', 0],
  ]);
});

test('the dearest come first; an item without loss or not assessed is none of them', () => {
  const sheet = scoreSheet(assessment, scheme, 'prefectures', unit.id);
  expect(dearest(sheet, 3).map((l) => l.item.id)).toEqual(['closure_on_time', 'acceptance_on_time']);
  expect(dearest(sheet, 1)).toHaveLength(1);
});

test('a unit that is not assessed has no sheet', () => {
  expect(scoreSheet(assessment, scheme, 'prefectures', '632600')).toEqual([]);
});
