import type { Office } from '../domain/office';
import type { Submission } from '../domain/submission';

/** A ledger of which there are submissions and that the office's catalogue does not have; null where all are known. */
export const unknownLedger = ({ catalogue }: Office, submissions: readonly Submission[]): string | null =>
  submissions.find((s) => !catalogue.hasLedger(s.ledger))?.ledger ?? null;
