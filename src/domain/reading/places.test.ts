import { describe, expect, it } from 'vitest';
import { qinghai, xiamen } from '../../../tests/support/profile';
import { CONTEXT, readerOf, said } from '../../../tests/support/reading';
import type { Field } from '../ledgers';
import { problemSentence } from '../problems';
import { type FieldReader, fieldReader } from './fieldReader';

describe('counties', () => {
  it.each([
    ['632521', '632521'],
    ['共和县', '632521'],
    [' 共和 ', '632521'],
    ['青海省共和县', '632521'],
    ['632521.0', '632521 ~code_as_number'],
    ['632,521', '632521 ~code_as_number'],
    ['6.32521E+05', '632521 ~code_as_number'],
    ['6.3E+05', '!unknown_county'],
    ['="632521"', '632521 ~id_form'],
    ['共和\u200b县', '632521 ~id_form'],
    ['北京', '!unknown_county'],
    ['630999', '!unknown_county'],
    ['玉树', '632701 !county_name_shared'],
    ['茫崖市', '632859 !merged_county'],
    ['海南', '632500'],
    ['630000', '630000'],
  ])('%j is %j', (text, meant) => {
    expect(said('county', text)).toBe(meant);
  });

  it('tell their place', () => {
    const { read } = readerOf('county') as Extract<FieldReader, { kind: 'text' }>;
    expect(read('共和县').place).toMatchObject({ code: '632521', prefecture: '632500', level: 'county' });
    expect(read('630000').place).toMatchObject({ prefecture: null });
  });

  it('outside the unit are said so, with what else is to be said', () => {
    const { read } = readerOf('county', { prefecture: '632500' }) as Extract<FieldReader, { kind: 'text' }>;
    expect(read('共和县').fault).toBeUndefined();
    expect(read('海晏县')).toMatchObject({
      value: '632223',
      fault: { code: 'county_outside_unit', detail: '海南藏族自治州' },
    });
    expect(read('玉树')).toMatchObject({
      fault: { code: 'county_outside_unit' },
      also: { code: 'county_name_shared', detail: '玉树市' },
    });
    expect(read('630000').fault?.code).toBe('county_outside_unit');
  });
});

describe('departments', () => {
  it.each([
    ['工商', 'aic'],
    ['共和县工商局', 'aic'],
    ['⼯商', 'aic'],
    ['="工商"', 'aic'],
    ["'质监", 'quality'],
    ['工\u200b商', 'aic ~id_form'],
    ['工商、质监', '!ambiguous_department'],
    ['县政府', '!unknown_department'],
  ])('%j is %j', (text, meant) => {
    expect(said('department', text)).toBe(meant);
  });
});

describe('an unknown department is answered with those of the office', () => {
  it.each([
    ['Qinghai of 2017', qinghai, '2017Q1', '工商、市场监管'],
    ['Qinghai of 2026', qinghai, '2026Q1', '市场监管、农业农村'],
    ['Xiamen', xiamen, '2016H1', '市委宣传部、综治办'],
  ] as const)('%s', (_, office, period, detail) => {
    const field = office.catalogue.ledger('complaints').fields.find((f) => f.type === 'department') as Field;
    const { fault } = fieldReader(office, field, { ...CONTEXT, period }).read('县政府');
    expect(fault).toEqual({ code: 'unknown_department', detail });
    expect(problemSentence('unknown_department', fault ?? {})).toContain(`（如 ${detail}）`);
    for (const name of detail.split('、')) expect(office.departments.match(name)).toHaveProperty('department');
  });
});
