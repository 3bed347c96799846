import { FIRST_PROFILE } from '../domain/profile';

/**
 * Under which name a browser keeps the archive of a profile: folder, database, locks and channel. The first profile's stays
 * where it lay when there was no other, so that what is kept there needs no moving.
 */
export const placeOf = (profile: string): string => (profile === FIRST_PROFILE ? 'kaoping' : `kaoping-${profile}`);
