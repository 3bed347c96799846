import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** A page of its own for each test: what is complete stays complete. */
let loading: typeof import('./load');
const server = vi.fn();
beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('document', { baseURI: 'http://office/kaoping/' });
  vi.stubGlobal('fetch', server);
  loading = await import('./load');
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.mockReset();
});

test.each([
  ['away', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['behind a gateway that says so', async () => new Response('', { status: 502 })],
])('a server %s: a sentence, and no import is begun that could stay failed', async (_, answer) => {
  server.mockImplementation(answer);
  const part = vi.fn();
  await expect(loading.load(part)).rejects.toThrow('服务器暂时连接不上');
  expect(part).not.toHaveBeenCalled();
  server.mockResolvedValue(new Response());
  part.mockResolvedValue('part');
  await expect(loading.load(part)).resolves.toBe('part');
});

test('a part that is not there: a sentence, with the cause', async () => {
  server.mockResolvedValue(new Response('', { status: 404 }));
  const cause = new TypeError('Failed to fetch dynamically imported module');
  await expect(loading.load(() => Promise.reject(cause))).rejects.toMatchObject({
    message: expect.stringContaining('没有从服务器取到'),
    cause,
  });
});

test('once all parts are here the server is not asked', async () => {
  loading.allPartsHere();
  await expect(loading.load(async () => 'part')).resolves.toBe('part');
  expect(server).not.toHaveBeenCalled();
});
