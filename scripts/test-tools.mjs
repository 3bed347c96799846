import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { aptInstall, canInstall } from './debian.mjs';
import { npm } from './setup.mjs';
import { which } from './which.mjs';

/** Whether a font that has Chinese characters is installed. Asked only where `fc-list` can tell. */
function hasChineseFont() {
  const list = which('fc-list');
  return list !== undefined && spawnSync(list, [':lang=zh', 'family'], { encoding: 'utf8' }).stdout.trim() !== '';
}

/**
 * Installs what the page tests need beside npm's packages: a browser; on Debian as root also a Chinese font and nginx.
 * Ends the process with a plain sentence where no browser can be had.
 */
export async function ensureTestTools() {
  const browser = await findChromium();
  if (canInstall()) {
    const missing = [
      ...(browser ? [] : ['chromium']),
      ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
      ...(which('nginx') ? [] : ['nginx-light']),
    ];
    if (missing.length > 0) {
      console.log(`apt-get install ${missing.join(' ')}`);
      if (!aptInstall(missing)) console.error(`apt-get could not install: ${missing.join(', ')}`);
    }
  } else if (!browser) {
    console.log('No Chromium or Chrome found: installing Playwright’s own.');
    npm(['exec', '--', 'playwright-core', 'install', 'chromium']);
  }
  if (await findChromium()) return;
  console.error('The page tests need Chromium or Chrome. Install one, or set CHROME_PATH to its executable.');
  process.exit(1);
}
