import type { RefusedFile } from '../../src/assessment/document';
import { HeldRows } from '../../src/assessment/heldRows';
import { fileProblem, takeInMany } from '../../src/assessment/takeIn';
import type { Office } from '../../src/domain/office';
import type { FileRefused, Problem } from '../../src/domain/problems';
import type { Submission } from '../../src/domain/submission';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { readFileName } from '../../src/intake/fileName';
import { inspect, sha256Of } from '../../src/intake/inspect';
import { type FolderFile, readFolder, receivedOn } from './folder';

/** A folder's submissions in an engine. The caller closes it. */
export interface OpenedFolder {
  engine: Engine;
  submissions: Submission[];
  refused: RefusedFile[];
  /** Problems with the rows of all submissions. */
  problems: Problem[];
}

const ALL = 2_000_000_000;

/** Takes every file of a folder into native DuckDB, with the page's intake. */
export async function takeInFolder(
  office: Office,
  dir: string,
  onMessage: (text: string) => void = () => undefined,
  leaveOut?: string,
): Promise<OpenedFolder> {
  const folder = await readFolder(dir, leaveOut);
  const { files } = folder;
  for (const name of folder.unreadableDays) onMessage(`received.csv：「${name}」的收到日期无法读取，按日期不明处理。`);
  const engine = await Engine.start(await openNodeDatabase(), office);
  const rows = new HeldRows(engine);
  const submissions: Submission[] = [];
  const refused: RefusedFile[] = [];
  try {
    const toTakeIn = files.map(({ path, data }) => ({
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
    for (const { file, reason } of folder.refusedLists) await refuse(file, reason);
    const onDone = (done: number) => onMessage(`已读取 ${done}/${files.length} 个文件`);
    const outcomes = await takeInMany(office, engine, (file) => inspect(file), toTakeIn, { onDone });
    for (const [i, outcome] of outcomes.entries()) {
      if ('failed' in outcome) throw outcome.failed;
      if ('key' in outcome) {
        submissions.push({ ...outcome.submission, id: i + 1 });
        rows.add(i + 1, outcome.key);
      } else await refuse(files[i] as FolderFile, outcome.refused);
    }
    // Those of superseded files too: their rows are forgotten next.
    await rows.show(submissions);
    const { rows: problems } = await engine.problems({}, 0, ALL);
    await rows.settle(submissions);
    return { engine, submissions, refused, problems };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
