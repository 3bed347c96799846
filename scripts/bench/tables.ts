import { KINDS } from './data/cases';
import { type Found, ratio, TABLE_FORMS } from './found';
import { fileName, isKept, KIND_NAMES, limitsOf } from './limits';
import type { Table } from './table';

const ms = (n: number | undefined): string => (n === undefined ? '–' : Math.round(n).toLocaleString('en-US'));
const mb = ms;
const times = (n: number | undefined): string => (n === undefined ? '–' : `${n.toFixed(2)} ×`);
/** A value and its unit as a limit is written. */
const valued = (n: number, unit: string): string => `${unit === ' MB' ? Math.round(n) : n.toFixed(2)}${unit}`;

const files = KINDS.flatMap((kind) => TABLE_FORMS.map((form) => ({ kind, form, name: fileName(kind, form) })));

const peers = (found: Found): Table => ({
  title: 'The peers',
  note:
    '(a) native DuckDB storing the cells of the CSV in UTF-8 as text, one thread: the measure for every form of the same rows. ' +
    '(b) the same with types that DuckDB finds. Beside them, what DuckDB needs to store its own Parquet file of the same texts.',
  head: ['rows', '(a) waiting ms', '(a) CPU ms', '(b) waiting ms', '(b) ÷ (a)', 'Parquet, waiting ms'],
  lines: KINDS.map((kind) => {
    const a = found.stored(kind);
    const b = found.of('storedTyped', kind)?.costs.store;
    const parquet = found.of('storedParquet', kind, 'parquet')?.costs.store;
    return [
      KIND_NAMES[kind],
      ms(a?.waiting),
      ms(a?.cpu),
      ms(b?.waiting),
      times(ratio(b?.waiting, a?.waiting)),
      ms(parquet?.waiting),
    ];
  }),
});

const takingIn = (found: Found): Table => ({
  title: 'Taking in, and the whole job of the command line',
  note: 'Taking in: from the file to rows in the database. Job: read, check, cells, ranking. MB on the command line: the most that the process held; in the page: the most above the empty page.',
  head: [
    'file',
    'command line ms',
    '÷ (a)',
    'CPU ms',
    'job CPU ms',
    'job ÷ CPU of (a)',
    'MB',
    'page ms',
    '÷ (a)',
    'page MB',
  ],
  lines: files.map(({ kind, form, name }) => {
    const line = found.of('commandLine', kind, form);
    const page = found.of('page', kind, form);
    return [
      name,
      ms(line?.costs.takeIn?.waiting),
      times(found.takeInRatio('commandLine', kind, form)),
      ms(line?.costs.takeIn?.cpu),
      ms(line?.costs.job?.cpu),
      times(found.jobRatio(kind, form)),
      mb(line?.memory?.process),
      ms(page?.costs.takeIn?.waiting),
      times(found.takeInRatio('page', kind, form)),
      mb(page?.memory?.aboveEmpty),
    ];
  }),
});

function workbook(found: Found): Table {
  const a = found.ofFifth('storedText', 'utf8')?.costs.store;
  const line = (name: string, waiting: number | undefined, cpu: number | undefined, memory: number | undefined) => [
    name,
    ms(waiting),
    cpu ? ms(cpu) : '–',
    mb(memory),
    times(ratio(waiting, found.ofFifth('library')?.costs.cells?.waiting)),
    times(ratio(waiting, a?.waiting)),
  ];
  const own = found.ofFifth('commandLine');
  const library = found.ofFifth('library');
  const page = found.ofFifth('page');
  return {
    title: 'A workbook of a fifth of the rows',
    note: '(d) is SheetJS alone, from the file to cells as JavaScript values, nothing read of what they mean. (a) stores the same cells from a CSV.',
    head: ['xlsx', 'waiting ms', 'CPU ms', 'MB', '÷ (d)', '÷ (a)'],
    lines: [
      line('command line, taking in', own?.costs.takeIn?.waiting, own?.costs.takeIn?.cpu, own?.memory?.process),
      line('command line, whole job', own?.costs.job?.waiting, own?.costs.job?.cpu, own?.memory?.process),
      line('page, taking in', page?.costs.takeIn?.waiting, undefined, page?.memory?.aboveEmpty),
      line('(d) SheetJS', library?.costs.cells?.waiting, library?.costs.cells?.cpu, library?.memory?.process),
    ],
  };
}

function plain(found: Found): Table {
  const own = found.of('commandLine');
  const { costs, memory } = found.of('plain') ?? { costs: {} };
  const line = (name: string, of: { waiting: number; cpu: number } | undefined, mb_: number | undefined) => [
    name,
    ms(of?.waiting),
    ms(of?.cpu),
    mb(mb_),
    times(ratio(of?.cpu, found.stored('clean')?.cpu)),
  ];
  return {
    title: 'The whole job beside plain JavaScript',
    note: "(c) is papaparse and then the tests' oracle, row by row: clean CSV in UTF-8, run once.",
    head: ['clean, CSV UTF-8', 'waiting ms', 'CPU ms', 'MB', 'CPU ÷ (a)'],
    lines: [
      line('command line', own?.costs.job, own?.memory?.process),
      line('(c) papaparse alone', costs.parse, memory?.process),
      line('(c) papaparse and JavaScript', costs.job, memory?.process),
    ],
  };
}

function changes(found: Found): Table {
  const line = (name: string, cost: string) => {
    const native = found.change('nativeChanges', cost);
    const page = found.change('pageChanges', cost);
    const share = (where: 'nativeChanges' | 'pageChanges', waiting: number | undefined) =>
      times(ratio(waiting, found.change(where, 'before')?.waiting));
    return [
      name,
      ms(native?.waiting),
      share('nativeChanges', native?.waiting),
      ms(page?.waiting),
      share('pageChanges', page?.waiting),
    ];
  };
  return {
    title: 'Changes beside the rows that are there',
    note: 'All facts anew: the statement of before, which made them from the rows at every cut-off, run here on the same rows to the same counts. An added submission has 1,000 rows: from its file to all cells.',
    head: ['clean, CSV UTF-8', 'command line ms', '÷ all facts anew', 'page ms', '÷ all facts anew'],
    lines: [
      line('cells, first time', 'first'),
      line('all facts anew', 'before'),
      line('change of the cut-off', 'change'),
      line('one more submission, of another unit', 'added'),
      line('one more submission, of the same unit', 'addedToUnit'),
      ['change of view, 95th percentile', '–', '–', ms(found.change('pageChanges', 'view')?.waiting), '–'],
    ],
  };
}

function office(found: Found): Table {
  const second = (name: string, cost: string) => [name, found.visit(cost)?.toFixed(2) ?? '–'];
  const five = found.of('page', 'clean', 'utf8', found.plan.rows * 5);
  return {
    title: 'The page of the office',
    note: 'With its screens and its archive, 1 % odd, CSV UTF-8. Next visit: from opening the page anew until the answer stands there.',
    head: ['page', 's'],
    lines: [
      second('file handed in until accepted', 'takeIn'),
      second('next visit: figures and ranking', 'visitCells'),
      second('next visit: cases behind a figure', 'visitEvidence'),
      second('next visit: cases not looked at before', 'visitOtherEvidence'),
      second('next visit: problems', 'visitProblems'),
      ...(five
        ? [
            [
              `five times the rows, taken in (${mb(five.memory?.aboveEmpty)} MB above the empty page)`,
              ((five.costs.takeIn?.waiting ?? 0) / 1000).toFixed(1),
            ],
            ['five times the rows, cells', ((five.costs.cells?.waiting ?? 0) / 1000).toFixed(1)],
          ]
        : []),
    ],
  };
}

const limits = (found: Found): Table => ({
  title: 'Limits',
  head: ['limit', 'measured', 'at most', 'kept'],
  lines: limitsOf(found).map((held) => [
    held.what,
    held.value === undefined ? 'not measured' : valued(held.value, held.unit),
    `${held.limit}${held.unit}`,
    held.value === undefined ? '–' : isKept(held) ? 'yes' : 'NO',
  ]),
});

export const tablesOf = (found: Found): Table[] => [
  limits(found),
  peers(found),
  takingIn(found),
  workbook(found),
  plain(found),
  changes(found),
  office(found),
];

/** What is missed, in plain words. */
export function verdict(found: Found): string {
  const all = limitsOf(found);
  const measured = all.filter((h) => h.value !== undefined);
  const missed = measured.filter((h) => !isKept(h));
  const sentences = missed.map(
    (h) => `Missed: ${h.what}: ${valued(h.value as number, h.unit)}, where ${h.limit}${h.unit} is the limit.`,
  );
  const rest = all.length - measured.length;
  return [
    `${measured.length - missed.length} of ${measured.length} limits are kept${rest ? `; ${rest} were not measured` : ''}.`,
    ...sentences,
    ...found.results.failed.map((why) => `Not measured: ${why.split('\n')[0]}`),
  ].join('\n');
}
