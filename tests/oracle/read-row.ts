import type { Day } from '../../src/domain/day';
import { fieldLabel, type LedgerId } from '../../src/domain/ledgers';
import type { Office } from '../../src/domain/office';
import { type Period, periodEnd } from '../../src/domain/period';
import { type RowProblemCode, severityOf } from '../../src/domain/problemCodes';
import { catalogue } from '../support/catalogue';
import {
  cellText,
  isCellError,
  isFormula,
  isSameAsAbove,
  readDate,
  readDays,
  readId,
  readNumber,
  saidText,
} from './read-text';

/** One row of a file as text, by field name. */
export type TextRow = Readonly<Record<string, string | null | undefined>>;

/** Stands among a row's fields for what stood behind its last header. */
export const SURPLUS = '>';

export interface RowProblem {
  code: RowProblemCode;
  /** Header of the template's column; null for the whole row. */
  column: string | null;
}

/** A row that was read. `place` and `department` are codes and ids; days are ISO text. */
export interface TypedRow {
  id: string;
  place: string;
  department: string;
  /** Lists and texts; null for blank. */
  text: Readonly<Record<string, string | null>>;
  days: Readonly<Record<string, Day | null>>;
  /** As they were written; null for blank, and for what is no amount. */
  amounts: Readonly<Record<string, string | null>>;
  extensionDays: number;
}

interface RowContext {
  office: Office;
  unit: string;
  period: Period;
  /** Day on which the submission was received, where known. */
  receivedOn?: Day | null;
  /** The folded ids of the rows above in the same file; a row that is read adds its own. */
  idsAbove: Set<string>;
}

/** Ten years: a longer extension is a slip, such as a date or a code in the wrong column. */
const MOST_EXTENSION_DAYS = 3650;

/** 一万亿: no fine or weight of one row can be meant to be larger. */
const MOST_AMOUNT = 1e12;

/** A row with the texts of the row above where it says that they are the same. */
export const withAbove = (row: TextRow, above: TextRow): TextRow =>
  Object.fromEntries(
    Object.entries(row).map(([field, cell]) => [field, isSameAsAbove(cellText(cell)) ? above[field] : cell]),
  );

export const isBlankRow = (row: TextRow): boolean => Object.values(row).every((cell) => cellText(cell) === null);

/** Stands among ids for all that differ in capitals alone. */
const inSmall = (id: string): string => `\n${id.replace(/[A-Z]/g, (c) => c.toLowerCase())}`;

const isError = (p: RowProblem): boolean => severityOf(p.code) === 'error';

/**
 * Reads one row by DESIGN §5. `row` is there only for a row that counts; a row with an error is kept aside, and then its
 * warnings need not be complete (what cannot be read cannot be warned about).
 */
export function readRow(
  ledgerId: LedgerId,
  cells: TextRow,
  context: RowContext,
): { row?: TypedRow; problems: RowProblem[] } {
  const ledger = catalogue.ledger(ledgerId);
  const problems: RowProblem[] = [];
  const labels = new Map(ledger.fields.map((f) => [f.name, fieldLabel(f)]));
  const problem = (code: RowProblemCode, field: string | null) => {
    const column = field === null ? null : (labels.get(field) ?? field);
    if (!problems.some((p) => p.code === code && p.column === column)) problems.push({ code, column });
  };

  /** 无 is no sign for a blank where it may be meant for 否. */
  const said = (name: string): string | null => {
    const cell = cellText(cells[name]);
    const field = ledger.fields.find((f) => f.name === name);
    return cell === '无' && field?.type === 'list' && field.values.includes('否') ? cell : saidText(cell);
  };
  const text: Record<string, string | null> = {};
  const days: Record<string, Day | null> = {};
  const amounts: Record<string, string | null> = {};
  let id: string | null = null;
  let place: string | null = null;
  let prefecture: string | null = null;
  let department: string | null = null;
  let extensionDays = 0;
  const ofPrefecture = context.office.regions.prefectures.some((p) => p.code === context.unit);

  for (const field of ledger.fields) {
    const value = said(field.name);
    if (value === null && field.required) problem('required_missing', field.name);

    if (isCellError(value) || (field.type !== 'text' && isFormula(value))) {
      const code = isFormula(value) ? 'uncalculated' : 'cell_error';
      const decides = field.type === 'list' ? field.decides : field.type !== 'text' && field.type !== 'amount';
      problem(decides ? code : `${code}_optional`, field.name);
      if (field.type === 'date') days[field.name] = null;
      if (field.type === 'list' || field.type === 'text') text[field.name] = null;
      continue;
    }
    if (field.type === 'id') {
      if (value === null) continue;
      const read = readId(value);
      if ('id' in read) id = read.id;
      else problem(read.fault, field.name);
    } else if (field.type === 'text') {
      text[field.name] = value;
    } else if (field.type === 'date') {
      days[field.name] = null;
      if (value === null) continue;
      const read = readDate(value);
      if (read.fault) problem(read.fault, field.name);
      if ('day' in read) days[field.name] = read.day;
    } else if (field.type === 'list') {
      text[field.name] = field.blank ?? null;
      if (value === null) continue;
      const spelled = value.replace(/\s/g, '').toUpperCase();
      const spelling = Object.entries(field.spellings ?? {}).find(([, texts]) => texts.includes(spelled));
      const meant = field.synonyms?.[spelled] ?? spelling?.[0] ?? spelled;
      if (field.values?.includes(meant)) text[field.name] = meant;
      else {
        text[field.name] = null;
        problem(field.decides ? 'not_in_list' : 'not_in_list_optional', field.name);
      }
    } else if (field.type === 'count') {
      if (value === null) continue;
      const number = readDays(value);
      if (number === null || !Number.isInteger(number) || number > MOST_EXTENSION_DAYS)
        problem('not_a_number', field.name);
      else extensionDays = number;
    } else if (field.type === 'amount') {
      const number = value === null ? 0 : readNumber(value);
      const unread = number === null || number >= MOST_AMOUNT;
      if (unread) problem('not_a_number_optional', field.name);
      amounts[field.name] = unread ? null : (value?.replaceAll(',', '') ?? null);
    } else if (field.type === 'county') {
      if (value === null) continue;
      const match = context.office.regions.match(value, ofPrefecture ? context.unit : null, periodEnd(context.period));
      if (!match) problem('unknown_county', field.name);
      else if ('ambiguous' in match) problem('ambiguous_county', field.name);
      else {
        place = match.place.code;
        prefecture = match.place.prefecture;
        if (match.caution === 'merged') problem('merged_county', field.name);
        if (match.caution === 'shared') problem('county_name_shared', field.name);
        if (ofPrefecture && prefecture !== context.unit) problem('county_outside_unit', field.name);
      }
    } else if (field.type === 'department') {
      if (value === null) continue;
      const match = context.office.departments.match(value);
      if (!match) problem('unknown_department', field.name);
      else if ('ambiguous' in match) problem('ambiguous_department', field.name);
      else department = match.department.id;
    }
  }

  // Any of the values may have slipped from its column.
  if (cellText(cells[SURPLUS]) !== null) problem('surplus_cells', null);
  if (id !== null) {
    if (context.idsAbove.has(id)) problem('duplicate_id', ledger.idField);
    else if (context.idsAbove.has(inSmall(id))) problem('alike_id', ledger.idField);
    context.idsAbove.add(id).add(inSmall(id));
  }

  const last = periodEnd(context.period);
  if (ledgerId !== 'penalties') {
    const first = ledgerId === 'inspections' ? 'drawn_on' : 'received_on';
    const day = days[first];
    if (day && day > last) problem('after_period', first);
  } else {
    // A penalty case has been filed or decided; the decision dates it where there is one.
    if (said('filed_on') === null && said('decided_on') === null) problem('required_missing', 'filed_on');
    if (days.decided_on) {
      if (days.decided_on > last) problem('after_period', 'decided_on');
    } else if (days.filed_on && days.filed_on > last) problem('after_period', 'filed_on');
    const decision = ['decision_no', 'penalty'].some((field) => said(field) !== null) || days.disclosed_on;
    if (!days.decided_on && decision) problem('decision_undated', null);
  }
  for (const [earlier, later] of ledger.order) {
    const a = days[earlier];
    const b = days[later];
    if (a && b && b < a) problem('date_order', later);
  }
  // A day that is set for something lies ahead of it.
  const planned = new Set(ledger.fields.flatMap((f) => (f.type === 'date' && f.planned ? [f.name] : [])));
  if (context.receivedOn)
    for (const [name, day] of Object.entries(days))
      if (day && day > context.receivedOn && !planned.has(name)) problem('after_submission', name);

  if (ledgerId === 'complaints') {
    if (days.closed_on && !days.accepted_on && !text.acceptance) problem('closed_without_acceptance', null);
    if (text.acceptance && !days.accepted_on) problem('result_without_date', null);
    if (days.feedback_on && !days.closed_on) problem('feedback_without_closure', null);
  } else if (ledgerId === 'penalties') {
    if ((text.nondisclosure_reason === null) !== (days.nondisclosure_approved_on === null))
      problem('withheld_incomplete', null);
  } else if (ledgerId === 'inspections' && !days.checked_on) {
    if (text.result) problem('result_without_check', null);
    if (days.published_on) problem('published_without_check', null);
  }

  if (problems.some(isError)) return { problems };
  return {
    problems,
    row: {
      id: id as string,
      place: place as string,
      department: department as string,
      text,
      days,
      amounts,
      extensionDays,
    },
  };
}
