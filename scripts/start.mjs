// `npm start`: installs and builds what is missing, then serves the page on this computer only.
import { ensureBuild } from './build.mjs';
import { ensurePackages, ROOT, requireNode } from './setup.mjs';

requireNode();
ensurePackages();
await ensureBuild();

const { preview } = await import('vite');
/** As docs/deploy.md asks of any server: what carries its hash in its name never changes, and only then is compiled code kept. */
const keepAssets = {
  name: 'keep-assets',
  configurePreviewServer: ({ middlewares }) =>
    void middlewares.use('/assets/', (_request, response, next) => {
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      next();
    }),
};
const server = await preview({
  root: ROOT,
  logLevel: 'warn',
  plugins: [keepAssets],
  preview: { host: '127.0.0.1', port: 4173, open: false },
});
const url = server.resolvedUrls?.local[0];
console.log(`
  考评已启动，请用浏览器打开：${url}
  Kaoping is running; open:    ${url}

  按 Ctrl+C 停止。Press Ctrl+C to stop.
`);
