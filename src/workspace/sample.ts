import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import { messageOf } from '../domain/failure';
import type { Submission } from '../domain/submission';
import { Cancelled } from '../engine/port';
import type { DeskTools } from './deskTools';
import { enterAll } from './enterAll';
import { decodeCells } from './keptCells';
import { errorOf } from './readAgain';
import type { SampleFiles } from './sampleFiles';
import { unless } from './unless';
import type { WorkspaceState } from './workspace';

/** The sample workspace: shown while no real one has begun. */
export class Sample {
  private files: SampleFiles | null = null;

  constructor(private readonly desk: DeskTools) {}

  /** Fetches what the server has of it, once. @throws Error without the server */
  async fetch(signal?: AbortSignal): Promise<SampleFiles> {
    if (!this.files) {
      const files = this.desk.parts.sample();
      this.files = await (signal ? unless(signal, files, cancelled) : files);
    }
    return this.files;
  }

  /** Takes its files into the engine and shows what they come to. @throws Cancelled */
  async load(signal: AbortSignal): Promise<void> {
    const { desk } = this;
    const { state, parts } = desk;
    const { files: sample, kept } = await this.fetch(signal);
    const [first] = kept?.years ?? [];
    if (kept && first && state.now.revision === 0 && (await this.decode(first.cells, kept.submissions)))
      state.set({ submissions: kept.submissions });
    const files = await unless(
      signal,
      Promise.all(
        sample.map(async ({ path, receivedOn, read }) => ({
          path,
          data: await read(),
          declared: { receivedOn },
          at: parts.now(),
        })),
      ),
      cancelled,
    );
    const { rows } = await desk.engine.get();
    const submissions: Submission[] = [];
    const faults: WorkspaceState['faults'][number][] = [];
    for (const [i, outcome] of (await enterAll(desk, files, { signal })).entries()) {
      if ('read' in outcome)
        for (const { key, submission } of outcome.read) {
          const id = submissions.length + 1;
          rows.add(id, key);
          submissions.push({ ...submission, id });
        }
      else faults.push({ submission: 0, file: files[i]?.path as string, message: messageOf(errorOf(outcome)) });
    }
    await rows.settle(submissions);
    state.setRead({ ...state.archived(), submissions, faults });
  }

  /** The cells that came with it, where some are of this cut-off. */
  async cells(asOf: Day): Promise<CellSet | null> {
    const { submissions } = this.desk.state.now;
    const year = this.files?.kept?.years.find((y) => y.asOf === asOf);
    return year && submissions.length > 0 ? this.decode(year.cells, submissions) : null;
  }

  private decode(cells: unknown, submissions: readonly Submission[]): Promise<CellSet | null> {
    const { parts, office } = this.desk;
    return decodeCells(cells, parts.program, office, submissions);
  }

  /** @throws RangeError where there is no such submission, or nothing was fetched */
  async original(id: number): Promise<Blob> {
    const name = this.desk.state.now.submissions.find((s) => s.id === id)?.file;
    const file = this.files?.files.find((f) => f.path === name);
    if (!file) throw new RangeError(`no submission ${id}`);
    return file.read();
  }
}

const cancelled = (): Error => new Cancelled();
