import { type Indicator, shownAt } from './indicators';
import type { OfficeIn } from './officeIn';

/**
 * What is shown where the address names no indicator: that of the most weight in the scheme among those that are counted over
 * cases and shown at a level, else the first of them, else the submissions.
 */
export function leadIndicator(
  { scheme, catalogue: { caseIndicators, submissionIndicator } }: Pick<OfficeIn, 'scheme' | 'catalogue'>,
  level: Parameters<typeof shownAt>[1],
): Indicator {
  const shown = caseIndicators.filter((i) => shownAt(i, level));
  const weighed = Object.values(scheme.groups)
    .flat()
    .flatMap(({ indicator, weight }) => {
      const of = shown.find((i) => i.id === indicator);
      return of ? [{ of, weight }] : [];
    });
  const most = Math.max(...weighed.map((w) => w.weight));
  return weighed.find((w) => w.weight === most)?.of ?? shown[0] ?? submissionIndicator;
}
