import type { Ledger } from '../../domain/ledgers';
import type { MoneyUnit } from '../../domain/reading/money';

/** A row of the sheet's head: number (from 1) and texts as they stand. */
export interface HeadRow {
  row: number;
  texts: readonly string[];
}

/** First and last of something, both included. */
export interface Span {
  first: number;
  last: number;
}

/** A part of a sheet that is passed over, by its row and its words. */
export interface Above {
  row: number;
  kind: 'title' | 'unit' | 'note';
  text: string;
}

/** A column that is not read. `index` is the sheet's column from 0. */
export interface IgnoredColumn {
  header: string;
  index: number;
  reason: string;
}

/** An unknown header that looks like one of a field that has no column here. */
export interface AlikeColumn {
  field: string;
  header: string;
  index: number;
  /** The field is required or decides an indicator: a person has to say what the column is. */
  decides: boolean;
}

/** Factor from amounts to 元, and the words of the sheet that say so. */
export interface Scale {
  factor: number;
  said: string;
}

/** An amount of which header and sheet name several units, so that none can be taken. */
export interface UnclearUnit {
  field: string;
  units: readonly MoneyUnit[];
  /** The words that say so: 罚没金额（元）, 单位：万元. */
  said: readonly string[];
}

/** One table of a ledger in a sheet. */
export interface Table {
  ledger: Ledger;
  /** Rows of its header. */
  header: Span;
  /**
   * Texts of these rows by column of the sheet, as they stand, and of a row right above that only groups them: what a
   * repeated header is told by.
   */
  headerRows: readonly (readonly string[])[];
  /** Cells of the header's last row as the file has it, blank ones behind the last header among them. */
  cells: number;
  /** From its first to its last header: columns of the sheet from 0. */
  columns: Span;
  /** From the table before it to the table behind it; all columns where it stands alone. Cells outside `columns` are nobody's. */
  reach: Span;
  /** Header text of each column from `columns.first` on; of a header of several rows joined. Blank where none. */
  headers: readonly string[];
  /** Field name → column of the sheet. */
  fields: Readonly<Record<string, number>>;
  ignored: readonly IgnoredColumn[];
  /** Rows above it that are none of its data. */
  above: readonly Above[];
  /** Units of amounts that stand above it. */
  unitsAbove: readonly string[];
  /** By amount field; absent where nothing is said. */
  scales: Readonly<Record<string, Scale>>;
  unclearUnits: readonly UnclearUnit[];
  /** Required fields without a column; of a group one would be enough. */
  missing: readonly (readonly string[])[];
  alike: readonly AlikeColumn[];
}
