import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../support/catalogue';
import { asBook, bookForms } from './asBook';
import { asHtml, asXml, htmlForms } from './asMarkup';
import { asParquet } from './asParquet';
import { asText, textForms } from './asText';
import { type Cases, cases, type Value } from './cases';
import { type Grid, gridOf, layouts } from './grid';
import { faultsIn, take } from './take';

/** Of each form; a search for faults takes more: MESSY_RUNS=5000. */
const RUNS = Number(process.env.MESSY_RUNS ?? 0);

/** Cases with a sheet that somebody made of them. */
const sheets = (how: { bare?: boolean; serials?: boolean } = {}): fc.Arbitrary<{ said: Cases; grid: Grid }> =>
  cases.chain((said) =>
    layouts(said, { bare: false, serials: false, ...how }).map((layout) => ({ said, grid: gridOf(said, layout) })),
  );

/** A row as it comes out: its places, and where it stands. */
function expected({ ledger, rows }: Cases): Record<string, Value>[] {
  const names = catalogue.ledger(ledger).fields.map((f) => f.name);
  return rows.map((row) =>
    Object.fromEntries(names.map((name) => [name === 'county' ? 'place' : name, row[name] ?? null])),
  );
}

async function comesBack(file: Blob, said: Cases): Promise<void> {
  const { read, rows, problems } = await take(file);
  expect(faultsIn(problems)).toEqual([]);
  expect(rows.map(({ sheet: _, row: __, ...fields }) => fields)).toEqual(expected(said));
  expect(read.parts).toMatchObject([
    { ledger: said.ledger, rowsRead: said.rows.length, rowsAccepted: said.rows.length, rowsRejected: 0 },
  ]);
}

/** Holds for so many of them; the same ones each time. */
const holds = async <T>(runs: number, arbitrary: fc.Arbitrary<T>, check: (of: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(arbitrary, check), {
    numRuns: RUNS || runs,
    ...(RUNS ? {} : { seed: 20_170_331 }),
    endOnFailure: false,
    interruptAfterTimeLimit: 600_000,
  });

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

describe('cases that somebody wrote down anyhow come back the same', () => {
  it('as delimited text', () =>
    holds(300, fc.tuple(sheets({ serials: true }), textForms), async ([{ said, grid }, form]) =>
      comesBack(asText(grid, form), said),
    ));

  it('as xlsx', () =>
    holds(100, fc.tuple(sheets(), bookForms), async ([{ said, grid }, form]) => comesBack(asBook(grid, form), said)));

  it('as an HTML table', () =>
    holds(100, fc.tuple(sheets({ serials: true }), htmlForms), async ([{ said, grid }, form]) =>
      comesBack(asHtml(grid, form), said),
    ));

  it('as XML of Excel 2003', () =>
    holds(
      100,
      fc.tuple(sheets({ serials: true }), fc.record({ numbers: fc.boolean() })),
      async ([{ said, grid }, form]) => comesBack(asXml(grid, form), said),
    ));

  it('as Parquet', () => holds(40, sheets({ bare: true }), async ({ said, grid }) => comesBack(asParquet(grid), said)));

  it('packed', () =>
    holds(40, fc.tuple(sheets(), textForms, fc.boolean()), async ([{ said, grid }, form, gz]) => {
      const bytes = await bytesOf(asText(grid, form));
      await comesBack(blob(gz ? gzipSync(bytes) : zipSync({ '西宁/一季度.csv': bytes })), said);
    }));
});
