// `npm run problems`: writes docs/problems.md from the code and the corpus.
import { writeFile } from 'node:fs/promises';
import { problemsPage } from './problemsPage';

await writeFile(new URL('../../docs/problems.md', import.meta.url), await problemsPage());
