// `npm test`: the whole gate. All checks are made, then the tests; the first of these that fails ends it.
import { ensurePackages, npm, npmBeside, requireNode } from './setup.mjs';

/** Beside each other: each keeps one core busy, and none reads what another writes. */
const CHECKS = [
  ['Types', 'check:types'],
  ['Build', 'build'],
  ['Rooms', 'check:rooms'],
  ['Unused files, exports and packages', 'check:unused'],
  ['Format and lint', 'check:format'],
];
/** One after the other: each takes all cores. */
const TESTS = [
  ['Unit and engine tests', 'test:unit'],
  ['Page tests in a browser', 'test:page'],
];

requireNode();
ensurePackages();
// Loaded after the installation, because it looks for the browser with one of the packages.
const { ensureTestTools } = await import('./test-tools.mjs');
await ensureTestTools();

/** Says how a stage ended, and gives its exit code back. */
function told(title, script, started, code) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) console.log(`✓ ${title}: ${seconds} s`);
  else console.error(`✗ ${title}: failed after ${seconds} s (exit code ${code}). Repeat with: npm run ${script}`);
  return code;
}

console.log(`\n━━ ${CHECKS.map(([title]) => title).join(' · ')}\n`);
const codes = await Promise.all(
  CHECKS.map(async ([title, script]) => {
    const started = Date.now();
    const { code, output } = await npmBeside(['run', '--silent', script]);
    process.stdout.write(output);
    return told(title, script, started, code);
  }),
);
const failed = codes.find((code) => code !== 0);
if (failed !== undefined) process.exit(failed);
for (const [title, script] of TESTS) {
  console.log(`\n━━ ${title}  (npm run ${script})\n`);
  const started = Date.now();
  const code = told(title, script, started, npm(['run', '--silent', script]));
  if (code !== 0) process.exit(code);
}
console.log('\n✓ All stages passed.');
