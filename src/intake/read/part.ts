import type { AsideRows } from '../../domain/aside';
import type { Ledger, LedgerId } from '../../domain/ledgers';
import { severityOf } from '../../domain/problemCodes';
import type { FoundProblem } from '../../domain/problems';
import type { Question } from '../../domain/reading/reading';
import type { TypedRows } from '../../domain/typedRows';
import { IdSet } from './idSet';
import { LatestDay } from './latestDay';

/** Where the rows of a file go. Parts of a file are numbered from 0: one for each ledger that it holds. */
export interface Sink {
  rows(part: number, ledger: LedgerId, rows: TypedRows): Promise<void>;
  problems(part: number, problems: readonly FoundProblem[]): Promise<void>;
  /** The whole texts of rows that are put aside: of no other row is the text kept. */
  aside?(part: number, rows: AsideRows): Promise<void>;
  /** What was handed over is to be forgotten: the file is read anew. */
  restart(): Promise<void>;
  /** Share of the file read so far, 0…1. */
  progress?(share: number): void;
}

/** A question that the texts of a column raise, with some of them. */
export interface Raised {
  question: Question;
  field: string;
  column: number | null;
  examples: string[];
  count: number;
}

/** Examples that a question shows. */
const EXAMPLES = 3;

/** What a file holds of one ledger: one submission, from one sheet or several. */
export class Part {
  readonly ids = new IdSet();
  readonly raised = new Map<string, Raised>();
  readonly latest = new LatestDay();
  read = 0;
  accepted = 0;
  problems = 0;
  /** What is said of its sheets, for the end. */
  readonly notes: FoundProblem[] = [];
  /** Characters of rows put aside so far. */
  private keptAside = 0;
  /** What was said before the first row: a part without rows may turn out to be none. */
  private early: FoundProblem[] = [];

  constructor(
    readonly number: number,
    readonly ledger: Ledger,
    private readonly sink: Sink,
  ) {}

  async add(rows: TypedRows): Promise<void> {
    this.accepted += rows.rows;
    this.latest.add(rows);
    if (rows.rows) await this.sink.rows(this.number, this.ledger.id, rows);
  }

  /** Whether a row put aside can still be kept, and takes its room. */
  roomAside(characters: number, most: number): boolean {
    this.keptAside += characters;
    return this.keptAside <= most;
  }

  async putAside(rows: AsideRows): Promise<void> {
    await this.sink.aside?.(this.number, rows);
  }

  async report(problems: readonly FoundProblem[]): Promise<void> {
    // One by one: a batch has more of them than a call takes arguments.
    for (const problem of problems) this.early.push(problem);
    if (this.read) await this.tell();
  }

  /** Hands over what was held back. */
  async tell(): Promise<void> {
    const problems = this.early;
    this.early = [];
    this.problems += problems.filter((p) => severityOf(p.code) !== 'note').length;
    if (problems.length) await this.sink.problems(this.number, problems);
  }

  ask(question: Question, field: string, column: number | null, text: string): void {
    const key = `${question}|${field}`;
    const told = this.raised.get(key);
    if (!told) this.raised.set(key, { question, field, column, examples: [text], count: 1 });
    else {
      told.count++;
      if (told.examples.length < EXAMPLES && !told.examples.includes(text)) told.examples.push(text);
    }
  }
}
