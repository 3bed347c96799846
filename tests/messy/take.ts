import { severityOf } from '../../src/domain/problemCodes';
import type { FoundProblem } from '../../src/domain/problems';
import { NO_NUMBER, type TypedColumn, type TypedRows, unpacked } from '../../src/domain/typedRows';
import { nodeReader } from '../../src/intake/node/reader';
import type { FileRead, ReadRequest } from '../../src/intake/read/readFile';
import { isPack, unpack } from '../../src/intake/unpack/unpack';
import { qinghai } from '../support/profile';
import { PERIOD, UNIT, type Value } from './cases';

export const REQUEST: ReadRequest = {
  unit: UNIT,
  period: PERIOD,
  receivedOn: null,
  ledger: null,
  namedLedger: null,
  // Asked where the header names 元 below 单位：万元.
  answers: { fine_yuan_unit: '元', goods_value_yuan_unit: '元' },
};

/** What came of one file. */
export interface Taken {
  read: FileRead;
  /** Rows that reached the sink, of all parts. */
  rows: Record<string, Value>[];
  problems: FoundProblem[];
}

const reader = nodeReader(qinghai);

/** Reads a file, or the only one in a pack. @throws FileRefused */
export async function take(file: Blob): Promise<Taken> {
  const taken: Taken[] = [];
  for await (const data of filesOf(file)) {
    const rows: Record<string, Value>[] = [];
    const problems: FoundProblem[] = [];
    const read = await reader.read(data, REQUEST, {
      rows: async (_, __, typed) => void rows.push(...rowsOf(typed)),
      problems: async (_, found) => void problems.push(...found),
      restart: async () => {
        rows.length = 0;
        problems.length = 0;
      },
    });
    taken.push({ read, rows, problems });
  }
  const [first] = taken;
  if (!first || taken.length > 1) throw new Error(`${taken.length} files`);
  return first;
}

async function* filesOf(file: Blob): AsyncGenerator<Blob> {
  if (!(await isPack(file))) return yield file;
  for await (const found of unpack(file, '报送.zip')) {
    if ('refused' in found) throw found.refused;
    if ('data' in found) yield found.data;
  }
}

/** Typed columns as rows. */
export function rowsOf({ rows, columns }: TypedRows): Record<string, Value>[] {
  const read = Object.entries(columns).map(([name, column]) => [name, valuesOf(column)] as const);
  return Array.from({ length: rows }, (_, r) => Object.fromEntries(read.map(([name, at]) => [name, at(r)])));
}

function valuesOf(column: TypedColumn): (row: number) => Value {
  if (column.kind === 'text') {
    const texts = unpacked(column.texts);
    return (row) => {
      const code = column.codes[row] as number;
      return code < 0 ? null : (texts[code] as string);
    };
  }
  if (column.kind === 'amount')
    return (row) => {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? null : value;
    };
  return (row) => {
    const value = column.values[row] as number;
    return value === NO_NUMBER ? null : value;
  };
}

/** What is said of the rows themselves, and of the file but for columns and sheets that are none of the ledger's. */
export const faultsIn = (problems: readonly FoundProblem[]): FoundProblem[] =>
  problems.filter((p) => severityOf(p.code) !== 'note' && p.code !== 'ignored_column' && p.code !== 'passed_sheet');
