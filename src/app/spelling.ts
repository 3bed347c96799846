/** Letters that are typed for a syllable in place of all of it: 海 h, 称 c or ch. */
const initials = (syllable: string): string[] => [
  syllable.slice(0, 1),
  ...(/^[zcs]h/.test(syllable) ? [syllable.slice(0, 2)] : []),
];

/** Whether letters spell the syllables from `at` on: each whole or by its initial, the last as far as it is typed. */
function spellsFrom(typed: string, syllables: readonly string[], at: number): boolean {
  if (typed === '') return true;
  const syllable = syllables[at];
  if (syllable === undefined) return false;
  if (syllable.startsWith(typed)) return true;
  return [syllable, ...initials(syllable)].some(
    (part) => typed.startsWith(part) && spellsFrom(typed.slice(part.length), syllables, at + 1),
  );
}

/** From so many letters on they may spell the middle of a name too; fewer would be found everywhere. */
const WITHIN = 3;

/**
 * Whether letters spell a name: huangnan, hn, hnan, huangn.
 * @param typed letters in lower case
 * @returns where; null where they do not
 */
export function spells(typed: string, syllables: readonly string[]): 'start' | 'within' | null {
  const letters = typed.replaceAll('ü', 'v').replace(/['’]/g, '');
  if (!/^[a-z]+$/.test(letters)) return null;
  if (spellsFrom(letters, syllables, 0)) return 'start';
  if (letters.length < WITHIN) return null;
  return syllables.some((_, at) => at > 0 && spellsFrom(letters, syllables, at)) ? 'within' : null;
}
