// `npm run --silent assess -- DIR …`: standard output belongs to the result alone, so everything said here goes to
// standard error.
import { pathToFileURL } from 'node:url';
import { programOrSource } from './program.mjs';
import { ensurePackages, requireNode } from './setup.mjs';

requireNode();
ensurePackages();
const script = await programOrSource('assess');
// npm changes into the project's folder first; DIR is meant from where the person stands.
if (process.env.npm_lifecycle_event === 'assess' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
// What is thrown names the places in the sources.
process.setSourceMapsEnabled(true);
await import(pathToFileURL(script).href);
