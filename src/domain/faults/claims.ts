import type { Fault } from '../catalogue/fault';
import { foldName } from '../text';

/** A text that names one thing of a profile and must not name another. */
export interface Claim {
  /** Where it stands: `departments.3.aliases.1`. */
  path: string;
  text: string;
  /** What it names, where several texts name one thing; left out, each claim is of a thing of its own. */
  of?: string;
}

/** Claims whose text names another thing already: a look-up would take the first of the two without a word. */
export function repeated(file: string, what: string, claims: readonly Claim[]): string[] {
  const held = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const first = held.get(claim.text);
    if (!first) held.set(claim.text, claim);
    if (!first || (claim.of !== undefined && claim.of === first.of)) return [];
    return [`${file}.json → ${claim.path}：${what} ${claim.text} 重复，已用于 ${first.path}，请改正或删去一处`];
  });
}

export const unlisted = (file: string, path: string, what: string, text: string): string =>
  `${file}.json → ${path}：${what} ${text} 不在列表中`;

export const inFile = (file: string, faults: readonly Fault[]): string[] =>
  faults.map(({ path, message }) => `${file}.json → ${path}：${message}`);

export const ids = (path: string, list: readonly { id: string }[]): Claim[] =>
  list.map(({ id }, i) => ({ path: `${path}.${i}.id`, text: id }));

export const texts = (path: string, list: readonly string[], of?: string): Claim[] =>
  list.map((text, i) => ({
    path: `${path}.${i}`,
    text: foldName(text).toLowerCase(),
    ...(of !== undefined && { of }),
  }));
