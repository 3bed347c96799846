import { fieldLabel, ledgerField } from '../../domain/ledgers';
import type { FileProblemCode } from '../../domain/problemCodes';
import { type Ask, FileRefused } from '../../domain/problems';
import type { FieldReader } from '../../domain/reading/fieldReader';
import type { ReadingAnswers } from '../../domain/reading/reading';
import { questionText } from '../../domain/reading/words';
import type { Table } from '../table/table';
import { alikeAsk, assumed, openDoubts, withAlike } from './alikeColumns';
import type { Part } from './part';
import { OpenUnit, withUnits } from './unclearUnits';

/** A question with what the file is refused for where nobody answers. */
export interface OpenQuestion {
  code: FileProblemCode;
  detail: string;
  ask: Ask;
}

/** What is to be asked of a file, gathered while it is read on: all of it is asked at once. */
export class Questions {
  /** By field and header: the columns that may be what they look like, in words. */
  private readonly doubts = new Set<string>();
  /** The same with the place. */
  private readonly doubtful: string[] = [];
  private readonly units = new Map<string, OpenUnit>();

  constructor(private readonly answers: ReadingAnswers) {}

  /**
   * A table as it is read, as answered. What is open is kept, and the table read on as if.
   * @param place where the table stands, in words; blank for the first
   * @throws FileRefused where something of it is open and cannot be asked
   */
  settled(found: Table, place: string): Table {
    const open = openDoubts(found, place, this.answers).filter((d) => this.doubts.size < this.doubts.add(d).size);
    if (open.length > 0) this.doubtful.push(place + open.join('，'));
    const table = withUnits(withAlike(found, assumed(this.answers)), this.answers);
    for (const unit of table.unclearUnits) {
      const known = this.units.get(unit.field);
      if (known) known.join(unit);
      else this.units.set(unit.field, new OpenUnit(table, unit));
    }
    return table;
  }

  /** The reader of a field, which finds an example where its unit is open. @param at the reader for a factor to 元 */
  watched(field: string, table: Table, reader: FieldReader, at: (factor: number) => FieldReader): FieldReader {
    const open = table.unclearUnits.some((u) => u.field === field) ? this.units.get(field) : undefined;
    return open ? open.watched(reader, at) : reader;
  }

  /** @param first what is open beside, and asked first @throws FileRefused with all that is open */
  assertAnswered(first: readonly OpenQuestion[], parts: readonly Part[]): void {
    const open: OpenQuestion[] = [...first];
    const detail = this.doubtful.join('；');
    if (detail) open.push({ code: 'alike_columns', detail, ask: alikeAsk(detail) });
    for (const unit of this.units.values()) open.push({ code: 'unclear_units', detail: unit.detail, ask: unit.ask() });
    open.push(...ofTexts(parts));
    if (open.length > 0) throw refusedFor(open);
  }
}

/** The questions that texts raise, which may mean two things. */
function ofTexts(parts: readonly Part[]): OpenQuestion[] {
  const raised = parts.flatMap((part) => [...part.raised.values()].map((r) => ({ ...r, ledger: part.ledger })));
  return [...new Set(raised.map((r) => r.question))].map((question) => {
    const of = raised.filter((r) => r.question === question);
    const columns = [...new Set(of.map((r) => fieldLabel(ledgerField(r.ledger, r.field))))].join('」「');
    const examples = [...new Set(of.flatMap((r) => r.examples))].slice(0, 3);
    const { text, options, otherwise } = questionText(question, columns, examples);
    return { code: 'answer_needed', detail: text, ask: { of: question, text, choices: options, otherwise } };
  });
}

/** Of one kind of question the file is refused for that, of several for all of them. */
function refusedFor(open: readonly OpenQuestion[]): FileRefused {
  const [code, ...others] = new Set(open.map((o) => o.code));
  const asks = open.map((o) => o.ask);
  if (others.length > 0 || code === 'answer_needed') return allAsked(asks);
  return new FileRefused(code as FileProblemCode, { detail: open.map((o) => o.detail).join('，') }, asks);
}

export const allAsked = (asks: readonly Ask[]): FileRefused =>
  new FileRefused('answer_needed', { detail: asks.map((a) => a.text).join('') }, asks);
