import type { Submission } from '../domain/submission';
import type { OfficeMark } from './officeMark';

/** Where the readme, the list and what could not be exported are named: for people, never read by an import. */
export const README = '说明.txt';
export const LIST = '报送清单.xlsx';
export const LEFT_OUT = '未能导出的报送.txt';

/** A file for people beside the originals. */
export interface Paper {
  name: typeof README | typeof LIST;
  content: Blob;
}

/** Submissions whose originals are missing or altered. */
export type LeftOut = readonly { submission: Submission; reason: string }[];

/** What an export holds, as its papers tell it. */
export interface ZipContents {
  /** Whose it is, under which definitions. */
  office: OfficeMark;
  /** By order of intake, each with its path in the zip. */
  submissions: readonly (Submission & { path: string })[];
  /** Originals that nobody knows the submission of. */
  unnamed: readonly { sha256: string; path: string }[];
  left: LeftOut;
}

/** The list of what an export lacks, as Notepad opens it. */
export const leftOutText = (left: LeftOut): string =>
  `\ufeff以下 ${left.length} 份报送的原始文件在导出时已缺失或损坏，不在本压缩包中；导入后须重新接收：\r\n\r\n${left
    .map(
      ({ submission: s, reason }) =>
        `${s.file}（${s.unit} ${s.period} ${s.ledger}，SHA-256 ${s.sha256}）：${reason}\r\n`,
    )
    .join('')}`;
