import type { Catalogue } from '../catalogue/catalogue';
import { type Fault, repeated as repeatedIn } from '../catalogue/fault';
import { classKey } from '../classesOf';
import { fieldLabel } from '../ledgers';
import type { Profile } from '../profile';
import type { TaxonomyList } from '../taxonomies';
import { type Claim, ids, inFile, repeated } from './claims';

const FILE = 'taxonomies';

/** What the lists say against themselves, and what a field of the catalogue asks for and is not there. */
export function taxonomyFaults(catalogue: Catalogue, { taxonomies: { taxonomies } }: Profile): string[] {
  const listed = taxonomies.map((t) => t.id);
  const asking = catalogue.ledgers.flatMap((ledger) =>
    ledger.fields.flatMap((field) => (field.type === 'text' && field.taxonomy ? [{ ledger, field }] : [])),
  );
  return [
    ...repeated(FILE, 'id', ids('taxonomies', taxonomies)),
    ...inFile(
      FILE,
      repeatedIn(
        '名称',
        taxonomies.map((t) => t.name),
        (i) => `taxonomies.${i}.name`,
      ),
    ),
    ...taxonomies.flatMap(({ lists }, i) =>
      lists.flatMap((list, j) => {
        const path = `taxonomies.${i}.lists.${j}`;
        return [...inFile(FILE, [...beginFaults(lists, j, path), ...wordFaults(list, path)]), ...sameWord(list, path)];
      }),
    ),
    ...asking
      .filter(({ field }) => !listed.includes(field.taxonomy as string))
      .map(
        ({ ledger, field }) =>
          `${FILE}.json → taxonomies：缺少 ${field.taxonomy}，${ledger.name}（${ledger.id}）的「${fieldLabel(field)}」按它归类；没有清单的，lists 写 []`,
      ),
  ];
}

function beginFaults(lists: readonly TaxonomyList[], at: number, path: string): Fault[] {
  const from = lists[at]?.from ?? null;
  if (at === 0) return [];
  const before = lists[at - 1]?.from ?? Number.NEGATIVE_INFINITY;
  return from !== null && from > before
    ? []
    : [{ path: `${path}.from`, message: '清单须由早到晚排列，只有第一份可为 null' }];
}

/** Where each word of a list stands, by what it is compared as. */
const claimsOf = (
  { classes }: TaxonomyList,
  path: string,
  kinds: readonly ('synonyms' | 'whole' | 'partial')[],
): Claim[] =>
  classes.flatMap((of, i) =>
    kinds.flatMap((kind) =>
      of[kind].map((word, j) => ({
        path: `${path}.classes.${i}.${kind}.${j}`,
        text: classKey(word),
        of: `${i}`,
      })),
    ),
  );

/** A word of two classes would be of the last of them without a word; a name says one class alone. */
function sameWord(list: TaxonomyList, path: string): string[] {
  const names = list.classes.map(({ name }, i) => ({
    path: `${path}.classes.${i}.name`,
    text: classKey(name),
    of: `${i}`,
  }));
  const known = [...names, ...claimsOf(list, path, ['synonyms', 'whole'])];
  const held = new Map(known.map((c) => [c.text, c.path]));
  return [
    ...repeated(FILE, 'id', ids(`${path}.classes`, list.classes)),
    ...repeated(FILE, '写法', known),
    ...inFile(
      FILE,
      claimsOf(list, path, ['partial']).flatMap((c) =>
        held.has(c.text)
          ? [{ path: c.path, message: `写法 ${c.text} 已用于 ${held.get(c.text)}，不能又待确认，请删去一处` }]
          : [],
      ),
    ),
  ];
}

const wordFaults = (list: TaxonomyList, path: string): Fault[] =>
  [
    ...list.classes.map(({ name }, i) => ({ path: `${path}.classes.${i}.name`, text: classKey(name) })),
    ...claimsOf(list, path, ['synonyms', 'whole', 'partial']),
  ].flatMap((c) => (c.text === '' ? [{ path: c.path, message: '除去括号后没有文字' }] : []));
