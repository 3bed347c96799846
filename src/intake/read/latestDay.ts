import { dayFromNumber } from '../../domain/day';
import type { Ledger } from '../../domain/ledgers';
import { type Period, periodEnd, periodStart } from '../../domain/period';
import type { FoundProblem } from '../../domain/problems';
import { NO_NUMBER, type TypedRows } from '../../domain/typedRows';

/** The latest day in any column of the rows of a submission. */
export class LatestDay {
  private latest = NO_NUMBER;

  add({ rows, columns }: TypedRows): void {
    let latest = this.latest;
    for (const column of Object.values(columns))
      if (column.kind === 'day')
        for (let r = 0; r < rows; r++) if ((column.values[r] as number) > latest) latest = column.values[r] as number;
    this.latest = latest;
  }

  /**
   * Says that the rows are of before the period that is reported, all of them: most likely it is named wrongly. One case of before
   * is nothing odd, it may still be open. Of a ledger without a first date (a register) nothing is said.
   */
  notes(ledger: Ledger, period: Period | null): FoundProblem[] {
    if (period === null || this.latest === NO_NUMBER || ledger.firstDate.length === 0) return [];
    const day = dayFromNumber(this.latest);
    if (day >= periodStart(period)) return [];
    const detail = `${periodStart(period)} 至 ${periodEnd(period)}`;
    return [{ sheet: null, row: null, column: null, field: null, value: day, code: 'before_period', detail }];
  }
}
