import type { Submission } from '../../domain/submission';
import { Archive } from '../archive';
import type { OfficeMark } from '../officeMark';
import { sha256Of } from '../sha256';
import type { ByteStore } from '../store';

/** A submission and its bytes, for tests. */
export async function fileOf(
  text: string,
  file = '2017Q3_632500_complaints.csv',
): Promise<{ submission: Omit<Submission, 'id'>; content: Blob }> {
  const content = new Blob([text]);
  return {
    content,
    submission: {
      unit: '632500',
      period: '2017Q3',
      ledger: 'complaints',
      file,
      sha256: await sha256Of(content),
      bytes: content.size,
      encoding: 'utf-8',
      version: 1,
      receivedOn: '2017-10-09',
      takenInAt: '2017-10-09T08:00:00.000Z',
      rowsRead: 2,
      rowsAccepted: 2,
      rowsRejected: 0,
      withdrawnAt: null,
    },
  };
}

/** Adds a file that is not there yet. */
export async function addFile(archive: Archive, text: string, file?: string): Promise<Submission> {
  const { submission, content } = await fileOf(text, file);
  const result = await archive.add(submission, content);
  if (!('added' in result)) throw new Error(`${submission.file} is there already`);
  return result.added;
}

/** The office of the tests' archives. */
export const OFFICE: OfficeMark = { profile: 'qinghai-2017', name: '青海省 2017', hash: 'a'.repeat(64) };

export const openArchive = (store: ByteStore, office = OFFICE): Promise<Archive> => Archive.open(store, office);
