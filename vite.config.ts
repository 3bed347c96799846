import { constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
// With its ending: Node, unlike the rest of the house, does not guess it.
import { duckdbModule } from './scripts/vite/duckdbModule.ts';
import { profileList } from './scripts/vite/profiles.ts';
import { programVersion } from './scripts/vite/programVersion.ts';
import { samples } from './scripts/vite/samples.ts';
import { zipInThread } from './scripts/vite/zipInThread.ts';

export default defineConfig(({ command }) => ({
  // While the program is being changed nothing that it read is kept.
  define: { PROGRAM_VERSION: command === 'build' ? JSON.stringify(programVersion(import.meta.dirname)) : 'null' },
  // Relative, so that dist/ works under any path of any server.
  base: './',
  plugins: [
    react(),
    zipInThread(),
    duckdbModule(),
    // The first is opened by addresses of the time when there was one.
    profileList('public/profiles', 'qinghai-2017'),
    samples({ profiles: 'public/profiles', datasets: 'datasets', kept: 'scripts/sample/kept.ts' }),
    compression({
      include: /\.(js|css|wasm|json|html|svg)$/,
      threshold: 1024,
      logLevel: 'silent',
      algorithms: [
        defineAlgorithm('gzip', { level: 9 }),
        // Quality 11 takes minutes for the engine's 27 MB and saves a few per cent more.
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      ],
    }),
  ],
  // A table made by one copy of Arrow is not a table to the other.
  resolve: { dedupe: ['apache-arrow'] },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm', 'parquet-wasm'] },
  worker: { format: 'es' },
  build: {
    // 109 is the last Chromium for Windows 7, which offices still run.
    target: ['chrome109', 'firefox115', 'safari17'],
    modulePreload: { polyfill: false },
    // Files rather than data: addresses, so that a strict content security policy needs no exception.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    // Compressing the engine is the slowest part by far, and meant to be.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
}));
