import type { Cell, CellSet, DurationCell, UndatedCell } from '../domain/cells';
import type { Day } from '../domain/day';
import { type EvidencePage, type EvidenceQuestion, type EvidenceRow, ledgerOf, searchWords } from '../domain/evidence';
import { errorOf } from '../domain/failure';
import { CASE_LEDGERS, type CaseLedger } from '../domain/indicators';
import { fieldLabel, LEDGERS, ledgerField } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { masked, maskedRow, mayBePerson, personalFields } from '../domain/persons';
import { FileRefused, type ProblemCode, problemSentence, type SubmissionProblem, severityOf } from '../domain/problems';
import type { SharedCase, SharedCasePage, SharedRow } from '../domain/sharedCases';
import { comparePeriods, type Submission } from '../domain/submission';
import { spanOf } from '../domain/zones';
import { addToBatch, beginBatch, type Checked, checkBatch, endBatch, type Incoming, type Keyed } from './checkIn';
import { type AttachedSource, type AttachOptions, Cancelled, type Database } from './port';
import { QueryError } from './queryError';
import { calendarTables } from './sql/calendar';
import { countQueries, durationQueries, readBars, undatedQuery } from './sql/cells';
import {
  evidenceCount,
  evidenceRows,
  evidenceWidths,
  type FoundWord,
  inOrderOf,
  type PlaceDuring,
} from './sql/evidence';
import { complaintFacts, factCounts, penaltyFacts, repeatedCases } from './sql/facts';
import { schemaTables } from './sql/schema';
import { sharedCaseCount, sharedCaseRows } from './sql/sharedCases';
import { literal, value } from './sql/text';

/** True for the problems of a row that holds more cells than its header: any of its values may have slipped, a name too. */
const SLIPPED = `EXISTS (SELECT 1 FROM problem x
  WHERE x.submission = p.submission AND x."row" = p."row" AND x.code = 'surplus_cells')`;

/** A file to be taken in. */
export interface FileIn {
  ledger: CaseLedger;
  source: AttachedSource;
  /** Records the file holds by an independent count; null where the form counts them itself. */
  expected: number | null;
  /** Says where the fields are, given the column names of a Parquet file. May throw FileRefused. */
  place(headers: string[]): Incoming;
}

/** What became of a file. `key` names its rows from now on; no key is ever given twice. */
export type Taken = { key: number; checked: Checked } | { refused: FileRefused };

/** A submission that counts, and the key of its rows. */
export interface CountingRows {
  key: number;
  submission: Submission;
}

export interface ProblemFilter {
  submissions?: readonly number[] | undefined;
  codes?: readonly string[] | undefined;
}

/**
 * The rows of all current submissions in one DuckDB, and everything that is asked of them. Calls queue up: one
 * connection, one statement at a time.
 */
export class Engine {
  private queue: Promise<unknown> = Promise.resolve();
  private factsAt: Day | null = null;
  /** Files that count, by key. */
  private files = new Map<number, Submission>();
  private lastKey = 0;
  /** Ledgers in which some case stands in several current submissions of its unit. */
  private repeats = new Set<CaseLedger>();

  private constructor(
    private readonly db: Database,
    private readonly office: Office,
  ) {}

  static async start(db: Database, office: Office): Promise<Engine> {
    for (const sql of [...schemaTables(), ...calendarTables(office.calendar, office.profile.deadlines.rules)])
      await db.run(sql);
    return new Engine(db, office);
  }

  /** Runs `work` alone on the connection, after everything asked before it. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  /**
   * Takes files in: attached, copied, typed, checked, added. Many small files at once cost little more than one. A refused
   * file leaves nothing behind and does not hinder the others; an error or a cancellation leaves everything as it was.
   * @returns what became of each, in order
   * @throws Cancelled
   */
  takeIn(files: readonly FileIn[], options: AttachOptions & { onChecking?: () => void } = {}): Promise<Taken[]> {
    return this.alone(async () => {
      const taken: Taken[] = [];
      const added: number[] = [];
      try {
        for (const ledger of CASE_LEDGERS) {
          const batch: { at: number; incoming: Keyed }[] = [];
          if (!files.some((f) => f.ledger === ledger)) continue;
          await beginBatch(this.db, LEDGERS[ledger]);
          for (const [at, file] of files.entries()) {
            if (file.ledger !== ledger) continue;
            if (options.signal?.aborted) throw new Cancelled();
            const copied = await this.copy(file, options);
            if (copied instanceof FileRefused) taken[at] = { refused: copied };
            else batch.push({ at, incoming: copied });
          }
          if (options.signal?.aborted) throw new Cancelled();
          if (batch.length === 0) continue; // all refused
          options.onChecking?.();
          const incoming = batch.map((b) => b.incoming);
          added.push(...incoming.map((i) => i.key));
          const checked = await checkBatch(this.db, this.office, LEDGERS[ledger], incoming);
          for (const { at, incoming } of batch)
            taken[at] = { key: incoming.key, checked: checked.get(incoming.key) as Checked };
        }
        if (options.signal?.aborted) throw new Cancelled();
        return taken;
      } catch (error) {
        for (const key of added) await this.forget(key);
        throw error;
      } finally {
        this.factsAt = null;
        await endBatch(this.db);
      }
    });
  }

  /** Copies one file into the batch, or says why not. */
  private async copy(file: FileIn, options: AttachOptions): Promise<Keyed | FileRefused> {
    try {
      const attached = await this.db.attach(file.source, options);
      try {
        const incoming = { ...file.place(attached.headers), key: ++this.lastKey };
        await addToBatch(this.db, this.office, attached, incoming, file.expected);
        return incoming;
      } finally {
        await attached.detach();
      }
    } catch (error) {
      const refusal = asRefusal(error, file.source.kind);
      if (refusal instanceof FileRefused) return refusal;
      throw refusal;
    }
  }

  /** Forgets the rows and problems of a file. */
  remove(key: number): Promise<void> {
    return this.alone(() => this.forget(key));
  }

  private async forget(key: number): Promise<void> {
    for (const table of [...CASE_LEDGERS, 'problem'])
      await this.db.run(`DELETE FROM ${table} WHERE submission = ${key}`);
    this.factsAt = null;
  }

  /** Says which files count, as which submissions, and in which order their periods lie. */
  setCurrent(counting: readonly CountingRows[]): Promise<void> {
    return this.alone(async () => {
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
      for (const ledger of CASE_LEDGERS) {
        const units = ordered.flatMap(({ submission: s }) => (s.ledger === ledger ? [s.unit] : []));
        const several = [...new Set(units.filter((u, i) => units.indexOf(u) !== i))];
        for (const sql of repeatedCases(ledger, LEDGERS[ledger].idField, several)) await this.db.run(sql);
      }
      const repeated = await this.db.rows('SELECT DISTINCT ledger FROM repeated_case');
      this.repeats = new Set(repeated.map((r) => r.ledger as CaseLedger));
      this.factsAt = null;
    });
  }

  private async facts(asOf: Day): Promise<void> {
    if (this.factsAt === asOf) return;
    this.factsAt = null;
    const { rules } = this.office.profile.deadlines;
    await this.db.run(complaintFacts(rules, asOf, this.repeats.has('complaints')));
    await this.db.run(penaltyFacts(rules, asOf, this.repeats.has('penalties')));
    for (const ledger of CASE_LEDGERS) {
      const [count] = await this.db.rows(factCounts(LEDGERS[ledger], asOf));
      if (count?.made !== count?.meant) throw new FactsMismatch(LEDGERS[ledger].name, count?.meant, count?.made);
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
      for (const ledger of CASE_LEDGERS) {
        for (const { indicators, sql } of countQueries(ledger, asOf))
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
        const beyond = undatedQuery(ledger, asOf);
        for (const row of beyond ? await this.db.rows(beyond.sql) : [])
          beyond?.indicators.forEach(({ id }, k) => {
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
        for (const { indicator, sql } of durationQueries(ledger, asOf))
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
      const personal = q.persons ? [] : personalFields(LEDGERS[ledgerOf(q)]);
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
      const personal = q.persons ? [] : personalFields(LEDGERS[ledgerOf(q)]);
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
    return this.alone(async () => {
      const where = [
        filter.submissions && `l.submission IN (${filter.submissions.length ? filter.submissions.join(', ') : 'NULL'})`,
        filter.codes && `code IN (${filter.codes.length ? filter.codes.map(literal).join(', ') : 'NULL'})`,
      ]
        .filter(Boolean)
        .join(' AND ');
      const from = `FROM problem p JOIN current_submission l ON l.id = p.submission WHERE ${where || 'true'}`;
      const [count] = await this.db.rows(`SELECT CAST(count(*) AS INTEGER) AS n ${from}`);
      const rows = await this.db.rows(
        `SELECT p.*, ${SLIPPED} AS slipped ${from} ORDER BY ${inOrderOf('l')}, p."row" NULLS FIRST, p.field, p.code, p.value, p.detail LIMIT ${limit} OFFSET ${offset}`,
      );
      return { total: count?.n as number, rows: rows.map((r) => this.problem(r)) };
    });
  }

  /** Cases that current submissions of more than one unit hold, one page: each counts once for every unit. */
  sharedCases(offset: number, limit: number): Promise<SharedCasePage> {
    return this.alone(async () => {
      const [count] = await this.db.rows(sharedCaseCount(CASE_LEDGERS));
      const total = count?.total as number;
      const cases: SharedCase[] = [];
      if (total === 0 || limit === 0) return { total, cases };
      for (const { ledger, id, ...row } of await this.db.rows(sharedCaseRows(CASE_LEDGERS, offset, limit))) {
        const last = cases.at(-1);
        if (last?.ledger === ledger && last?.id === id) last?.rows.push(row as unknown as SharedRow);
        else cases.push({ ledger: ledger as CaseLedger, id: id as string, rows: [row as unknown as SharedRow] });
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

  private problem(row: Record<string, unknown>): SubmissionProblem {
    const { file, unit, period, ledger: id } = this.files.get(row.submission as number) as Submission;
    const code = row.code as ProblemCode;
    const ledger = LEDGERS[id];
    const read = row.field ? ledgerField(ledger, row.field as string) : null;
    const value = (row.value as string | null) ?? null;
    const text = value !== null && mayBePerson(ledger, read, value, row.slipped === true) ? masked(value) : value;
    const column = read && fieldLabel(read);
    const detail = (row.detail as string | null) ?? null;
    return {
      file,
      unit,
      period,
      ledger: id,
      sheet: null,
      row: (row.row as number | null) ?? null,
      column,
      value: text,
      code,
      severity: severityOf(code),
      message: problemSentence(code, { column, value: text, detail }),
    };
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

/**
 * What a reader says of a broken file, as a refusal. All else passes through: an engine that has stopped, or has no room,
 * says nothing of the file.
 */
function asRefusal(error: unknown, kind: AttachedSource['kind']): Error {
  if (!(error instanceof QueryError) || error.fault !== 'failed') return errorOf(error);
  // The reader names its own copy of the file, which is called differently every time and means nothing to the person.
  const detail = error.reason
    .replace(/ ?(?:(?:in|of|at|from) )?(?:end of )?(?:file )?(["'])[^"']*[\\/][^"']*\1:?/g, '')
    .slice(0, 120);
  const hint = `读取程序提示：${detail}`;
  if (kind === 'csv') return new FileRefused('unreadable', { detail: `有内容无法分列（${hint}）` });
  // A form that the reader does not know is no damage.
  return /not (?:yet )?(?:implemented|supported)|unsupported|unknown (?:codec|compression)|NYI|encrypted/i.test(
    error.reason,
  )
    ? new FileRefused('unreadable', { detail: `Parquet 文件用了不支持的写法，不一定损坏（${hint}）` })
    : new FileRefused('broken_parquet', { detail: hint });
}
