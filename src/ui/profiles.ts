import { createContext, use } from 'react';

/** A profile (配置) that lies beside the page: whose definitions, and whose submissions. */
export interface ListedProfile {
  id: string;
  name: string;
  office: string;
}

export interface Profiles {
  /** In the order of the list beside the page; the one that is open among them. */
  list: readonly ListedProfile[];
  /** Address of the page with another profile open. @param at what stands behind the `#` */
  addressOf(id: string, at: string): string;
}

/** The profiles of this page. Provided by the app. */
export const ProfilesContext = createContext<Profiles>({ list: [], addressOf: (_, at) => `#${at}` });

export const useProfiles = (): Profiles => use(ProfilesContext);
