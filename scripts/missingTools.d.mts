/** What is to be done about what is missing, and the words for it. `packages` are Debian's. */
export function aboutMissing(
  has: { browser: boolean; font: boolean; nginx: boolean; office: boolean },
  may: { apt: boolean; noInstall: boolean },
): { act: 'nothing' | 'apt' | 'playwright' | 'fail'; packages: string[]; lines: string[] };
