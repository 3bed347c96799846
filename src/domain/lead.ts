import type { CaseIndicator } from './indicators';
import type { Office } from './office';

/**
 * What is shown where the address names no indicator: that of the most weight in the scheme among those that are counted over
 * cases, else the first of them. Null in an office that has none.
 */
export function leadIndicator({ profile: { scheme }, catalogue: { caseIndicators } }: Office): CaseIndicator | null {
  const weighed = Object.values(scheme.groups)
    .flat()
    .flatMap(({ indicator, weight }) => {
      const of = caseIndicators.find((i) => i.id === indicator);
      return of ? [{ of, weight }] : [];
    });
  const most = Math.max(...weighed.map((w) => w.weight));
  return weighed.find((w) => w.weight === most)?.of ?? caseIndicators[0] ?? null;
}
