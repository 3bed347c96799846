import type { Day } from '../../domain/day';
import type { Ask } from '../../domain/problems';
import type { Submission, SubmissionKey } from '../../domain/submission';
import type { Accepted, Declared, NamedBy, TakeInPhase } from '../../workspace/workspace';
import { type Replacement, replacementBy } from './replacement';

/** A file that a person chose or dropped, with its path below the dropped folder or pack. */
export interface DroppedFile {
  file: File;
  path: string;
}

/** `opening`: a pack on its way to its members. `asking`: something must be said before it can be read. */
export type QueueState = 'opening' | 'asking' | 'waiting' | 'working' | 'accepted' | 'same' | 'refused' | 'cancelled';

/** A submission that came of a file, and what it did to the version that counted before. */
export interface AcceptedPart extends Accepted {
  replacement: Replacement | null;
}

/** One file on its way in. */
export interface QueueItem {
  id: number;
  path: string;
  state: QueueState;
  /** What the file's name says; whose and which period's it is is asked where it is silent. */
  named: NamedBy;
  declared: Omit<Declared, 'receivedOn'>;
  /** What was met in reading that has two meanings; all of it is answered before the file is read again. */
  asks: readonly Ask[];
  receivedOn: Day | null;
  phase: TakeInPhase | null;
  /** 0…1 of the phase, where known. */
  share: number | null;
  /** What was taken out of a pack so far. */
  taken: { members: number; bytes: number };
  /** What came of it, once it was taken in: most files are one submission. */
  accepted: readonly AcceptedPart[];
  /** The submission that is the same file. */
  same: Submission | null;
  /** For a file that was here already: its bytes took the place of damaged ones. */
  mended: boolean;
  /** Why it was refused. */
  sentence: string | null;
  /** What was thrown instead of an answer, for the details a technician wants. */
  failure?: unknown;
}

/** An item of which nothing has happened yet. */
export const newItem = (
  of: Pick<QueueItem, 'id' | 'path' | 'state' | 'named' | 'receivedOn'> & Partial<QueueItem>,
): QueueItem => ({
  declared: {},
  asks: [],
  phase: null,
  share: null,
  taken: { members: 0, bytes: 0 },
  accepted: [],
  same: null,
  mended: false,
  sentence: null,
  ...of,
});

/** What is known of whose, which period's and which ledger's file this is. The ledger is told by the headers otherwise. */
export function keyOfItem({ named, declared }: Pick<QueueItem, 'named' | 'declared'>): Partial<SubmissionKey> {
  const unit = declared.unit ?? named.unit;
  const period = declared.period ?? named.period;
  const ledger = declared.ledger ?? named.ledger;
  return { ...(unit && { unit }), ...(period && { period }), ...(ledger && { ledger }) };
}

/** What was answered to a question, if anything was. */
export const answerOf = ({ declared }: Pick<QueueItem, 'declared'>, { of }: Ask): string | null =>
  (of === 'ledger' ? declared.ledger : declared.answers?.[of]) ?? null;

/** Whether all is said that must be known before the file is read. */
export function isAnswered(item: Pick<QueueItem, 'named' | 'declared' | 'asks'>): boolean {
  const { unit, period } = keyOfItem(item);
  // Asked again after another answer, a question may have other choices.
  const isOf = (ask: Ask) => ask.choices.some(({ answer }) => answer === answerOf(item, ask));
  return unit !== undefined && period !== undefined && item.asks.every(isOf);
}

/** A question with its answer, as it is declared. */
export function declaredBy(
  { declared }: Pick<QueueItem, 'declared'>,
  { of }: Ask,
  answer: string,
): QueueItem['declared'] {
  if (of === 'ledger') return { ...declared, ledger: answer as SubmissionKey['ledger'] };
  return { ...declared, answers: { ...declared.answers, [of]: answer } };
}

const UNDER_WAY: readonly QueueState[] = ['opening', 'asking', 'waiting', 'working'];

/** Whether nothing more will happen to an item. */
export const isDone = ({ state }: QueueItem): boolean => !UNDER_WAY.includes(state);

/** What a waiting file will do to the version that counts now; null for nothing, or while its key is not known. */
export function foreseenOf(item: QueueItem, submissions: readonly Submission[]): Replacement | null {
  const { unit, period, ledger } = keyOfItem(item);
  if (!unit || !period || !ledger) return null;
  return replacementBy(submissions, { unit, period, ledger, version: item.named.version, receivedOn: item.receivedOn });
}
