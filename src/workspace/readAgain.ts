import type { Submission } from '../domain/submission';
import type { Read } from './engineSink';
import type { Entered, FileToEnter } from './enterFile';

/** A submission that is kept, to be read as it was read the first time. */
export function fileOf(s: Submission, data: Blob): FileToEnter {
  const { unit, period, ledger, receivedOn, answers } = s;
  const declared = { unit, period, ledger, receivedOn, answers };
  return { path: s.file, data, declared, at: s.takenInAt, sha256: s.sha256 };
}

type Outcome = Entered | { failed: Error };

/** What was read of a file; of one that is kept, whose ledger is known, one part. */
export const partsOf = (outcome: Outcome | undefined): readonly Read[] =>
  outcome && 'read' in outcome ? outcome.read : [];

export const errorOf = (outcome: Outcome): Error =>
  'refused' in outcome ? outcome.refused : 'failed' in outcome ? outcome.failed : new Error('文件中没有这一台账的表');
