import { type Indicator, isOfReporting } from '../domain/indicators';
import { DUE_QUARTER } from './dueQuarter';

/** Below the name of what is counted over submissions: in which quarter one counts. Nothing below any other. */
export const DueQuarterNote = ({ of }: { of: Indicator }) => (isOfReporting(of) ? <small>{DUE_QUARTER}</small> : null);
