import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aboutMissing } from './missingTools.mjs';

const NOTHING = { browser: false, font: false, nginx: false, office: false };
const ALL = { browser: true, font: true, nginx: true, office: true };
const DEBIAN = { apt: true, noInstall: false };

describe('tools of the page tests', () => {
  it('are not spoken of where none is missing', () => {
    expect(aboutMissing(ALL, DEBIAN)).toEqual({ act: 'nothing', packages: [], lines: [] });
    expect(aboutMissing(ALL, { apt: false, noInstall: true }).act).toBe('nothing');
  });

  it('are told in both languages with the command before they are installed', () => {
    const { act, packages, lines } = aboutMissing(NOTHING, DEBIAN);
    expect(act).toBe('apt');
    expect(packages).toEqual([
      'chromium',
      'fontconfig',
      'fonts-noto-cjk',
      'nginx-light',
      'libreoffice-calc',
      'poppler-utils',
    ]);
    const text = lines.join('\n');
    expect(text).toContain(`apt-get install -y --no-install-recommends ${packages.join(' ')}`);
    for (const word of ['浏览器', '中文字体', 'docs/nginx.conf', 'a browser', 'a Chinese font', 'KAOPING_NO_INSTALL=1'])
      expect(text).toContain(word);
  });

  it('are only those that are missing', () => {
    const { packages, lines } = aboutMissing({ ...ALL, nginx: false }, DEBIAN);
    expect(packages).toEqual(['nginx-light']);
    expect(lines.join('\n')).not.toContain('chromium');
  });

  it('elsewhere are the browser alone, of Playwright', () => {
    const { act, packages, lines } = aboutMissing(NOTHING, { apt: false, noInstall: false });
    expect({ act, packages }).toEqual({ act: 'playwright', packages: [] });
    expect(lines.join('\n')).toContain('npm exec -- playwright-core install chromium');
    expect(aboutMissing({ ...NOTHING, browser: true }, { apt: false, noInstall: false }).act).toBe('nothing');
  });

  it.each([true, false])('are to be installed by hand where nothing may be (Debian: %s)', (apt) => {
    const { act, packages, lines } = aboutMissing(NOTHING, { apt, noInstall: true });
    expect({ act, packages }).toEqual({ act: 'fail', packages: [] });
    const text = lines.join('\n');
    expect(text).toContain(apt ? 'apt-get install' : 'playwright-core install chromium');
    expect(text).toContain('CHROME_PATH');
    expect(text).toContain('请自行安装');
  });
});

it('packages of npm are not installed where nothing may be', async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const copy = await mkdtemp(join(tmpdir(), 'kaoping-setup-'));
  try {
    for (const part of ['scripts', 'package.json', 'package-lock.json'])
      await cp(join(root, part), join(copy, part), { recursive: true });
    const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
      const env = { ...process.env, KAOPING_NO_INSTALL: '1' };
      execFile(process.execPath, [join(copy, 'scripts/assess.mjs')], { env }, (error, _, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: stderr }),
      );
    });
    expect(code).toBe(1);
    expect(said).toContain('npm ci --include=dev');
    expect(said).not.toContain('正在安装');
  } finally {
    await rm(copy, { recursive: true });
  }
});
