import { messageOf } from '../../domain/failure';
import { broken, unsupported } from './footer';

/** Rows of a Parquet file: from which one on, how many, and how many at a time. */
export interface Rows {
  offset: number;
  limit: number;
  batchSize: number;
}

/** What is used of parquet-wasm. */
export interface Instance {
  readParquet(
    file: Uint8Array,
    options: Rows,
  ): {
    numBatches: number;
    recordBatch(i: number): { intoIPCStream(): Uint8Array } | undefined;
    free(): void;
  };
}

/** The Parquet reader, the same one on the page and on the command line. */
export interface ParquetModule {
  /**
   * Rows of a Parquet file, as Arrow IPC streams of a batch each.
   * @throws FileRefused for a file that it cannot read
   */
  read(file: Uint8Array, rows: Rows): AsyncIterable<Uint8Array>;
  /** Loads it ahead. @throws Error where it is not to be had */
  warm(): Promise<void>;
}

/**
 * Keeps one instance of the reader, and takes a fresh one after it has trapped: what is left of its memory then is not to be
 * relied on.
 */
export function keptModule(instantiate: () => Promise<Instance>): ParquetModule {
  let instance: Promise<Instance> | null = null;
  const told = <T>(mine: Promise<Instance>, work: () => T): T => {
    if (instance !== mine) throw new Error('读取 Parquet 的程序已重新启动，请重新放入文件');
    try {
      return work();
    } catch (error) {
      if (!isTrap(error)) throw refusalOf(error);
      instance = null;
      throw broken('读取程序无法继续', error);
    }
  };
  const started = () => {
    instance ??= instantiate().catch((error) => {
      instance = null; // it may be there the next time
      throw error;
    });
    return instance;
  };
  return {
    warm: async () => void (await started()),
    async *read(file, rows) {
      const mine = started();
      const reader = await mine;
      const table = told(mine, () => reader.readParquet(file, rows));
      try {
        for (let i = 0; i < table.numBatches; i++)
          yield told(mine, () => table.recordBatch(i)?.intoIPCStream() ?? new Uint8Array());
      } finally {
        if (instance === mine) table.free();
      }
    },
  };
}

/** Of the machine, not of the program that runs on it: such an error has no sentence for anybody. */
const isTrap = (error: unknown): boolean => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

/** What the reader says of a file that it cannot read. A form that it does not know is no damage. */
function refusalOf(error: unknown): Error {
  const reason = messageOf(error).replace(/^(?:Parquet argument error|Parquet error|External): ?/g, '');
  const hint = `读取程序提示：${reason.slice(0, 120)}`;
  return /not (?:yet )?(?:implemented|supported)|unsupported|unknown (?:codec|compression)|NYI|encrypted/i.test(reason)
    ? unsupported(hint)
    : broken(hint, error);
}
