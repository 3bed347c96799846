import { type Submission, type SubmissionKey, submissionKey } from '../domain/submission';

/** Stops taking a file in that is there already. */
export class Same extends Error {
  constructor(readonly submission: Submission) {
    super('same');
  }
}

/** The same file twice among those handed in together. */
export class SameInBatch extends Error {
  constructor(readonly content: string) {
    super('same');
  }
}

/** Two submissions with this in common are the same file for the same key. */
export const contentOf = (s: SubmissionKey & { sha256: string }): string => `${submissionKey(s)}|${s.sha256}`;
