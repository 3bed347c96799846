import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { aptInstall, canInstall } from './debian.mjs';
import { aboutMissing } from './missingTools.mjs';
import { noInstall, npm } from './setup.mjs';
import { which } from './which.mjs';

/** Whether a font that has Chinese characters is installed. Asked only where `fc-list` can tell. */
function hasChineseFont() {
  const list = which('fc-list');
  return list !== undefined && spawnSync(list, [':lang=zh', 'family'], { encoding: 'utf8' }).stdout.trim() !== '';
}

/**
 * Sees to what the page tests need beside npm's packages: a browser; on Debian as root also a Chinese font, nginx and LibreOffice. Says
 * what it will install, how and for what, before it does. Ends the process with a plain sentence where no browser can be
 * had, or where something is missing and nothing may be installed.
 */
export async function ensureTestTools() {
  const has = {
    browser: Boolean(await findChromium()),
    font: hasChineseFont(),
    nginx: Boolean(which('nginx')),
    office: Boolean(which('soffice') && which('pdftotext')),
  };
  const { act, packages, lines } = aboutMissing(has, { apt: canInstall(), noInstall: noInstall() });
  for (const line of lines) (act === 'fail' ? console.error : console.log)(line);
  if (act === 'fail') process.exit(1);
  if (act === 'apt' && !aptInstall(packages)) console.error(`apt-get could not install: ${packages.join(', ')}`);
  if (act === 'playwright') npm(['exec', '--', 'playwright-core', 'install', 'chromium']);
  if (await findChromium()) return;
  console.error('页面测试需要 Chromium 或 Chrome：请安装，或用 CHROME_PATH 指明其位置。');
  console.error('The page tests need Chromium or Chrome. Install one, or set CHROME_PATH to its executable.');
  process.exit(1);
}
