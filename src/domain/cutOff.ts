import { addDays, type Day } from './day';
import { type Period, periodEnd } from './period';

/** Cut-off (数据截止日) of a period where none is chosen: the tenth day after its end, the day by which reports are due. */
export const defaultCutOff = (period: Period): Day => addDays(periodEnd(period), 10);
