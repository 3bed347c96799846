import { listAsked } from '../domain/classAsked';
import { classesOf, listedAs } from '../domain/classesOf';
import {
  type EvidencePage,
  type EvidenceQuestion,
  type EvidenceRow,
  evidenceColumns,
  ledgerOf,
  searchWords,
} from '../domain/evidence';
import type { EvidenceRows } from '../domain/evidenceRows';
import type { Office } from '../domain/office';
import { maskedRow, personalFields } from '../domain/persons';
import type { Submission } from '../domain/submission';
import { type KeyDuring, keysOf, mergedCounties, mergedDepartments } from '../domain/succession';
import { type Span, spanOf } from '../domain/zones';
import type { FactsAt } from './facts';
import type { Database } from './port';
import { evidenceCount, evidenceRows, evidenceWidths, FOUND, idStatistics, sheetCount } from './sql/evidence';
import { type AreaKeys, type ClassTexts, distinctTexts, type FoundWord, type Sought } from './sql/sought';

/** Told of each answer while it is still its turn. */
export interface Noting {
  note<K extends keyof EvidenceRows>(
    kind: K,
    asked: Parameters<EvidenceRows[K]>,
    answer: Awaited<ReturnType<EvidenceRows[K]>>,
  ): void;
}

/** Runs a work on the facts in its turn. @param limit rows asked for: 0 where only their number is */
export type Asking = <T>(work: (facts: FactsAt) => Promise<T>, limit?: number) => Promise<T>;

/** Each question is answered from the facts at its own cut-off. */
export class Evidence implements EvidenceRows {
  constructor(
    private readonly office: Office,
    private readonly ask: Asking,
    private readonly answers: Noting | null = null,
  ) {}

  evidence: EvidenceRows['evidence'] = (q, offset, limit) =>
    this.ask(async (facts) => {
      const page = await facts.at(q.asOf, (db) => evidencePage(db, this.office, q, offset, limit));
      this.answers?.note('evidence', [q, offset, limit], page);
      return page;
    }, limit);

  columnWidths: EvidenceRows['columnWidths'] = (q, keys) =>
    this.ask(async (facts) => {
      const widths = await facts.at(q.asOf, (db, files) => widthsOfColumns(db, this.office, files.values(), q, keys));
      this.answers?.note('columnWidths', [q, keys], widths);
      return widths;
    });
}

/** One page of the rows behind a number, or of a ledger, of the facts as they stand. */
async function evidencePage(
  db: Database,
  office: Office,
  q: EvidenceQuestion,
  offset: number,
  limit: number,
): Promise<EvidencePage> {
  const sought = await soughtBy(db, office, q);
  // Many ask for the number alone.
  const found = limit > 0 ? await db.rows(evidenceRows(office.catalogue, q, sought, offset, limit)) : [];
  const told = found[0]?.[FOUND] ?? (await db.rows(evidenceCount(office.catalogue, q, sought)))[0]?.[FOUND];
  const rows = found.map(({ [FOUND]: _, ...row }) => row as EvidenceRow);
  const masked = maskedFields(office, q);
  return { total: told as number, rows: rows.map((r) => maskedRow(r, masked)) };
}

/**
 * How much room some columns need, in narrow characters: the widest id and file name; of other columns only whether there is
 * anything in them. Of ids that all are plain letters and figures DuckDB knows the longest of the ledger without reading one.
 */
async function widthsOfColumns(
  db: Database,
  office: Office,
  files: Iterable<Submission>,
  q: EvidenceQuestion,
  keys: readonly string[],
): Promise<Record<string, number>> {
  const { catalogue } = office;
  const ledger = catalogue.ledger(ledgerOf(catalogue, q));
  const { idField: id } = ledger;
  const known = new Map<string, number>();
  if (keys.includes('file'))
    known.set('file', Math.max(0, ...[...files].filter((s) => s.ledger === ledger.id).map((s) => narrow(s.file))));
  if (keys.includes('sheet') && (await db.rows(sheetCount(ledger.id)))[0]?.n === 0) known.set('sheet', 0);
  const longest = keys.includes(id) ? longestId((await db.rows(idStatistics(ledger)))[0]?.told) : null;
  if (longest !== null) known.set(id, longest);
  const columns = evidenceColumns(catalogue, ledger.id).map((c) => c.key);
  const asked = columns.filter((key) => keys.includes(key) && !known.has(key));
  const [row] = asked.length
    ? await db.rows(evidenceWidths(catalogue, q, await soughtBy(db, office, q), asked, [id]))
    : [];
  return Object.fromEntries(
    keys.filter((key) => columns.includes(key)).map((key) => [key, known.get(key) ?? (row?.[key] as number)]),
  );
}

/** Bytes of the longest of some texts, of which there are none but ASCII; null where DuckDB does not say so. */
const longestId = (statistics: unknown): number | null => {
  const [, bytes] = /Has Unicode: false, Max String Length: (\d+)/.exec(String(statistics)) ?? [];
  return bytes === undefined ? null : Number(bytes);
};

/** Width of a text in narrow characters. */
const narrow = (text: string): number => [...text].reduce((n, c) => n + (c > '\u07ff' ? 2 : 1), 0);

const maskedFields = ({ catalogue }: Office, q: EvidenceQuestion): readonly string[] =>
  q.persons ? [] : personalFields(catalogue.ledger(ledgerOf(catalogue, q)));

const soughtBy = async (db: Database, office: Office, q: EvidenceQuestion): Promise<Sought> => ({
  ...areaKeys(office, q),
  words: foundWords(office, q),
  ofClass: await classTexts(db, office, q),
});

/** Each distinct text is sorted once, by the domain; the database is asked for those of the class. */
async function classTexts(db: Database, office: Office, q: EvidenceQuestion): Promise<ClassTexts | null> {
  if (!q.ofClass) return null;
  const { field, id, year } = q.ofClass;
  const ledger = ledgerOf(office.catalogue, q);
  const list = listAsked(office, office.catalogue.ledger(ledger), q.ofClass);
  if (!list) throw new RangeError(`no list sorts ${ledger}.${field} in ${year}`);
  const rows = (await db.rows(distinctTexts(ledger, field))) as { text: string | null }[];
  return { field, texts: rows.map((r) => r.text).filter((text) => listedAs(classesOf(list, text)).includes(id)) };
}

/** The words that are searched for, each with the places and departments that it stands for. */
const foundWords = ({ regions, departments }: Office, { search }: EvidenceQuestion): FoundWord[] =>
  searchWords(search ?? '').map((word) => ({
    word,
    places: regions.searched(word).map((p) => p.code),
    departments: departments.searched(word).map((d) => d.id),
  }));

/** The keys of the rows that are counted in the question's area: as `restated` counts them. */
function areaKeys(office: Office, q: EvidenceQuestion): AreaKeys {
  const departments = mergedDepartments(office.profile.departments);
  const asked = [q.level === 'department' ? q.id : undefined, q.department];
  return {
    places: placesOf(office, q),
    departments: asked.flatMap((id) => (id ? [keysOf(departments, id)] : [])),
  };
}

const always = (key: string): KeyDuring => ({ key, first: null, last: null });

/** The places that lie in the question's area, and when; null for all. */
function placesOf({ regions, profile }: Office, { level, id, own }: EvidenceQuestion): KeyDuring[] | null {
  if (own) return [always(id)];
  const counties = mergedCounties(profile.regions);
  switch (level) {
    case 'province':
    case 'department':
      return null;
    case 'county':
      return keysOf(counties, id);
    case 'prefecture':
      return [id, ...regions.counties.filter((c) => c.prefecture === id).map((c) => c.code)].map(always);
    case 'zone':
      return (
        profile.zones.zones
          .find((z) => z.id === id)
          ?.members.flatMap((m) => keysOf(counties, m.code).flatMap((k) => during(k, spanOf(m)) ?? [])) ?? []
      );
  }
}

/** A key in those of its quarters that lie in a span too; null where there are none. */
function during({ key, ...own }: KeyDuring, span: Span): KeyDuring | null {
  const first = own.first === null || (span.first !== null && span.first > own.first) ? span.first : own.first;
  const last = own.last === null || (span.last !== null && span.last < own.last) ? span.last : own.last;
  return first !== null && last !== null && first > last ? null : { key, first, last };
}
