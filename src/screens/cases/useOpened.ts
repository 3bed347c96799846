import { useEffect, useRef, useState } from 'react';
import type { EvidenceQuestion } from '../../domain/evidence';
import { caseSearchOpened, useCaseSearch } from '../../ui/caseSearch';
import { useFirstPages, useOffice } from '../../ui/data';
import { meantCase, shownFirst } from './search';
import { tellShown } from './shown';

/** Which question is shown, and which of its rows is opened: the case that was searched for, or the one that is clicked. */
export function useOpened(asked: readonly EvidenceQuestion[]) {
  const { catalogue } = useOffice();
  const { opens } = useCaseSearch();
  const pages = useFirstPages(asked, tellShown);
  const found = pages && asked.flatMap((question, i) => (pages[i] ? [{ question, page: pages[i] }] : []));
  // While it is searched anew the ledger that was shown stays.
  const last = useRef(0);
  const of = found ? shownFirst(catalogue, found) : Math.min(last.current, asked.length - 1);
  last.current = of;
  const [opened, setOpened] = useState<{ question: EvidenceQuestion; index: number } | null>(null);
  useEffect(() => {
    if (!opens || !found) return;
    const meant = meantCase(catalogue, found);
    caseSearchOpened();
    if (meant) setOpened({ question: (found[meant.of] as (typeof found)[number]).question, index: meant.row });
  }, [opens, found, catalogue]);
  const shown = asked[of] as EvidenceQuestion;
  return {
    of,
    // Rows of another question are others.
    opened: opened?.question === shown ? opened.index : null,
    open: (index: number | null) => setOpened(index === null ? null : { question: shown, index }),
  };
}
