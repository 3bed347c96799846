import * as z from 'zod';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import { compareText } from '../domain/text';
import { checksumText } from './checksum';
import type { DeskTools } from './deskTools';
import { readAs, rowsOf } from './keptRows';
import type { Answer, AnswerKind, Asked } from './workspace';

/** Name under which the answers are kept. */
const KEPT = 'answers.json';
/** Answers that are kept: those asked for last. */
const MOST = 40;
/** Rows of an answer at most: what a screen shows first, not what is printed. */
const MOST_ROWS = 200;

const keptSchema = z.object({ of: z.string(), answers: z.array(z.tuple([z.string(), z.string()])), sum: z.string() });
type Kept = z.infer<typeof keptSchema>;

/** A question as text: the same in whatever order it was put together. */
const keyOf = (kind: AnswerKind, asked: readonly unknown[]): string =>
  JSON.stringify([kind, ...asked], (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
      : value,
  );

const sumOf = ({ of, answers }: Pick<Kept, 'of' | 'answers'>): Promise<string> => checksumText([of, ...answers.flat()]);

/**
 * Whether an answer may be kept. Never names, nor what was searched for: these are shown and forgotten. Only the beginning of a
 * list: the rest is not what a visit begins with.
 */
function isKept(kind: AnswerKind, asked: readonly unknown[]): boolean {
  const [question, offset, limit] = asked as [unknown, unknown, unknown];
  const of = (question ?? {}) as { persons?: true; search?: string; offset?: number; limit?: number };
  if (kind === 'problemGroups') return of.offset === 0 && (of.limit ?? 0) <= MOST_ROWS;
  if (kind === 'sharedCases') return question === 0 && Number(offset) <= MOST_ROWS;
  if (of.persons || of.search) return false;
  return kind === 'columnWidths' || (offset === 0 && Number(limit) <= MOST_ROWS);
}

/**
 * The last answers to questions over rows, kept for the next visit: what was looked at is there before the rows are. Believed only
 * where program, office, workspace and every submission are the same to the letter, and nothing is amiss with any of them.
 */
export class KeptAnswers {
  /** The question asked last is the last. */
  private answers = new Map<string, string>();
  /** Of which submissions they are. */
  private of: string | null = null;
  private changed = false;
  private told: { submissions: readonly Submission[]; of: string } | null = null;

  constructor(private readonly desk: DeskTools) {}

  /** Reads what the last visit kept; what is not whole is as if it were not there. */
  async open(): Promise<void> {
    const kept = keptSchema.safeParse(await this.desk.archive.cache.get(KEPT));
    if (!kept.success || kept.data.sum !== (await sumOf(kept.data))) return;
    this.of = kept.data.of;
    this.answers = new Map(kept.data.answers);
  }

  /** What answers are of as things stand; null where none may be given or kept. */
  private get now(): string | null {
    const { office, parts, archive, state } = this.desk;
    const { kind, submissions, faults } = state.now;
    const { program } = parts;
    const { workspace } = archive;
    if (!program || !workspace || kind !== 'real' || faults.length > 0 || submissions.length === 0) return null;
    if (this.told?.submissions !== submissions)
      this.told = {
        submissions,
        of: JSON.stringify([
          rowsOf(program, workspace, office),
          submissions.map((s) => [s.id, readAs(s), s.withdrawnAt !== null]),
          effectiveSubmissions(submissions).map((s) => s.id),
        ]),
      };
    return this.told.of;
  }

  /** What was answered to the same question of exactly these submissions. */
  get<K extends AnswerKind>(kind: K, ...asked: Asked<K>): Answer<K> | undefined {
    if (this.answers.size === 0 || this.of !== this.now) return undefined;
    const text = this.answers.get(keyOf(kind, asked));
    return text === undefined ? undefined : (JSON.parse(text) as Answer<K>);
  }

  /** Remembers an answer that was just given. */
  note<K extends AnswerKind>(kind: K, asked: Asked<K>, answer: Answer<K>): void {
    const { now } = this;
    if (now === null || !isKept(kind, asked)) return;
    if (this.of !== now) this.answers.clear();
    this.of = now;
    const key = keyOf(kind, asked);
    this.answers.delete(key);
    this.answers.set(key, JSON.stringify(answer));
    for (const old of [...this.answers.keys()].slice(0, -MOST)) this.answers.delete(old);
    this.changed = true;
  }

  /** Keeps what was noted since it was kept last. */
  async keep(): Promise<void> {
    if (!this.changed || this.of === null || this.of !== this.now) return;
    this.changed = false;
    const kept = { of: this.of, answers: [...this.answers] };
    await this.desk.archive.cache.put(KEPT, { ...kept, sum: await sumOf(kept) });
  }
}
