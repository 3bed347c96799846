import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { headerKey } from './headerKey';
import { fieldLabel, ledgerField } from './ledgers';
import { isBlankSign, isSameAsAbove } from './reading/signs';

describe('headerKey', () => {
  it.each([
    ['批准延期(工作日)', '批准延期'],
    ['批准延期（工作日）*', '批准延期'],
    [' 县 区 ＊', '县区'],
    ['罚没款[元]', '罚没款'],
    ['罚没款【万元】', '罚没款'],
    ['Received_On', 'received_on'],
    ['ｋｉｎｄ', 'kind'],
    ['', ''],
  ])('%j → %j', (header, key) => {
    expect(headerKey(header)).toBe(key);
  });
});

describe.each(catalogue.ledgerIds)('the ledger %s', (id) => {
  const ledger = catalogue.ledger(id);
  const keysOf = (f: (typeof ledger.fields)[number]) => [...new Set([f.name, ...f.headers].map(headerKey))];

  it('gives every accepted header to one field only', () => {
    const keys = ledger.fields.flatMap(keysOf);
    expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([]);
    expect(keys).not.toContain('');
  });

  it('knows the fields of its own rules', () => {
    const names = ledger.fields.map((f) => f.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [ledger.idField, ...ledger.firstDate, ...ledger.oneOf.flat(), ...ledger.order.flat()])
      expect(names).toContain(name);
    for (const first of ledger.firstDate) expect(ledgerField(ledger, first).type).toBe('date');
    // Every row that counts has a first date.
    const [only, ...more] = ledger.firstDate;
    const asked = more.length
      ? ledger.oneOf.some((group) => group.every((f) => ledger.firstDate.includes(f)))
      : ledgerField(ledger, only as string).required;
    expect(asked).toBe(true);
    expect(ledgerField(ledger, ledger.idField)).toMatchObject({ type: 'id', required: true });
    for (const f of ledger.fields.filter((x) => x.type === 'list')) {
      if (f.blank) expect(f.values).toContain(f.blank);
      for (const value of [...Object.values(f.synonyms ?? {}), ...Object.keys(f.spellings ?? {})])
        expect(f.values).toContain(value);
      // Each text stands for one value, and for a value.
      const texts = [...f.values, ...Object.keys(f.synonyms ?? {}), ...Object.values(f.spellings ?? {}).flat()];
      expect(new Set(texts.map((t) => t.normalize('NFKC').toUpperCase())).size).toBe(texts.length);
      expect(texts.filter((t) => (isBlankSign(t) && !f.values.includes(t)) || isSameAsAbove(t))).toEqual([]);
    }
    for (const [earlier, later] of ledger.order)
      expect([ledgerField(ledger, earlier).type, ledgerField(ledger, later).type]).toEqual(['date', 'date']);
  });

  it('refuses a field that it does not have', () => {
    expect(() => ledgerField(ledger, 'weather')).toThrow(RangeError);
  });
});

describe('required fields', () => {
  it.each([
    ['complaints', ['编号', '类型', '县区', '承办部门', '接收日期']],
    ['penalties', ['案件编号', '办案部门', '县区']],
  ] as const)('of %s', (id, labels) => {
    expect(
      catalogue
        .ledger(id)
        .fields.filter((f) => f.required)
        .map(fieldLabel),
    ).toEqual(labels);
  });
});
