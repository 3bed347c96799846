import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeOf } from '../../src/domain/office';
import type { Period } from '../../src/domain/period';
import { readProfile } from '../../src/domain/readProfile';
import type { CountingRows } from '../../src/engine/submissionRows';
import { evaluate, type TextSubmission } from '../oracle/evaluate';
import { catalogue } from '../support/catalogue';
import { profileFiles } from '../support/profile';
import { accepted, fileOf, openedEngine } from './clerk';

const AS_OF = '2018-06-30';
const FIELDS = ['complaint_id', 'kind', 'county', 'department', 'received_on', 'accepted_on', 'closed_on'];

/** 工商 and 质监 were merged into 市场监管 in the middle of 2017, and that into 商务 at the end of the year. */
const office = officeOf(
  readProfile(
    catalogue,
    (() => {
      const files = profileFiles();
      const merge = (id: string, to: string, successor: string) => {
        const d = files.departments.departments.find((o: { id: string }) => o.id === id);
        d.history = [{ name: d.name, office: d.office, reports: true, from: null, to }];
        d.successor = successor;
      };
      merge('aic', '2017-08', 'market');
      merge('quality', '2017-08', 'market');
      merge('market', '2018-01', 'commerce');
      return files;
    })(),
  ),
  catalogue,
);
const { engine } = await openedEngine(office);

const fileWith = (unit: string, period: Period, ...cases: [id: string, closed?: string][]): TextSubmission => ({
  unit,
  period,
  ledger: 'complaints',
  rows: cases.map(([complaint_id, closed_on = '']) => ({
    complaint_id,
    kind: '投诉',
    county: '海晏县',
    department: '工商',
    received_on: '2017-03-06',
    accepted_on: '2017-03-07',
    closed_on,
  })),
});

/** Takes files in for as long as they are looked at. */
async function within<T>(files: readonly TextSubmission[], look: () => Promise<T>): Promise<T> {
  const counting: CountingRows[] = [];
  for (const [i, { unit, period, ledger, rows }] of files.entries()) {
    const text = [FIELDS.join(','), ...rows.map((r) => FIELDS.map((f) => r[f] ?? '').join(',')), ''].join('\n');
    counting.push(await accepted(engine, fileOf(i + 1, text, { unit, period, ledger }, `${i + 1}.csv`), i + 1));
  }
  await engine.setCurrent(counting);
  const found = await look();
  for (const { key } of counting) await engine.remove(key);
  await engine.setCurrent([]);
  return found;
}

const told = async () => {
  const { cells } = await engine.cells(AS_OF);
  const { cases, carried } = await engine.sharedCases(0, 100);
  return {
    closure: cells
      .filter((c) => c.indicator === 'closure_on_time')
      .reduce<number[]>(([met = 0, all = 0], c) => [met + c.numerator, all + c.denominator], [0, 0]),
    shared: cases.map(({ id, rows }) => [id, ...rows.map((r) => r.unit)].join(' ')),
    carried: carried.map(({ unit, heir, cases: n }) => `${unit} > ${heir}: ${n}`),
  };
};

describe('a case of a merged department in a later file of its heir', () => {
  it.each<[string, TextSubmission[], Awaited<ReturnType<typeof told>>]>([
    [
      'counts once, as the heir has it',
      [fileWith('aic', '2017Q1', ['T-1'], ['T-2']), fileWith('market', '2017Q3', ['T-1', '2017-03-20'])],
      { closure: [1, 2], shared: [], carried: ['aic > market: 1'] },
    ],
    [
      'counts once along a chain of heirs',
      [
        fileWith('aic', '2017Q1', ['T-1']),
        fileWith('market', '2017Q3', ['T-1']),
        fileWith('commerce', '2018Q1', ['T-1', '2017-03-20']),
      ],
      { closure: [1, 1], shared: [], carried: ['aic > commerce: 1', 'market > commerce: 1'] },
    ],
    [
      'counts for both where the heir was not yet its heir',
      [fileWith('aic', '2017Q1', ['T-1']), fileWith('market', '2017Q2', ['T-1', '2017-03-20'])],
      { closure: [1, 2], shared: ['T-1 aic market'], carried: [] },
    ],
    [
      'counts for both in files of one period',
      [fileWith('aic', '2017Q3', ['T-1']), fileWith('market', '2017Q3', ['T-1', '2017-03-20'])],
      { closure: [1, 2], shared: ['T-1 aic market'], carried: [] },
    ],
    [
      'counts for all where two that were merged hold it: it cannot be told whose it was',
      [
        fileWith('aic', '2017Q1', ['T-1'], ['T-2']),
        fileWith('quality', '2017Q1', ['T-1']),
        fileWith('market', '2017Q3', ['T-1'], ['T-2']),
      ],
      { closure: [0, 4], shared: ['T-1 aic market quality'], carried: ['aic > market: 1'] },
    ],
    [
      'counts for both where the heir had a case of its own under the id before',
      [
        fileWith('aic', '2017Q1', ['T-1'], ['T-2']),
        fileWith('market', '2017Q2', ['T-1']),
        fileWith('market', '2017Q3', ['T-1'], ['T-2']),
      ],
      { closure: [0, 3], shared: ['T-1 aic market'], carried: ['aic > market: 1'] },
    ],
    [
      'counts for both where the first heir had one, and the second goes on with it',
      [
        fileWith('aic', '2017Q1', ['T-1']),
        fileWith('market', '2017Q1', ['T-1']),
        fileWith('commerce', '2018Q1', ['T-1', '2017-03-20']),
      ],
      { closure: [1, 2], shared: ['T-1 aic commerce'], carried: ['market > commerce: 1'] },
    ],
    [
      'counts for both where the heir is another department',
      [fileWith('aic', '2017Q1', ['T-1']), fileWith('fda', '2017Q3', ['T-1'])],
      { closure: [0, 2], shared: ['T-1 aic fda'], carried: [] },
    ],
  ])('%s', async (_, files, expected) => {
    expect(await within(files, told)).toEqual(expected);
  });

  it('counts row by row alike, whoever holds what when', async () => {
    const cases = fc.uniqueArray(
      fc.tuple(fc.constantFrom('T-1', 'T-2', 'T-3'), fc.constantFrom('', '2017-03-20', '2017-12-01')),
      { minLength: 1, maxLength: 3, selector: ([id]) => id },
    );
    const file = fc
      .tuple(
        fc.constantFrom('aic', 'quality', 'market', 'commerce', 'fda'),
        fc.constantFrom<Period[]>('2017Q1', '2017Q2', '2017H1', '2017Q3', '2017H2', '2017Q4', '2018Q1'),
        cases,
      )
      .map(([unit, period, of]) => fileWith(unit, period, ...of));
    const worlds = fc.uniqueArray(file, { minLength: 2, maxLength: 7, selector: (f) => `${f.unit} ${f.period}` });
    await fc.assert(
      fc.asyncProperty(worlds, async (files) => {
        const { cells } = await within(files, () => engine.cells(AS_OF));
        const sorted = (of: typeof cells) => of.map((c) => JSON.stringify(Object.entries(c).sort())).sort();
        const { cells: expected } = evaluate(files, office, AS_OF);
        expect(sorted(cells)).toEqual(sorted(expected));
      }),
      { numRuns: 25 },
    );
  });
});
