import { ArchiveError } from '../archive/errors';

/**
 * What keeps a zip from being taken in under this office: it is another's (whose profile's id), or it tells none and the
 * person is to say. Null where something else failed.
 */
export function zipOfOther(error: unknown): { profile: string | null } | null {
  if (!(error instanceof ArchiveError)) return null;
  if (error.code === 'zip_of_no_office') return { profile: null };
  return error.code === 'zip_other_office' ? { profile: error.facts.profile ?? '' } : null;
}
