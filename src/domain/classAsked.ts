import { NO_CLASS_NAMES } from './classWords';
import type { ClassAsked } from './evidence';
import { fieldLabel, type Ledger } from './ledgers';
import { listOf, listsIn, type Office } from './office';
import { NO_CLASS, type TaxonomyList } from './taxonomies';

/** The list by which a question for a class goes; undefined where none sorts that field in that year. */
export function listAsked(
  { profile }: Pick<Office, 'profile'>,
  { fields }: Ledger,
  { field, year }: Pick<ClassAsked, 'field' | 'year'>,
): TaxonomyList | undefined {
  const found = fields.find((f) => f.name === field);
  return found && listOf({ lists: listsIn(profile, year) }, found);
}

/** All that a text can be listed as, in order: classes, then what is in none. */
export const listed = ({ classes }: Pick<TaxonomyList, 'classes'>): { id: string; name: string }[] => [
  ...classes.map(({ id, name }) => ({ id, name })),
  ...NO_CLASS.map((id) => ({ id, name: NO_CLASS_NAMES[id] })),
];

/** 重点领域按清单归为“互联网”. */
export function classAskedWords(office: Pick<Office, 'profile'>, ledger: Ledger, asked: ClassAsked): string {
  const field = ledger.fields.find((f) => f.name === asked.field);
  const list = listAsked(office, ledger, asked);
  const name = list && listed(list).find((c) => c.id === asked.id)?.name;
  return `${field ? fieldLabel(field) : asked.field}按清单归为“${name ?? asked.id}”`;
}
