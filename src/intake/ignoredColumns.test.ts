import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { columnLetters } from '../domain/columnLetters';
import { problemSentence } from '../domain/problems';
import { ignoredNotes } from './ignoredColumns';
import { mapColumns, plainColumn } from './table/columns';

const HEADER = ['编号', '类型', '县区', '承办部门', '接收日期'];
const notesOf = (...more: string[]) =>
  ignoredNotes(mapColumns(catalogue.ledger('complaints'), [...HEADER, ...more].map(plainColumn)).ignored);

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

describe('columns that are not read', () => {
  it('are one note a reason, with their letters', () => {
    expect(notesOf('备注', '工单编号', '附注')).toEqual([
      {
        code: 'ignored_column',
        value: '备注（F列）、附注（H列）',
        detail: '「备注（F列）」、「附注（H列）」不是台账的列',
      },
      {
        code: 'ignored_column',
        value: '工单编号（G列）',
        detail: '「工单编号（G列）」与A列「编号」是同一项（以A列为准）',
      },
    ]);
  });

  it('are named all in the value, the first in the sentence, and counted', () => {
    const notes = notesOf(...Array.from({ length: 10_000 }, (_, i) => `列${i}`));
    expect(notes).toHaveLength(1);
    const [{ value, detail }] = notes as [(typeof notes)[number]];
    expect(value.split('、')).toHaveLength(10_000);
    expect(value).toContain('列9999（');
    expect(problemSentence('ignored_column', { value, detail })).toBe(
      '列「列0（F列）」、「列1（G列）」、「列2（H列）」、「列3（I列）」、「列4（J列）」等共 10000 列不是台账的列，未读取。',
    );
  });

  it('are none where all are read', () => {
    expect(notesOf('渠道')).toEqual([]);
  });
});
