import * as z from 'zod';
import { FIRST_PROFILE, PROFILE_ID } from '../domain/profile';
import { ProfileError } from '../domain/readProfile';
import type { ListedProfile } from '../ui/profiles';
import { fetchJson } from './fetchJson';

const FILE = 'profiles/index.json';
const KEY = 'profile';

const listSchema = z.object({
  profiles: z
    .array(z.object({ id: z.string().regex(PROFILE_ID), name: z.string().min(1), office: z.string() }))
    .min(1)
    .refine((list) => new Set(list.map((p) => p.id)).size === list.length, 'id 重复'),
});

/**
 * The profiles that lie beside the page, in order. Empty where the server has no list: there is the one that is asked for.
 * @throws StartError where it cannot be fetched or is no JSON; ProfileError where its content is wrong
 */
export async function fetchProfileList(): Promise<ListedProfile[]> {
  const content = await fetchJson(FILE);
  return content === undefined ? [] : readProfileList(content);
}

/** @throws ProfileError */
export function readProfileList(content: unknown): ListedProfile[] {
  const read = listSchema.safeParse(content);
  if (read.success) return read.data.profiles;
  throw new ProfileError(
    read.error.issues.map((i) => `${FILE} → ${i.path.map(String).join('.') || '（整个文件）'}：${i.message}`),
  );
}

/**
 * The profile that an address means. One that names none is of the time when there was one, or was typed: the first of the
 * list, for whoever opens it, whatever was open last on that computer.
 * @param search of the address: `?profile=…`
 */
export function profileMeant(list: readonly ListedProfile[], search: string): { id: string } | { unknown: string } {
  const asked = new URLSearchParams(search).get(KEY);
  const known = (id: string) => (list.length > 0 ? list.some((p) => p.id === id) : PROFILE_ID.test(id));
  if (asked === null) return { id: list[0]?.id ?? FIRST_PROFILE };
  return known(asked) ? { id: asked } : { unknown: asked };
}

/** `search` naming a profile; the rest of it stays. */
export function searchOf(search: string, id: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set(KEY, id);
  return `?${parameters}`;
}
