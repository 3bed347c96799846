import type { LedgerId } from '../../src/domain/ledgers';
import type { Office } from '../../src/domain/office';
import type { FileProblemCode } from '../../src/domain/problemCodes';
import type { ReadingAnswers } from '../../src/domain/reading/reading';

/** What is read of one ledger: rows read, and those of them put aside. */
export type Counts = readonly [read: number, aside: number];

/** What must come of a file that is read. What is not named must not be there. */
export interface MeantRead {
  /** As 界面 calls it; `utf-8` where nothing is said. */
  encoding?: string;
  /** Of the one ledger `complaints`, or of several. */
  rows: Counts | Partial<Record<LedgerId, Counts>>;
  /** `D3 not_a_date`: errors and warnings with sheet (`2!` the second), column and row as a spreadsheet shows them. */
  problems?: readonly string[];
  /** `passed title 1`, `repaired serial_day E 39`, `scaled fine_yuan 10000`, `short 3|1`. */
  notes?: readonly string[];
  /** Values of the accepted rows, by field. */
  values?: Readonly<Record<string, readonly (string | number | null)[]>>;
}

/** What must come of a file that is not read. */
export interface MeantRefused {
  refused: FileProblemCode;
  /** Words that the sentence must hold. */
  says?: readonly string[];
  /** What is asked, so that the file can be read after all. */
  asks?: readonly string[];
  /** The choices of all that is asked, in words. */
  choices?: readonly string[];
}

export type Meant = MeantRead | MeantRefused;

/** A file of the corpus: one form or one fault, and what must come of it. */
export interface Case {
  name: string;
  file: Blob | string | Uint8Array<ArrayBuffer> | (() => Promise<Blob>);
  /** Name of the file: complaints of 海北州, first quarter of 2017, where nothing is said. */
  path?: string;
  receivedOn?: string;
  /** Other than 青海's. */
  office?: Office;
  ledger?: LedgerId;
  answers?: ReadingAnswers;
  meant: Meant;
}

export const blobOf = async ({ file }: Pick<Case, 'file'>): Promise<Blob> =>
  typeof file === 'function' ? file() : file instanceof Blob ? file : new Blob([file]);
