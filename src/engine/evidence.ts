import { type EvidencePage, type EvidenceQuestion, type EvidenceRow, ledgerOf, searchWords } from '../domain/evidence';
import type { Office } from '../domain/office';
import { maskedRow, personalFields } from '../domain/persons';
import { spanOf } from '../domain/zones';
import type { Database } from './port';
import { evidenceCount, evidenceRows, evidenceWidths, type FoundWord, type PlaceDuring } from './sql/evidence';

/** One page of the rows behind a number, or of a ledger, of the facts as they stand. */
export async function evidencePage(
  db: Database,
  office: Office,
  q: EvidenceQuestion,
  offset: number,
  limit: number,
): Promise<EvidencePage> {
  const places = placesOf(office, q);
  const found = foundWords(office, q);
  const [count] = await db.rows(evidenceCount(office.catalogue, q, places, found));
  const rows = (await db.rows(evidenceRows(office.catalogue, q, places, found, offset, limit))) as EvidenceRow[];
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
  const [row] = await db.rows(evidenceWidths(office.catalogue, q, placesOf(office, q), foundWords(office, q), keys));
  const widths = { ...row } as Record<string, number>;
  for (const field of maskedFields(office, q)) if (widths[field]) widths[field] = 1;
  return widths;
}

const maskedFields = ({ catalogue }: Office, q: EvidenceQuestion): readonly string[] =>
  q.persons ? [] : personalFields(catalogue.ledger(ledgerOf(catalogue, q)));

/** The words that are searched for, each with the places and departments that it stands for. */
const foundWords = ({ regions, departments }: Office, { search }: EvidenceQuestion): FoundWord[] =>
  searchWords(search ?? '').map((word) => ({
    word,
    places: regions.searched(word).map((p) => p.code),
    departments: departments.searched(word).map((d) => d.id),
  }));

/** The places that lie in the question's area, and when; null for all. */
function placesOf({ regions, profile }: Office, { level, id, own }: EvidenceQuestion): PlaceDuring[] | null {
  if (own) return [{ place: id }];
  switch (level) {
    case 'province':
    case 'department':
      return null;
    case 'county':
      return [{ place: id }];
    case 'prefecture':
      return [id, ...regions.counties.filter((c) => c.prefecture === id).map((c) => c.code)].map((place) => ({
        place,
      }));
    case 'zone':
      return profile.zones.zones.find((z) => z.id === id)?.members.map((m) => ({ place: m.code, ...spanOf(m) })) ?? [];
  }
}
