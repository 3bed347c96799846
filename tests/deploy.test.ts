import { existsSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './support/chromium';
import { type Nginx, startNginx } from './support/nginx';
import { contentSecurityPolicy } from './support/policy';
import { DIST } from './support/site';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: number;
}

/** A request as it goes over the wire: `fetch` would undo the compression. */
const get = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }));
    })
      .on('error', reject)
      .end();
  });

/** Names in assets/ of the built page with this ending. */
function assets(ending: string): string[] {
  const names = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith(ending));
  expect(names).not.toEqual([]);
  return names;
}

describe('the page behind nginx with docs/nginx.conf', () => {
  let nginx: Nginx;
  let page: string;

  beforeAll(async () => {
    if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is missing: run "npm run build" first');
    nginx = await startNginx(DIST);
    page = `${nginx.origin}/kaoping/`;
  });
  afterAll(() => nginx?.stop());

  it('answers under its path, and nowhere else', async () => {
    const index = await get(page);
    expect(index.status).toBe(200);
    expect(index.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(index.bytes).toBe(statSync(join(DIST, 'index.html')).size);
    expect(await get(`${nginx.origin}/kaoping`)).toMatchObject({ status: 301, headers: { location: '/kaoping/' } });
    expect((await get(`${nginx.origin}/`)).status).toBe(404);
    expect((await get(`${page}no-such-file.js`)).status).toBe(404);
  });

  it('serves WebAssembly, modules and the sample list with their types', async () => {
    for (const name of assets('.wasm'))
      expect((await get(`${page}assets/${name}`)).headers['content-type']).toBe('application/wasm');
    for (const name of assets('.js'))
      expect((await get(`${page}assets/${name}`)).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get(`${page}samples/qinghai-2017-sample/index.json`)).headers['content-type']).toBe(
      'application/json; charset=utf-8',
    );
  });

  it('serves the compressed twin to who accepts it, and the file itself to who does not', async () => {
    for (const name of [...assets('.wasm'), ...assets('.js').slice(0, 3)]) {
      const url = `${page}assets/${name}`;
      const file = join(DIST, 'assets', name);
      if (statSync(file).size < 1024) continue;
      const small = await get(url, { 'accept-encoding': 'gzip' });
      expect(small.headers['content-encoding']).toBe('gzip');
      expect(small.headers.vary).toBe('Accept-Encoding');
      expect(small.bytes).toBe(statSync(`${file}.gz`).size);
      const plain = await get(url);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.bytes).toBe(statSync(file).size);
    }
  });

  it('lets assets be kept for good and asks for the rest anew', async () => {
    const [script] = assets('.js');
    expect((await get(`${page}assets/${script}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const index = await get(page);
    expect(index.headers['cache-control']).toBe('no-cache');
    expect((await get(page, { 'if-none-match': String(index.headers.etag) })).status).toBe(304);
  });

  it('sends the security headers with the page, with assets and with errors', async () => {
    const [script] = assets('.js');
    for (const url of [page, `${page}assets/${script}`, `${page}no-such-file`]) {
      const { headers } = await get(url);
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy());
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('opens in a browser under that policy: the page replaces the shell, nothing is refused', async () => {
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(120_000);
      const wrong: string[] = [];
      tab.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      tab.on('pageerror', (error) => wrong.push(String(error)));
      tab.on('requestfailed', (failed) => wrong.push(`${failed.url()}: ${failed.failure()?.errorText}`));
      const engine = tab.waitForResponse((response) => response.url().endsWith('.wasm'));
      await tab.goto(page);
      await tab.waitForFunction(() => !document.body.textContent.includes('正在打开……'));
      expect((await engine).status()).toBe(200);
      await tab.waitForLoadState('networkidle');
      expect(wrong).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
