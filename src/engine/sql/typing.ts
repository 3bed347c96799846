import { CALENDAR_FIRST, CALENDAR_LAST } from '../../domain/calendar';
import { type Field, fieldLabel, type Ledger, ledgerField } from '../../domain/ledgers';
import type { RowProblemCode } from '../../domain/problems';
import type { Attached } from '../port';
import { cellText, isNoText } from './cellText';
import { plainTest, readDate, readField } from './reading';
import { dateLiteral, filled, literal, name } from './text';

/** One rule on a row: where it holds there is a problem. Expressions may use `r_<field>` (text) and `<field>` (typed). */
export interface RowRule {
  code: RowProblemCode;
  field: string | null;
  where: string;
  /** A cheaper test that holds wherever `where` does: every row is put to it, and `where` only to those it finds. */
  suspect?: string;
  /** SQL text expression: what the sentence needs beside column and value. */
  detail?: string;
}

const text = (field: string): string => name(`r_${field}`);
const typed = (field: string): string => name(field);

/** Filled, and still nothing could be read. */
const unread = (f: Field): Pick<RowRule, 'where' | 'suspect'> => ({
  where: `${typed(f.name)} IS NULL AND ${filled(text(f.name))}`,
  suspect: `${typed(f.name)} IS NULL AND ${text(f.name)} IS NOT NULL`,
});

const chinese = (column: string): string => `strftime(${column}, '%Y-%m-%d')`;

function fieldRules(f: Field): RowRule[] {
  const t = typed(f.name);
  const rules: RowRule[] = [];
  if (f.required)
    rules.push({
      code: 'required_missing',
      field: f.name,
      where: `NOT (${filled(text(f.name))})`,
      suspect: `${f.type === 'county' ? 'place' : t} IS NULL`,
    });
  switch (f.type) {
    case 'date':
      rules.push(
        { code: 'not_a_date', field: f.name, ...unread(f) },
        {
          code: 'date_beyond_calendar',
          field: f.name,
          where: `${t} NOT BETWEEN ${dateLiteral(CALENDAR_FIRST)} AND ${dateLiteral(CALENDAR_LAST)}`,
        },
      );
      break;
    case 'count':
      rules.push({ code: 'not_a_number', field: f.name, ...unread(f) });
      break;
    case 'amount':
      rules.push({ code: 'not_a_number_optional', field: f.name, ...unread(f) });
      break;
    case 'id':
      rules.push({ code: 'unreadable_cell', field: f.name, where: isNoText(text(f.name)) });
      break;
    case 'text':
      rules.push({ code: 'unreadable_cell_optional', field: f.name, where: isNoText(text(f.name)) });
      break;
    case 'list':
      rules.push({
        code: f.decides ? 'not_in_list' : 'not_in_list_optional',
        field: f.name,
        ...unread(f),
        detail: literal(f.values.join('、')),
      });
      break;
    case 'county':
      rules.push(
        {
          code: 'unknown_county',
          field: f.name,
          where: `place IS NULL AND place_ambiguous IS NULL AND ${filled(text(f.name))}`,
          suspect: 'place IS NULL',
        },
        { code: 'ambiguous_county', field: f.name, where: 'place_ambiguous IS NOT NULL', detail: 'place_ambiguous' },
        { code: 'merged_county', field: f.name, where: `place_caution = 'merged'`, detail: 'place_name' },
        { code: 'county_name_shared', field: f.name, where: `place_caution = 'shared'`, detail: 'place_name' },
      );
      break;
    case 'department':
      rules.push(
        {
          code: 'unknown_department',
          field: f.name,
          where: `department IS NULL AND department_ambiguous IS NULL AND ${filled(text(f.name))}`,
          suspect: 'department IS NULL',
        },
        {
          code: 'ambiguous_department',
          field: f.name,
          where: 'department_ambiguous IS NOT NULL',
          detail: 'department_ambiguous',
        },
      );
      break;
  }
  return rules;
}

/** Oddities that can be true: the row counts, flagged. */
const ODDITIES: Readonly<Record<Ledger['id'], RowRule[]>> = {
  complaints: [
    {
      code: 'closed_without_acceptance',
      field: 'accepted_on',
      where: 'closed_on IS NOT NULL AND accepted_on IS NULL AND acceptance IS NULL',
    },
    {
      code: 'result_without_date',
      field: 'acceptance',
      where: `acceptance IS NOT NULL AND NOT (${filled(text('accepted_on'))})`,
    },
    { code: 'feedback_without_closure', field: 'feedback_on', where: 'feedback_on IS NOT NULL AND closed_on IS NULL' },
  ],
  penalties: [
    {
      code: 'withheld_incomplete',
      field: 'nondisclosure_reason',
      where: '(nondisclosure_reason IS NULL) <> (nondisclosure_approved_on IS NULL)',
    },
    {
      code: 'decision_undated',
      field: 'decided_on',
      where: `decided_on IS NULL AND (decision_no IS NOT NULL OR penalty IS NOT NULL OR disclosed_on IS NOT NULL)`,
    },
  ],
};

/** All rules on the rows of a ledger (DESIGN §5), without the repeated id, which needs the other rows. */
export function rowRules(ledger: Ledger): RowRule[] {
  const rules = ledger.fields.flatMap(fieldRules);
  for (const group of ledger.oneOf)
    rules.push({
      code: 'required_missing',
      field: group[0] as string,
      where: group.map((f) => `NOT (${filled(text(f))})`).join(' AND '),
      suspect: group.map((f) => `${typed(f)} IS NULL`).join(' AND '),
      detail: literal(group.map((f) => `「${fieldLabel(ledgerField(ledger, f))}」`).join('')),
    });
  for (const [earlier, later] of ledger.order)
    rules.push({
      code: 'date_order',
      field: later,
      where: `${typed(later)} < ${typed(earlier)}`,
      detail: `${literal(`「${ledgerField(ledger, earlier).headers[0]}」`)} || ${chinese(typed(earlier))}`,
    });
  for (const [i, first] of ledger.firstDate.entries())
    rules.push({
      code: 'after_period',
      field: first,
      // The first of them that is filled.
      where: [...ledger.firstDate.slice(0, i).map((f) => `${typed(f)} IS NULL`), `${typed(first)} > period_end`].join(
        ' AND ',
      ),
      detail: chinese('period_end'),
    });
  rules.push(
    {
      code: 'county_outside_unit',
      field: 'county',
      where: 'unit_prefecture IS NOT NULL AND place IS NOT NULL AND place_prefecture IS DISTINCT FROM unit_prefecture',
      detail: 'unit_name',
    },
    ...ODDITIES[ledger.id],
    { code: 'surplus_cells', field: null, where: 'surplus IS NOT NULL' },
  );
  for (const f of ledger.fields.filter((x) => x.type === 'date'))
    rules.push({
      code: 'after_submission',
      field: f.name,
      where: `${typed(f.name)} > file_received`,
      detail: chinese('file_received'),
    });
  return rules;
}

/**
 * Tables of files on their way in, made anew for every batch of one ledger's files:
 * - `incoming`: the text cells of all of them, `file` (the submission's id), `n` (ordinal in the file), `r_<field>`,
 *   `surplus` (cells beyond the header) and `others` (whether a column that is not read has something in it);
 * - `incoming_file`: what each file is checked against.
 */
export const incomingTables = (ledger: Ledger): string[] => [
  `CREATE OR REPLACE TABLE incoming (file INTEGER, n BIGINT, ${ledger.fields.map((f) => `${text(f.name)} VARCHAR`).join(', ')},
    surplus VARCHAR, others BOOLEAN)`,
  `CREATE OR REPLACE TABLE incoming_file (file INTEGER, period_end DATE, unit_prefecture VARCHAR, unit_name VARCHAR,
    file_received DATE, first_row INTEGER)`,
];

/** Where a file's columns go. Names are those of the attached file. */
export interface FileColumns {
  /** Column of each field that the file has. */
  fields: Readonly<Record<string, string>>;
  /** Columns of the header that are not read. */
  others: readonly string[];
  /** Columns beyond the header. */
  surplus: readonly string[];
}

/**
 * Copies an attached file's cells, as text, into `incoming`.
 * @param bytesText table of the texts of byte cells (`readBytes`); null where all of them are UTF-8
 */
export function copyIncoming(
  ledger: Ledger,
  file: number,
  { from, ordinal, types }: Pick<Attached, 'from' | 'ordinal' | 'types'>,
  { fields, others, surplus }: FileColumns,
  bytesText: string | null,
): string {
  const typeOf = (column: string) => types.get(column) ?? 'VARCHAR';
  const cell = (column: string | undefined) => (column && cellText(column, typeOf(column), bytesText)) ?? 'NULL';
  // A column that is not read: bytes and nested values stand for something in it.
  const some = (column: string) =>
    (typeOf(column) === 'BLOB' ? null : cellText(column, typeOf(column))) ??
    `CASE WHEN ${name(column)} IS NOT NULL THEN '1' END`;
  const joined = (columns: readonly string[]) => `concat_ws(' ', ${columns.map(some).join(', ')})`;
  return `INSERT INTO incoming SELECT ${file}, ${ordinal}, ${ledger.fields.map((f) => cell(fields[f.name])).join(', ')},
    ${surplus.length ? `nullif(${joined(surplus)}, '')` : 'NULL'}, ${others.length ? filled(joined(others)) : 'false'} FROM ${from}`;
}

/**
 * The incoming rows read into types, with their text (`r_…`) and what their file is checked against. `k` identifies a row
 * of the batch. Joins `place_text`, `department_text` and `date_text`, the readings of distinct texts.
 * @param plain fields whose texts are all in the plain form
 * @param only a further condition on `s`
 */
export function typedRows(ledger: Ledger, plain: ReadonlySet<string>, only = 'true'): string {
  const odd = oddDates(ledger, plain);
  const day = (f: Field) => name(`day_${f.name}`);
  const fields = ledger.fields.map((f) => {
    const raw = `s.${text(f.name)}`;
    if (f.type === 'county')
      return `p.code AS place, p.prefecture AS place_prefecture, p.name AS place_name, p.caution AS place_caution,
    p.ambiguous AS place_ambiguous`;
    if (f.type === 'department') return 'd.id AS department, d.ambiguous AS department_ambiguous';
    if (odd.includes(f)) return `${day(f)}.day AS ${typed(f.name)}`;
    return `${readField(raw, f, plain.has(f.name))} AS ${typed(f.name)}`;
  });
  return `SELECT s.rowid AS k, s.*, i.* EXCLUDE (file), ${fields.join(',\n    ')}
  FROM incoming s
  JOIN incoming_file i ON i.file = s.file
  LEFT JOIN place_text p ON p.text = s.${text('county')} AND p.unit IS NOT DISTINCT FROM i.unit_prefecture
  LEFT JOIN department_text d ON d.text = s.${text('department')}
  ${odd.map((f) => `LEFT JOIN date_text ${day(f)} ON ${day(f)}.text = s.${text(f.name)}`).join('\n  ')}
  WHERE ${only}`;
}

const oddDates = (ledger: Ledger, plain: ReadonlySet<string>): Field[] =>
  ledger.fields.filter((f) => f.type === 'date' && !plain.has(f.name));

/**
 * The distinct texts of the date columns that are not all plain, each read once. Hundreds of texts stand for a million
 * rows, and the patterns are compiled once for all columns.
 * @returns null where every date is plain
 */
export function dateReadings(ledger: Ledger, plain: ReadonlySet<string>): string | null {
  const odd = oddDates(ledger, plain).map((f) => text(f.name));
  if (odd.length === 0) return null;
  const texts = odd.map((c) => `SELECT ${c} AS text FROM incoming WHERE ${c} IS NOT NULL`).join(' UNION ALL ');
  return `CREATE OR REPLACE TEMP TABLE date_text AS SELECT text, ${readDate('text')} AS day FROM (SELECT DISTINCT text FROM (${texts}))`;
}

/** One row of booleans, a column per field that has a plain form: whether all its texts are in it. */
export const plainSurvey = (ledger: Ledger): string =>
  `SELECT ${ledger.fields
    .flatMap((f) => {
      const test = plainTest(text(f.name), f);
      return test ? [`${test} AS ${name(f.name)}`] : [];
    })
    .join(',\n  ')} FROM incoming`;

/** Typed columns of the ledger table, in its order after `submission`, `row`, `place`. */
export const ledgerColumns = (ledger: Ledger): string[] =>
  ledger.fields.filter((f) => f.type !== 'county').map((f) => name(f.name));

/** True for every row that may break a rule, and for few others. */
export const suspicious = (rules: readonly RowRule[]): string =>
  [...new Set(rules.map((r) => `coalesce(${r.suspect ?? r.where}, false)`))].join(' OR ');

/** A wholly blank row of `incoming`: it is no row. Such a row is always suspicious: its required fields are missing. */
export const blankRow = (ledger: Ledger): string =>
  `NOT others AND surplus IS NULL AND NOT (${filled(`concat(${ledger.fields.map((f) => text(f.name)).join(', ')})`)})`;
