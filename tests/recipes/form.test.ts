import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type TypedRows, unpacked } from '../../src/domain/typedRows';
import { parquetModule } from '../../src/intake/node/parquetModule';
import { openFile } from '../../src/intake/read/openFile';
import type { Sink } from '../../src/intake/read/part';
import { readOpened } from '../../src/intake/read/readFile';
import type { BatchColumn, OpenedFile } from '../../src/intake/sheet';
import { rowsOf } from '../../src/intake/testing/rowsOf';
import type { WorkbookForm } from '../../src/intake/workbook/form';
import { bookOf, cells, html, spreadsheetXml } from '../corpus/books';
import { catalogue } from '../support/catalogue';
import { parquetOf } from '../support/parquetOf';
import { qinghai } from '../support/profile';

const LINES = [
  '编号,类型,县区,承办部门,接收日期',
  'T-1,投诉,海晏县,工商,2017-03-05',
  'T-2,举报,刚察县,工商,2017-03-06',
];
const ROWS = LINES.map(cells);

const xls = (): Blob => {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(ROWS), '台账');
  return new Blob([xlsx.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer]);
};
const parquet = (): Promise<Blob> => {
  const [head = [], ...rows] = ROWS;
  const values = rows.map((row) => `(${row.map((cell) => `'${cell}'`).join(', ')})`).join(', ');
  return parquetOf(`SELECT * FROM (VALUES ${values}) t(${head.map((name) => `"${name}"`).join(', ')})`);
};

/** The same table in each form. A new form is a line here. */
const FORMS: Record<WorkbookForm | 'utf-8' | 'parquet', () => Blob | Promise<Blob>> = {
  'utf-8': () => new Blob([`${LINES.join('\n')}\n`]),
  xlsx: () => bookOf(ROWS),
  xls,
  html: () => new Blob([html(LINES)]),
  xml: () => new Blob([spreadsheetXml(LINES)]),
  parquet,
};

const REQUEST = { unit: '632200', period: '2017Q1', receivedOn: null, ledger: null, namedLedger: null, answers: {} };

/** Ids and places as they come to the engine. */
async function readBy(file: OpenedFile): Promise<{ parts: object[]; texts: string[][] }> {
  const texts: string[][] = [];
  const sink: Sink = {
    rows: async (_, __, { columns }: TypedRows) => {
      for (const name of ['complaint_id', 'kind']) {
        const column = columns[name];
        if (column?.kind !== 'text') throw new Error(`${name} is no text`);
        const all = unpacked(column.texts);
        texts.push([...column.codes].map((c) => all[c] ?? ''));
      }
    },
    problems: async () => undefined,
    restart: async () => undefined,
  };
  const { parts } = await readOpened(qinghai, file, REQUEST, sink);
  return { parts: parts.map(({ ledger, rowsRead, rowsAccepted }) => ({ ledger, rowsRead, rowsAccepted })), texts };
}
const MEANT = {
  parts: [{ ledger: 'complaints', rowsRead: 2, rowsAccepted: 2 }],
  texts: [
    ['T-1', 'T-2'],
    ['投诉', '举报'],
  ],
};

describe.each(Object.entries(FORMS))('%s', (form, make) => {
  const open = async () => openFile(catalogue, await make(), parquetModule());

  it('is told from its bytes and becomes columns, as often as it is read', async () => {
    const file = await open();
    expect(file.encoding).toBe(form);
    expect(await rowsOf(file)).toEqual(ROWS);
    expect(await rowsOf(file)).toEqual(ROWS);
    file.close?.();
  });

  it('is read like any other', async () => {
    const file = await open();
    expect(await readBy(file)).toEqual(MEANT);
    file.close?.();
  });
});

/** A form of its own: a sheet in a line of JSON. All that is above the batch of columns is the house's. */
async function openToy(blob: Blob): Promise<OpenedFile> {
  const { rows } = JSON.parse(await blob.text()) as { rows: string[][] };
  const columnOf = (column: number): BatchColumn => {
    const texts = [...new Set(['', ...rows.map((row) => row[column] ?? '')])];
    return {
      texts: { size: texts.length, text: (id) => texts[id] as string },
      ids: Int32Array.from(rows, (row) => texts.indexOf(row[column] ?? '')),
    };
  };
  return {
    encoding: 'toy',
    sheets: [
      {
        name: null,
        hidden: false,
        date1904: false,
        merged: [],
        delimiter: null,
        async *read() {
          yield {
            firstRow: 1,
            rows: rows.length,
            cells: Int32Array.from(rows, (row) => row.length),
            columns: (rows[0] ?? []).map((_, column) => columnOf(column)),
            doubts: [],
          };
        },
      },
    ],
  };
}

it('a toy form that keeps the promises of a batch is read like any other', async () => {
  const file = await openToy(new Blob([JSON.stringify({ rows: ROWS })]));
  expect(await rowsOf(file)).toEqual(ROWS);
  expect(await readBy(file)).toEqual(MEANT);
});

it('what is no table is refused by name', async () => {
  const pdf = new Blob(['%PDF-1.4']);
  await expect(openFile(catalogue, pdf, parquetModule())).rejects.toMatchObject({
    code: 'unknown_form',
    facts: { detail: 'PDF' },
  });
});
