import type { Day } from '../../domain/day';
import {
  compareVersions,
  effectiveSubmissions,
  type Submission,
  type SubmissionKey,
  submissionKey,
} from '../../domain/submission';

/** What taking a file in does to the version that counts now. */
export interface Replacement {
  /** File of the version that counts before. */
  of: string;
  /** False where the version there is the newer one: the file is kept and does not count. */
  replaces: boolean;
}

/** Null where nothing of this unit × period × ledger counts yet. */
export function replacementBy(
  submissions: readonly Submission[],
  file: SubmissionKey & { version: number; receivedOn: Day | null },
): Replacement | null {
  const held = effectiveSubmissions(submissions).find((s) => submissionKey(s) === submissionKey(file));
  if (!held) return null;
  const next = { ...held, version: file.version, receivedOn: file.receivedOn, id: Number.MAX_SAFE_INTEGER };
  return { of: held.file, replaces: compareVersions(held, next) < 0 };
}

/** The replacement in words. */
export const replacementWords = ({ of, replaces }: Replacement, done: boolean): string =>
  replaces
    ? `${done ? '已' : '将'}替换现行版本「${of}」，旧版留存可恢复`
    : `已有较新的版本「${of}」，本文件留存备查，不参与计算`;
