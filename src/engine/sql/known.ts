import type { Field } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import { literal } from './text';

/** Codes of all places that a case can lie in. */
export const placeCodes = ({ regions }: Office): string[] =>
  [regions.province, ...regions.prefectures, ...regions.counties].map((p) => p.code);

export const departmentIds = ({ profile }: Office): string[] => profile.departments.departments.map((d) => d.id);

/** The texts that the column of a field can hold, where these are few; null for any text. */
export function knownTexts(field: Field, office: Office): readonly string[] | null {
  const texts =
    field.type === 'list'
      ? field.values
      : field.type === 'county'
        ? placeCodes(office)
        : field.type === 'department'
          ? departmentIds(office)
          : [];
  return texts.length ? [...new Set(texts)] : null;
}

/** SQL type of a set of texts that are few and known: kept as numbers, and any other is refused when it comes. */
export const oneOf = (texts: readonly string[] | null): string =>
  texts?.length ? `ENUM (${[...new Set(texts)].map(literal).join(', ')})` : 'VARCHAR';
