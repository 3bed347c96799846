import type { Indicator } from '../indicators';
import { duration } from './duration';
import type { Measure } from './measure';
import { share } from './share';

export type { Measure };
export { duration, share };

const BY_ID: Readonly<Record<Indicator['measure'], Measure>> = { share, duration };

/** What an indicator measures. */
export const measureOf = ({ measure }: Pick<Indicator, 'measure'>): Measure => BY_ID[measure];
