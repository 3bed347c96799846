import type { Indicator } from '../indicators';
import { duration } from './duration';
import type { Measure } from './measure';
import { share } from './share';

export type { Measure };
export { duration, share };

/** What an indicator measures. */
export const measureOf = ({ kind }: Pick<Indicator, 'kind'>): Measure => (kind === 'duration' ? duration : share);
