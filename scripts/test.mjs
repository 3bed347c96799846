// `npm test`: the whole gate, in order; the first failure ends it.
import { ensurePackages, npm, requireNode } from './setup.mjs';

const STAGES = [
  ['Format and lint', 'check:format'],
  ['Types', 'check:types'],
  ['Rooms', 'check:rooms'],
  ['Unused files, exports and packages', 'check:unused'],
  ['Unit and engine tests', 'test:unit'],
  ['Build', 'build'],
  ['Page tests in a browser', 'test:page'],
];

requireNode();
ensurePackages();
// Loaded after the installation, because it looks for the browser with one of the packages.
const { ensureTestTools } = await import('./test-tools.mjs');
await ensureTestTools();

for (const [i, [title, script]] of STAGES.entries()) {
  console.log(`\n━━ ${i + 1}/${STAGES.length}  ${title}  (npm run ${script})\n`);
  const started = Date.now();
  const code = npm(['run', '--silent', script]);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    console.error(`\n✗ ${title}: failed after ${seconds} s (exit code ${code}). Repeat with: npm run ${script}`);
    process.exit(code);
  }
  console.log(`✓ ${title}: ${seconds} s`);
}
console.log('\n✓ All stages passed.');
