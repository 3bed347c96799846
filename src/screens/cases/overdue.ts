import type { Catalogue } from '../../domain/catalogue/catalogue';
import { dueColumn, ruleColumn } from '../../domain/catalogue/columns';
import type { Condition } from '../../domain/catalogue/condition';
import { type EvidenceQuestion, type EvidenceRow, type FigureQuestion, isFigureQuestion } from '../../domain/evidence';
import type { Deadline } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import { overdueBy, overdueText } from '../../domain/overdue';

type List = Pick<FigureQuestion, 'indicator' | 'side'>;

/** The deadline that every case of a list is past, its step not done yet; undefined where some are done, or none is due. */
function waitingFor(catalogue: Catalogue, { indicator: id, side }: List): Deadline | undefined {
  const indicator = catalogue.overCases(id);
  const { measure, period, ledger } = indicator;
  if (measure !== 'share' || !('due' in period)) return undefined;
  const deadline = catalogue.ledger(ledger).deadlines.find((d) => d.id === period.due);
  const { numerator } = indicator;
  const waits = (c: Condition): boolean =>
    side === 'numerator'
      ? 'notHappened' in c && c.notHappened === deadline?.event
      : side === 'missing' && numerator.length === 1 && 'happened' in c && c.happened === deadline?.event;
  return numerator.some(waits) ? deadline : undefined;
}

/** Whether each case of a list is past a deadline and waits. */
export const isWaiting = (catalogue: Catalogue, q: EvidenceQuestion): boolean =>
  isFigureQuestion(q) && waitingFor(catalogue, q) !== undefined;

/** The order of such a list unless another is chosen: what has waited longest first. */
export const waitingOrder = (catalogue: Catalogue, list: List): EvidenceQuestion['sort'] => {
  const found = waitingFor(catalogue, list);
  return found && { column: dueColumn(found.id), descending: false };
};

/** 已超期 12 天, for a case of such a list; null in others. */
export function waitingText(office: Office, q: EvidenceQuestion, row: EvidenceRow): string | null {
  const found = isFigureQuestion(q) ? waitingFor(office.catalogue, q) : undefined;
  const due = found && row[dueColumn(found.id)];
  return found && due
    ? overdueText(overdueBy(office, String(due), String(row[ruleColumn(found.id)] ?? ''), q.asOf))
    : null;
}
