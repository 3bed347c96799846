import type { AsideRow, RowAt } from '../domain/aside';
import type { EvidenceRows } from '../domain/evidenceRows';
import type { Office } from '../domain/office';
import type { ProblemGroupPage } from '../domain/problemGroups';
import type { SubmissionProblem } from '../domain/problems';
import type { SharedCasePage } from '../domain/sharedCases';
import { asideRow } from './aside';
import { type CellsCounted, cellsOver } from './cells';
import { Connection } from './connection';
import { Evidence } from './evidence';
import { Facts, type FactsAt } from './facts';
import type { Database } from './port';
import { groupsPage, problemsPage } from './problems';
import { sharedCasesPage } from './sharedCases';
import { calendarTables } from './sql/calendar';
import { limitTables } from './sql/limits';
import type { ProblemFilter } from './sql/problems';
import { schemaTables } from './sql/schema';
import { type CountingRows, type IncomingRows, SubmissionRows } from './submissionRows';

/** The tables as they stood, with all that is known of them beside what they say. */
export interface KeptTables {
  /** The highest key given. */
  lastKey: number;
  /** Keys whose limits are made. */
  limited: readonly number[];
  database: Uint8Array;
}

/**
 * The rows of all current submissions in one DuckDB, and everything that is asked of them. Calls queue up: one
 * connection, one statement at a time. What answers each question stands in a file of its own.
 */
export class Engine implements CellsCounted, EvidenceRows {
  private readonly connection: Connection;
  private readonly rows: SubmissionRows;
  /** Where what is read of files is put. It counts once `setCurrent` says so. */
  readonly incoming: IncomingRows;
  private readonly ownFacts: Facts;
  /** What every figure is counted over. */
  readonly facts: FactsAt;
  readonly cells: CellsCounted['cells'];
  readonly evidence: EvidenceRows['evidence'];
  readonly columnWidths: EvidenceRows['columnWidths'];

  private constructor(
    db: Database,
    private readonly office: Office,
    { lastKey, limited }: Pick<KeptTables, 'lastKey' | 'limited'>,
  ) {
    this.connection = new Connection(db);
    this.rows = new SubmissionRows(this.connection, office, lastKey);
    this.incoming = this.rows;
    this.ownFacts = new Facts(this.connection, office, this.rows, limited);
    this.facts = this.ownFacts;
    this.cells = cellsOver(this.facts, office.catalogue);
    const { evidence, columnWidths } = new Evidence(office, (work) => work(this.facts));
    this.evidence = evidence;
    this.columnWidths = columnWidths;
  }

  /** @param kept what `keep` gave for the same office and program: nothing of it is made again */
  static async start(db: Database, office: Office, kept: KeptTables | null = null): Promise<Engine> {
    if (kept && db.restore) {
      await db.restore(kept.database);
      return new Engine(db, office, kept);
    }
    const { calendar, profile } = office;
    const tables = [
      ...schemaTables(office),
      ...limitTables(office),
      ...calendarTables(calendar, profile.deadlines.rules),
    ];
    for (const sql of tables) await db.run(sql);
    return new Engine(db, office, { lastKey: 0, limited: [] });
  }

  /** Forgets the rows and problems of a file. */
  remove(key: number): Promise<void> {
    return this.connection.alone(async () => {
      this.ownFacts.change();
      await this.rows.forget(key);
      await this.ownFacts.forget(key);
    });
  }

  /** Says which files count, as which submissions, and in which order their periods lie. */
  setCurrent(counting: readonly CountingRows[]): Promise<void> {
    return this.connection.alone(async () => {
      this.ownFacts.change();
      await this.rows.setCurrent(counting);
    });
  }

  /**
   * Problems in order of file and row, one page, whatever the order of intake; sentences are chosen here. What can be a
   * person's name is masked.
   */
  problems(
    filter: ProblemFilter,
    offset: number,
    limit: number,
  ): Promise<{ total: number; rows: SubmissionProblem[] }> {
    return this.connection.alone((db) =>
      problemsPage(this.office.catalogue, db, this.rows.files, filter, offset, limit),
    );
  }

  /**
   * The same problems, those of one cause (file, sheet, column and code) together, in order of file, sheet and first row:
   * what is wrong with a whole column is said once.
   */
  problemGroups(filter: ProblemFilter, offset: number, limit: number): Promise<ProblemGroupPage> {
    return this.connection.alone((db) => groupsPage(this.office.catalogue, db, this.rows.files, filter, offset, limit));
  }

  /**
   * A row that was put aside, with all that is wrong with it.
   * @param persons values that can be a person's as they stand, not masked: whoever asks logs it
   */
  asideRow(at: RowAt, persons: boolean): Promise<AsideRow> {
    return this.connection.alone((db) => asideRow(this.office.catalogue, db, this.rows.files, at, persons));
  }

  /** Cases that current submissions of more than one unit hold, one page: each counts once for every unit. */
  sharedCases(offset: number, limit: number): Promise<SharedCasePage> {
    return this.connection.alone((db) => sharedCasesPage(db, this.rows.ofSeveralUnits, offset, limit));
  }

  /** Everything that was taken in, with what every cut-off needs of it; null where this database cannot be kept. */
  keep(): Promise<KeptTables | null> {
    return this.connection.alone(async (db) => {
      if (!db.copy) return null;
      const limited = await this.ownFacts.limits();
      return { lastKey: this.rows.lastKey, limited, database: await db.copy() };
    });
  }

  close(): Promise<void> {
    return this.connection.alone((db) => db.close());
  }
}
