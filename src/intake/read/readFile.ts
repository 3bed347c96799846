import { dayNumber } from '../../domain/day';
import type { CaseLedger } from '../../domain/indicators';
import { fieldLabel, LEDGER_IDS, LEDGERS, type LedgerId, ledgerField } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import { type Period, periodEnd } from '../../domain/period';
import { FileRefused, type FoundProblem } from '../../domain/problems';
import { type FieldReader, fieldReader } from '../../domain/reading/fieldReader';
import type { LongIds, ReadingAnswers } from '../../domain/reading/reading';
import { questionText } from '../../domain/reading/words';
import type { OpenedFile, Sheet } from '../sheet';
import { findTables } from '../table/findTables';
import { ledgerSheets, type SheetChoice } from '../table/ledgerSheets';
import type { Table } from '../table/table';
import { encodingAsk, isText } from './encodingAsk';
import { noHeader } from './noHeader';
import type { Part, Sink } from './part';
import { hiddenSheet, Parts, passedSheet } from './parts';
import { HEAD_ROWS, headOf, readSheet } from './readSheet';

/** What is known of a file before it is read. */
export interface ReadRequest {
  unit: string;
  period: Period;
  receivedOn: string | null;
  /** As the person says; what the file holds of other ledgers is passed over then, and named. */
  ledger: LedgerId | null;
  /** As the file's name says. */
  namedLedger: LedgerId | null;
  answers: ReadingAnswers;
}

/** What was read of a file for one ledger: rows read = accepted + rejected. */
export interface PartRead {
  /** As the sink knows it. A number may be left out: see `Parts.report`. */
  number: number;
  ledger: CaseLedger;
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  problems: number;
}

export interface FileRead {
  encoding: string;
  parts: readonly PartRead[];
  /** Names of the sheets in order; null for a form that has none. A sheet with tables beside each other comes again at the end. */
  sheets: readonly (string | null)[];
}

/**
 * Reads an opened file: finds the tables, reads every distinct text once by the domain, checks the rows, and hands typed rows
 * and problems to `sink` on the way. What was handed over before an error is the caller's to forget.
 * @throws FileRefused where the file cannot be read, or something of it is to be asked first
 */
export async function readOpened(
  office: Office,
  file: OpenedFile,
  request: ReadRequest,
  sink: Sink,
): Promise<FileRead> {
  const chosen = await chooseSheets(file, request);
  // Of each ledger by itself: it is read the same where it is read alone.
  const longIds = longIdsOf(() => false);
  const first = await readChosen(office, file, chosen, request, sink, longIds);
  const exact = (ledger: LedgerId) => longIds[ledger].doubted && longIds[ledger].seen;
  if (!LEDGER_IDS.some(exact)) return first;
  // What was taken for rounded is not: all is read anew, so that no row depends on those before it.
  await sink.restart();
  return readChosen(office, file, chosen, request, sink, longIdsOf(exact));
}

type LedgerLongIds = Readonly<Record<LedgerId, LongIds>>;

const longIdsOf = (exact: (ledger: LedgerId) => boolean): LedgerLongIds =>
  Object.fromEntries(LEDGER_IDS.map((id) => [id, { exact: exact(id), seen: false, doubted: false }])) as LedgerLongIds;

/** A sheet that is read, with its tables. */
interface ChosenSheet {
  sheet: Sheet;
  number: number;
  tables: readonly Table[];
}

interface Chosen {
  read: readonly ChosenSheet[];
  /** Said of the other sheets. */
  notes: readonly FoundProblem[];
  /** One of the tables has all that its ledger needs. */
  hasWhole: boolean;
}

/** @throws FileRefused where no sheet holds a ledger, or several hold one in different forms */
async function chooseSheets(file: OpenedFile, request: ReadRequest): Promise<Chosen> {
  const heads = await Promise.all(
    file.sheets.map(async (sheet, number) => {
      const head = await headOf(sheet);
      return { sheet, number, head, tables: findTables(head, sheet) };
    }),
  );
  const choice = ledgerSheets(
    heads.map(({ sheet, tables, head }) => ({ name: sheet.name, hidden: sheet.hidden, tables, rows: head.length })),
  );
  const read = heads.filter(({ number }) => choice.read.includes(number));
  if (read.length === 0)
    throw noHeader(
      heads.map(({ sheet, head }) => ({ name: sheet.name, head })),
      HEAD_ROWS,
      isText(file.encoding) ? [encodingAsk(request.answers.encoding ?? file.encoding)] : [],
    );
  const wanted = wantedLedger(request);
  for (const { ledger, sheets } of choice.conflicts) {
    if (wanted !== null && wanted !== ledger) continue;
    throw new FileRefused('several_tables', {
      detail: differing(
        ledger,
        heads.filter((h) => sheets.includes(h.number)),
      ),
    });
  }
  const notes = [
    ...choice.passed.map(({ sheet, reason }) => passedSheet(file.sheets[sheet] as Sheet, sheet, REASONS[reason])),
    ...choice.hiddenRead.map((sheet) => hiddenSheet(file.sheets[sheet] as Sheet, sheet)),
  ];
  return { read, notes, hasWhole: read.some((s) => s.tables.some((t) => t.missing.length === 0)) };
}

async function readChosen(
  office: Office,
  file: OpenedFile,
  { read, notes, hasWhole }: Chosen,
  request: ReadRequest,
  sink: Sink,
  longIds: LedgerLongIds,
): Promise<FileRead> {
  const sheetNames = file.sheets.map((s) => s.name);
  const parts = new Parts(wantedLedger(request), hasWhole, sink);
  for (const { sheet, number, tables } of read)
    await readSheet(sheet, tables, {
      sheetNumber: number,
      sheetNames,
      answers: request.answers,
      numberBeside: () => sheetNames.push(sheet.name) - 1,
      against: {
        periodEnd: dayNumber(periodEnd(request.period)),
        receivedOn: request.receivedOn === null ? null : dayNumber(request.receivedOn),
      },
      partOf: (table) => parts.of(table, sheet, number),
      readerOf: (field, table) => readerOf(office, request, sheet, field, table, longIds),
      progress: (share) => sink.progress?.((number + share) / file.sheets.length),
    });
  if (parts.all.length === 0) throw ledgerDiffers(parts.ledgers, request);
  assertAnswered(parts.all);
  const kept = await parts.report(notes);
  return {
    encoding: file.encoding,
    sheets: sheetNames,
    parts: kept.map(({ number, ledger, read: rowsRead, accepted, problems }) => ({
      number,
      ledger,
      rowsRead,
      rowsAccepted: accepted,
      rowsRejected: rowsRead - accepted,
      problems,
    })),
  };
}

/** Names the sheets of one ledger and the columns that not all of them have. */
function differing(ledger: LedgerId, sheets: readonly { sheet: Sheet; tables: readonly Table[] }[]): string {
  const own = sheets.map(({ sheet, tables }) => ({
    name: `「${sheet.name ?? ''}」`,
    fields: new Set(tables.filter((t) => t.ledger === ledger).flatMap((t) => Object.keys(t.fields))),
  }));
  const label = (field: string) => `「${fieldLabel(ledgerField(LEDGERS[ledger], field))}」`;
  const more = own.flatMap(({ name, fields }) => {
    const others = [...fields].filter((f) => own.some((o) => !o.fields.has(f)));
    return others.length ? [`${name}有${others.map(label).join('')}`] : [];
  });
  return `工作表${own.map((o) => o.name).join('')}都是${LEDGERS[ledger].name}，但列不相同（只有${more.join('，')}）`;
}

/** Why a sheet is passed over. */
const REASONS: Record<SheetChoice['passed'][number]['reason'], string> = {
  empty: '是空的',
  no_header: '没有台账的表头',
  hidden: '是隐藏的',
  summary: '只有台账的几列，像是汇总',
};

function readerOf(
  office: Office,
  { unit, answers }: ReadRequest,
  sheet: Sheet,
  field: string,
  table: Table,
  longIds: LedgerLongIds,
): FieldReader {
  return fieldReader(office, ledgerField(LEDGERS[table.ledger], field), {
    date1904: sheet.date1904,
    answers,
    scale: table.scales[field]?.factor ?? 1,
    longIds: longIds[table.ledger],
    prefecture: office.profile.regions.prefectures.some((p) => p.code === unit) ? unit : null,
  });
}

/** The ledger that is read of those a file holds: the one that the person says, else the one of the file's name; null for all. */
const wantedLedger = ({ ledger, namedLedger }: ReadRequest): LedgerId | null => ledger ?? namedLedger;

/** Says that the file holds other ledgers than the one that is wanted. @param held in all its tables */
function ledgerDiffers(held: readonly LedgerId[], { ledger, namedLedger }: ReadRequest): FileRefused {
  const said = (ledger ?? namedLedger) as LedgerId;
  const names = held.map((id) => `「${LEDGERS[id].name}」`).join('');
  const differs = `${ledger === null ? '文件名写的' : '指定的'}是「${LEDGERS[said].name}」，但表头是${names}`;
  return new FileRefused(
    'ledger_differs',
    { detail: differs },
    ledger === null
      ? [
          {
            of: 'ledger',
            text: `${differs}。按哪个台账读取？`,
            otherwise: '如不是，请改正文件名后重报。',
            choices: held.map((id) => ({ answer: id, label: `按表头：${LEDGERS[id].name}` })),
          },
        ]
      : [],
  );
}

/** @throws FileRefused with what there is to choose, where texts may mean two things and nobody said which */
function assertAnswered(parts: readonly Part[]): void {
  const raised = parts.flatMap((part) => [...part.raised.values()].map((r) => ({ ...r, ledger: part.ledger })));
  const questions = [...new Set(raised.map((r) => r.question))];
  if (questions.length === 0) return;
  const asks = questions.map((question) => {
    const of = raised.filter((r) => r.question === question);
    const columns = of.map((r) => fieldLabel(ledgerField(LEDGERS[r.ledger], r.field))).join('」「');
    const { text, options, otherwise } = questionText(
      question,
      columns,
      [...new Set(of.flatMap((r) => r.examples))].slice(0, 3),
    );
    return { of: question, text, choices: options, otherwise };
  });
  throw new FileRefused('answer_needed', { detail: asks.map((a) => a.text).join('') }, asks);
}
