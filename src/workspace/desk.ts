import { Archive, type RowCounts, type Seen } from '../archive/archive';
import { ArchiveError } from '../archive/errors';
import { type Exported, type ExportOptions, exportZip, type ZipOptions } from '../archive/exportZip';
import { readZip } from '../archive/importZip';
import type { ByteStore } from '../archive/store';
import type { AsideRow, RowAt } from '../domain/aside';
import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { EvidencePage, EvidenceQuestion } from '../domain/evidence';
import { messageOf } from '../domain/failure';
import { type Office, unitExists } from '../domain/office';
import { severityOf } from '../domain/problemCodes';
import type { ProblemGroupPage } from '../domain/problemGroups';
import { problemCodes } from '../domain/problemNames';
import type { SharedCasePage } from '../domain/sharedCases';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import type { Engine } from '../engine/engine';
import { Cancelled, type Database } from '../engine/port';
import { QueryError } from '../engine/queryError';
import type { ProblemFilter } from '../engine/sql/problems';
import { readFileName } from '../intake/fileName';
import type { FileReader } from '../intake/read/reader';
import { cellsAt } from './cellsAt';
import { enterFiles, type FileToEnter } from './enterFile';
import { type HandedIn, IntakeLine } from './intakeLine';
import { decodeCells, encodeCells, keptName } from './keptCells';
import { LastVisit, type OpenedRows } from './lastVisit';
import { Originals } from './originals';
import { errorOf, fileOf, partsOf } from './readAgain';
import type { SampleFiles } from './sampleFiles';
import { takeBatch } from './takeBatch';
import { Turns } from './turns';
import { unless } from './unless';
import type {
  Declared,
  Imported,
  LoggedEvent,
  NamedBy,
  ProblemPage,
  ProblemQuestion,
  TakeInOptions,
  TakeInResult,
  Workspace,
  WorkspaceState,
} from './workspace';

/** What the desk needs of its surroundings: the browser's, or a test's. */
export interface DeskParts {
  store: ByteStore;
  startDatabase(): Promise<Database>;
  reader: FileReader;
  sample(): Promise<SampleFiles>;
  /** Now, as an ISO instant. */
  now(): string;
  /** Called after this desk changed the archive: other tabs want to know. */
  changed(): void;
  /** What tells this build of the program from another, for what is kept for the next visit; null: nothing is. */
  program: string | null;
  /** Milliseconds without a question after which what can wait is done. */
  lull: number;
}

/** Milliseconds within which a failure answers whatever else was waiting. */
const SAME_FAILURE = 3000;

type Fault = WorkspaceState['faults'][number];

/**
 * The workspace of the page: the archive's originals in the engine, kept in step with each other. Whatever is asked or changed
 * runs alone, one after another, so that every answer is of one manifest.
 */
export class Desk implements Workspace {
  private current: WorkspaceState;
  private readonly listeners = new Set<() => void>();
  private started: Promise<OpenedRows> | null = null;
  /** Identity of the workspace whose rows are in the engine; null for the sample, undefined for none. */
  private shown: string | null | undefined;
  /** Whether what is shown was read to its end. */
  private complete = false;
  /** Why what is shown could not be read, and when that was found. */
  private failure: { error: unknown; at: number } | null = null;
  /** Acts under way that leave the workspace shown: what is asked of it meanwhile is not read to its end for that. */
  private leaving = 0;
  /** The manifest that the state shows. */
  private shownRevision: string | null = null;
  private sampleFiles: SampleFiles | null = null;
  /** Reading of what is kept, or of the sample; real work that begins ends it at once. */
  private reading = new AbortController();
  private readonly originals: Originals;
  private readonly lastVisit: LastVisit;
  private readonly turns: Turns;
  private readonly line = new IntakeLine(
    (work) => this.alone(work),
    (batch) => this.takeBatch(batch),
  );

  private constructor(
    readonly office: Office,
    private readonly parts: DeskParts,
    private readonly archive: Archive,
  ) {
    this.current = { ...this.unread(), revision: 0, faults: [], loading: null };
    this.originals = new Originals(archive, parts.reader);
    this.lastVisit = new LastVisit(office, parts.program, archive, this.originals);
    this.turns = new Turns(parts.lull, () => this.rest());
  }

  /** Opens what this computer keeps, or the sample. Rows are taken in afterwards, in the background. */
  static async open(office: Office, parts: DeskParts): Promise<Desk> {
    const desk = new Desk(office, parts, await Archive.open(parts.store));
    desk.alone(() => desk.show()).catch(() => undefined);
    return desk;
  }

  state = (): WorkspaceState => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(part: Partial<WorkspaceState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }

  /** What the state says of the archive, apart from what its rows come to. */
  private archived() {
    const { begun, submissions, history, unnamed, rebuilt, seen } = this.archive;
    return { kind: begun ? ('real' as const) : ('sample' as const), submissions, history, unnamed, rebuilt, seen };
  }

  /** The same before anything was read: none is held for a zero return that may be unreadable. */
  private unread() {
    const archived = this.archived();
    const submissions = archived.submissions.map((s): Submission => (s.rowsRead === 0 ? { ...s, uncounted: true } : s));
    return { ...archived, submissions };
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work);
  }

  /** What can wait: keeps what was read, and proves the originals of what was not read on this visit. */
  private async rest(): Promise<void> {
    await this.turns.atRest(async () => {
      const { kind, faults, submissions } = this.current;
      if (this.complete && kind === 'real' && faults.length === 0)
        await this.lastVisit.keep(await this.start(), submissions);
    });
    const altered = await this.originals.check(this.current.submissions);
    if (altered.length === 0) return;
    await this.alone(async () => {
      // On the next visit too its rows must not count before that is found again.
      await this.lastVisit.forget();
      const { rows } = await this.start();
      for (const id of altered) await rows.forget(id);
      await this.show();
    });
  }

  private start(): Promise<OpenedRows> {
    this.started ??= this.lastVisit.open(this.parts.startDatabase).catch((error) => {
      // Asked again it is tried again: the server may be back.
      this.started = null;
      throw error;
    });
    return this.started;
  }

  /** Lets all rows be read anew where the database fails over what was kept. @throws any other error */
  private async anew(error: unknown): Promise<void> {
    if (!(error instanceof QueryError) || !(await this.lastVisit.blame())) throw error;
    (await this.start()).engine.close().catch(() => undefined);
    this.started = null;
    this.complete = false;
  }

  /** Brings rows and state in step with the archive as last read: its submissions, or the sample. */
  private async show(): Promise<void> {
    this.reading = new AbortController();
    this.originals.stop();
    const { workspace, revision } = this.archive;
    const whole = this.complete && this.shown === workspace;
    this.complete = false;
    try {
      const bring = async () => {
        // Numbers of another workspace's submissions mean nothing here.
        if (this.shown !== workspace && this.started) await (await this.start()).rows.settle([]);
        if (this.shown !== workspace) this.originals.forget();
        this.shown = workspace;
        if (workspace !== null) await this.sync();
        else if (!whole) await this.loadSample();
      };
      await bring().catch((error) => this.anew(error).then(bring));
      this.complete = true;
      this.failure = null;
      // As it was before: what another tab did meanwhile is still to be shown.
      this.shownRevision = revision;
    } catch (error) {
      if (error instanceof Cancelled) {
        this.set({ loading: null });
        return;
      }
      this.failure = { error, at: Date.now() };
      const message = messageOf(error);
      this.set({ ...this.unread(), loading: null, faults: [{ submission: 0, file: '', message }] });
      throw error;
    }
  }

  /** Answers a question of what is shown, once that has been read to its end; where that failed it is tried again. */
  private ask<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    return this.alone(async () => {
      if (!this.complete && this.leaving === 0) {
        // Questions that waited for the same failure do not each wait for another.
        if (this.failure && Date.now() - this.failure.at < SAME_FAILURE) throw this.failure.error;
        await this.show();
      }
      if (!this.complete) throw new Error('正在更换工作区，请稍候。');
      const asked = async () => work((await this.start()).engine);
      return asked().catch(async (error) => {
        await this.anew(error);
        await this.show();
        return asked();
      });
    });
  }

  /** Reads the manifest again and shows it, where another tab changed it. */
  private async follow(): Promise<void> {
    await this.archive.refresh();
    if (this.archive.revision !== this.shownRevision) await this.show();
  }

  private async loadSample(): Promise<void> {
    const { signal } = this.reading;
    this.sampleFiles ??= await unless(signal, this.parts.sample(), cancelled);
    const { paths, received, kept, read } = this.sampleFiles;
    if (
      kept &&
      this.current.revision === 0 &&
      decodeCells(kept.cells, this.parts.program, this.office.profile, kept.submissions)
    )
      this.set({ submissions: kept.submissions });
    const files = await unless(
      signal,
      Promise.all(
        paths.map(async (path) => ({
          path,
          data: await read(path),
          declared: { receivedOn: received.of(path) },
          at: this.parts.now(),
        })),
      ),
      cancelled,
    );
    const { rows } = await this.start();
    const submissions: Submission[] = [];
    const faults: Fault[] = [];
    for (const [i, outcome] of (await this.read(files)).entries()) {
      if ('read' in outcome)
        for (const { key, submission } of outcome.read) {
          const id = submissions.length + 1;
          rows.add(id, key);
          submissions.push({ ...submission, id });
        }
      else faults.push({ submission: 0, file: paths[i] as string, message: messageOf(errorOf(outcome)) });
    }
    await rows.settle(submissions);
    this.set({ ...this.archived(), submissions, revision: this.current.revision + 1, loading: null, faults });
  }

  /** Takes in the archive's submissions that count and are missing, forgets the others; the counts are those of the rows. */
  private async sync(): Promise<void> {
    const { rows } = await this.start();
    // All that is shown is of this one manifest, whatever other tabs add while the rows are read.
    const archived = this.archived();
    const { submissions: held } = archived;
    const missing: Submission[] = [];
    const files: FileToEnter[] = [];
    const faults = new Map<number, string>();
    const counting = new Set(effectiveSubmissions(held).map((s) => s.id));
    for (const s of held) {
      const counts = counting.has(s.id);
      if (s.withdrawnAt || (counts ? rows : this.originals).has(s.id)) continue;
      try {
        if (counts) {
          if (this.originals.isAltered(s.id)) await this.originals.look(s);
          files.push(fileOf(s, await this.archive.unchecked(s.id)));
          missing.push(s);
        } else {
          // It counts no rows, but its day of receipt: one that cannot be read counts nowhere.
          await this.originals.look(s);
        }
      } catch (error) {
        faults.set(s.id, messageOf(error));
      }
    }
    const recounted = new Map<number, RowCounts>(rows.countedBefore());
    for (const [i, outcome] of (await this.read(files)).entries()) {
      const { id } = missing[i] as Submission;
      const [read] = partsOf(outcome);
      if (read) {
        rows.add(id, read.key);
        const { rowsRead, rowsAccepted, rowsRejected } = read.submission;
        recounted.set(id, { rowsRead, rowsAccepted, rowsRejected });
      } else faults.set(id, messageOf(errorOf(outcome)));
    }
    // Not worth a failure: the state holds the right counts, and the next start tries again.
    await this.archive.recount(recounted).catch(() => undefined);
    const submissions = held.map((s): Submission => {
      if (faults.has(s.id)) return { ...s, unreadable: true };
      return { ...s, ...recounted.get(s.id) };
    });
    await rows.settle(submissions);
    // Cells with what cannot be read any more would be shown first on the next visit.
    if (faults.size > 0) await this.archive.cache.clearValues();
    this.set({
      ...archived,
      submissions,
      revision: this.current.revision + 1,
      loading: null,
      faults: held.flatMap((s) => {
        const message = faults.get(s.id);
        return message === undefined ? [] : [{ submission: s.id, file: s.file, message }];
      }),
    });
  }

  /** Takes files into the engine, with progress. @throws Cancelled where real work begins meanwhile, or the person says so */
  private async read(files: readonly FileToEnter[], options: ZipOptions = { signal: this.reading.signal }) {
    const total = files.length;
    if (total === 0) return [];
    this.set({ loading: { done: 0, total } });
    const { engine } = await this.start();
    return enterFiles(this.office, engine, this.parts.reader, files, {
      signal: options.signal,
      onDone: (done) => {
        this.set({ loading: { done, total } });
        options.onProgress?.(done / total);
      },
    });
  }

  async cells(asOf: Day): Promise<CellSet> {
    return (await this.kept(asOf)) ?? this.ask((engine) => this.cellsNow(engine, asOf));
  }

  private async cellsNow(engine: Engine, asOf: Day): Promise<CellSet> {
    const { submissions, faults, kind } = this.current;
    const set = await cellsAt(this.office, engine, submissions, asOf);
    // Cells that lack a submission must not be taken for whole at the next start.
    if (faults.length === 0 && kind === 'real' && this.parts.program)
      await this.archive.cache.put(
        keptName(asOf),
        encodeCells(this.parts.program, this.office.profile, submissions, set),
      );
    return set;
  }

  /** Cells of the last visit, or those that came with the sample, while the rows are still on their way. */
  private async kept(asOf: Day): Promise<CellSet | null> {
    const { kind, submissions, revision } = this.current;
    if (revision > 0 || submissions.length === 0) return null;
    if (kind === 'real')
      return decodeCells(
        await this.archive.cache.get(keptName(asOf)),
        this.parts.program,
        this.office.profile,
        submissions,
      );
    const kept = this.sampleFiles?.kept;
    return kept?.asOf === asOf ? decodeCells(kept.cells, this.parts.program, this.office.profile, submissions) : null;
  }

  evidence(question: EvidenceQuestion, offset: number, limit: number): Promise<EvidencePage> {
    return this.ask((engine) => engine.evidence(question, offset, limit));
  }

  columnWidths(question: EvidenceQuestion, keys: readonly string[]): Promise<Record<string, number>> {
    return this.ask((engine) => engine.columnWidths(question, keys));
  }

  problems(question: ProblemQuestion): Promise<ProblemPage> {
    return this.ask((engine) => engine.problems(this.problemFilter(question), question.offset, question.limit));
  }

  problemGroups(question: ProblemQuestion): Promise<ProblemGroupPage> {
    return this.ask((engine) => engine.problemGroups(this.problemFilter(question), question.offset, question.limit));
  }

  private problemFilter({ submission, unit, severity, code, codes, group }: ProblemQuestion): ProblemFilter {
    const chosen = this.current.submissions.filter(
      (s) => (submission === undefined || s.id === submission) && (unit === undefined || s.unit === unit),
    );
    // What only says how a file was read is no problem: it is asked for by itself.
    const ofSeverity = () => problemCodes(severity).filter((c) => severity !== undefined || severityOf(c) !== 'note');
    return { submissions: chosen.map((s) => s.id), codes: codes ?? (code ? [code] : ofSeverity()), group };
  }

  asideRow(at: RowAt, persons: boolean): Promise<AsideRow> {
    return this.ask((engine) => engine.asideRow(at, persons));
  }

  sharedCases(offset: number, limit: number): Promise<SharedCasePage> {
    return this.ask((engine) => engine.sharedCases(offset, limit));
  }

  nameOf = (file: string): NamedBy => {
    const { unit, period, ledger, version, readings } = readFileName(this.office, file);
    return { unit, period, ledger, version, readings };
  };

  takeIn(file: File, path: string, declared: Declared, options: TakeInOptions = {}): Promise<TakeInResult> {
    return this.line.hand({ file, path, declared, options });
  }

  private async takeBatch(batch: readonly HandedIn[]) {
    this.originals.stop();
    await this.follow();
    if (this.current.kind === 'sample') throw new Error('示例工作区不接收文件，请先开始正式工作。');
    const { office, archive } = this;
    const { reader, now } = this.parts;
    const { outcomes, changed } = await takeBatch({ office, archive, reader, now, ...(await this.start()) }, batch);
    if (changed) {
      this.parts.changed();
      // What is archived is archived: a failure to show it is told by the state.
      await this.show().catch(() => undefined);
    }
    return outcomes;
  }

  /** Makes a change of the archive and shows what it comes to; where another tab was first, shows that. */
  private act<T>(work: () => Promise<T>): Promise<T> {
    return this.alone(async () => {
      try {
        const result = await work();
        this.parts.changed();
        // Done is done: a failure to show it is told by the state.
        await this.show().catch(() => undefined);
        return result;
      } catch (error) {
        this.set({ loading: null });
        await this.follow().catch(() => undefined);
        // What ended the reading must not leave it undone.
        if (!this.complete) await this.show().catch(() => undefined);
        throw error;
      }
    });
  }

  /** `act` that leaves the workspace shown. */
  private leave<T>(work: () => Promise<T>): Promise<T> {
    this.leaving++;
    return this.act(work).finally(() => {
      this.leaving--;
    });
  }

  async withdraw(id: number): Promise<void> {
    await this.act(() => this.archive.withdraw(id, this.parts.now()));
  }

  async restore(id: number): Promise<void> {
    await this.act(() => this.archive.restore(id, this.parts.now()));
  }

  empty(seen: Seen): Promise<void> {
    this.reading.abort();
    return this.leave(() => this.archive.empty(seen));
  }

  openSample(seen: Seen): Promise<void> {
    return this.leave(async () => {
      // First what needs the server: without it there is nothing to go to.
      this.sampleFiles ??= await this.parts.sample();
      await this.archive.discard(seen);
    });
  }

  log(event: LoggedEvent, detail: string): Promise<void> {
    return this.alone(async () => {
      if (this.current.kind === 'sample') return;
      await this.archive.log(event, detail, this.parts.now());
      this.set({ history: this.archive.history });
    });
  }

  exportZip(options?: ExportOptions): Promise<Exported> {
    return this.alone(() => exportZip(this.archive, this.office, options));
  }

  importZip(zip: Blob, options: ZipOptions = {}): Promise<Imported> {
    if (this.current.kind === 'sample') this.reading.abort();
    return this.leave(async () => {
      await this.archive.refresh();
      if (this.archive.submissions.length > 0) throw new ArchiveError('not_empty');
      const { signal, onProgress } = options;
      const {
        manifest,
        left: missing,
        originals,
      } = await readZip(zip, {
        signal,
        onProgress: (share) => onProgress?.(share / 2),
      });
      for (const s of manifest.submissions)
        if (!unitExists(this.office, s.unit))
          throw new ArchiveError('zip_foreign', { detail: `报送单位 ${s.unit} 不在本省名单内` });
      const files = manifest.submissions.map((s) => fileOf(s, originals.get(s.sha256) as Blob));
      const outcomes = await this.read(files, { signal, onProgress: (share) => onProgress?.((1 + share) / 2) });
      const { engine, rows } = await this.start();
      // What the manifest says of the rows is not believed: they were counted.
      const submissions = manifest.submissions.map((s, i): Submission => {
        const [part] = partsOf(outcomes[i]);
        const read = part?.submission ?? { rowsRead: 0, rowsAccepted: 0, rowsRejected: 0 };
        const { rowsRead, rowsAccepted, rowsRejected } = read;
        return { ...s, rowsRead, rowsAccepted, rowsRejected };
      });
      const left = missing.map((l) => l.submission.file);
      const detail = `${submissions.length} 份报送${left.length ? `，另有 ${left.length} 份原文件缺失` : ''}`;
      const event = { at: this.parts.now(), event: 'imported', submission: null, file: '', detail } as const;
      try {
        await this.archive.adopt({ ...manifest, submissions }, originals, event);
      } catch (error) {
        for (const { key } of outcomes.flatMap(partsOf)) await engine.remove(key);
        throw error;
      }
      await rows.settle([]);
      this.shown = this.archive.workspace;
      for (const [i, outcome] of outcomes.entries())
        for (const { key } of partsOf(outcome)) rows.add((submissions[i] as Submission).id, key);
      const counting = effectiveSubmissions(submissions).map((s) => s.id);
      const unread = submissions.filter((s, i) => counting.includes(s.id) && partsOf(outcomes[i]).length === 0);
      return { submissions: submissions.length, left, unread: unread.map((s) => s.file) };
    });
  }

  original(id: number): Promise<Blob> {
    return this.alone(async () => {
      if (this.current.kind === 'real') return this.archive.original(id);
      const file = this.current.submissions.find((s) => s.id === id)?.file;
      if (!file || !this.sampleFiles) throw new RangeError(`no submission ${id}`);
      return this.sampleFiles.read(file);
    });
  }

  unnamedOriginal(sha256: string): Promise<Blob> {
    return this.alone(() => this.archive.unnamedOriginal(sha256));
  }

  /** Takes notice of what another tab of this page changed in the archive. */
  refresh(): Promise<void> {
    return this.alone(() => this.follow());
  }
}

const cancelled = (): Error => new Cancelled();
