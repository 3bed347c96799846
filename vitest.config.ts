import { defineConfig } from 'vitest/config';
import { canInstall } from './scripts/debian.mjs';
import { which } from './scripts/which.mjs';

// Where the system's packages can be installed, nginx is not optional: the test then says that it is missing.
const withoutNginx = !which('nginx') && !canInstall();
if (withoutNginx) console.warn('nginx is not installed: tests/deploy.test.ts (docs/nginx.conf) is left out.');

// Of another workbook program than Excel, likewise.
const withoutOffice = !(which('soffice') && which('pdftotext')) && !canInstall();
if (withoutOffice) console.warn('LibreOffice is not installed: tests/papers/print.test.ts is left out.');

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'scripts/**/*.test.ts',
            'tests/corpus/**/*.test.ts',
            'tests/engine/**/*.test.ts',
            'tests/oracle/**/*.test.ts',
            'tests/golden/**/*.test.ts',
            'tests/messy/**/*.test.ts',
            'tests/papers/**/*.test.ts',
          ],
          exclude: withoutOffice ? ['tests/papers/print.test.ts'] : [],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'page',
          environment: 'node',
          include: ['tests/page/**/*.test.ts', 'tests/deploy.test.ts'],
          exclude: withoutNginx ? ['tests/deploy.test.ts'] : [],
          // One browser at a time: tests that share two cores with each other measure each other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
