import { listAsked } from '../domain/classAsked';
import { classesOf, listedAs } from '../domain/classesOf';
import { type EvidencePage, type EvidenceQuestion, type EvidenceRow, ledgerOf, searchWords } from '../domain/evidence';
import type { Office } from '../domain/office';
import { maskedRow, personalFields } from '../domain/persons';
import { type KeyDuring, keysOf, mergedCounties, mergedDepartments } from '../domain/succession';
import { type Span, spanOf } from '../domain/zones';
import type { Database } from './port';
import { evidenceCount, evidenceRows, evidenceWidths } from './sql/evidence';
import { type AreaKeys, type ClassTexts, distinctTexts, type FoundWord, type Sought } from './sql/sought';

/** One page of the rows behind a number, or of a ledger, of the facts as they stand. */
export async function evidencePage(
  db: Database,
  office: Office,
  q: EvidenceQuestion,
  offset: number,
  limit: number,
): Promise<EvidencePage> {
  const sought = await soughtBy(db, office, q);
  const [count] = await db.rows(evidenceCount(office.catalogue, q, sought));
  // Many ask for the number alone.
  const rows =
    limit > 0 ? ((await db.rows(evidenceRows(office.catalogue, q, sought, offset, limit))) as EvidenceRow[]) : [];
  const masked = maskedFields(office, q);
  return { total: count?.total as number, rows: rows.map((r) => maskedRow(r, masked)) };
}

/** The widest text of some columns, of all rows of a question; of a masked one only whether there is any. */
export async function widthsOfColumns(
  db: Database,
  office: Office,
  q: EvidenceQuestion,
  keys: readonly string[],
): Promise<Record<string, number>> {
  const [row] = await db.rows(evidenceWidths(office.catalogue, q, await soughtBy(db, office, q), keys));
  const widths = { ...row } as Record<string, number>;
  for (const field of maskedFields(office, q)) if (widths[field]) widths[field] = 1;
  return widths;
}

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
