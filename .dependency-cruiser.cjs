/**
 * The rooms of src/, and which others each may import; docs/architecture.svg is drawn from the same file
 * (npm run architecture).
 */
const ROOMS = require('./scripts/architecture/rooms.json');

const rooms = Object.entries(ROOMS).map(([room, { below }]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${below.length ? below.join(', ') : 'nothing of the house'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|scripts)/', pathNot: `^src/(${[room, ...below].join('|')})/` },
}));

// Tests, and what only they use.
const TEST = '\\.test\\.tsx?$|^src/[^/]+/testing/';
// The bench drives the page's adapters in a page of its own, and holds them against the tests' oracle.
const BENCH = '^scripts/bench/';
const NODE_SIDE = '^src/[^/]+/node/';
const BROWSER_SIDE = '^src/[^/]+/browser/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rooms,
    {
      name: 'only-rooms',
      comment: 'Every file of src/ stands in one of the rooms.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: `^src/(${Object.keys(ROOMS).join('|')})/` },
    },
    {
      name: 'screen-to-screen',
      comment: 'No screen imports another; what they share is in ui/ or charts/.',
      severity: 'error',
      from: { path: '^src/screens/([^/]+)/' },
      to: { path: '^src/screens/', pathNot: '^src/screens/$1/' },
    },
    {
      name: 'node-stays-in-node',
      comment: 'A Node adapter in the page would break the browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: [NODE_SIDE, TEST] },
      to: { path: NODE_SIDE },
    },
    {
      name: 'no-node-modules-in-the-page',
      comment: "Node's own modules exist on the command line only.",
      severity: 'error',
      from: { path: '^src/', pathNot: [NODE_SIDE, TEST] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-native-database-in-the-page',
      comment: 'The native database exists on the command line only.',
      severity: 'error',
      from: { path: '^src/', pathNot: [NODE_SIDE, TEST] },
      to: { path: 'node_modules/@duckdb/node-api/' },
    },
    {
      name: 'browser-stays-in-browser',
      comment: 'A browser adapter is joined by browser adapters above it, or by app.',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: [BROWSER_SIDE, '^src/app/', TEST, BENCH] },
      to: { path: BROWSER_SIDE },
    },
    {
      name: 'no-view-library-below-the-view',
      comment: 'What counts and computes knows neither React nor charts.',
      severity: 'error',
      from: { path: '^src/(domain|intake|archive|engine|assessment|workspace)/' },
      to: { path: 'node_modules/(react|react-dom|antd|@ant-design|echarts|@tanstack)/' },
    },
    {
      name: 'no-circular',
      comment: 'A circle of imports is one file in pieces.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      // Vite's ?url and ?worker are resolved by the build.
      to: { couldNotResolve: true, pathNot: '\\?(url|worker|raw)$' },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'What ships imports no test.',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: [TEST, BENCH] },
      to: { path: `^tests/|${TEST}` },
    },
    {
      name: 'no-development-package-in-the-product',
      comment: 'What ships uses packages of "dependencies" only; types are gone by then.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
