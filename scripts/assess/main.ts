/** The command line (docs/formats.md): a folder of submissions → the assessment. Exit 0, 2 wrong usage, 3 a file unread. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogueError } from '../../src/domain/catalogue/readCatalogue';
import { periodYear } from '../../src/domain/period';
import type { ProblemGroup } from '../../src/domain/problemGroups';
import { ProfileError } from '../../src/domain/readProfile';
import { schemeOf } from '../../src/domain/scheme';
import { today } from '../../src/domain/today';
import { rankingCsv } from '../../src/report/csv';
import { cutOffOf } from './cutOff';
import { readOptions, USAGE, UsageError } from './options';
import { oneLine, problemsText, rankingText } from './print';
import { loadOffice, loadScheme, profileFolder } from './profile';
import { assessFolder } from './run';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const office = await loadOffice(profileFolder(options.profile));
  const scheme = schemeOf(
    options.scheme ? await loadScheme(office, options.scheme) : office.profile.scheme,
    periodYear(options.period),
  );
  const onMessage = (text: string) => void process.stderr.write(`${oneLine(text)}\n`);
  let problems: readonly ProblemGroup[] = [];
  const document = await assessFolder({
    ...options,
    asOf: options.asOf ?? ((submissions) => cutOffOf(office, options.period, submissions, today(), onMessage)),
    leaveOut: options.out ?? undefined,
    office,
    scheme,
    onMessage,
    onProblems: (groups) => {
      problems = groups;
    },
  });
  const json = `${JSON.stringify(document, null, 1)}\n`;
  if (options.out) {
    await mkdir(options.out, { recursive: true });
    await writeFile(join(options.out, 'assessment.json'), json);
    await writeFile(join(options.out, 'ranking.csv'), await rankingCsv(office.groups, scheme, document));
  }
  await print(options.json ? json : `${rankingText(office, document, scheme)}${problemsText(problems)}\n`);
  return document.submissions.some((s) => s.status === 'refused') ? 3 : 0;
}

/** Waits until all is written: a pipe takes a large document in pieces. */
const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));

try {
  process.exitCode = await main();
} catch (error) {
  const usage = error instanceof UsageError;
  const missing =
    (error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  if (usage) process.stderr.write(`${error.message}\n${USAGE}\n`);
  else if (error instanceof ProfileError || error instanceof CatalogueError) process.stderr.write(`${error.message}\n`);
  else if (missing) process.stderr.write(`找不到文件夹或文件：${(error as NodeJS.ErrnoException).path}\n`);
  else throw error;
  process.exitCode = 2;
}
