import * as z from 'zod';
import { type Office, officeData } from '../domain/office';
import { FIRST_PROFILE, PROFILE_ID } from '../domain/profile';
import { sha256Of } from './sha256';

/** Under which office's definitions an archive was kept. */
export const officeMarkSchema = z.object({
  /** Id of the profile: whose archive it is. */
  profile: z.string().regex(PROFILE_ID),
  /** Its name, for people on whose computer there is no such profile. */
  name: z.string().max(200),
  /** Of all that the profile and its catalogue say: other definitions can come to other figures of the same originals. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type OfficeMark = z.infer<typeof officeMarkSchema>;

/** The mark of an office as it was loaded. Spaces and the order of keys in its files make no difference. */
export async function officeMark(office: Office): Promise<OfficeMark> {
  const { profile } = office;
  const text = JSON.stringify(inOrder(officeData(office)));
  return { profile: profile.id, name: profile.name, hash: await sha256Of(new Blob([text])) };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, v]) => [key, inOrder(v)]));
}

/** How what bears a mark, or none, stands to the office that is open. */
export type Belonging = 'same' | 'redefined' | 'other' | 'unknown';

/**
 * Whether an archive is this office's. One without a mark comes from a time when there was one profile: it is that one's,
 * and under any other nobody can tell.
 */
export function belongingOf(mark: OfficeMark | null, office: OfficeMark): Belonging {
  if (mark === null) return office.profile === FIRST_PROFILE ? 'same' : 'unknown';
  if (mark.profile !== office.profile) return 'other';
  return mark.hash === office.hash ? 'same' : 'redefined';
}

/** As people read it: the name, and the id that tells two of one name apart. */
export const officeMarkText = ({ name, profile }: Pick<OfficeMark, 'name' | 'profile'>): string =>
  `「${name}」（${profile}）`;
