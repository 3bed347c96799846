import type { CaseIndicator, Indicator } from '../catalogue/indicator';
import { countKind } from './count';
import { coverageKind } from './coverage';
import { duration, durationKind } from './duration';
import type { Asked, Kind, Measure } from './measure';
import { ratioKind } from './ratio';
import { share, shareKind } from './share';
import { totalKind } from './total';

export type { Asked, Measure };
export { duration, share };

/** Every measure, by its name in the catalogue. What is asked of an indicator goes to the measure of its own name. */
const KINDS: Readonly<Record<Indicator['measure'], Kind<never>>> = {
  share: shareKind,
  duration: durationKind,
  count: countKind,
  total: totalKind,
  ratio: ratioKind,
  coverage: coverageKind,
};

const made = new WeakMap<Indicator, Measure>();

/** What an indicator measures, in its own unit and with its own better direction. */
export function measureOf(indicator: Indicator): Measure {
  let measure = made.get(indicator);
  if (!measure) {
    const { better } = indicator;
    measure = KINDS[indicator.measure].measure(indicator as never, better === 'none' ? null : better);
    made.set(indicator, measure);
  }
  return measure;
}

/** What its cells are counted by. */
export const askedOf = (indicator: CaseIndicator): Asked => KINDS[indicator.measure].asks(indicator as never);
