import type { Day } from '../domain/day';
import type { Office } from '../domain/office';
import type { Submission } from '../domain/submission';
import type { Connection } from './connection';
import type { Database } from './port';
import { factCounts, factsAt } from './sql/facts';
import { limitsOf } from './sql/limits';
import type { SubmissionRows } from './submissionRows';

/** @param files those that count, under their keys */
type FactsAnswer<T> = (db: Database, files: ReadonlyMap<number, Submission>) => Promise<T>;

/** The facts as they stood at a cut-off. */
export interface FactsAt {
  /** Answers from those of `asOf`, alone: nothing brings them to another cut-off before it is answered. */
  at<T>(asOf: Day, answer: FactsAnswer<T>): Promise<T>;
}

/**
 * Brings what every figure is counted over to the files that count: their limits, which no cut-off changes, and the facts at
 * a cut-off, which are a view over these. All but `at` runs in turns of its caller.
 */
export class Facts implements FactsAt {
  /** The cut-off of the views as they stand; null where something has changed since. */
  private cutOff: Day | null = null;
  /** Files whose limits are made. */
  private readonly limited: Set<number>;

  constructor(
    private readonly connection: Connection,
    private readonly office: Office,
    private readonly rows: SubmissionRows,
    limited: readonly number[],
  ) {
    this.limited = new Set(limited);
  }

  /** Said before rows change, or which of them count: a statement that fails must not leave facts that are no longer true. */
  change(): void {
    this.cutOff = null;
  }

  /** Forgets what was made of a file's rows. */
  async forget(key: number): Promise<void> {
    if (this.limited.has(key)) await this.withoutLimits([key]);
  }

  /** @throws FactsMismatch */
  at<T>(asOf: Day, answer: FactsAnswer<T>): Promise<T> {
    return this.connection.alone(async (db) => {
      await this.bring(asOf);
      return answer(db, this.rows.files);
    });
  }

  private async bring(asOf: Day): Promise<void> {
    if (this.cutOff === asOf) return;
    this.cutOff = null;
    await this.limits();
    const { repeats } = this.rows;
    const { catalogue } = this.office;
    const { db } = this.connection;
    for (const ledger of catalogue.ledgers) {
      await db.run(factsAt(catalogue, ledger, asOf, repeats.has(ledger.id)));
      const [count] = await db.rows(factCounts(ledger, asOf, repeats.has(ledger.id)));
      if (count?.made === count?.meant) continue;
      await this.withoutLimits([...this.limited]);
      throw new FactsMismatch(ledger.name, count?.meant, count?.made);
    }
    this.cutOff = asOf;
  }

  /** Brings the limits to the files that count. @returns keys whose limits are made */
  async limits(): Promise<readonly number[]> {
    const { files } = this.rows;
    await this.withoutLimits([...this.limited].filter((key) => !files.has(key)));
    const missing = [...files.keys()].filter((key) => !this.limited.has(key));
    if (missing.length > 0) await this.makeLimits(missing);
    return [...this.limited];
  }

  private async makeLimits(keys: readonly number[]): Promise<void> {
    const { rules } = this.office.profile.deadlines;
    // Where one of the statements fails, what the others made is to be deleted.
    for (const key of keys) this.limited.add(key);
    try {
      const { catalogue } = this.office;
      for (const ledger of catalogue.ledgers)
        await this.connection.db.run(
          `INSERT INTO ${ledger.id}_limits BY NAME ${limitsOf(catalogue, ledger, rules, keys.join(', '))}`,
        );
    } catch (error) {
      await this.withoutLimits(keys);
      throw error;
    }
  }

  private async withoutLimits(keys: readonly number[]): Promise<void> {
    if (keys.length === 0) return;
    for (const ledger of this.office.catalogue.ledgerIds)
      await this.connection.db.run(`DELETE FROM ${ledger}_limits WHERE submission IN (${keys.join(', ')})`);
    for (const key of keys) this.limited.delete(key);
  }
}

/** No figure is given where a case would count twice, or not at all. */
class FactsMismatch extends Error {
  constructor(ledger: string, meant: unknown, made: unknown) {
    super(
      `计算自检未通过：${ledger}应计 ${meant} 件，得到 ${made} 件。为避免给出错误的数字，没有计算。请检查期限规则等配置是否有重复，或联系维护人员。`,
    );
    this.name = 'FactsMismatch';
  }
}
