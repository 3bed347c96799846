import type { Catalogue } from '../../domain/catalogue/catalogue';
import { dayNumber } from '../../domain/day';
import { type LedgerId, ledgerField } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import { type Period, periodEnd } from '../../domain/period';
import type { FileProblemCode } from '../../domain/problemCodes';
import { FileRefused } from '../../domain/problems';
import { type FieldReader, fieldReader } from '../../domain/reading/fieldReader';
import type { LongIds, ReadingAnswers } from '../../domain/reading/reading';
import type { OpenedFile, Sheet } from '../sheet';
import type { Table } from '../table/table';
import { type Chosen, chooseSheets } from './chooseSheets';
import type { Part, Sink } from './part';
import { Parts } from './parts';
import { allAsked, Questions } from './questions';
import { readSheet } from './readSheet';

/** What is known of a file before it is read. */
export interface ReadRequest {
  /** Null where it is not known yet: the file is only looked through then. */
  unit: string | null;
  period: Period | null;
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
  ledger: LedgerId;
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
  const chosen = await chooseSheets(office.catalogue, file, wantedLedger(request), request.answers);
  // Of each ledger by itself: it is read the same where it is read alone.
  const longIds = longIdsOf(office.catalogue, () => false);
  const first = await readChosen(office, file, chosen, request, sink, longIds).catch(async (error) => {
    throw await withMoreAsks(error, office, file, request, sink);
  });
  const exact = (ledger: LedgerId) => {
    const { doubted, seen } = longIds.get(ledger) as LongIds;
    return doubted && seen;
  };
  if (!office.catalogue.ledgerIds.some(exact)) return first;
  // What was taken for rounded is not: all is read anew, so that no row depends on those before it.
  await sink.restart();
  return readChosen(office, file, chosen, request, sink, longIdsOf(office.catalogue, exact));
}

/** A file of another ledger than its name says is read on as what it is, so that all that is to be asked of it is asked at once. */
async function withMoreAsks(
  error: unknown,
  office: Office,
  file: OpenedFile,
  request: ReadRequest,
  sink: Sink,
): Promise<unknown> {
  if (!(error instanceof FileRefused)) return error;
  const [ask, ...others] = error.asks;
  const [choice, ...more] = ask?.of === 'ledger' ? ask.choices : [];
  if (!choice || others.length + more.length > 0) return error;
  await sink.restart();
  try {
    await readOpened(office, file, { ...request, ledger: choice.answer as LedgerId }, sink);
    return error;
  } catch (next) {
    if (!(next instanceof FileRefused)) return next;
    // What cannot be read as that is still of another ledger, and that is said first.
    return next.asks.length > 0 ? allAsked([...error.asks, ...next.asks]) : error;
  }
}

type LedgerLongIds = ReadonlyMap<LedgerId, LongIds>;

const longIdsOf = (catalogue: Catalogue, exact: (ledger: LedgerId) => boolean): LedgerLongIds =>
  new Map(catalogue.ledgerIds.map((id) => [id, { exact: exact(id), seen: false, doubted: false }]));

async function readChosen(
  office: Office,
  file: OpenedFile,
  chosen: Chosen,
  request: ReadRequest,
  sink: Sink,
  longIds: LedgerLongIds,
): Promise<FileRead> {
  const sheetNames = file.sheets.map((s) => s.name);
  const { answers } = request;
  const { hasWhole, differing } = chosen;
  const wanted = wantedLedger(request);
  const questions = new Questions(answers);
  const isChosen = (ledger: LedgerId, sheet: number) => differing.get(ledger)?.isRead(sheet) ?? true;
  const parts = new Parts({ wanted, answers, period: request.period, hasWhole, isChosen, questions }, sink);
  const rows = new SheetRows();
  const open = [...differing.values()].filter((d) => d.isOpen);
  try {
    for (const { sheet, number, tables } of chosen.read) {
      await readSheet(sheet, tables, {
        catalogue: office.catalogue,
        sheetNumber: number,
        sheetNames,
        numberBeside: () => sheetNames.push(sheet.name) - 1,
        against: {
          periodEnd: request.period === null ? END_OF_TIME : dayNumber(periodEnd(request.period)),
          receivedOn: request.receivedOn === null ? null : dayNumber(request.receivedOn),
        },
        partOf: (found) => parts.take(found, sheet, number),
        readerOf: (field, table) => readerOf(office, request, sheet, field, table, longIds, questions),
        progress: (share) => sink.progress?.((number + share) / file.sheets.length),
      });
      rows.count(number, parts.all);
    }
  } catch (error) {
    // Another sheet may be meant.
    if (open.length > 0 && error instanceof FileRefused && OF_A_TABLE.includes(error.code))
      questions.assertAnswered(
        open.map((d) => d.question(null)),
        parts.all,
      );
    throw error;
  }
  if (parts.all.length === 0) throw ledgerDiffers(office.catalogue, parts.ledgers, request);
  questions.assertAnswered(
    open.map((d) => d.question((sheet) => rows.of(sheet, d.ledger.id))),
    parts.all,
  );
  const kept = await parts.report(chosen.notes, chosen.passed, sheetNames);
  return {
    encoding: file.encoding,
    sheets: sheetNames,
    parts: kept.map(({ number, ledger, read: rowsRead, accepted, problems }) => ({
      number,
      ledger: ledger.id,
      rowsRead,
      rowsAccepted: accepted,
      rowsRejected: rowsRead - accepted,
      problems,
    })),
  };
}

/** No day is later. */
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

/** What one table is refused for. */
const OF_A_TABLE: readonly FileProblemCode[] = ['missing_columns', 'column_type', 'alike_columns', 'unclear_units'];

/** Rows read of each ledger by sheet. */
class SheetRows {
  private readonly rows = new Map<string, number>();
  private readonly before = new Map<LedgerId, number>();

  count(sheet: number, parts: readonly Part[]): void {
    for (const { ledger, read } of parts) {
      this.rows.set(`${sheet}|${ledger.id}`, read - (this.before.get(ledger.id) ?? 0));
      this.before.set(ledger.id, read);
    }
  }

  of(sheet: number, ledger: LedgerId): number {
    return this.rows.get(`${sheet}|${ledger}`) ?? 0;
  }
}

function readerOf(
  office: Office,
  { unit, period, answers }: ReadRequest,
  sheet: Sheet,
  field: string,
  table: Table,
  longIds: LedgerLongIds,
  questions: Questions,
): FieldReader {
  const at = (scale: number) =>
    fieldReader(office, ledgerField(table.ledger, field), {
      date1904: sheet.date1904,
      answers,
      scale,
      longIds: longIds.get(table.ledger.id) as LongIds,
      prefecture: office.regions.prefectures.some((p) => p.code === unit) ? unit : null,
      period,
    });
  return questions.watched(field, table, at(table.scales[field]?.factor ?? 1), at);
}

/** The ledger that is read of those a file holds: the one that the person says, else the one of the file's name; null for all. */
const wantedLedger = ({ ledger, namedLedger }: ReadRequest): LedgerId | null => ledger ?? namedLedger;

/** Says that the file holds other ledgers than the one that is wanted. @param held in all its tables */
function ledgerDiffers(
  catalogue: Catalogue,
  held: readonly LedgerId[],
  { ledger, namedLedger }: ReadRequest,
): FileRefused {
  const said = (ledger ?? namedLedger) as LedgerId;
  const names = held.map((id) => `「${catalogue.ledger(id).name}」`).join('');
  const differs = `${ledger === null ? '文件名写的' : '指定的'}是「${catalogue.ledger(said).name}」，但表头是${names}`;
  return new FileRefused(
    'ledger_differs',
    { detail: differs },
    ledger === null
      ? [
          {
            of: 'ledger',
            text: `${differs}。按哪个台账读取？`,
            otherwise: '如不是，请改正文件名后重报。',
            choices: held.map((id) => ({ answer: id, label: `按表头：${catalogue.ledger(id).name}` })),
          },
        ]
      : [],
  );
}
