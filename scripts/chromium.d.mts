/** Full path of a Chromium or Chrome of this computer: `CHROME_PATH`, the usual commands, then Playwright's own. */
export function findChromium(): Promise<string | undefined>;
