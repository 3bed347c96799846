import type { AsideRow, AsideRows, RowAt } from '../domain/aside';
import type { Cell, CellSet, DurationCell, UndatedCell } from '../domain/cells';
import { columnLetters } from '../domain/columnLetters';
import type { Day } from '../domain/day';
import { type EvidencePage, type EvidenceQuestion, type EvidenceRow, ledgerOf, searchWords } from '../domain/evidence';
import { durationsOf } from '../domain/indicators';
import { LEDGER_IDS, type LedgerId, ledgerById } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { maskedRow, personalFields } from '../domain/persons';
import type { ProblemCode } from '../domain/problemCodes';
import type { ProblemGroupPage } from '../domain/problemGroups';
import type { FoundProblem, SubmissionProblem } from '../domain/problems';
import type { SharedCase, SharedCasePage, SharedRow } from '../domain/sharedCases';
import { comparePeriods, type Submission } from '../domain/submission';
import { countColumn, type TypedRows, textColumn } from '../domain/typedRows';
import { spanOf } from '../domain/zones';
import { asideColumns, asideRow } from './aside';
import type { Database, Target } from './port';
import { groupsPage, problemsPage } from './problems';
import { calendarTables } from './sql/calendar';
import { durationQueries, readBars, sumQueries, undatedQueries } from './sql/cells';
import { evidenceCount, evidenceRows, evidenceWidths, type FoundWord, type PlaceDuring } from './sql/evidence';
import { factCounts, factsAt, repeatedCases } from './sql/facts';
import { insertRows } from './sql/insert';
import { limitsOf, limitTables } from './sql/limits';
import type { ProblemFilter } from './sql/problems';
import { ASIDE_TABLE, ledgerTable, PROBLEM_TABLE, rowsApart, rowsHeld, schemaTables } from './sql/schema';
import { sharedCaseCount, sharedCaseRows } from './sql/sharedCases';
import { value } from './sql/text';

/** Rows that are committed together at most: until then they take ten times their room where tables are compressed. */
const ROWS_UNCOMMITTED = 500_000;

/** A submission that counts, and the key of its rows. */
export interface CountingRows {
  key: number;
  submission: Submission;
}

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
 * connection, one statement at a time.
 */
export class Engine {
  private queue: Promise<unknown> = Promise.resolve();
  /** Number of rows that were added and are not committed yet; null where no transaction is open. */
  private uncommitted: number | null = null;
  private factsAt: Day | null = null;
  /** Files that count, by key. */
  private files = new Map<number, Submission>();
  private lastKey = 0;
  /** Ledgers in which some case stands in several current submissions of its unit. */
  private repeats = new Set<LedgerId>();
  /** Files whose limits are made. */
  private readonly limited = new Set<number>();
  private readonly tables: ReadonlyMap<LedgerId, Target>;

  private constructor(
    private readonly db: Database,
    private readonly office: Office,
  ) {
    this.tables = new Map(LEDGER_IDS.map((id) => [id, ledgerTable(ledgerById(id), office)]));
  }

  /** @param kept what `keep` gave for the same office and program: nothing of it is made again */
  static async start(db: Database, office: Office, kept: KeptTables | null = null): Promise<Engine> {
    const { calendar, profile } = office;
    if (kept && db.restore) {
      await db.restore(kept.database);
      const engine = new Engine(db, office);
      engine.lastKey = kept.lastKey;
      for (const key of kept.limited) engine.limited.add(key);
      return engine;
    }
    const tables = [
      ...schemaTables(office),
      ...limitTables(office),
      ...calendarTables(calendar, profile.deadlines.rules),
    ];
    for (const sql of tables) await db.run(sql);
    return new Engine(db, office);
  }

  /** Runs `work` alone on the connection, after everything asked before it. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    return this.queued(async () => {
      await this.commit();
      return work();
    });
  }

  private async commit(): Promise<void> {
    if (this.uncommitted === null) return;
    this.uncommitted = null;
    await this.db.run('COMMIT');
  }

  /**
   * Adds rows, one transaction for the many that are added without a question between: committed batch by batch DuckDB
   * writes each row twice. Where adding fails, what `seal` then counts of the same transaction is short.
   */
  private added(target: Target, rows: TypedRows): Promise<void> {
    return this.queued(async () => {
      if (this.uncommitted === null) await this.db.run('BEGIN');
      this.uncommitted ??= 0;
      try {
        await this.db.append(target, rows);
      } catch (error) {
        this.uncommitted = null;
        await this.db.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
      this.uncommitted += rows.rows;
      if (this.uncommitted >= ROWS_UNCOMMITTED) await this.commit();
    });
  }

  private queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** A key for a submission's rows. No key is ever given twice. */
  newKey(): number {
    return ++this.lastKey;
  }

  /** Adds accepted rows of a ledger under a key. They count once `setCurrent` says so. */
  append(key: number, ledger: LedgerId, { rows, columns }: TypedRows): Promise<void> {
    const submission = { kind: 'count' as const, values: new Int32Array(rows).fill(key) };
    return this.added(this.tables.get(ledger) as Target, { rows, columns: { ...columns, submission } });
  }

  /** Adds problems found in a file, and notes on it. */
  note(key: number, problems: readonly FoundProblem[]): Promise<void> {
    return this.added(PROBLEM_TABLE, {
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

  /** Keeps the whole text of rows that were put aside. */
  async keepAside(key: number, kept: AsideRows): Promise<void> {
    await this.added(ASIDE_TABLE, asideColumns(key, kept));
  }

  /**
   * Says what the sheets of a file are called, and holds the rows under a key against what was read.
   * @param sheets their names in order; null in a file that has none
   * @throws RangeError where a row is missing, or stands twice: cells would count it wrong and nobody would see
   */
  seal(key: number, ledger: LedgerId, accepted: number, sheets: readonly (string | null)[]): Promise<void> {
    return this.alone(async () => {
      const named = sheets.flatMap((sheet, i) => (sheet === null ? [] : [[key, i, sheet]]));
      await insertRows(this.db, 'sheet_name', named);
      const [row] = await this.db.rows(rowsHeld(ledger, key));
      const [apart] = row?.rising === row?.held ? [] : await this.db.rows(rowsApart(ledger, key));
      const held = row?.held;
      const toldApart = apart ? apart.told_apart : held;
      if (held !== accepted || toldApart !== accepted)
        throw new RangeError(`${ledger}: ${accepted} rows read, ${held} held, ${toldApart} told apart`);
    });
  }

  /** Forgets the rows and problems of a file. */
  remove(key: number): Promise<void> {
    return this.alone(() => this.forget(key));
  }

  private async forget(key: number): Promise<void> {
    // First: a statement that fails must not leave facts that are no longer true.
    this.factsAt = null;
    for (const table of [...LEDGER_IDS, 'problem', 'aside', 'sheet_name'])
      await this.db.run(`DELETE FROM ${table} WHERE submission = ${key}`);
    if (this.limited.has(key)) await this.withoutLimits([key]);
  }

  /** Says which files count, as which submissions, and in which order their periods lie. */
  setCurrent(counting: readonly CountingRows[]): Promise<void> {
    return this.alone(async () => {
      this.factsAt = null;
      const ordered = [...counting].sort(
        ({ submission: a }, { submission: b }) => comparePeriods(a.period, b.period) || a.id - b.id,
      );
      this.files = new Map(ordered.map(({ key, submission }) => [key, submission]));
      await this.db.run('DELETE FROM current_submission');
      if (ordered.length)
        await this.db.run(
          `INSERT INTO current_submission VALUES ${ordered
            .map(({ key, submission: s }, i) => `(${[key, s.id, s.unit, s.ledger, i, s.file].map(value).join(', ')})`)
            .join(', ')}`,
        );
      for (const ledger of LEDGER_IDS) {
        const units = ordered.flatMap(({ submission: s }) => (s.ledger === ledger ? [s.unit] : []));
        const several = [...new Set(units.filter((u, i) => units.indexOf(u) !== i))];
        for (const sql of repeatedCases(ledger, ledgerById(ledger).idField, several)) await this.db.run(sql);
      }
      const repeated = await this.db.rows('SELECT DISTINCT ledger FROM repeated_case');
      this.repeats = new Set(repeated.map((r) => r.ledger as LedgerId));
    });
  }

  /** Brings the limits to the files that count. */
  private async limits(): Promise<void> {
    await this.withoutLimits([...this.limited].filter((key) => !this.files.has(key)));
    const missing = [...this.files.keys()].filter((key) => !this.limited.has(key));
    if (missing.length === 0) return;
    const { rules } = this.office.profile.deadlines;
    // Where one of the statements fails, what the others made is to be deleted.
    for (const key of missing) this.limited.add(key);
    try {
      for (const ledger of LEDGER_IDS)
        await this.db.run(
          `INSERT INTO ${ledger}_limits BY NAME ${limitsOf(ledgerById(ledger), rules, missing.join(', '))}`,
        );
    } catch (error) {
      await this.withoutLimits(missing);
      throw error;
    }
  }

  private async withoutLimits(keys: readonly number[]): Promise<void> {
    if (keys.length === 0) return;
    for (const ledger of LEDGER_IDS)
      await this.db.run(`DELETE FROM ${ledger}_limits WHERE submission IN (${keys.join(', ')})`);
    for (const key of keys) this.limited.delete(key);
  }

  private async facts(asOf: Day): Promise<void> {
    if (this.factsAt === asOf) return;
    this.factsAt = null;
    await this.limits();
    for (const ledger of LEDGER_IDS) {
      await this.db.run(factsAt(ledgerById(ledger), asOf, this.repeats.has(ledger)));
      const [count] = await this.db.rows(factCounts(ledgerById(ledger), asOf, this.repeats.has(ledger)));
      if (count?.made === count?.meant) continue;
      await this.withoutLimits([...this.limited]);
      throw new FactsMismatch(ledgerById(ledger).name, count?.meant, count?.made);
    }
    this.factsAt = asOf;
  }

  /** Cells of the current submissions at a cut-off, without 报送及时率 (that needs no rows: see `register`). */
  cells(asOf: Day): Promise<CellSet> {
    return this.alone(async () => {
      await this.facts(asOf);
      const cells: Cell[] = [];
      const durations: DurationCell[] = [];
      const undated: UndatedCell[] = [];
      for (const ledger of LEDGER_IDS.map(ledgerById)) {
        for (const { indicators, sql } of sumQueries(ledger, asOf))
          for (const row of await this.db.rows(sql))
            indicators.forEach((indicator, k) => {
              const denominator = row[`d${k}`] as number;
              if (denominator > 0)
                cells.push({
                  indicator: indicator.id,
                  quarter: row.quarter as number,
                  place: row.place as string,
                  department: row.department as string,
                  numerator: row[`n${k}`] as number,
                  denominator,
                });
            });
        for (const { indicators, sql } of undatedQueries(ledger, asOf))
          for (const row of await this.db.rows(sql))
            indicators.forEach(({ id }, k) => {
              const count = row[`u${k}`] as number;
              if (count > 0)
                undated.push({
                  indicator: id,
                  quarter: row.quarter as number,
                  place: row.place as string,
                  department: row.department as string,
                  count,
                });
            });
        for (const { indicator, sql } of durationQueries(ledger, durationsOf(ledger.id), asOf))
          for (const row of await this.db.rows(sql))
            for (const bar of readBars(row.bars as string))
              durations.push({
                indicator: indicator.id,
                quarter: row.quarter as number,
                place: row.place as string,
                department: row.department as string,
                ...bar,
              });
      }
      return { cells, durations, undated };
    });
  }

  /** The rows behind a number, or of a ledger, one page. Personal values are searched as they are and answered masked unless asked for. */
  evidence(q: EvidenceQuestion, offset: number, limit: number): Promise<EvidencePage> {
    return this.alone(async () => {
      await this.facts(q.asOf);
      const places = this.placesOf(q);
      const found = searchWords(q.search ?? '').map((word) => this.namesHolding(word));
      const [count] = await this.db.rows(evidenceCount(q, places, found));
      const rows = (await this.db.rows(evidenceRows(q, places, found, offset, limit))) as EvidenceRow[];
      const personal = q.persons ? [] : personalFields(ledgerById(ledgerOf(q)));
      return { total: count?.total as number, rows: rows.map((r) => maskedRow(r, personal)) };
    });
  }

  /**
   * Of all rows of a question the widest text of some columns, in narrow characters; 0: blank in every row. A column that is
   * answered masked says only whether it is blank.
   */
  columnWidths(q: EvidenceQuestion, keys: readonly string[]): Promise<Record<string, number>> {
    return this.alone(async () => {
      await this.facts(q.asOf);
      const found = searchWords(q.search ?? '').map((word) => this.namesHolding(word));
      const [row] = await this.db.rows(evidenceWidths(q, this.placesOf(q), found, keys));
      const widths = { ...row } as Record<string, number>;
      const personal = q.persons ? [] : personalFields(ledgerById(ledgerOf(q)));
      for (const field of personal) if (widths[field]) widths[field] = 1;
      return widths;
    });
  }

  /** Places and departments that a word stands for. */
  private namesHolding(word: string): FoundWord {
    const { regions, departments } = this.office;
    return {
      word,
      places: regions.searched(word).map((p) => p.code),
      departments: departments.searched(word).map((d) => d.id),
    };
  }

  /** The places that lie in the question's area, and when; null for all. */
  private placesOf({ level, id, own }: EvidenceQuestion): PlaceDuring[] | null {
    const { regions, profile } = this.office;
    if (own) return [{ place: id }];
    switch (level) {
      case 'province':
      case 'department':
        return null;
      case 'county':
        return [{ place: id }];
      case 'prefecture':
        return [id, ...regions.counties.filter((c) => c.prefecture === id).map((c) => c.code)].map((place) => ({
          place,
        }));
      case 'zone':
        return (
          profile.zones.zones.find((z) => z.id === id)?.members.map((m) => ({ place: m.code, ...spanOf(m) })) ?? []
        );
    }
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
    return this.alone(() => problemsPage(this.db, this.files, filter, offset, limit));
  }

  /**
   * The same problems, those of one cause (file, sheet, column and code) together, in order of file, sheet and first row:
   * what is wrong with a whole column is said once.
   */
  problemGroups(filter: ProblemFilter, offset: number, limit: number): Promise<ProblemGroupPage> {
    return this.alone(() => groupsPage(this.db, this.files, filter, offset, limit));
  }

  /**
   * A row that was put aside, with all that is wrong with it.
   * @param persons values that can be a person's as they stand, not masked: whoever asks logs it
   */
  asideRow(at: RowAt, persons: boolean): Promise<AsideRow> {
    return this.alone(() => asideRow(this.db, this.files, at, persons));
  }

  /** Cases that current submissions of more than one unit hold, one page: each counts once for every unit. */
  sharedCases(offset: number, limit: number): Promise<SharedCasePage> {
    return this.alone(async () => {
      const [count] = await this.db.rows(sharedCaseCount(LEDGER_IDS));
      const total = count?.total as number;
      const cases: SharedCase[] = [];
      if (total === 0 || limit === 0) return { total, cases };
      for (const { ledger, id, ...row } of await this.db.rows(sharedCaseRows(LEDGER_IDS, offset, limit))) {
        const last = cases.at(-1);
        if (last?.ledger === ledger && last?.id === id) last?.rows.push(row as unknown as SharedRow);
        else cases.push({ ledger: ledger as LedgerId, id: id as string, rows: [row as unknown as SharedRow] });
      }
      return { total, cases };
    });
  }

  /** Number of problems by submission and code. */
  problemCounts(): Promise<{ submission: number; code: ProblemCode; count: number }[]> {
    return this.alone(async () => {
      const rows = await this.db.rows(
        `SELECT l.submission AS submission, p.code AS code, CAST(count(*) AS INTEGER) AS count
         FROM problem p JOIN current_submission l ON l.id = p.submission GROUP BY ALL ORDER BY ALL`,
      );
      return rows.map((r) => ({
        submission: r.submission as number,
        code: r.code as ProblemCode,
        count: r.count as number,
      }));
    });
  }

  /** Number of rows under each key, in whatever ledger. */
  rowsHeld(): Promise<Map<number, number>> {
    return this.alone(async () => {
      const counted = LEDGER_IDS.map((l) => `SELECT submission, CAST(count(*) AS INTEGER) AS n FROM ${l} GROUP BY 1`);
      const rows = await this.db.rows(counted.join(' UNION ALL '));
      return new Map(rows.map((r) => [r.submission as number, r.n as number]));
    });
  }

  /** Everything that was taken in, with what every cut-off needs of it; null where this database cannot be kept. */
  keep(): Promise<KeptTables | null> {
    return this.alone(async () => {
      if (!this.db.copy) return null;
      await this.limits();
      return { lastKey: this.lastKey, limited: [...this.limited], database: await this.db.copy() };
    });
  }

  close(): Promise<void> {
    return this.alone(() => this.db.close());
  }
}

/** No figure is given where a case would count twice, or not at all. */
export class FactsMismatch extends Error {
  constructor(ledger: string, meant: unknown, made: unknown) {
    super(
      `计算自检未通过：${ledger}应计 ${meant} 件，得到 ${made} 件。为避免给出错误的数字，没有计算。请检查期限规则等配置是否有重复，或联系维护人员。`,
    );
    this.name = 'FactsMismatch';
  }
}
