import { countText } from '../domain/display';
import type { Submission } from '../domain/submission';

/** A count of a submission's rows; a dash where they were not read, or it is not known yet whether they can be. */
export const rowsText = (s: Submission, count: 'rowsRead' | 'rowsAccepted' | 'rowsRejected'): string =>
  s.unreadable || s.uncounted ? '—' : countText(s[count]);
