import type { Archive } from '../archive/archive';
import type { Office } from '../domain/office';
import type { Submission } from '../domain/submission';
import { Engine } from '../engine/engine';
import type { Database } from '../engine/port';
import type { DeskParts } from './deskParts';
import { HeldRows } from './heldRows';
import { decodeRows, encodeRows, type KeptRows, readAs, rowsOf } from './keptRows';
import type { Originals } from './originals';

/** Name under which the rows are kept. */
export const KEPT_ROWS = 'rows.bin';

/** An engine with the rows that it holds. */
export interface OpenedRows {
  engine: Engine;
  rows: HeldRows;
}

/**
 * What was read is kept beside the originals for the next visit. It is believed only where program, office and workspace are
 * the same to the letter and its own bytes are whole, of each submission only where it would be read from the same bytes in the
 * same way; whatever is wrong with it, all is read anew. See docs/adr/0031.
 */
export class LastVisit {
  /** What was kept last, in words; it is not kept again. */
  private kept = '';
  /** Whether what is in the engine came from there. */
  private believed = false;

  constructor(
    private readonly office: Office,
    private readonly parts: Pick<DeskParts, 'program' | 'startDatabase'>,
    private readonly archive: Archive,
    private readonly originals: Originals,
  ) {}

  private get of(): string | null {
    const { program } = this.parts;
    const { workspace } = this.archive;
    return program && workspace ? rowsOf(program, workspace, this.office) : null;
  }

  /** Starts the engine, with the rows that were kept where they can be believed. */
  async open(): Promise<OpenedRows> {
    const { startDatabase } = this.parts;
    const [db, kept] = await Promise.all([startDatabase(), this.read()]);
    if (!kept) return this.empty(db);
    try {
      const opened = await this.take(db, kept);
      this.believed = true;
      return opened;
    } catch {
      await this.drop();
      await db.close().catch(() => undefined);
      return this.empty(await startDatabase());
    }
  }

  private async empty(db: Database): Promise<OpenedRows> {
    const engine = await Engine.start(db, this.office);
    return { engine, rows: new HeldRows(engine) };
  }

  private async read(): Promise<KeptRows | null> {
    const { of } = this;
    const blob = of === null ? null : await this.archive.cache.bytes(KEPT_ROWS);
    if (!blob || of === null) return null;
    const kept = await decodeRows(blob, of).catch(() => null);
    if (!kept) await this.drop();
    return kept;
  }

  /** @throws where the database is not what it was */
  private async take(db: Database, kept: KeptRows): Promise<OpenedRows> {
    const engine = await Engine.start(db, this.office, kept);
    const held = await engine.incoming.held();
    const rows = new HeldRows(engine);
    for (const { id, key, read, counts } of kept.rows) {
      if ((held.get(key) ?? 0) !== counts.rowsAccepted) throw new RangeError(`${id}: other rows than were kept`);
      rows.add(id, key, counts);
      const submission = this.archive.submissions.find((s) => s.id === id && readAs(s) === read);
      if (!submission || !(await this.isThere(submission))) await rows.forget(id);
    }
    this.kept = keptAs(kept);
    return { engine, rows };
  }

  private isThere(submission: Submission): Promise<boolean> {
    return this.originals.look(submission).then(
      () => true,
      () => false,
    );
  }

  /** Keeps all rows that are held, where they are others than were kept last. */
  async keep({ engine, rows }: OpenedRows, submissions: readonly Submission[]): Promise<void> {
    const { of } = this;
    const list = submissions.flatMap((s) => {
      const key = rows.keyOf(s.id);
      const { rowsRead, rowsAccepted, rowsRejected } = s;
      return key === undefined
        ? []
        : [{ id: s.id, key, read: readAs(s), counts: { rowsRead, rowsAccepted, rowsRejected } }];
    });
    if (of === null || list.length === 0 || this.kept === keptAs({ of, rows: list })) return;
    const tables = await engine.keep();
    if (!tables) return;
    // Also where there is no room: what could not be kept now is not tried again until it is something else.
    this.kept = keptAs({ of, rows: list });
    await this.archive.cache.putBytes(KEPT_ROWS, await encodeRows({ ...tables, of, rows: list }));
  }

  /**
   * What to do about a failure of the database: what was kept may be its cause.
   * @returns whether to begin anew without it
   */
  async blame(): Promise<boolean> {
    const { believed } = this;
    if (believed) await this.drop();
    return believed;
  }

  private async drop(): Promise<void> {
    this.believed = false;
    await this.forget();
  }

  /** Keeps nothing of what was kept, until there is something to keep again. */
  async forget(): Promise<void> {
    this.kept = '';
    await this.archive.cache.removeBytes(KEPT_ROWS);
  }
}

const keptAs = ({ of, rows }: Pick<KeptRows, 'of' | 'rows'>): string => JSON.stringify([of, rows]);
