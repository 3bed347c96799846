import type { EvidencePage, EvidenceQuestion } from './evidence';

/** The rows behind figures, as whoever shows them asks for them, and whoever holds them answers. */
export interface EvidenceRows {
  /** The rows behind a number, or of a ledger, one page. Personal values are searched as they are and answered masked unless asked for. */
  evidence(question: EvidenceQuestion, offset: number, limit: number): Promise<EvidencePage>;
  /**
   * Room that columns need over all rows of a question, in narrow characters (a Chinese one is two): of id and file name that of the
   * widest, of others only whether there is anything in them. 0: blank in every row.
   */
  columnWidths(question: EvidenceQuestion, keys: readonly string[]): Promise<Record<string, number>>;
}
