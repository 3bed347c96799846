import type { OfficeData } from '../../domain/office';
import type { FileProblemCode } from '../../domain/problemCodes';
import type { Ask, ProblemFacts } from '../../domain/problems';
import type { FileRead, ReadRequest } from '../read/readFile';

/** A file as it is handed to a thread: its bytes, or where it lies, for a file of the computer cannot be handed over in Node. */
export type Handed = Blob | { path: string };

/**
 * What a thread that reads files is told: an office, and where all that it loads lies; a file to read, and the port that its rows
 * go over. `warm`: to load what files of every form are read with.
 */
export type ToReader =
  | { warm: string }
  | { office: OfficeData; base: string }
  | { read: Handed; request: ReadRequest; rows: MessagePort };

/** What it says: a share of the file; how it ended, once all its rows are taken in. */
export type FromReader =
  | { warm: true }
  | { share: number }
  | { done: FileRead }
  | { refused: { code: FileProblemCode; facts: ProblemFacts; asks: readonly Ask[] } }
  | { failed: string };
