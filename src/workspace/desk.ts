import { Archive } from '../archive/archive';
import { ArchiveError } from '../archive/errors';
import { type Exported, type ExportOptions, exportZip } from '../archive/exportZip';
import type { ImportOptions } from '../archive/importZip';
import { officeMark } from '../archive/officeMark';
import type { Seen } from '../archive/standingManifest';
import type { AsideRow, RowAt } from '../domain/aside';
import { hasSample, type Office } from '../domain/office';
import type { ProblemGroupPage } from '../domain/problemGroups';
import type { SharedCasePage } from '../domain/sharedCases';
import type { Engine } from '../engine/engine';
import { Evidence } from '../engine/evidence';
import { readFileName } from '../intake/fileName';
import { DeskCells } from './cellsAt';
import type { DeskParts } from './deskParts';
import { DeskState } from './deskState';
import type { DeskTools } from './deskTools';
import { importWorkspace } from './importWorkspace';
import { IntakeLine } from './intakeLine';
import { KeptAnswers } from './keptAnswers';
import { LastVisit } from './lastVisit';
import { Originals } from './originals';
import { problemFilter } from './problemFilter';
import { Sample } from './sample';
import { Showing } from './showing';
import { StartedEngine } from './startedEngine';
import { type TurnKind, Turns } from './turns';
import { unknownLedger } from './unknownLedger';
import type {
  Answer,
  AnswerKind,
  Asked,
  Imported,
  LoggedEvent,
  NamedBy,
  ProblemPage,
  ProblemQuestion,
  Workspace,
  WorkspaceState,
} from './workspace';

/**
 * The workspace of the page: the archive's originals in the engine, kept in step with each other. Whatever is asked or changed
 * runs alone, one after another, so that every answer is of one manifest.
 */
export class Desk implements Workspace {
  private readonly tools: DeskTools;
  private readonly sample: Sample;
  private readonly showing: Showing;
  private readonly lastVisit: LastVisit;
  private readonly answers: KeptAnswers;
  private readonly turns: Turns;
  readonly takeIn: Workspace['takeIn'];
  readonly cells: Workspace['cells'];
  readonly evidence: Workspace['evidence'];
  readonly columnWidths: Workspace['columnWidths'];

  private constructor(
    readonly office: Office,
    private readonly parts: DeskParts,
    private readonly archive: Archive,
  ) {
    const originals = new Originals(archive, parts.reader);
    this.lastVisit = new LastVisit(office, parts, archive, originals);
    const engine = new StartedEngine(this.lastVisit);
    this.tools = { office, parts, archive, originals, engine, state: new DeskState(archive, hasSample(office)) };
    this.answers = new KeptAnswers(this.tools);
    this.sample = new Sample(this.tools);
    this.showing = new Showing(this.tools, this.sample);
    this.turns = new Turns(parts.lull, () => this.rest());
    this.takeIn = new IntakeLine(this.tools, this.showing, this.turns).takeIn;
    this.cells = new DeskCells(this.tools, this.sample, this.showing, this.turns).at;
    const rows = new Evidence(office, (work, limit) => this.ask((engine) => work(engine.facts), limit), this.answers);
    this.evidence = rows.evidence;
    this.columnWidths = rows.columnWidths;
  }

  /**
   * Opens what this computer keeps, or the sample. Rows are taken in afterwards, in the background.
   * @throws ArchiveError also where some of it is of a ledger that the office does not keep: no figure could count it
   */
  static async open(office: Office, parts: DeskParts): Promise<Desk> {
    const archive = await Archive.open(parts.store, await officeMark(office));
    const unknown = unknownLedger(office, archive.submissions);
    if (unknown) throw new ArchiveError('ledger_unknown', { detail: `台账 ${unknown} ` });
    const desk = new Desk(office, parts, archive);
    // The rows take the longest: they are on their way before anything else is read.
    desk.alone(() => desk.showing.show()).catch(() => undefined);
    await desk.answers.open();
    return desk;
  }

  state = (): WorkspaceState => this.tools.state.now;

  subscribe = (listener: () => void): (() => void) => this.tools.state.subscribe(listener);

  private alone<T>(work: () => Promise<T>, kind?: TurnKind): Promise<T> {
    return this.turns.take(work, kind);
  }

  /** What can wait: keeps what was read, and proves the originals of what was not read on this visit. */
  private async rest(): Promise<void> {
    const { engine, originals } = this.tools;
    await this.turns.atRest(async () => {
      const { kind, faults, submissions } = this.state();
      if (this.showing.isComplete && kind === 'real' && faults.length === 0)
        await this.lastVisit.keep(await engine.get(), submissions);
      await this.answers.keep();
    });
    const altered = await originals.check(this.state().submissions);
    if (altered.length === 0) return;
    await this.alone(async () => {
      // On the next visit too its rows must not count before that is found again.
      await this.lastVisit.forget();
      const { rows } = await engine.get();
      for (const id of altered) await rows.forget(id);
      await this.showing.show();
    });
  }

  // What is asked.

  /** @param limit rows asked for: 0 where only their number is */
  private ask<T>(work: (engine: Engine) => Promise<T>, limit = 1): Promise<T> {
    return this.alone(() => this.showing.ask(work), limit === 0 ? 'number' : 'question');
  }

  /** `ask`, noted for the next visit. */
  private answer<K extends AnswerKind>(
    kind: K,
    asked: Asked<K>,
    work: (engine: Engine) => Promise<Answer<K>>,
    limit?: number,
  ): Promise<Answer<K>> {
    return this.ask(async (engine) => {
      const answer = await work(engine);
      this.answers.note(kind, asked, answer);
      return answer;
    }, limit);
  }

  answered<K extends AnswerKind>(kind: K, ...asked: Asked<K>): Answer<K> | undefined {
    return this.answers.get(kind, ...asked);
  }

  quiet = (ms: number): Promise<void> => this.turns.quiet(ms);

  problems({ offset, limit, ...question }: ProblemQuestion): Promise<ProblemPage> {
    return this.ask((engine) =>
      engine.problems(problemFilter(this.tools.office.catalogue, this.state().submissions, question), offset, limit),
    );
  }

  problemGroups(asked: ProblemQuestion): Promise<ProblemGroupPage> {
    const { offset, limit, ...question } = asked;
    return this.answer(
      'problemGroups',
      [asked],
      (engine) =>
        engine.problemGroups(
          problemFilter(this.tools.office.catalogue, this.state().submissions, question),
          offset,
          limit,
        ),
      limit,
    );
  }

  asideRow(at: RowAt, persons: boolean): Promise<AsideRow> {
    return this.ask((engine) => engine.asideRow(at, persons));
  }

  sharedCases(offset: number, limit: number): Promise<SharedCasePage> {
    return this.answer('sharedCases', [offset, limit], (engine) => engine.sharedCases(offset, limit), limit);
  }

  nameOf = (file: string): NamedBy => {
    const { unit, period, ledger, version, readings } = readFileName(this.office, file);
    return { unit, period, ledger, version, readings };
  };

  original(id: number): Promise<Blob> {
    return this.alone(() => (this.state().kind === 'real' ? this.archive.original(id) : this.sample.original(id)));
  }

  unnamedOriginal(sha256: string): Promise<Blob> {
    return this.alone(() => this.archive.unnamedOriginal(sha256));
  }

  exportZip(options?: ExportOptions): Promise<Exported> {
    return this.alone(() => exportZip(this.archive, this.office, options));
  }

  // What is done.

  /** Makes a change of the archive and shows what it comes to. */
  private act<T>(work: () => Promise<T>): Promise<T> {
    return this.alone(() => this.showing.after(work));
  }

  /** `act` that leaves the workspace shown. */
  private leave<T>(work: () => Promise<T>): Promise<T> {
    return this.showing.leave(() => this.act(work));
  }

  async withdraw(id: number): Promise<void> {
    await this.act(() => this.archive.withdraw(id, this.parts.now()));
  }

  async restore(id: number): Promise<void> {
    await this.act(() => this.archive.restore(id, this.parts.now()));
  }

  empty(seen: Seen): Promise<void> {
    this.showing.stopReading();
    return this.leave(() => this.archive.empty(seen));
  }

  openSample(seen: Seen): Promise<void> {
    return this.leave(async () => {
      // First what needs the server: without it there is nothing to go to.
      await this.sample.fetch();
      await this.archive.discard(seen);
    });
  }

  importZip(zip: Blob, options: ImportOptions = {}): Promise<Imported> {
    if (this.state().kind === 'sample') this.showing.stopReading();
    return this.leave(async () => {
      const imported = await importWorkspace(this.tools, zip, options);
      this.showing.holds();
      return imported;
    });
  }

  log(event: LoggedEvent, detail: string): Promise<void> {
    return this.alone(async () => {
      if (this.state().kind === 'sample') return;
      await this.archive.log(event, detail, this.parts.now());
      this.tools.state.set({ history: this.archive.history });
    });
  }

  /** Takes notice of what another tab of this page changed in the archive. */
  refresh(): Promise<void> {
    return this.alone(() => this.showing.follow());
  }
}
