import type { Exported, ExportOptions, ZipOptions } from '../archive/exportZip';
import type { ImportOptions } from '../archive/importZip';
import type { HistoryEvent } from '../archive/manifest';
import type { OfficeMark } from '../archive/officeMark';
import type { Rebuilt } from '../archive/opening';
import type { Seen } from '../archive/standingManifest';
import type { Paper, ZipContents } from '../archive/zipPapers';
import type { AsideRow, RowAt } from '../domain/aside';
import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { EvidenceRows } from '../domain/evidenceRows';
import type { LedgerId } from '../domain/ledgers';
import type { Office } from '../domain/office';
import type { Period } from '../domain/period';
import type { ProblemCode, Severity } from '../domain/problemCodes';
import type { ProblemGroupPage } from '../domain/problemGroups';
import type { Ask, Problem, SubmissionProblem } from '../domain/problems';
import type { ReadingAnswers } from '../domain/reading/reading';
import type { SharedCasePage } from '../domain/sharedCases';
import type { Submission } from '../domain/submission';
import type { Readings } from '../intake/fileName';

/** What the person says of a file where its name is silent, and when the office received it. */
export interface Declared {
  unit?: string | undefined;
  period?: Period | undefined;
  ledger?: LedgerId | undefined;
  receivedOn?: Day | null | undefined;
  /** What was asked about its texts. */
  answers?: ReadingAnswers | undefined;
}

/** What could be told of a file from its name; parts missing or told in several ways are asked, never guessed. */
export interface NamedBy {
  unit: string | null;
  period: Period | null;
  ledger: LedgerId | null;
  version: number;
  /** All that the name says of each part, in words: what a null beside several of them leaves to be chosen from. */
  readings: Readings;
}

export type TakeInPhase = 'reading' | 'checking' | 'keeping';

export interface TakeInOptions {
  signal?: AbortSignal;
  /** `share`: 0…1 of the phase, where it is known. */
  onProgress?: (phase: TakeInPhase, share: number | null) => void;
}

export type { Exported, HistoryEvent, ImportOptions, OfficeMark, Paper, Rebuilt, Seen, ZipContents, ZipOptions };

/** What is noted of the work with the figures, beside what happens to submissions. */
export type LoggedEvent = Extract<HistoryEvent['event'], 'persons_shown' | 'persons_exported'>;

/** What came of an import. */
export interface Imported {
  submissions: number;
  /** Files that the export already lacked. */
  left: readonly string[];
  /** Files that an earlier version read and this one refuses: kept, and not counted. */
  unread: readonly string[];
  /** It was made under other definitions of this office: figures may differ from those of then. */
  redefined: boolean;
}

/** A submission that came of a file: most files are one, a workbook can hold one for each ledger. */
export interface Accepted {
  submission: Submission;
  problems: number;
}

/** Outcome of one file. `asks`: what the person can answer, so that it can be read. A refused file leaves everything as it was. `mended`: the bytes kept before were unsound, now they are whole. */
export type TakeInResult =
  | { outcome: 'accepted'; accepted: readonly Accepted[] }
  | { outcome: 'same'; submission: Submission; mended: boolean }
  | { outcome: 'refused'; file: string; problem: Problem; asks: readonly Ask[] }
  | { outcome: 'cancelled'; file: string };

export interface ProblemQuestion {
  submission?: number | undefined;
  unit?: string | undefined;
  severity?: Severity | undefined;
  code?: string | undefined;
  /** Only these, of whatever severity. */
  codes?: readonly ProblemCode[] | undefined;
  /** Only those of this group (`ProblemGroup.id`), beside its submission and code. */
  group?: string | undefined;
  offset: number;
  limit: number;
}

export interface ProblemPage {
  total: number;
  rows: SubmissionProblem[];
}

export interface WorkspaceState {
  /** The sample workspace is plainly synthetic and says so on every page. */
  kind: 'sample' | 'real';
  /** All submissions, superseded and withdrawn ones too. */
  submissions: readonly Submission[];
  /** Changes with every change of the submissions. */
  revision: number;
  /** Kept submissions that could not be taken in again and so do not count; empty when all is well. */
  faults: readonly { submission: number; file: string; message: string }[];
  /** What was done, in order. Empty for the sample. */
  history: readonly HistoryEvent[];
  /** SHA-256 of originals that were found without a word of whose they are. */
  unnamed: readonly string[];
  /** Set where the manifest was damaged at the start and was made anew. */
  rebuilt: Rebuilt | null;
  /** Set where the office's definitions are others than those under which the archive was kept: those of then. */
  redefined: OfficeMark | null;
  /** What this tab has seen of the archive; what destroys asks for it, so that nothing unseen goes. */
  seen: Seen;
  /** While the originals are being taken in again after a start: how many of how many. Null when the rows are there. */
  loading: { done: number; total: number } | null;
}

/** Questions over rows with which a visit begins. */
export type AnswerKind = 'evidence' | 'columnWidths' | 'problemGroups' | 'sharedCases';
export type Asked<K extends AnswerKind> = Parameters<Workspace[K]>;
export type Answer<K extends AnswerKind> = Awaited<ReturnType<Workspace[K]>>;

/**
 * The one object the screens talk to: submissions in, cells and evidence out. Its numbers are made by the engine; it
 * keeps the originals in the archive and takes them in again at start.
 */
export interface Workspace extends EvidenceRows {
  readonly office: Office;
  state(): WorkspaceState;
  /** Calls `listener` after every change of `state()`; returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Cells at a cut-off. May answer from the kept cells of the last visit before the rows are loaded. */
  cells(asOf: Day): Promise<CellSet>;
  problems(question: ProblemQuestion): Promise<ProblemPage>;
  /** The same, those of one cause together; the page is one of groups. */
  problemGroups(question: ProblemQuestion): Promise<ProblemGroupPage>;
  /** A row that was put aside, whole. @param persons what can be a person's name is not masked; whoever asks says so with `log` */
  asideRow(at: RowAt, persons: boolean): Promise<AsideRow>;
  /** Cases that current submissions of more than one unit hold: each counts once for every unit. */
  sharedCases(offset: number, limit: number): Promise<SharedCasePage>;
  /** The last answer to the same question, of exactly these submissions, also of the last visit: there before the rows are. */
  answered<K extends AnswerKind>(kind: K, ...asked: Asked<K>): Answer<K> | undefined;
  /** Resolves once all is read and answered that was asked for, and nothing was for so many milliseconds. */
  quiet(ms: number): Promise<void>;
  nameOf(file: string): NamedBy;
  takeIn(file: File, path: string, declared: Declared, options?: TakeInOptions): Promise<TakeInResult>;
  withdraw(id: number): Promise<void>;
  /** Undoes a withdrawal. */
  restore(id: number): Promise<void>;
  /**
   * Empties the workspace and begins a real one. Not undoable: ask first.
   * @param seen of the state that the person was asked about
   * @throws ArchiveError `changed_elsewhere` where another tab changed it since; nothing is gone then
   */
  empty(seen: Seen): Promise<void>;
  /** Leaves an empty real workspace for the sample again. @throws ArchiveError `not_empty`, `changed_elsewhere` */
  openSample(seen: Seen): Promise<void>;
  /** Everything as one zip; what is unsound is named and left out. @throws the signal's reason */
  exportZip(options?: ExportOptions): Promise<Exported>;
  /**
   * Takes an exported workspace in, in place of an empty one; its rows are read and counted before anything is kept.
   * @throws Error as `zipOfOther` tells them where it is not this office's, or tells no office
   */
  importZip(zip: Blob, options?: ImportOptions): Promise<Imported>;
  /** The bytes as they came, checked against their hash. */
  original(id: number): Promise<Blob>;
  unnamedOriginal(sha256: string): Promise<Blob>;
  /**
   * Notes in the history what was done with the figures. Nothing in the sample.
   * @param detail which list, how many rows; never the text searched for
   */
  log(event: LoggedEvent, detail: string): Promise<void>;
}
