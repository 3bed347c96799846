import { describe, expect, it } from 'vitest';
import { isReceivedFile, readReceivedDays } from './received';

const read = (...parts: BlobPart[]) => readReceivedDays(new Blob(parts));

describe('readReceivedDays', () => {
  it.each<[string, string | null]>([
    ['2017-10-09', '2017-10-09'],
    ['2017/10/9', '2017-10-09'],
    ['2017.10.9', '2017-10-09'],
    ['20171009', '2017-10-09'],
    ['2017年10月9日', '2017-10-09'],
    [' ２０１７－１０－０９ ', '2017-10-09'],
    ['2017/10/9 16:30', '2017-10-09'],
    ['2017-10-09T08:00:00', '2017-10-09'],
    // 15 January or 5 November: never guessed.
    ['2017115', null],
    ['2017-02-30', null],
    ['10/9/2017', null],
    ['昨天', null],
    ['', null],
  ])('reads %j as %s', async (text, day) => {
    const { received, unreadable } = await read(`file,received_on\na.csv,${text}\n`);
    expect(received.of('a.csv')).toBe(day);
    expect(unreadable).toEqual(day === null ? ['a.csv'] : []);
  });

  it('finds a day by the path below the folder, else by the bare name', async () => {
    const { received } = await read('file,received_on\n一季度/a.csv,2017-04-01\na.csv,2017-04-02\n');
    expect(received.of('一季度/a.csv')).toBe('2017-04-01');
    expect(received.of('二季度/a.csv')).toBe('2017-04-02');
    expect(received.of('b.csv')).toBeNull();
  });

  it.each<[string, BlobPart[]]>([
    ['GB18030', [new Uint8Array([0xba, 0xa3, 0xc4, 0xcf]), '.csv,2017-04-01\n']],
    ['UTF-8 with a mark', ['\ufeff海南.csv,2017-04-01\r\n']],
    ['quotes', ['"海南.csv","2017-04-01"\n\n']],
  ])('reads a list in %s', async (_, parts) => {
    expect((await read(...parts)).received.of('海南.csv')).toBe('2017-04-01');
  });

  it('takes an empty list as one that says nothing', async () => {
    const { received, unreadable } = await read();
    expect([received.of('a.csv'), unreadable]).toEqual([null, []]);
  });
});

it.each<[string, boolean]>([
  ['received.csv', true],
  ['2017/Received.CSV', true],
  ['received.csv.bak', false],
  ['not_received.csv', false],
])('isReceivedFile(%s) is %s', (path, is) => {
  expect(isReceivedFile(path)).toBe(is);
});
