import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from './options';

describe('readOptions', () => {
  it.each<[string, object]>([
    ['D --year 2017', { dir: 'D', period: '2017', asOf: null, profile: null, scheme: null, out: null, json: false }],
    ['--year=2017 D --json', { dir: 'D', period: '2017', json: true }],
    ['D --year 2017 --period 2017Q3', { period: '2017Q3', asOf: null }],
    ['D --period 2017H1', { period: '2017H1', asOf: null }],
    ['D --year 2017 --as-of 2017-12-31', { period: '2017', asOf: '2017-12-31' }],
    ['D --year 2017 --profile P --scheme S --out O', { profile: 'P', scheme: 'S', out: 'O' }],
  ])('%s', (line, options) => {
    expect(readOptions(line.split(' '))).toMatchObject(options);
  });

  it.each<[string, string]>([
    ['', 'DIR'],
    ['--year 2017', 'DIR'],
    ['D E --year 2017', 'DIR'],
    ['D', '--year'],
    ['D --year 17', '--year'],
    ['D --year 2017 --period 2018Q1', '--period'],
    ['D --year 2017 --period 2017Q5', '--period'],
    ['D --year 2017 --as-of 2017-02-30', '--as-of'],
    ['D --year 2017 --as-of', '--as-of'],
    ['D --year 2017 --jsno', '--jsno'],
    ['D --year 2017 --json=yes', '--json'],
  ])('refuses %j', (line, said) => {
    const read = () => readOptions(line.split(' ').filter(Boolean));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(said);
  });
});
