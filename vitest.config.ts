import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { canInstall } from './scripts/debian.mjs';
import { which } from './scripts/which.mjs';

// Where the system's packages can be installed, nginx is not optional: the test then says that it is missing.
const withoutNginx = !which('nginx') && !canInstall();
if (withoutNginx) console.warn('nginx is not installed: tests/deploy.test.ts (docs/nginx.conf) is left out.');

// Of another workbook program than Excel, likewise.
const withoutOffice = !(which('soffice') && which('pdftotext')) && !canInstall();
if (withoutOffice) console.warn('LibreOffice is not installed: tests/papers/print.test.ts is left out.');

const UNIT = [
  'src',
  'scripts',
  ...['corpus', 'engine', 'oracle', 'golden', 'messy', 'papers', 'recipes'].map((d) => `tests/${d}`),
];
const unitTests = UNIT.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
).filter((file) => /\.test\.tsx?$/.test(file) && !(withoutOffice && file === 'tests/papers/print.test.ts'));

/** Rooms without a database: their tests are many and small. */
const LIGHT = /^src\/(domain|intake|assessment|report|charts|ui|screens|app)\//;
/** What a test does to its process or to modules, and what others in the same process would find of it. */
const MEDDLES = /\bvi\.(mock|doMock|resetModules|stubGlobal|stubEnv|useFakeTimers|spyOn)\(|\bprocess\.env\.\w+ = /;
const shared = unitTests.filter((file) => LIGHT.test(file) && !MEDDLES.test(readFileSync(file, 'utf8')));

// No test measures time: these only end what hangs, on a machine that has other work and takes ten times as long.
const POLL = { poll: { timeout: 60_000 } } as const;

const unit = {
  environment: 'node',
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: POLL,
} as const;

export default defineConfig({
  test: {
    // One for each core: a test waits for what it asked and for no clock, so that they may share the machine.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { ...unit, name: 'unit', include: unitTests.filter((file) => !shared.includes(file)) } },
      // To start a process and to load every module anew for each of these would take longer than the tests themselves.
      { test: { ...unit, name: 'unit-shared', include: shared, isolate: false } },
      {
        test: {
          name: 'page',
          environment: 'node',
          include: ['tests/page/**/*.test.ts', 'tests/deploy.test.ts'],
          exclude: withoutNginx ? ['tests/deploy.test.ts'] : [],
          setupFiles: ['tests/support/afterFailure.ts'],
          // Longer than any one thing that a test waits for: that says by itself what did not come.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: POLL,
        },
      },
    ],
  },
});
