/** How sure the source of a limit is, letter by letter, as every list and paper says it. */
export const CONFIDENCE_LEGEND = 'A 见于法规原文或官方网站；B 见于一份转载或报道；C 推断；∅ 查而未得';
