import type { Office } from '../../src/domain/office';
import type { Kind } from './data/cases';
import { benchFile, type Form } from './data/files';
import { commandLine } from './runs/commandLine';
import type { Measured } from './runs/cost';
import { storedParquet, storedText, storedTyped } from './runs/duckdb';
import { inNewBrowser, inUsedBrowser } from './runs/inPage';
import { libraryAlone } from './runs/library';
import { nativeChanges } from './runs/nativeChanges';
import { officePage } from './runs/officePage';
import { plainJavaScript } from './runs/plain';

/** One task on one file of seeded rows. */
export interface Asked {
  task: TaskName;
  form: Form;
  kind: Kind;
  rows: number;
  /** Folder in which the files are kept from run to run. */
  cache: string;
  /** Of the page that the task drives; none where it drives none. */
  url: string;
}

interface TaskInput {
  file: string;
  url: string;
}

/** All that the bench measures, by name. */
const TASKS = {
  // The file is there before any task begins.
  makeFile: async () => ({ costs: {} }),
  commandLine: (office, { file }) => commandLine(office, file),
  page: (office, { file, url }) => inUsedBrowser(office, url, file, false),
  pageUnseen: (office, { file, url }) => inNewBrowser(office, url, file),
  storedText: (_, { file }) => storedText(file),
  storedTyped: (_, { file }) => storedTyped(file),
  storedParquet: (_, { file }) => storedParquet(file),
  plain: (office, { file }) => plainJavaScript(office, file),
  library: (_, { file }) => libraryAlone(file),
  nativeChanges: (office, { file }) => nativeChanges(office, file),
  pageChanges: (office, { file, url }) => inUsedBrowser(office, url, file, true),
  officePage: (_, { file, url }) => officePage(url, file),
} satisfies Record<string, (office: Office, input: TaskInput) => Promise<Measured>>;

export type TaskName = keyof typeof TASKS;

/** Does a task in this process; its file is made where it is not there yet, which counts as nothing. */
export async function doTask(office: Office, { task, cache, form, kind, rows, url }: Asked): Promise<Measured> {
  const file = await benchFile(office, cache, form, kind, rows);
  return TASKS[task](office, { file, url });
}
