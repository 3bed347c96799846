import type { AsideRows } from '../domain/aside';
import { columnLetters } from '../domain/columnLetters';
import type { Ledger, LedgerId } from '../domain/ledgers';
import { type Office, standsAt } from '../domain/office';
import { periodEnd } from '../domain/period';
import type { FoundProblem } from '../domain/problems';
import { comparePeriods, type Submission } from '../domain/submission';
import { mergedDepartments, predecessorsIn } from '../domain/succession';
import { countColumn, type TypedRows, textColumn } from '../domain/typedRows';
import { asideColumns } from './aside';
import type { Connection } from './connection';
import type { Target } from './port';
import { repeatedCases } from './sql/facts';
import { insertRows } from './sql/insert';
import { ASIDE_TABLE, ledgerTable, PROBLEM_TABLE, rowsApart, rowsHeld } from './sql/schema';
import { value } from './sql/text';

/** A submission that counts, and the key of its rows. */
export interface CountingRows {
  key: number;
  submission: Submission;
}

/** What whoever takes files in asks. */
export interface IncomingRows {
  /** A key for a submission's rows. No key is ever given twice. */
  newKey(): number;
  /** Adds accepted rows of a ledger under a key. */
  append(key: number, ledger: LedgerId, rows: TypedRows): Promise<void>;
  /** Adds problems found in a file, and notes on it. */
  note(key: number, problems: readonly FoundProblem[]): Promise<void>;
  /** Keeps the whole text of rows that were put aside. */
  keepAside(key: number, kept: AsideRows): Promise<void>;
  /**
   * Says what the sheets of a file are called, and holds the rows under a key against what was read.
   * @param sheets their names in order; null in a file that has none
   * @throws RangeError where a row is missing, or stands twice: cells would count it wrong and nobody would see
   */
  seal(key: number, ledger: LedgerId, accepted: number, sheets: readonly (string | null)[]): Promise<void>;
  /** Number of rows under each key, in whatever ledger. */
  held(): Promise<Map<number, number>>;
}

/** What was read of each file under a key of its own, and which of the files count, as which submissions. */
export class SubmissionRows implements IncomingRows {
  /** Files that count, by key, in the order of their periods. */
  files: ReadonlyMap<number, Submission> = new Map();
  /** Ledgers in which some case stands in several current submissions of its unit, or of that and its heir. */
  repeats: ReadonlySet<LedgerId> = new Set();
  private readonly tables: ReadonlyMap<LedgerId, Target>;

  /** @param given the highest key given */
  constructor(
    private readonly connection: Connection,
    private readonly office: Office,
    private given: number,
  ) {
    this.tables = new Map(office.catalogue.ledgers.map((l) => [l.id, ledgerTable(l, office)]));
  }

  /** The highest key given. */
  get lastKey(): number {
    return this.given;
  }

  /** Ledgers of cases that counting submissions of more than one unit are of. */
  get ofSeveralUnits(): Ledger[] {
    const files = [...this.files.values()];
    const unitsOf = (ledger: LedgerId) => new Set(files.flatMap((s) => (s.ledger === ledger ? [s.unit] : [])));
    return this.office.catalogue.ledgers.filter((l) => l.firstDate.length > 0 && unitsOf(l.id).size > 1);
  }

  newKey(): number {
    return ++this.given;
  }

  append(key: number, ledger: LedgerId, { rows, columns }: TypedRows): Promise<void> {
    const submission = { kind: 'count' as const, values: new Int32Array(rows).fill(key) };
    return this.connection.append(this.tables.get(ledger) as Target, { rows, columns: { ...columns, submission } });
  }

  note(key: number, problems: readonly FoundProblem[]): Promise<void> {
    return this.connection.append(PROBLEM_TABLE, {
      rows: problems.length,
      columns: {
        submission: countColumn(problems.map(() => key)),
        sheet: countColumn(problems.map((p) => p.sheet)),
        row: countColumn(problems.map((p) => p.row)),
        letters: textColumn(problems.map((p) => (p.column === null ? null : columnLetters(p.column)))),
        field: textColumn(problems.map((p) => p.field)),
        value: textColumn(problems.map((p) => p.value)),
        code: textColumn(problems.map((p) => p.code)),
        detail: textColumn(problems.map((p) => p.detail)),
      },
    });
  }

  keepAside(key: number, kept: AsideRows): Promise<void> {
    return this.connection.append(ASIDE_TABLE, asideColumns(key, kept));
  }

  seal(key: number, ledger: LedgerId, accepted: number, sheets: readonly (string | null)[]): Promise<void> {
    return this.connection.alone(async (db) => {
      const named = sheets.flatMap((sheet, i) => (sheet === null ? [] : [[key, i, sheet]]));
      await insertRows(db, 'sheet_name', named);
      const [row] = await db.rows(rowsHeld(ledger, key));
      const [apart] = row?.rising === row?.held ? [] : await db.rows(rowsApart(ledger, key));
      const held = row?.held;
      const toldApart = apart ? apart.told_apart : held;
      if (held !== accepted || toldApart !== accepted)
        throw new RangeError(`${ledger}: ${accepted} rows read, ${held} held, ${toldApart} told apart`);
    });
  }

  /** Forgets the rows and problems of a file. Runs in a turn of its caller, as does `setCurrent`. */
  async forget(key: number): Promise<void> {
    for (const table of [...this.office.catalogue.ledgerIds, 'problem', 'aside', 'sheet_name'])
      await this.connection.db.run(`DELETE FROM ${table} WHERE submission = ${key}`);
  }

  async setCurrent(counting: readonly CountingRows[]): Promise<void> {
    const { db } = this.connection;
    const ordered = [...counting].sort(
      ({ submission: a }, { submission: b }) => comparePeriods(a.period, b.period) || a.id - b.id,
    );
    this.files = new Map(ordered.map(({ key, submission }) => [key, submission]));
    const { whole = this.office } = this.office;
    const successions = mergedDepartments(whole.profile.departments);
    // Files of one period stand side by side: neither is the later one.
    let ord = 0;
    const orders = ordered.map(({ submission: { period } }, i) => {
      const before = ordered[i - 1]?.submission.period;
      if (before !== undefined && comparePeriods(before, period) !== 0) ord = i;
      return ord;
    });
    for (const table of ['current_submission', 'repeated_case', 'superseded']) await db.run(`DELETE FROM ${table}`);
    if (ordered.length)
      await db.run(
        `INSERT INTO current_submission VALUES ${ordered
          .map(({ key, submission: s }, i) => {
            const { place, department } = standsAt(whole, s.unit);
            const last = periodEnd(s.period);
            return `(${[key, s.id, s.unit, s.ledger, orders[i] as number, s.file, last, place, department].map(value).join(', ')})`;
          })
          .join(', ')}`,
      );
    for (const { id: ledger, idField, firstDate } of this.office.catalogue.ledgers) {
      // A register or a return stands for its own period: what it says of the next one replaces nothing.
      const standing = firstDate.length === 0 ? [] : ordered;
      const own = standing.filter(({ submission: s }) => s.ledger === ledger);
      const units = own.map(({ submission: s }) => s.unit);
      const several = [...new Set(units.filter((u, i) => units.indexOf(u) !== i))];
      const taken = own.flatMap(({ key, submission: s }) =>
        predecessorsIn(successions, s.unit, s.period)
          .filter((p) => units.includes(p.unit))
          .map(({ unit, isRival }) => ({
            key,
            unit,
            rivals: own.flatMap(({ key: other, submission: o }) => (isRival(o.unit, o.period) ? [other] : [])),
          })),
      );
      for (const sql of repeatedCases(ledger, idField, several, taken)) await db.run(sql);
    }
    const repeated = await db.rows('SELECT DISTINCT ledger FROM repeated_case');
    this.repeats = new Set(repeated.map((r) => r.ledger as LedgerId));
  }

  held(): Promise<Map<number, number>> {
    return this.connection.alone(async (db) => {
      const counted = this.office.catalogue.ledgerIds.map(
        (l) => `SELECT submission, CAST(count(*) AS INTEGER) AS n FROM ${l} GROUP BY 1`,
      );
      const rows = await db.rows(counted.join(' UNION ALL '));
      return new Map(rows.map((r) => [r.submission as number, r.n as number]));
    });
  }
}
