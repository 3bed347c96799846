import type { AsideRows } from '../domain/aside';
import type { LedgerId } from '../domain/ledgers';
import type { FoundProblem } from '../domain/problems';
import type { Submission } from '../domain/submission';
import type { TypedRows } from '../domain/typedRows';
import type { Engine } from '../engine/engine';
import { Cancelled } from '../engine/port';
import type { IncomingRows } from '../engine/submissionRows';
import type { Sink } from '../intake/read/part';
import type { FileRead, PartRead } from '../intake/read/readFile';

/** A submission that the archive has not numbered yet. */
export type Unnumbered = Omit<Submission, 'id'>;

/** A submission whose rows are in the engine, under `key`. */
export interface Read {
  key: number;
  submission: Unnumbered;
  problems: number;
}

/** Takes the parts of one file into the engine as they are read, each under a key of its own. */
export class EngineSink implements Sink {
  private keys: number[] = [];
  /** The engine failed: that says nothing of the file. */
  failed = false;

  private readonly into: IncomingRows;

  constructor(
    private readonly engine: Engine,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.into = engine.incoming;
  }

  rows(part: number, ledger: LedgerId, rows: TypedRows): Promise<void> {
    return this.hand(() => this.into.append(this.keyOf(part), ledger, rows));
  }

  problems(part: number, problems: readonly FoundProblem[]): Promise<void> {
    return this.hand(() => this.into.note(this.keyOf(part), problems));
  }

  aside(part: number, rows: AsideRows): Promise<void> {
    return this.hand(() => this.into.keepAside(this.keyOf(part), rows));
  }

  private async hand(work: () => Promise<void>): Promise<void> {
    if (this.signal?.aborted) throw new Cancelled();
    try {
      await work();
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  private keyOf(part: number): number {
    this.keys[part] ??= this.into.newKey();
    return this.keys[part];
  }

  /** Holds what the engine has against what was read, and names the sheets. */
  async seal({ parts, sheets }: FileRead, submissionOf: (part: PartRead) => Unnumbered): Promise<Read[]> {
    const read: Read[] = [];
    for (const part of parts) {
      const key = this.keyOf(part.number);
      await this.hand(() => this.into.seal(key, part.ledger, part.rowsAccepted, sheets));
      read.push({ key, submission: submissionOf(part), problems: part.problems });
    }
    return read;
  }

  async restart(): Promise<void> {
    await this.forget();
    this.keys = [];
  }

  /** Forgets whatever was handed over. */
  async forget(): Promise<void> {
    for (const key of this.keys) if (key !== undefined) await this.engine.remove(key).catch(() => undefined);
  }
}
