import type { RefusedFile } from '../../src/assessment/document';
import type { Office } from '../../src/domain/office';
import type { ProblemGroup } from '../../src/domain/problemGroups';
import { type FileRefused, fileProblem, type Problem } from '../../src/domain/problems';
import type { Submission } from '../../src/domain/submission';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { readFileName } from '../../src/intake/fileName';
import { nodeReader } from '../../src/intake/node/reader';
import { sha256Of } from '../../src/intake/sha256';
import { allProblemGroups } from '../../src/workspace/allPages';
import { enterFiles } from '../../src/workspace/enterFile';
import { HeldRows } from '../../src/workspace/heldRows';
import type { ProblemQuestion } from '../../src/workspace/workspace';
import { type FolderFile, readFolders, receivedOn } from './folder';

/** A folder's submissions in an engine. The caller closes it. */
export interface OpenedFolder {
  engine: Engine;
  submissions: Submission[];
  refused: RefusedFile[];
  /** Problems with the rows of all submissions. */
  problems: Problem[];
  /** The same, those of one cause together. */
  groups: ProblemGroup[];
}

const ALL = 2_000_000_000;

/** Files after which progress is told. */
const TOLD = 20;

/** Takes every file of a folder, or of several, into native DuckDB, with the page's intake. */
export async function takeInFolder(
  office: Office,
  dirs: string | readonly string[],
  onMessage: (text: string) => void = () => undefined,
  leaveOut?: string,
): Promise<OpenedFolder> {
  const folder = await readFolders(office.catalogue, [dirs].flat(), leaveOut);
  const { files } = folder;
  for (const name of folder.unreadableDays) onMessage(`received.csv：「${name}」的收到日期无法读取，按日期不明处理。`);
  const reader = nodeReader(office);
  reader.expect(files.map(({ data }) => data));
  const engine = await Engine.start(await openNodeDatabase(), office);
  const rows = new HeldRows(engine);
  const submissions: Submission[] = [];
  const refused: RefusedFile[] = [];
  try {
    const toEnter = files.map(({ path, data }) => ({
      path,
      data,
      declared: { receivedOn: receivedOn(folder, path) },
      at: new Date(0).toISOString(),
    }));
    const refuse = async ({ path, data }: FolderFile, { code, facts, message }: FileRefused) => {
      const { unit, period, ledger } = readFileName(office, path);
      const problem = fileProblem(path, code, facts);
      refused.push({ file: path, sha256: await sha256Of(data).catch(() => ''), unit, period, ledger, problem });
      onMessage(`未采用 ${path}：${message}`);
    };
    if (folder.passedOver.length)
      onMessage(`略过 ${folder.passedOver.length} 个系统文件或锁定文件：${folder.passedOver.join('、')}`);
    for (const { file, reason } of folder.refused) await refuse(file, reason);
    const onDone = (done: number) => {
      if (done % TOLD === 0 || done === files.length) onMessage(`已读取 ${done}/${files.length} 个文件`);
    };
    const outcomes = await enterFiles(office, engine, reader, toEnter, { onDone });
    for (const [i, outcome] of outcomes.entries()) {
      if ('failed' in outcome) throw outcome.failed;
      if ('read' in outcome)
        for (const { key, submission } of outcome.read) {
          const id = submissions.length + 1;
          submissions.push({ ...submission, id });
          rows.add(id, key);
        }
      else await refuse(files[i] as FolderFile, outcome.refused);
    }
    // Those of superseded files too: their rows are forgotten next.
    await rows.show(submissions);
    const { rows: problems } = await engine.problems({}, 0, ALL);
    const asked = {
      problemGroups: (q: ProblemQuestion) => engine.problemGroups({}, q.offset, q.limit),
      // Nothing changes meanwhile, and the command line is ended by its user.
      state: () => ({ revision: 0 }),
    };
    const told = { signal: new AbortController().signal, onProgress: () => {} };
    const groups = await allProblemGroups(asked, {}, told);
    await rows.settle(submissions);
    return { engine, submissions, refused, problems, groups };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
