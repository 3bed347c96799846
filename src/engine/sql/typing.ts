import { CALENDAR_FIRST, CALENDAR_LAST } from '../../domain/calendar';
import type { Day } from '../../domain/day';
import { type Field, type Ledger, ledgerField } from '../../domain/ledgers';
import type { RowProblemCode } from '../../domain/problems';
import { columnType, plainTest, readDate, readField } from './reading';
import { dateLiteral, filled, literal, name } from './text';

/** What one submission is checked against. */
export interface CheckContext {
  /** Last day of the submission's period. */
  periodEnd: Day;
  /** Code of the submitting prefecture; null for a department, whose rows may lie anywhere. */
  prefecture: string | null;
  prefectureName: string | null;
  receivedOn: Day | null;
}

/** Columns of the staging table: which column holds a field; null where the file has none. */
export type FieldColumns = Readonly<Record<string, string | null>>;

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
  const values = literal((f.values ?? []).join('、'));
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
    case 'list':
      rules.push({
        code: f.decides ? 'not_in_list' : 'not_in_list_optional',
        field: f.name,
        ...unread(f),
        detail: values,
      });
      break;
    case 'county':
      rules.push(
        {
          code: 'unknown_county',
          field: f.name,
          where: `place IS NULL AND ${filled(text(f.name))}`,
          suspect: 'place IS NULL',
        },
        { code: 'merged_county', field: f.name, where: `place_caution = 'merged'`, detail: 'place_name' },
        { code: 'county_name_shared', field: f.name, where: `place_caution = 'county_first'`, detail: 'place_name' },
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
  ],
};

/** All rules on the rows of a ledger (DESIGN §5), without the repeated id, which needs the other rows. */
export function rowRules(ledger: Ledger, context: CheckContext): RowRule[] {
  const rules = ledger.fields.flatMap(fieldRules);
  for (const [earlier, later] of ledger.order)
    rules.push({
      code: 'date_order',
      field: later,
      where: `${typed(later)} < ${typed(earlier)}`,
      detail: `${literal(`「${ledgerField(ledger, earlier).headers[0]}」`)} || ${chinese(typed(earlier))}`,
    });
  rules.push({
    code: 'after_period',
    field: ledger.firstDate,
    where: `${typed(ledger.firstDate)} > ${dateLiteral(context.periodEnd)}`,
    detail: literal(context.periodEnd),
  });
  if (context.prefecture)
    rules.push({
      code: 'county_outside_unit',
      field: 'county',
      where: `place IS NOT NULL AND place_prefecture IS DISTINCT FROM ${literal(context.prefecture)}`,
      detail: literal(context.prefectureName ?? context.prefecture),
    });
  rules.push(...ODDITIES[ledger.id]);
  if (context.receivedOn)
    for (const f of ledger.fields.filter((x) => x.type === 'date'))
      rules.push({
        code: 'after_submission',
        field: f.name,
        where: `${typed(f.name)} > ${dateLiteral(context.receivedOn)}`,
        detail: literal(context.receivedOn),
      });
  return rules;
}

/**
 * The staged rows read into types, with the text beside them (`r_…`). `n` is the ordinal in the staging table.
 * Joins `place_text` and `department_text`, the readings of the distinct texts of those two columns.
 * @param surplus columns beyond the header
 * @param plain fields whose texts are all in the plain form
 * @param only a further condition on `s`
 */
export function typedRows(
  ledger: Ledger,
  columns: FieldColumns,
  surplus: readonly string[],
  plain: ReadonlySet<string>,
  only = 'true',
): string {
  const source = (field: string): string => {
    const column = columns[field];
    return column ? `s.${name(column)}` : 'CAST(NULL AS VARCHAR)';
  };
  const joined = oddDates(ledger, columns, plain);
  const fields = ledger.fields.flatMap((f) => {
    const raw = source(f.name);
    const text = `${raw} AS ${name(`r_${f.name}`)}`;
    if (f.type === 'county')
      return [
        text,
        'p.code AS place, p.prefecture AS place_prefecture, p.name AS place_name, p.caution AS place_caution',
      ];
    if (f.type === 'department') return [text, 'd.id AS department, d.ambiguous AS department_ambiguous'];
    if (joined.includes(f)) return [text, `${name(`day_${f.name}`)}.day AS ${name(f.name)}`];
    return [
      text,
      `${columns[f.name] ? readField(raw, f, plain.has(f.name)) : `CAST(NULL AS ${columnType(f)})`} AS ${name(f.name)}`,
    ];
  });
  return `SELECT s.rowid AS n, ${fields.join(',\n    ')},
    ${surplus.length ? `nullif(concat_ws(' ', ${surplus.map((c) => `s.${c}`).join(', ')}), '')` : 'CAST(NULL AS VARCHAR)'} AS surplus
  FROM stage s
  LEFT JOIN place_text p ON p.text = ${source('county')}
  LEFT JOIN department_text d ON d.text = ${source('department')}
  ${joined.map((f) => `LEFT JOIN date_text ${name(`day_${f.name}`)} ON ${name(`day_${f.name}`)}.text = ${source(f.name)}`).join('\n  ')}
  WHERE ${only}`;
}

const oddDates = (ledger: Ledger, columns: FieldColumns, plain: ReadonlySet<string>): Field[] =>
  ledger.fields.filter((f) => f.type === 'date' && columns[f.name] && !plain.has(f.name));

/**
 * The distinct texts of the date columns that are not all plain, each read once. Hundreds of texts stand for a million
 * rows, and the patterns are compiled once for all columns.
 * @returns null where every date is plain
 */
export function dateReadings(ledger: Ledger, columns: FieldColumns, plain: ReadonlySet<string>): string | null {
  const odd = oddDates(ledger, columns, plain).map((f) => name(columns[f.name] as string));
  if (odd.length === 0) return null;
  const texts = odd.map((c) => `SELECT ${c} AS text FROM stage WHERE ${c} IS NOT NULL`).join(' UNION ');
  return `CREATE OR REPLACE TEMP TABLE date_text AS SELECT text, ${readDate('text')} AS day FROM (${texts})`;
}

/** One row of booleans, a column per field that has a plain form: whether all its texts are in it. */
export function plainSurvey(ledger: Ledger, columns: FieldColumns): string | null {
  const tests = ledger.fields.flatMap((f) => {
    const column = columns[f.name];
    const test = column && plainTest(name(column), f);
    return test ? [`${test} AS ${name(f.name)}`] : [];
  });
  return tests.length ? `SELECT ${tests.join(',\n  ')} FROM stage` : null;
}

/** Typed columns of the ledger table, in its order after `submission`, `row`, `place`. */
export const ledgerColumns = (ledger: Ledger): string[] =>
  ledger.fields.filter((f) => f.type !== 'county').map((f) => name(f.name));

/** True for every row that may break a rule, and for few others. */
export const suspicious = (rules: readonly RowRule[]): string =>
  [...new Set(rules.map((r) => `coalesce(${r.suspect ?? r.where}, false)`))].join(' OR ');

/** A wholly blank row: it is no row. Such a row is always suspicious, since its required fields are missing. */
export const blankRow = (all: readonly string[]): string =>
  `NOT (${filled(`concat(${all.map((c) => `s.${c}`).join(', ')})`)})`;
