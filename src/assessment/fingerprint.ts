import { sha256 } from 'hash-wasm';
import type { Scheme } from '../domain/scheme';
import type { Assessment } from './assess';
import { asWritten } from './document';

/**
 * SHA-256 of all figures, points and ranks of an assessment and of the scheme they come from (64 hex digits): two papers
 * with the same fingerprint say the same.
 */
export const fingerprint = (assessment: Assessment, scheme: Scheme): Promise<string> =>
  sha256(JSON.stringify([scheme, asWritten(assessment)]));
