import { Archive } from '../archive/archive';
import { exportZip, importZip } from '../archive/bundle';
import type { ByteStore } from '../archive/store';
import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { EvidencePage, EvidenceQuestion } from '../domain/evidence';
import type { Office } from '../domain/office';
import { PROBLEM_SEVERITY } from '../domain/problems';
import { effectiveSubmissions, type Submission, type SubmissionKey } from '../domain/submission';
import { Engine } from '../engine/engine';
import { Cancelled, type Database } from '../engine/port';
import { readFileName } from '../intake/fileName';
import { cellsAt } from './cellsAt';
import { decodeCells, encodeCells, keptName } from './keptCells';
import { contentOf, Same, SameInBatch } from './sameFile';
import type { SampleFiles } from './sampleFiles';
import { type FileToTakeIn, fileProblem, type Inspect, settle, type TakenIn, takeInFiles, takeInMany } from './takeIn';
import type {
  Declared,
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
  inspect: Inspect;
  sample(): Promise<SampleFiles>;
  /** Now, as an ISO instant. */
  now(): string;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Bytes taken in together. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** A file handed in, until its outcome is known and the figures hold it. */
interface Waiting {
  file: File;
  path: string;
  declared: Declared;
  options: TakeInOptions;
  resolve(result: TakeInResult): void;
  reject(error: unknown): void;
  settle?: () => void;
}

/** The workspace of the page: the archive's originals in the engine, kept in step with each other. */
export class Desk implements Workspace {
  private current: WorkspaceState;
  private readonly listeners = new Set<() => void>();
  private engine: Promise<Engine> | null = null;
  /** Ids whose rows are in the engine. */
  private readonly loaded = new Set<number>();
  private sampleFiles: SampleFiles | null = null;
  /** Changes run one after another; the first is taking in what is kept. */
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly office: Office,
    private readonly parts: DeskParts,
    private readonly archive: Archive,
  ) {
    this.current = {
      kind: archive.begun ? 'real' : 'sample',
      submissions: archive.submissions,
      revision: 0,
      faults: [],
      loading: null,
    };
  }

  /** Opens what this computer keeps, or the sample. Rows are taken in afterwards, in the background. */
  static async open(office: Office, parts: DeskParts): Promise<Desk> {
    const desk = new Desk(office, parts, await Archive.open(parts.store));
    desk.change(() => desk.load()).catch(() => undefined);
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

  private change<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private start(): Promise<Engine> {
    this.engine ??= this.parts.startDatabase().then((db) => Engine.start(db, this.office));
    return this.engine;
  }

  /** Takes in again what is kept, or the sample, and says so when all of it is there. */
  private async load(): Promise<void> {
    try {
      if (this.current.kind === 'sample') await this.loadSample();
      else await this.sync(this.archive.submissions);
    } catch (error) {
      this.set({ loading: null, faults: [{ submission: 0, file: '', message: reasonOf(error) }] });
      throw error;
    }
  }

  private async loadSample(): Promise<void> {
    this.sampleFiles = await this.parts.sample();
    const { paths, received, kept } = this.sampleFiles;
    if (kept && this.current.revision === 0 && decodeCells(kept.cells, this.office.profile, kept.submissions))
      this.set({ submissions: kept.submissions });
    const engine = await this.start();
    const { read } = this.sampleFiles;
    const files = await Promise.all(
      paths.map(async (path, i) => ({
        id: i + 1,
        path,
        data: await read(path),
        declared: { receivedOn: received.of(path) },
        at: this.parts.now(),
      })),
    );
    const { submissions, faults } = await this.takeInAll(engine, files);
    await settle(engine, submissions, this.loaded);
    this.set({ submissions, revision: this.current.revision + 1, loading: null, faults });
  }

  /** Brings the engine in step with `submissions`: takes in those that count and are missing, forgets the others. */
  private async sync(submissions: readonly Submission[]): Promise<void> {
    const engine = await this.start();
    const missing = effectiveSubmissions(submissions).filter((s) => !this.loaded.has(s.id));
    const files: FileToTakeIn[] = [];
    const gone: WorkspaceState['faults'][number][] = [];
    for (const s of missing)
      try {
        files.push({
          id: s.id,
          path: s.file,
          data: await this.archive.original(s.id),
          declared: { unit: s.unit, period: s.period, ledger: s.ledger, receivedOn: s.receivedOn },
          at: s.takenInAt,
          sha256: s.sha256,
        });
      } catch (error) {
        gone.push({ submission: s.id, file: s.file, message: reasonOf(error) });
      }
    const { faults } = await this.takeInAll(engine, files);
    await settle(engine, submissions, this.loaded);
    this.set({ submissions, revision: this.current.revision + 1, loading: null, faults: [...gone, ...faults] });
  }

  /** Takes kept files in again, with progress; one that cannot be read any more is a fault, the others count. */
  private async takeInAll(engine: Engine, files: readonly FileToTakeIn[]) {
    const submissions: Submission[] = [];
    const faults: WorkspaceState['faults'][number][] = [];
    const total = files.length;
    if (total > 0) this.set({ loading: { done: 0, total } });
    const outcomes = await takeInMany(this.office, engine, this.parts.inspect, files, (done) =>
      this.set({ loading: { done, total } }),
    );
    for (const [i, outcome] of outcomes.entries()) {
      const { id, path } = files[i] as FileToTakeIn;
      if ('submission' in outcome) {
        submissions.push(outcome.submission);
        this.loaded.add(id);
      } else {
        const error = 'refused' in outcome ? outcome.refused : outcome.failed;
        faults.push({ submission: id, file: path, message: reasonOf(error) });
      }
    }
    return { submissions, faults };
  }

  async cells(asOf: Day): Promise<CellSet> {
    const kept = await this.kept(asOf);
    if (kept) return kept;
    await this.queue;
    const { submissions, faults, kind } = this.current;
    const set = await cellsAt(this.office, await this.start(), submissions, asOf);
    // Cells that lack a submission must not be taken for whole at the next start.
    if (faults.length === 0 && kind === 'real')
      await this.archive.cache.put(keptName(asOf), encodeCells(this.office.profile, submissions, set));
    return set;
  }

  /** Cells of the last visit, or those that came with the sample, while the rows are still on their way. */
  private async kept(asOf: Day): Promise<CellSet | null> {
    const { kind, submissions, revision } = this.current;
    if (revision > 0 || submissions.length === 0) return null;
    if (kind === 'real')
      return decodeCells(await this.archive.cache.get(keptName(asOf)), this.office.profile, submissions);
    const kept = this.sampleFiles?.kept;
    return kept?.asOf === asOf ? decodeCells(kept.cells, this.office.profile, submissions) : null;
  }

  async evidence(question: EvidenceQuestion, offset: number, limit: number): Promise<EvidencePage> {
    await this.queue;
    return (await this.start()).evidence(question, offset, limit);
  }

  async problems({ submission, unit, severity, code, offset, limit }: ProblemQuestion): Promise<ProblemPage> {
    await this.queue;
    const chosen = this.current.submissions.filter(
      (s) => (submission === undefined || s.id === submission) && (unit === undefined || s.unit === unit),
    );
    const ofSeverity = Object.entries(PROBLEM_SEVERITY)
      .filter(([, s]) => s === severity)
      .map(([c]) => c);
    if (severity === 'warning') ofSeverity.push('ignored_column');
    const codes = code ? [code] : severity ? ofSeverity : undefined;
    return (await this.start()).problems({ submissions: chosen.map((s) => s.id), codes }, offset, limit);
  }

  nameOf = (file: string): NamedBy => {
    const { unit, period, ledger, version } = readFileName(this.office, file);
    return { unit, period, ledger, version };
  };

  /** Files handed in while others are on their way wait here and go in together: many small ones cost little more than one. */
  private readonly waiting: Waiting[] = [];

  takeIn(file: File, path: string, declared: Declared, options: TakeInOptions = {}): Promise<TakeInResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ file, path, declared, options, resolve, reject });
      void this.change(() => this.takeInWaiting());
    });
  }

  private async takeInWaiting(): Promise<void> {
    const batch: Waiting[] = [];
    let bytes = 0;
    while (this.waiting.length > 0) {
      const next = this.waiting[0] as Waiting;
      if (batch.length > 0 && bytes + next.file.size > BATCH_BYTES) break;
      this.waiting.shift();
      bytes += next.file.size;
      if (next.options.signal?.aborted) next.resolve({ outcome: 'cancelled', file: next.path });
      else batch.push(next);
    }
    if (batch.length === 0) return;
    try {
      await this.takeInBatch(batch);
    } catch (error) {
      const cancelled = error instanceof Cancelled || batch.some((w) => w.options.signal?.aborted);
      for (const w of batch)
        if (cancelled) w.resolve({ outcome: 'cancelled', file: w.path });
        else w.reject(error);
    }
  }

  private async takeInBatch(batch: readonly Waiting[]): Promise<void> {
    if (this.current.kind === 'sample') throw new Error('示例工作区不接收文件，请先开始正式工作。');
    const engine = await this.start();
    const foreseen = this.archive.snapshot().nextId;
    const files = batch.map(({ file, path, declared }, i) => ({
      id: foreseen + i,
      path,
      data: file,
      declared,
      at: this.parts.now(),
    }));
    const [only] = batch;
    const seen = new Set<string>();
    const outcomes = await takeInFiles(this.office, engine, this.parts.inspect, files, {
      // One file can be stopped on its way; of several small ones each is done before a person could stop it.
      ...(batch.length === 1 && only?.options.signal && { signal: only.options.signal }),
      onProgress: (phase, share) => {
        for (const w of batch) w.options.onProgress?.(phase, share);
      },
      onInspected: (key, sha256) => {
        this.refuseSame(key, sha256);
        const content = contentOf({ ...key, sha256 });
        if (seen.has(content)) throw new SameInBatch(content);
        seen.add(content);
      },
    });
    const kept = this.archive.submissions.length;
    for (const [i, w] of batch.entries())
      await this.keep(engine, w, foreseen + i, outcomes[i] as TakenIn | { stopped: unknown });
    if (this.archive.submissions.length > kept) await this.sync(this.archive.submissions);
    for (const w of batch) w.settle?.();
  }

  /** Keeps a file that was taken in; one that cannot be kept is forgotten again. */
  private async keep(engine: Engine, w: Waiting, id: number, outcome: TakenIn | { stopped: unknown }): Promise<void> {
    if ('refused' in outcome) {
      const { code, facts } = outcome.refused;
      w.settle = () => w.resolve({ outcome: 'refused', file: w.path, problem: fileProblem(w.path, code, facts) });
      return;
    }
    if ('stopped' in outcome) {
      const { stopped } = outcome;
      if (stopped instanceof Same) w.settle = () => w.resolve({ outcome: 'same', submission: stopped.submission });
      else if (stopped instanceof SameInBatch)
        w.settle = () => {
          const submission = this.archive.submissions.find((s) => !s.withdrawnAt && contentOf(s) === stopped.content);
          if (submission) w.resolve({ outcome: 'same', submission });
          else w.reject(new Error('同一文件重复提交，前一份未能保存，请重新提交。'));
        };
      else w.settle = () => w.reject(stopped);
      return;
    }
    const { submission, problems } = outcome;
    this.loaded.add(id);
    try {
      w.options.onProgress?.('keeping', null);
      const { id: _, ...unnumbered } = submission;
      const added = await this.archive.add(unnumbered, w.file);
      if (added.id !== id) {
        await engine.renumber(id, added.id);
        this.loaded.delete(id);
        this.loaded.add(added.id);
      }
      w.settle = () => w.resolve({ outcome: 'accepted', submission: added, problems });
    } catch (error) {
      this.loaded.delete(id);
      await engine.remove(id);
      w.settle = () => w.reject(error);
    }
  }

  private refuseSame(key: SubmissionKey, sha256: string): void {
    const content = contentOf({ ...key, sha256 });
    const same = this.archive.submissions.find((s) => !s.withdrawnAt && contentOf(s) === content);
    if (same) throw new Same(same);
  }

  withdraw(id: number): Promise<void> {
    return this.change(async () => {
      await this.archive.withdraw(id, this.parts.now());
      await this.sync(this.archive.submissions);
    });
  }

  restore(id: number): Promise<void> {
    return this.change(async () => {
      await this.archive.restore(id, this.parts.now());
      await this.sync(this.archive.submissions);
    });
  }

  empty(): Promise<void> {
    return this.change(async () => {
      await this.archive.empty();
      await this.forget();
      this.set({ kind: 'real', submissions: [], revision: this.current.revision + 1, faults: [] });
    });
  }

  openSample(): Promise<void> {
    return this.change(async () => {
      if (this.archive.submissions.length > 0) throw new Error('工作区中已有报送，请先清空再查看示例。');
      await this.archive.discard();
      await this.forget();
      this.set({ kind: 'sample', submissions: [] });
      await this.load();
    });
  }

  private async forget(): Promise<void> {
    await settle(await this.start(), [], this.loaded);
  }

  exportZip(): Promise<Blob> {
    return this.change(() => exportZip(this.archive));
  }

  importZip(zip: Blob): Promise<void> {
    return this.change(async () => {
      await importZip(this.archive, zip);
      await this.forget();
      this.set({ kind: 'real' });
      await this.sync(this.archive.submissions);
    });
  }

  async original(id: number): Promise<Blob> {
    if (this.current.kind === 'real') return this.archive.original(id);
    const file = this.current.submissions.find((s) => s.id === id)?.file;
    if (!file || !this.sampleFiles) throw new RangeError(`no submission ${id}`);
    return this.sampleFiles.read(file);
  }

  /** Takes notice of what another tab of this page changed in the archive. */
  refresh(): Promise<void> {
    return this.change(async () => {
      await this.archive.refresh();
      const kind = this.archive.begun ? 'real' : 'sample';
      if (kind === 'sample' && this.current.kind === 'sample') return;
      if (kind !== this.current.kind) await this.forget();
      this.set({ kind });
      await this.load();
    });
  }
}
