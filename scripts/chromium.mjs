import { isExecutable, which } from './which.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const APPLICATIONS = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (variable) => `${process.env[variable] ?? ''}\\Google\\Chrome\\Application\\chrome.exe`,
  ),
};

/**
 * A Chromium or Chrome of this computer: `CHROME_PATH`, the usual commands and applications, then Playwright's own.
 * @returns {Promise<string | undefined>} full path
 */
export async function findChromium() {
  const told = process.env.CHROME_PATH;
  if (told && isExecutable(told)) return told;
  const { chromium } = await import('playwright-core');
  const candidates = [...(APPLICATIONS[process.platform] ?? []), chromium.executablePath()];
  return which(...COMMANDS) ?? candidates.find(isExecutable);
}
