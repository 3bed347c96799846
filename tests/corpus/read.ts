import { columnLetters } from '../../src/domain/columnLetters';
import { dayFromNumber } from '../../src/domain/day';
import { fieldLabel, type LedgerId, ledgerField } from '../../src/domain/ledgers';
import { type ProblemCode, severityOf } from '../../src/domain/problemCodes';
import { FileRefused, type FoundProblem, sentenceIn } from '../../src/domain/problems';
import { NO_NUMBER, type TypedColumn, type TypedRows, unpacked } from '../../src/domain/typedRows';
import { nodeReader } from '../../src/intake/node/reader';
import type { Sink } from '../../src/intake/read/part';
import type { FileRead } from '../../src/intake/read/readFile';
import { keyOf } from '../../src/workspace/fileKey';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';
import { blobOf, type Case } from './case';

/** One thing said of a file, and its sentence. */
export interface Said {
  code: ProblemCode;
  /** As `MeantRead` writes it. */
  line: string;
  sentence: string;
  found: FoundProblem | null;
}

export interface Outcome {
  read: FileRead | null;
  refused: FileRefused | null;
  said: readonly Said[];
  /** Accepted rows by field, parts one behind the other. */
  values: Readonly<Record<string, readonly (string | number | null)[]>>;
}

/** Reads a file of the corpus as page and command line do, without an engine below. */
export async function readCase(c: Omit<Case, 'meant'>): Promise<Outcome> {
  const sink = new Collected();
  const office = c.office ?? qinghai;
  try {
    const key = keyOf(office, c.path ?? '2017Q1_632200_complaints.csv', c.ledger ? { ledger: c.ledger } : {});
    const request = { ...key, receivedOn: c.receivedOn ?? null, answers: c.answers ?? {} };
    const read = await nodeReader(office).read(await blobOf(c), request, sink);
    const said = read.parts.flatMap(({ ledger, number }) => (sink.found[number] ?? []).map((f) => saidOf(f, ledger)));
    return { read, refused: null, said, values: sink.values };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, message: sentence } = error;
    return { read: null, refused: error, said: [{ code, line: code, sentence, found: null }], values: {} };
  }
}

const outcomes = new Map<Case, Promise<Outcome>>();

/** `readCase`, once. */
export function outcomeOf(c: Case): Promise<Outcome> {
  const outcome = outcomes.get(c) ?? readCase(c);
  outcomes.set(c, outcome);
  return outcome;
}

/** Keeps what comes of a file in memory. */
class Collected implements Sink {
  found: FoundProblem[][] = [];
  values: Record<string, (string | number | null)[]> = {};

  async rows(_: number, __: LedgerId, { columns }: TypedRows): Promise<void> {
    for (const [name, column] of Object.entries(columns)) {
      this.values[name] ??= [];
      this.values[name].push(...valuesOf(column));
    }
  }

  async problems(part: number, problems: readonly FoundProblem[]): Promise<void> {
    this.found[part] ??= [];
    this.found[part].push(...problems);
  }

  async restart(): Promise<void> {
    this.found = [];
    this.values = {};
  }
}

function valuesOf(column: TypedColumn): (string | number | null)[] {
  if (column.kind === 'text') {
    const texts = unpacked(column.texts);
    return [...column.codes].map((c) => (c < 0 ? null : (texts[c] as string)));
  }
  if (column.kind === 'amount') return [...column.values].map((v) => (Number.isNaN(v) ? null : v));
  const { kind, values } = column;
  return [...values].map((v) => (v === NO_NUMBER ? null : kind === 'day' ? dayFromNumber(v) : v));
}

function saidOf(found: FoundProblem, ledger: LedgerId): Said {
  const { code, field, value, detail } = found;
  const column = field === null ? null : fieldLabel(ledgerField(catalogue.ledger(ledger), field));
  return { code, line: lineOf(found), sentence: sentenceIn(catalogue, code, { column, value, detail }), found };
}

function lineOf({ sheet, row, column, field, value, code, detail }: FoundProblem): string {
  const letters = column === null ? '' : columnLetters(column);
  const place = `${sheet ? `${sheet + 1}!` : ''}${letters}${row ?? ''}`;
  const at = (text: string) => (place ? `${place} ${text}` : text);
  const [what, count] = (detail ?? '').split('|');
  switch (code) {
    case 'passed_over':
      return `${sheet ? `${sheet + 1}!` : ''}passed ${value} ${detail?.replace(/^第 | 行$/g, '')}`;
    case 'repaired':
      return `${sheet ? `${sheet + 1}!` : ''}repaired ${what} ${letters} ${count}`;
    case 'scaled_amounts':
      return `scaled ${field} ${detail}`;
    case 'short_rows':
      return `short ${detail}`;
    case 'lacking_columns':
      return `lacking ${detail}`;
    case 'ignored_column':
    case 'before_period':
      return at(`${code} ${value}`);
    case 'unheaded_column':
      return at(`${code} ${detail}`);
    case 'total_differs':
      return at(`${code} ${value}≠${detail}`);
    case 'hidden_cells':
      return at(`${code} ${detail}`);
    case 'passed_sheet':
    case 'hidden_sheet':
      return at(`${code} ${value ?? ''}${detail ?? ''}`);
    default:
      return at(code);
  }
}

export const isNote = ({ code }: Said): boolean => severityOf(code) === 'note';
