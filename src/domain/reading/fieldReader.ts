import { mostOf } from '../catalogue/field';
import type { Field } from '../ledgers';
import type { Office } from '../office';
import { officeIn } from '../officeIn';
import type { Period } from '../period';
import { readOtherDay, readPlainDay } from './days';
import { idReader, isPlainAsciiId } from './ids';
import { listReader } from './lists';
import { isNoResult, isNoText } from './noText';
import { readOtherAmount, readOtherCount, readPlainAmount, readPlainCount } from './numbers';
import { departmentReader, type PlaceReading, placeReader } from './places';
import type { Fault, Reading, ReadingContext } from './reading';
import { halfWidth, isBlankSign, isCellError, isFormula, isSameAsAbove, plainest, unwrapped } from './signs';
import { textReader } from './texts';

/** Reads the texts of one column of one file; each distinct text need be read only once. */
export type FieldReader =
  | { kind: 'day' | 'count' | 'amount'; read(text: string): Reading<number> }
  | {
      kind: 'text';
      read(text: string): Reading<string> & Partial<Pick<PlaceReading, 'place' | 'also'>>;
      /** True of ASCII that is its own value, with nothing to be said of it: it need not be made a string to be read. */
      isOwnValue?: (bytes: Uint8Array, from: number, to: number) => boolean;
    };

/** The two ways of one kind of field: forms that need no word, asked of the text as it stands, and all others. */
interface Forms<R> {
  plain(text: string): R | null;
  /** @param text the plainest form, marks around it removed; it stands for something */
  other(text: string, raw: string): R | null;
}

/**
 * How the texts of a field are read in one file: days as day numbers, counts and amounts as numbers, counties as codes,
 * departments as ids, lists as their values, ids in their one normal form, free text as written.
 */
export function fieldReader(office: Office, field: Field, context: ReadingContext): FieldReader {
  switch (field.type) {
    case 'date':
      return {
        kind: 'day',
        read: reader<Reading<number>>(office, field, context, {
          plain: readPlainDay,
          other: (text) => readOtherDay(text, context),
        }),
      };
    case 'count':
      return {
        kind: 'count',
        read: reader<Reading<number>>(office, field, context, {
          plain: (text) => readPlainCount(text, mostOf(field)),
          other: (text) => readOtherCount(text, mostOf(field)),
        }),
      };
    case 'amount':
      return {
        kind: 'amount',
        read: reader<Reading<number>>(office, field, context, {
          plain: (text) => readPlainAmount(text, context, field.decimals),
          other: (text) => readOtherAmount(text, context, field.decimals),
        }),
      };
    default:
      return {
        kind: 'text',
        read: reader<Reading<string>>(office, field, context, textForms(office, field, context)),
        ...(field.type === 'id' && { isOwnValue: isPlainAsciiId }),
      };
  }
}

function textForms(office: Office, field: Field, context: ReadingContext): Forms<Reading<string>> {
  switch (field.type) {
    case 'county':
      return placeReader(office, context);
    case 'department':
      return departmentReader(office);
    case 'list':
      return listReader(field);
    case 'id':
      return idReader(context.longIds);
    default:
      return textReader;
  }
}

function reader<R extends Reading<number | string>>(
  office: Office,
  field: Field,
  context: ReadingContext,
  forms: Forms<R>,
) {
  const unread = unreadFault(office, field, context);
  const error: Fault = { code: decides(field) ? 'cell_error' : 'cell_error_optional' };
  const uncalculated: Fault = { code: decides(field) ? 'uncalculated' : 'uncalculated_optional' };
  const noText: Fault = { code: decides(field) ? 'unreadable_cell' : 'unreadable_cell_optional' };
  const mark = field.type === 'date' ? 'day_form' : 'id_form';
  /** What stands for no value of its own. */
  const sign = (folded: string, text: string): Reading<never> | null => {
    if (isSameAsAbove(folded) || isSameAsAbove(text)) return sameAsAbove(context);
    if (text === '') return { value: null, blank: true };
    // Where a value is required, it is missing, and that is said.
    if (isSign(field, text)) return { value: null, blank: true, ...(!field.required && { repair: 'blank_sign' }) };
    // Free text stays as it was written.
    if (field.type !== 'text' && isFormula(text)) return { value: null, fault: uncalculated };
    return isCellError(text) ? { value: null, fault: error } : null;
  };
  /** The plain forms once more, where marks were taken off. Free text keeps its marks. */
  const unmarked = (text: string, raw: string): R | null => {
    if (field.type === 'text' || text === halfWidth(raw)) return null;
    const found = forms.plain(text);
    return found === null || found.value === null ? found : { ...found, repair: found.repair ?? mark };
  };
  return (raw: string): R => {
    const plain = forms.plain(raw);
    if (plain) return plain;
    if (isNoText(raw)) return { value: null, fault: noText } as R;
    if (isNoResult(raw)) return { value: null, fault: uncalculated } as R;
    const folded = plainest(raw);
    const text = unwrapped(folded);
    return (sign(folded, text) ?? unmarked(text, raw) ?? forms.other(text, raw) ?? { value: null, fault: unread }) as R;
  };
}

const sameAsAbove = ({ answers }: ReadingContext): Reading<never> =>
  answers.same_as_above
    ? { value: null, above: true, repair: 'from_above' }
    : { value: null, question: 'same_as_above' };

/**
 * A value of the list is no sign: 有 and 无. And 无 may say 否 where that can be said, and a blank may stand for 是 there: it
 * is not clear then.
 */
const isSign = (field: Field, text: string): boolean =>
  isBlankSign(text) &&
  !(field.type === 'list' && (field.values.includes(text) || (text === '无' && field.values.includes('否'))));

const decides = (field: Field): boolean =>
  field.type === 'list' ? field.decides : field.type !== 'text' && field.type !== 'amount';

/** What is said of a text that stands for something and cannot be read. */
function unreadFault(office: Office, field: Field, { period }: ReadingContext): Fault {
  switch (field.type) {
    case 'date':
      return { code: 'not_a_date' };
    case 'count':
      return { code: 'not_a_number', detail: String(mostOf(field)) };
    case 'amount':
      return { code: 'not_a_number_optional' };
    case 'list':
      return { code: field.decides ? 'not_in_list' : 'not_in_list_optional', detail: field.values.join('、') };
    case 'county':
      return { code: 'unknown_county' };
    case 'department':
      return { code: 'unknown_department', detail: someDepartments(office, period) };
    case 'id':
      return { code: 'unreadable_cell' };
    default:
      return { code: 'unreadable_cell_optional' };
  }
}

/** Departments of the office as examples, by the names of the period that is read: 工商、市场监管. */
const someDepartments = (office: Office, period: Period | null): string =>
  (period === null ? office : officeIn(office, period)).departments.all
    .slice(0, 2)
    .map((d) => d.name)
    .join('、');
