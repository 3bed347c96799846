import type { Catalogue } from '../../domain/catalogue/catalogue';
import { classesOf } from '../../domain/classesOf';
import { classLabel, classWords } from '../../domain/classWords';
import type { Day } from '../../domain/day';
import {
  type EvidenceColumn,
  type EvidenceQuestion,
  type EvidenceRow,
  evidenceColumns,
  isFigureQuestion,
  ledgerOf,
} from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import { listOf, type Office } from '../../domain/office';
import { decided, ownDayText } from '../../domain/ownDay';
import type { TaxonomyList } from '../../domain/taxonomies';

/** A column of the case list with its width in pixels. */
export interface CaseColumn extends EvidenceColumn {
  width: number;
  /** Worked out here, of the text of a field, and so in no order of the rows. */
  sorted?: { field: string; list: TaxonomyList };
}

/** What columns depend on. */
type Columned = Pick<Office, 'catalogue' | 'lists'>;

/** Of columns that every ledger has; the others say it themselves. */
const WIDTHS: Record<string, number> = {
  county: 150,
  department: 124,
  file: 240,
  sheet: 96,
  row: 64,
};

const widthOf = ({ key, kind, label, width }: EvidenceColumn): number =>
  width ?? WIDTHS[key] ?? (kind === 'day' ? 116 : Math.max(kind === 'number' ? 84 : 104, label.length * 14 + 28));

/** All columns of a ledger; behind a text that a list sorts, its classes. */
export function allColumns(office: Columned, ledger: LedgerId): CaseColumn[] {
  const { fields } = office.catalogue.ledger(ledger);
  return evidenceColumns(office.catalogue, ledger).flatMap((c) => {
    const field = fields.find((f) => f.name === c.key);
    const list = field && listOf(office, field);
    const column = { ...c, width: widthOf(c) };
    if (!list) return [column];
    // A point is in no field's name.
    const classes = { key: `${c.key}.class`, label: classLabel(field), kind: 'text' as const };
    return [column, { ...classes, width: widthOf(classes), sorted: { field: c.key, list } }];
  });
}

/** Where a row came from; files without sheets leave the second blank. */
const ORIGIN = ['file', 'sheet', 'row'];

/** Keys of the columns shown unless others are chosen: who, what decides the question, and where the row came from. */
export const essentialKeys = (catalogue: Catalogue, question: EvidenceQuestion): string[] => [
  ...catalogue.ledger(ledgerOf(catalogue, question)).lists.first,
  ...(isFigureQuestion(question)
    ? catalogue.overCases(question.indicator).columns
    : catalogue.ledger(question.ledger).lists.course),
  ...ORIGIN,
];

/**
 * The columns to show, in the order of `essentialKeys` and then of the ledger. The id always stands first.
 * @param chosen keys of the address, separated by commas; unknown ones are left out
 */
export function shownColumns(office: Columned, question: EvidenceQuestion, chosen: string | undefined): CaseColumn[] {
  const all = allColumns(office, ledgerOf(office.catalogue, question));
  const essential = essentialKeys(office.catalogue, question);
  const id = essential[0] as string;
  const wanted = new Set(chosen ? [id, ...chosen.split(',')] : essential);
  const order = [
    ...essential.filter((k) => !ORIGIN.includes(k)),
    ...all.map((c) => c.key).filter((k) => !essential.includes(k)),
    ...ORIGIN,
  ];
  return order.filter((k) => wanted.has(k)).flatMap((k) => all.find((c) => c.key === k) ?? []);
}

/** Width in px of a text of so many narrow characters, each of so many px, with the cell's padding. */
const textWidth = (narrow: number, each: number): number => Math.ceil(narrow * each) + 24;

/**
 * Keys of the columns of which some rows of a list do not tell what the whole list makes of them: whether there is anything in them,
 * and how long ids and names of files are.
 */
export const unsureColumns = (columns: readonly CaseColumn[], rows: readonly EvidenceRow[]): string[] =>
  columns
    .filter(({ key }, i) => i === 0 || key === 'file' || rows.every((row) => (row[key] ?? '') === ''))
    .map(({ key }) => key);

/** What a list shows of its columns, and which it leaves out because they are blank in every row. */
export interface ListedColumns {
  shown: CaseColumn[];
  blank: CaseColumn[];
}

/**
 * Leaves out what is blank in every row, unless the columns were chosen by hand, and makes room for the longest id, which
 * is never cut, and for the names of the files.
 * @param widths over all rows, of those columns that were not sure: `Workspace.columnWidths`
 */
export function listedColumns(
  columns: readonly CaseColumn[],
  widths: Readonly<Record<string, number>>,
  chosen: boolean,
): ListedColumns {
  const none = chosen ? [] : columns.filter((c, i) => i > 0 && widths[c.key] === 0);
  const room = (c: CaseColumn, each: number, least: number, most: number): CaseColumn => ({
    ...c,
    width: Math.min(most, Math.max(least, textWidth(widths[c.key] ?? 0, each))),
  });
  const shown = columns
    .filter((c) => !none.includes(c))
    .map((c, i) => (i === 0 ? room(c, 7.6, 100, 420) : c.key === 'file' ? room(c, 6.8, 140, 240) : c));
  // Nothing is missing where files have no sheets.
  return { shown, blank: none.filter((c) => c.key !== 'sheet') };
}

/** A value as the interface shows it: codes of counties and departments by name, texts by class, blanks as empty text. */
export function shownValue(office: Office, column: CaseColumn, row: EvidenceRow): string | number {
  if (column.sorted) return classWords(classesOf(column.sorted.list, textOf(row, column.sorted.field)));
  const own = column.rule?.own;
  if (own && decided(own, row)) return ownDayText(own);
  const value = row[column.key] ?? '';
  if (value === '') return '';
  if (column.key === 'county') return office.regions.caseName(String(value));
  if (column.key === 'department') return office.departments.nameOf(String(value));
  if (column.rule) return ruleName(office, String(value));
  return value;
}

const textOf = (row: EvidenceRow, field: string): string | null => {
  const value = row[field] ?? null;
  return value === null ? null : String(value);
};

const ruleName = ({ profile }: Office, id: string): string =>
  profile.deadlines.rules.find((r) => r.id === id)?.source ?? id;

/** Whether a value tells of what happened after the cut-off and so does not count. A deadline is no event. */
export function isAfterCutOff({ key, tells }: EvidenceColumn, row: EvidenceRow, asOf: Day): boolean {
  if (tells === undefined || (row[key] ?? '') === '') return false;
  const day = row[tells];
  return typeof day === 'string' && day > asOf;
}
