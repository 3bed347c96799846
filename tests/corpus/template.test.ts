import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Field, Ledger } from '../../src/domain/ledgers';
import { type Office, reportingUnits } from '../../src/domain/office';
import { ledgerTemplate } from '../../src/report/template';
import { qinghai, xiamen } from '../support/profile';
import { type Outcome, readCase } from './read';

const DAY = '2017-03-06';

/** A value as the template asks for it. */
function filledIn(office: Office, unit: string, field: Field): string {
  switch (field.type) {
    case 'id':
      return '0012345678901234567';
    case 'list':
      return field.values[0] as string;
    case 'date':
      return DAY;
    case 'amount':
      return '12.3';
    case 'count':
      return '2';
    case 'county':
      return unit;
    case 'department':
      return office.departments.all[0]?.name ?? '';
    case 'text':
      return '文本';
  }
}

/** The template with one row below its header, as a clerk fills it in. */
async function filled(template: Blob, cells: readonly string[]): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await template.arrayBuffer()));
  const path = 'xl/worksheets/sheet1.xml';
  const row = cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  files[path] = strToU8(
    strFromU8(files[path] as Uint8Array).replace('</sheetData>', `<row r="2">${row}</row></sheetData>`),
  );
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
}

const read = (office: Office, ledger: Ledger, file: Blob): Promise<Outcome> => {
  const [unit] = reportingUnits(office);
  return readCase({ name: ledger.id, office, file, path: `2017Q1_${unit?.name}.xlsx`, ledger: ledger.id });
};

const ALL = [qinghai, xiamen].flatMap((office) =>
  office.catalogue.ledgers.map((ledger) => [office.profile.name, ledger.name, office, ledger] as const),
);

const catalogueOdd: ReadonlySet<string> = new Set(
  [qinghai, xiamen].flatMap((o) => o.catalogue.oddities.map((x) => x.code)),
);

describe.each(ALL)('template of %s, %s', (_, __, office, ledger) => {
  it('is a zero return as it stands', async () => {
    const { read: found, refused, said } = await read(office, ledger, await ledgerTemplate(office, ledger));
    expect(refused?.message).toBeUndefined();
    expect(found?.parts.map((p) => [p.ledger, p.rowsRead, p.rowsRejected])).toEqual([[ledger.id, 0, 0]]);
    expect(said.map((s) => s.sentence).filter((s) => !s.includes('填写说明'))).toEqual([]);
  });

  it('takes a row in every column, and nothing is odd about it', async () => {
    const place = office.regions.prefectures[0]?.name ?? '';
    const cells = ledger.fields.map((f) => filledIn(office, place, f));
    const file = await filled(await ledgerTemplate(office, ledger), cells);
    const { refused, said, values } = await read(office, ledger, file);
    expect(refused?.message).toBeUndefined();
    // The days of a made-up row may be odd together; each cell by itself was understood.
    expect(said.filter((s) => s.found?.row === 2 && s.found.field !== null && !catalogueOdd.has(s.code))).toEqual([]);
    const stored = ledger.fields.map((f) => (f.type === 'county' ? 'place' : f.name));
    for (const name of stored) expect.soft(values[name], name).toEqual([expect.anything()]);
  });

  it('formats whole columns and offers the values of lists', async () => {
    const files = unzipSync(new Uint8Array(await (await ledgerTemplate(office, ledger)).arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet.match(/<col [^>]*style="\d+"/g)).toHaveLength(ledger.fields.length);
    expect(sheet.match(/<row /g)).toHaveLength(1);
    for (const field of ledger.fields)
      if (field.type === 'list') expect(sheet).toContain(`&quot;${field.values.join(',')}&quot;`);
    const order = ['<cols>', '<sheetData>', '<dataValidations ', '</worksheet>'].map((tag) => sheet.indexOf(tag));
    expect(order.filter((at) => at >= 0)).toEqual([...order].filter((at) => at >= 0).sort((a, b) => a - b));
    expect(order[2]).toBeGreaterThan(0);
  });
});
