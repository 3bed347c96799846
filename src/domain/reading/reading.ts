import type { LedgerId } from '../ledgers';
import type { Period } from '../period';
import type { RowProblemCode } from '../problemCodes';
import type { MoneyUnit } from './money';

/** How a text was mended on its way to a value; counted by column and said. */
export type Repair = (typeof REPAIRS)[number];
export const REPAIRS = [
  /** A day as a spreadsheet's serial number. */
  'serial_day',
  /** A day written otherwise than a person would write it in the template (14 digits, trailing dot, 星期, 上午/下午, AM/PM …). */
  'day_form',
  /** The day in Beijing of a time that names another zone. */
  'beijing_day',
  /** An order of day and month, or a century, that the person chose for the file. */
  'day_chosen',
  /** `—`, `/`, `无` where nothing need be said. */
  'blank_sign',
  /** Another spelling of a value of the list (√, Y, 1, 投诉件 …). */
  'list_spelling',
  /** A unit behind a number (10个工作日, 3.5万元). */
  'number_unit',
  /** Amounts of a column or sheet in 万元 or 千元. */
  'amount_scale',
  /** More decimals than are kept of an amount: half of the last one counts as one. */
  'amount_rounded',
  /** A code written as a number (632521.0, 6.32521E+05, 632,521). */
  'code_as_number',
  /** Marks around an id or another value (`="0003"`, `'0003`), zero-width characters, blanks of other kinds within. */
  'id_form',
  /** The value above, where 同上 was chosen to mean it, or where cells are merged. */
  'from_above',
] as const;

/** What a text may mean in two ways is asked once per file, never guessed. */
export type Question = (typeof QUESTIONS)[number];
export const QUESTIONS = [
  /** 03/04/2017: which of the two is the month. */
  'day_month_order',
  /** 17-3-5: whether 17 is 2017. */
  'two_digit_year',
  /** 同上, 〃: whether it is the value of the row above. */
  'same_as_above',
] as const;

export const TEXT_ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export type UnitQuestion = `${string}_unit`;
/** Asks for the unit of a field of money. */
export const unitQuestion = (field: string): UnitQuestion => `${field}_unit`;
export type SheetsQuestion = `${LedgerId}_sheets`;
export const sheetsQuestion = (ledger: LedgerId): SheetsQuestion => `${ledger}_sheets`;

/** All sheets of a ledger, or those that have the same columns, by their ordinals in the file. */
export const SHEETS_ANSWER = /^(?:all|\d{1,5}(?:,\d{1,5})*)$/;

/** What the person answered for one file. Kept with the submission, so that it is always read alike. */
export interface ReadingAnswers
  extends Partial<Record<UnitQuestion, MoneyUnit | undefined>>,
    Partial<Record<SheetsQuestion, string | undefined>> {
  /** The encoding of a text that cannot be told, or was told wrong. */
  encoding?: TextEncoding | undefined;
  /** Columns that are called almost as one that is missing. */
  alike_columns?: 'same' | 'others' | undefined;
  day_month_order?: 'day_first' | 'month_first' | undefined;
  two_digit_year?: '20yy' | undefined;
  same_as_above?: 'above' | undefined;
}

export interface Fault {
  code: RowProblemCode;
  /** What its sentence needs beside column and value. */
  detail?: string | undefined;
}

/** What a text was read as. Neither value nor fault: nothing is said. */
export interface Reading<T> {
  value: T | null;
  fault?: Fault | undefined;
  /** A second thing to be said of the same text. */
  also?: Fault | undefined;
  repair?: Repair | undefined;
  /** Not read until it is answered; `value` is null and there is no fault then. */
  question?: Question | undefined;
  /** A second question that the same text raises, whatever is answered to the first. */
  alsoAsked?: Question | undefined;
  /** Nothing is said in the cell, by a blank or a sign for one: missing where it is required. */
  blank?: true | undefined;
  /** The value is that of the row above (repair `from_above`). */
  above?: true | undefined;
}

/**
 * Long ids, all digits. Zeros where a spreadsheet keeps no digits are a sign that it has rounded them, unless another id of
 * the file has digits there: then they are text, and one in ten that are a digit too long ends in a zero.
 */
export interface LongIds {
  /** Known of the file beforehand: zeros are their own. */
  exact: boolean;
  /** Found while reading: an id with such digits, and one that was taken for rounded. */
  seen: boolean;
  doubted: boolean;
}

/** What a reading depends on beside the text. The same for all texts of a column of one file. */
export interface ReadingContext {
  /** Serial numbers of days count from 1904. */
  date1904: boolean;
  answers: ReadingAnswers;
  /** Factor from the column's amounts to 元: 10000 where it is headed or noted 万元. */
  scale: number;
  /** Of the ids of one file. */
  longIds: LongIds;
  /** Code of the prefecture that reports; null for a department. Tells which of several places of one name is meant. */
  prefecture: string | null;
  /** The period that is reported; null where it is not known yet. */
  period: Period | null;
}
