import type { Catalogue } from './catalogue/catalogue';
import { dueColumn, ruleColumn } from './catalogue/columns';
import type { AreaLevel } from './cells';
import type { Day } from './day';
import type { IndicatorId } from './indicators';
import { fieldLabel, type Ledger, type LedgerId } from './ledgers';
import { type OwnDay, ownDayOf } from './ownDay';
import type { Period } from './period';
import { fold, foldName } from './text';

/**
 * Which rows stand behind a number: those that met it, those it lacks, or all that it is counted over; and beside it those
 * that cannot be dated, which are counted apart.
 */
export const EVIDENCE_SIDES = ['numerator', 'missing', 'denominator', 'undated'] as const;
export type EvidenceSide = (typeof EVIDENCE_SIDES)[number];

/** A class of the list that sorts a field's texts in a year; or what a text without a class is listed as: see `listedAs`. */
export interface ClassAsked {
  field: string;
  id: string;
  year: number;
}

/** What every question for case rows says: where, at which cut-off, in which order. */
interface RowsAsked {
  level: AreaLevel;
  id: string;
  /** Only what carries the area's own code: 省本级 of the province, 市州本级 of a prefecture. */
  own?: true | undefined;
  asOf: Day;
  /** Only this department's cases. */
  department?: string | undefined;
  /** Only rows in which each of these words stands in some text field, place, department or the file's name. */
  search?: string | undefined;
  /** Only rows whose text is of a class. */
  ofClass?: ClassAsked | undefined;
  /** Absent: the row whose own number is searched for first, then by file and row. */
  sort?: { column: string; descending: boolean } | undefined;
  /** Personal values as they stand in the file, not masked. Whoever asks logs it (`Workspace.log`). */
  persons?: true | undefined;
}

/** From a number to its rows. The rows returned without `search` and `ofClass` are exactly those counted in the cell sum. */
export interface FigureQuestion extends RowsAsked {
  indicator: IndicatorId;
  side: EvidenceSide;
  /** Null: every quarter up to the cut-off. */
  period: Period | null;
}

/** Every case of a ledger that counts at the cut-off, of whatever period, whether an indicator counts it or not. */
export interface LedgerQuestion extends RowsAsked {
  ledger: LedgerId;
}

export type EvidenceQuestion = FigureQuestion | LedgerQuestion;

/** The same without the class: all that a filtered list is a part of. */
export function wholeQuestion<Q extends EvidenceQuestion>(q: Q): Q {
  const { ofClass: _, ...whole } = q;
  return whole as Q;
}

export const isFigureQuestion = (q: EvidenceQuestion): q is FigureQuestion => 'indicator' in q;

/** The ledger whose rows a question asks for. */
export const ledgerOf = (catalogue: Catalogue, q: EvidenceQuestion): LedgerId =>
  isFigureQuestion(q) ? catalogue.overCases(q.indicator).ledger : q.ledger;

/** The words that are searched for: folded, as ids are, and without regard to case. */
export const searchWords = (text: string): string[] => fold(text).toLowerCase().split(/\s+/).filter(Boolean);

/** A case's number as it is compared: folded, without any blank and without regard to case. */
export const caseNumber = (text: string): string => foldName(text).toLowerCase();

/**
 * One case row: every ledger field (personal ones masked unless asked for), its deadlines with the rules used and how it stands
 * against them (`deadlineLines`), its file and row there.
 */
export type EvidenceRow = Record<string, string | number | null>;

export interface EvidencePage {
  /** Number of rows of the whole question, whatever the page. */
  total: number;
  rows: EvidenceRow[];
}

export interface EvidenceColumn {
  key: string;
  label: string;
  kind: 'text' | 'day' | 'number';
  /** The event with which its value is told: a value of before it has happened says nothing. */
  tells?: string | undefined;
  /** Pixels, where its field says so. */
  width?: number | undefined;
  /** It names the rule of a deadline, or the row's own day that goes before it. */
  rule?: { own: OwnDay | undefined };
  /** What the numbers of an amount count. */
  amount?: { unit: string; decimals: 0 | 1 | 2 | 3 };
}

/** Columns of the deadlines of a ledger's cases. */
const deadlineColumns = (ledger: Ledger): EvidenceColumn[] =>
  ledger.deadlines.flatMap((d) => [
    { key: dueColumn(d.id), label: `${d.name}期限`, kind: 'day' as const },
    { key: ruleColumn(d.id), label: `${d.name}期限依据`, kind: 'text' as const, rule: { own: ownDayOf(ledger, d) } },
  ]);

/** Columns of the rows of one ledger: as in the ledger, then deadlines and days, then where the row came from. */
export function evidenceColumns(catalogue: Catalogue, ledger: LedgerId): EvidenceColumn[] {
  return [
    ...catalogue.ledger(ledger).fields.map((f) => ({
      key: f.name,
      label: fieldLabel(f),
      kind:
        f.type === 'date'
          ? ('day' as const)
          : f.type === 'count' || f.type === 'amount'
            ? ('number' as const)
            : ('text' as const),
      tells: f.type === 'date' && !f.planned ? f.name : f.tells,
      ...(f.width && { width: f.width }),
      ...(f.type === 'amount' && { amount: { unit: f.unit, decimals: f.decimals as 0 | 1 | 2 | 3 } }),
    })),
    ...deadlineColumns(catalogue.ledger(ledger)),
    ...catalogue.durationsOf(ledger).map((i) => ({ key: i.id, label: i.daysName, kind: 'number' as const })),
    { key: 'file', label: '来源文件', kind: 'text' },
    // Blank where the file has none.
    { key: 'sheet', label: '工作表', kind: 'text' },
    { key: 'row', label: '行号', kind: 'number' },
  ];
}
