import type { AsideRows } from '../../domain/aside';
import type { LedgerId } from '../../domain/ledgers';
import type { OfficeData } from '../../domain/office';
import type { FileProblemCode } from '../../domain/problemCodes';
import type { Ask, FoundProblem, ProblemFacts } from '../../domain/problems';
import type { TypedRows } from '../../domain/typedRows';
import type { FileRead, ReadRequest } from '../read/readFile';

/** A file as it is handed to a thread: its bytes, or where it lies, for a file of the computer cannot be handed over in Node. */
export type Handed = Blob | { path: string };

/**
 * What a thread that reads files is told: an office, and where all that it loads lies; a file to read; that what it handed over
 * last is taken in. `warm`: to load what files of every form are read with.
 */
export type ToReader =
  | { warm: string }
  | { office: OfficeData; base: string }
  | { read: Handed; request: ReadRequest }
  | { taken: true };

/** What it says: a share of the file, rows and problems (each to be taken in before more than `AHEAD` follow), how it ended. */
export type FromReader =
  | { warm: true }
  | { share: number }
  | { part: number; ledger: LedgerId; rows: TypedRows }
  | { part: number; problems: readonly FoundProblem[] }
  | { part: number; aside: AsideRows }
  | { restart: true }
  | { done: FileRead }
  | { refused: { code: FileProblemCode; facts: ProblemFacts; asks: readonly Ask[] } }
  | { failed: string };

/** Messages on their way at a time: the next is made while the one before is taken in. */
export const AHEAD = 2;
