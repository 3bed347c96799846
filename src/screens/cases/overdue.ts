import { type EvidenceQuestion, type EvidenceRow, type FigureQuestion, isFigureQuestion } from '../../domain/evidence';
import type { Office } from '../../domain/office';
import { overdueBy, overdueText } from '../../domain/overdue';

/** The lists of cases that still wait for what was due: by the deadline that is past. */
const WAITING = [
  { indicator: 'open_overdue', side: 'numerator', due: 'closure_due', rule: 'closure_rule' },
  { indicator: 'disclosure_rate', side: 'missing', due: 'disclosure_due', rule: 'disclosure_rule' },
] as const;

type List = Pick<FigureQuestion, 'indicator' | 'side'>;

const waitingFor = (list: List) => WAITING.find((w) => w.indicator === list.indicator && w.side === list.side);

/** Whether each case of a list is past a deadline and waits. */
export const isWaiting = (q: EvidenceQuestion): boolean => isFigureQuestion(q) && waitingFor(q) !== undefined;

/** The order of such a list unless another is chosen: what has waited longest first. */
export const waitingOrder = (list: List): EvidenceQuestion['sort'] => {
  const found = waitingFor(list);
  return found && { column: found.due, descending: false };
};

/** 已超期 12 天, for a case of such a list; null in others. */
export function waitingText(office: Office, q: EvidenceQuestion, row: EvidenceRow): string | null {
  const found = isFigureQuestion(q) ? waitingFor(q) : undefined;
  const due = found && row[found.due];
  return found && due ? overdueText(overdueBy(office, String(due), String(row[found.rule] ?? ''), q.asOf)) : null;
}
