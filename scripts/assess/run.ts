import { type AssessmentDocument, assess } from '../../src/assessment/assess';
import { cellsAt } from '../../src/assessment/cellsAt';
import { documentOf, type RefusedFile } from '../../src/assessment/document';
import { fileProblem, settle, takeInMany } from '../../src/assessment/takeIn';
import { Tabulation } from '../../src/domain/cells';
import { officeOf } from '../../src/domain/office';
import type { Period } from '../../src/domain/period';
import type { Problem } from '../../src/domain/problems';
import type { Profile } from '../../src/domain/profile';
import type { Scheme } from '../../src/domain/scheme';
import { type Submission, submissionKey } from '../../src/domain/submission';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { inspect, sha256Of } from '../../src/intake/inspect';
import { type FolderFile, readFolder } from './folder';

const ALL = 2_000_000_000;

export interface AssessRequest {
  dir: string;
  profile: Profile;
  scheme: Scheme;
  period: Period;
  asOf: string;
  onMessage?: (text: string) => void;
}

/** Takes in every file of a folder and assesses one period: the page's intake and the page's rules on native DuckDB. */
export async function assessFolder(request: AssessRequest): Promise<AssessmentDocument> {
  const { dir, profile, scheme, period, asOf, onMessage = () => undefined } = request;
  const office = officeOf(profile);
  const { files, received, unreadableDays } = await readFolder(dir);
  for (const name of unreadableDays) onMessage(`received.csv：「${name}」的收到日期无法读取，按日期不明处理。`);
  const engine = await Engine.start(await openNodeDatabase(), office);
  try {
    const submissions: Submission[] = [];
    const refused: RefusedFile[] = [];
    const toTakeIn = files.map(({ path, data }, i) => ({
      id: i + 1,
      path,
      data,
      declared: { receivedOn: received.of(path) },
      at: new Date(0).toISOString(),
    }));
    const outcomes = await takeInMany(
      office,
      engine,
      (file) => inspect(file),
      toTakeIn,
      (done) => onMessage(`已读取 ${done}/${files.length} 个文件`),
    );
    for (const [i, outcome] of outcomes.entries()) {
      const { path, data } = files[i] as FolderFile;
      if ('failed' in outcome) throw outcome.failed;
      if ('submission' in outcome) submissions.push(outcome.submission);
      else {
        const { code, facts, message } = outcome.refused;
        refused.push({ file: path, sha256: await sha256Of(data), problem: fileProblem(path, code, facts) });
        onMessage(`未采用 ${path}：${message}`);
      }
    }
    const effective = await settle(engine, submissions, new Set(submissions.map((s) => s.id)));
    const table = new Tabulation(await cellsAt(office, engine, submissions, asOf), office.regions, profile.zones);
    const assessment = assess({ office, scheme, period, asOf, table, submissions: effective });
    const { rows } = await engine.problems({}, 0, ALL);
    return documentOf(assessment, submissions, refused, [...supersededNotes(submissions, effective), ...rows]);
  } finally {
    await engine.close();
  }
}

/** A note for each file that a later version replaces. */
function supersededNotes(submissions: readonly Submission[], effective: readonly Submission[]): Problem[] {
  const counting = new Map(effective.map((s) => [submissionKey(s), s]));
  return submissions.flatMap((s) => {
    const latest = counting.get(submissionKey(s));
    return latest && latest.id !== s.id ? [fileProblem(s.file, 'later_version', { detail: latest.file })] : [];
  });
}
