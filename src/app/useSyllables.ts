import { useEffect, useState } from 'react';
import { load } from '../ui/load';

/** What spells names in pinyin; null while that part of the page is not here, and where it could not be had (`failed`). */
export interface Syllables {
  syllablesOf: ((text: string) => string[]) | null;
  failed: boolean;
}

const COMING: Syllables = { syllablesOf: null, failed: false };

/** Kept for the next time, so that it is there at once. */
let here = COMING;

/** What spells the names in pinyin, fetched when first asked for; asked for again after it failed. */
export function useSyllables(): Syllables {
  const [syllables, setSyllables] = useState(here);
  useEffect(() => {
    if (here.syllablesOf) return;
    let left = false;
    load(() => import('./spell')).then(
      ({ syllablesOf }) => {
        here = { syllablesOf, failed: false };
        if (!left) setSyllables(here);
      },
      () => left || setSyllables({ syllablesOf: null, failed: true }),
    );
    return () => {
      left = true;
    };
  }, []);
  return syllables;
}
