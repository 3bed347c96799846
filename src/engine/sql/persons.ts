import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { Ledger } from '../../domain/ledgers';
import { personalFields } from '../../domain/persons';
import { literal } from './text';

/** Blanks as JavaScript trims them. */
const BLANK = '\\p{Z}\\t-\\r\\x{FEFF}';

const fieldsOf = (
  catalogue: Catalogue,
  names: (ledger: Ledger) => readonly string[],
  ledger: string,
  field: string,
): string =>
  catalogue.ledgers
    .filter((l) => names(l).length > 0)
    .map((l) => `(${ledger} = ${literal(l.id)} AND coalesce(${field} IN (${names(l).map(literal).join(', ')}), false))`)
    .join(' OR ') || 'false';

/**
 * SQL of a text as it is shown: masked where it can be a person's. The domain's `mayBePerson` and `masked` in SQL, for where
 * many values are counted by what is shown of them.
 * @param slipped SQL: it is not sure how the row is cut into cells
 */
export function maskedText(catalogue: Catalogue, text: string, ledger: string, field: string, slipped: string): string {
  const person = [slipped, fieldsOf(catalogue, personalFields, ledger, field)];
  const first = `regexp_extract(${text}, '[^${BLANK}]')`;
  return `CASE WHEN ${person.map((p) => `(${p})`).join(' OR ')}
    THEN CASE WHEN ${first} = '' THEN '' ELSE ${first} || '＊＊' END ELSE ${text} END`;
}
