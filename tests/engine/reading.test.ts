import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Field, LEDGERS, type ListField, ledgerField } from '../../src/domain/ledgers';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import { plainTest, readAmount, readCount, readDate, readField, readList } from '../../src/engine/sql/reading';
import { filled, folded, literal } from '../../src/engine/sql/text';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase({ threads: 1 });
});
afterAll(() => db.close());

/** The value of an expression on a column `x`, as text, for each of the texts. */
async function readAll(expression: string, texts: readonly (string | null)[]): Promise<unknown[]> {
  const values = texts.map((t, i) => `(${i}, ${t === null ? 'NULL' : literal(t)})`).join(', ');
  const rows = await db.rows(`SELECT CAST(${expression} AS VARCHAR) AS v FROM (VALUES ${values}) t(i, x) ORDER BY i`);
  return rows.map((r) => r.v);
}

async function read(expression: string, text: string | null): Promise<unknown> {
  const of = text === null ? 'CAST(NULL AS VARCHAR)' : literal(text);
  return (await db.rows(`SELECT CAST(${expression} AS VARCHAR) AS v FROM (SELECT ${of} AS x)`))[0]?.v;
}

const procedure = ledgerField(LEDGERS.penalties, 'procedure') as ListField;

describe('dates', () => {
  it.each<[string | null, string | null]>([
    ['2017-03-05', '2017-03-05'],
    ['2017/3/5', '2017-03-05'],
    ['2017.3.5', '2017-03-05'],
    ['20170305', '2017-03-05'],
    ['2017年3月5日', '2017-03-05'],
    ['2017-3-5 23:59', '2017-03-05'],
    ['2017-03-05T10:30:15.250Z', '2017-03-05'],
    ['2017年3月5日14时30分', '2017-03-05'],
    ['　２０１７／０３／０５　', '2017-03-05'],
    ['2016-02-29', '2016-02-29'],
    ['2017-02-29', null],
    ['2017-3-5 24:00', null],
    ['2017-03/05', null],
    ['0000-00-00', null],
    ['99999999', null],
    ['-017-03-05', null],
    ['2017-03-05 (BC)', null],
    ['infinity', null],
    ['epoch', null],
    ['42799', null],
    ['3/5/2017', null],
    ['', null],
    [null, null],
  ])('%j is %j', async (text, day) => {
    expect(await read(readDate('x'), text)).toBe(day);
  });
});

describe('amounts and counts', () => {
  it.each<[string | null, number | null, number | null]>([
    ['0', 0, 0],
    ['10', 10, 10],
    ['10.0', 10, 10],
    ['1,000', 1000, 1000],
    ['１０', 10, 10],
    ['3650', 3650, 3650],
    ['3651', 3651, null],
    ['1,200.50', 1200.5, null],
    ['12,00', null, null],
    ['-5', null, null],
    ['1e3', null, null],
    ['10元', null, null],
    ['99999999999999999999', 1e20, null],
    [' ', null, null],
    [null, null, null],
  ])('%j is the amount %j and the count %j', async (text, amount, count) => {
    const number = (v: unknown) => (v === null ? null : Number(v));
    expect(number(await read(readAmount('x'), text))).toBe(amount);
    expect(number(await read(readCount('x'), text))).toBe(count);
  });
});

it.each<[string | null, string | null]>([
  ['普通程序', '普通程序'],
  ['一般程序', '普通程序'],
  [' 简易程序\t', '简易程序'],
  ['简易', null],
  [null, null],
])('the procedure %j is %j', async (text, meant) => {
  expect(await read(readList('x', procedure), text)).toBe(meant);
});

/** Texts in the plain form of a field, and some that are not. */
const PLAIN: [Field['type'], string, string[], string[]][] = [
  [
    'date',
    'received_on',
    ['2017-03-05', '2016-02-29', '1000-01-01', '9999-12-31'],
    ['2017/3/5', '-017-03-05', '2017-02-30'],
  ],
  ['count', 'extension_days', ['0', '7', '10', '999', '007'], ['1000', '10.0', ' 7', '７']],
  ['list', 'acceptance', ['受理', '不予受理', '转办'], ['受理 ', '不受理', '']],
  ['id', 'complaint_id', ['T-1', '青工商〔2017〕', 'a~!', '编号1'], ['T 1', 'Ｔ-1', '', 'T-1\u3000']],
];

describe.each(PLAIN)('the plain form of a %s', (_, name, plain, other) => {
  const field = ledgerField(LEDGERS.complaints, name);
  const test = plainTest('x', field) as string;

  it('is told from others', async () => {
    // The bracket 〔 is no letter: such an id is read the long way, to the same value.
    for (const text of plain.filter((t) => !t.includes('〔'))) expect(await read(test, text), text).toBe('true');
    for (const text of other) expect(await read(test, text), text).toBe('false');
    expect(await read(test, null)).toBe('true');
  });

  it('is read to the same value by the short and by the long expression', async () => {
    const long = field.type === 'date' ? readDate('x') : readField('x', field, false);
    const texts = [...plain, null];
    expect(await readAll(readField('x', field, true), texts)).toEqual(await readAll(long, texts));
  });
});

it('reads plain amounts the same way by both expressions', async () => {
  const field = ledgerField(LEDGERS.penalties, 'fine_yuan');
  const texts = ['0', '1200', '1200.50', '999999999.999999', '007', null];
  for (const text of texts) expect(await read(plainTest('x', field) as string, text)).toBe('true');
  for (const text of ['1,200', '1.', '.5', '1e3', ''])
    expect(await read(plainTest('x', field) as string, text)).toBe('false');
  expect(await readAll(readField('x', field, true), texts)).toEqual(await readAll(readField('x', field, false), texts));
});

it.each<[string | null, string | null, boolean]>([
  ['a', 'a', true],
  ['　ａ　', 'a', true],
  ['\ufeff编号', '编号', true],
  ['\t\r\n \u00a0', null, false],
  ['', null, false],
  [null, null, false],
])('%j folds to %j', async (text, meant, isFilled) => {
  expect(await read(folded('x'), text)).toBe(meant);
  expect(await read(filled('x'), text)).toBe(String(isFilled));
});
