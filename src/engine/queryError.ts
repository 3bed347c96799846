import { type Detailed, errorOf, messageOf } from '../domain/failure';
import { Cancelled, type Database } from './port';

/** What can be said of a failure by its kind; the sentences are for people, the rest for `details`. */
export type QueryFault = 'failed' | 'no_room' | 'stopped';

const SENTENCES: Record<QueryFault, string> = {
  failed: '计算引擎执行查询时出错，没有得到结果；已保存的报送不受影响。请重试；如仍然出现，请把详情交给技术人员。',
  no_room: '计算引擎内存不足，没有得到结果；已保存的报送不受影响。请关闭其他标签页和程序后刷新本页重试。',
  stopped:
    '计算引擎已停止工作，在刷新之前不能再计算；已保存的报送不受影响。请刷新本页；如仍然出现，请把详情交给技术人员。',
};

/** A statement holds rows where they are inserted: no more of it than tells which one it was. */
const LONGEST = 4000;

/** Whatever DuckDB says of a statement, from both adapters. The message is for people; `details` has the rest. */
export class QueryError extends Error implements Detailed {
  /** First line of what the database said. */
  readonly reason: string;

  /** @param statement the SQL, or what was added to which table */
  constructor(
    readonly statement: string,
    cause: unknown,
    readonly fault: QueryFault = faultOf(cause),
  ) {
    super(SENTENCES[fault], { cause });
    this.name = 'QueryError';
    this.reason = saidBy(cause).split('\n')[0] ?? '';
  }

  get details(): string {
    const { statement } = this;
    const shown =
      statement.length > LONGEST ? `${statement.slice(0, LONGEST)} …（共 ${statement.length} 字）` : statement;
    return [this.message, `原因：${saidBy(this.cause)}`, `语句：${shown}`].join('\n\n');
  }
}

/** DuckDB-WASM hands out some errors as JSON. */
function saidBy(cause: unknown): string {
  const text = messageOf(cause);
  if (!text.startsWith('{')) return text;
  try {
    const { exception_message: message } = JSON.parse(text) as { exception_message?: unknown };
    return typeof message === 'string' ? message : text;
  } catch {
    return text;
  }
}

// After a trap the module's memory is in no known state; after a fatal error DuckDB answers nothing more itself.
const TRAP =
  /unreachable|out of bounds|null function|function signature mismatch|indirect call|stack size exceeded|^Aborted\(|FATAL Error|has been invalidated/i;
const NO_ROOM = /Out of Memory Error|Cannot enlarge memory|Array buffer allocation failed|could not allocate/i;

function faultOf(cause: unknown): QueryFault {
  const said = `${errorOf(cause).name}: ${saidBy(cause)}`;
  if (/^RuntimeError|Uncaught RuntimeError/.test(said) || TRAP.test(said)) return 'stopped';
  return NO_ROOM.test(said) ? 'no_room' : 'failed';
}

/**
 * A database whose errors are all `QueryError`, but for cancellations and refusals. Once it has stopped (a trap, a fatal
 * error, a worker that died) every call fails at once: none waits for an answer that cannot come.
 * @param died resolves with the reason when whatever the database runs in has died
 */
export function withQueryErrors(db: Database, died?: Promise<unknown>): Database {
  let stopped: QueryError | null = null;
  let current = '';
  const death = died?.then((cause) => {
    stopped ??= new QueryError(current, cause, 'stopped');
    throw stopped;
  });
  death?.catch(() => undefined);
  const tried = async <T>(statement: string, work: () => Promise<T>): Promise<T> => {
    if (stopped) throw new QueryError(statement, stopped.cause, 'stopped');
    current = statement;
    try {
      return await (death ? Promise.race([work(), death]) : work());
    } catch (error) {
      if (error instanceof QueryError || error instanceof Cancelled) throw error;
      const wrapped = new QueryError(statement, error);
      if (wrapped.fault === 'stopped') stopped = wrapped;
      throw wrapped;
    }
  };
  return {
    run: (sql) => tried(sql, () => db.run(sql)),
    rows: (sql) => tried(sql, () => db.rows(sql)),
    append: (target, rows) => tried(`append ${rows.rows} rows to ${target.name}`, () => db.append(target, rows)),
    close: () => db.close(),
    ...(db.copy && { copy: () => tried('copy', () => (db.copy as NonNullable<Database['copy']>)()) }),
    ...(db.restore && {
      restore: (bytes) => tried('restore', () => (db.restore as NonNullable<Database['restore']>)(bytes)),
    }),
  };
}
