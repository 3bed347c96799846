import type { ListField } from '../ledgers';
import type { Reading } from './reading';
import { halfWidth } from './signs';

/** Each of the spellings, with the value that it stands for. */
const spellingsOf = ({ spellings = {} }: ListField): [text: string, value: string][] =>
  Object.entries(spellings).flatMap(([value, texts]) => texts.map((text): [string, string] => [text, value]));

/** Reads a list's texts: its values and their synonyms without a word, other spellings whose meaning is beyond doubt. */
export function listReader(field: ListField) {
  const plain = new Map<string, string>([
    ...field.values.map((v) => [v, v] as const),
    ...Object.entries(field.synonyms ?? {}),
  ]);
  const spelled = new Map([...plain, ...spellingsOf(field)].map(([text, value]) => [spelling(text), value]));
  const found = (value: string | undefined, more?: Partial<Reading<string>>): Reading<string> | null =>
    value === undefined ? null : { value, ...more };
  return {
    plain: (text: string) => found(plain.get(text) ?? plain.get(halfWidth(text))),
    other: (text: string) => found(spelled.get(spelling(text)), { repair: 'list_spelling' }),
  };
}

const spelling = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
