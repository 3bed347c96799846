/** What an archive can fail with. The sentence is chosen by the code; `facts` fill it in. */
export type ArchiveErrorCode =
  | 'no_store'
  | 'store_full'
  | 'write_failed'
  | 'read_failed'
  | 'manifest_damaged'
  | 'manifest_newer'
  | 'ledger_unknown'
  | 'other_office'
  | 'original_missing'
  | 'original_altered'
  | 'not_empty'
  | 'changed_elsewhere'
  | 'same_stands'
  | 'zip_unreadable'
  | 'zip_foreign'
  | 'zip_other_office'
  | 'zip_of_no_office'
  | 'zip_altered'
  | 'zip_too_large';

export interface ArchiveFacts {
  file?: string;
  detail?: string;
  /** Whose the archive is, in words; empty where it does not say. */
  made?: string;
  /** Id of its profile. */
  profile?: string;
  /** Which office is open, in words. */
  here?: string;
}

const of = (file: string | undefined): string => (file ? `「${file}」` : '');
const because = (detail: string | undefined): string => (detail ? `（${detail}）` : '');

const SENTENCES: Record<ArchiveErrorCode, (f: ArchiveFacts) => string> = {
  no_store: (f) =>
    `浏览器不允许本页保存数据${because(f.detail)}。请退出无痕（隐私）窗口，或在浏览器设置中允许本网站保存数据后重试。`,
  store_full: (f) =>
    `磁盘空间不足，${of(f.file)}没有保存，已有数据未受影响。请清理本机磁盘，或先导出备份再清空不需要的数据，然后重试。`,
  write_failed: (f) => `${of(f.file)}没有保存${because(f.detail)}，已有数据未受影响。请重试。`,
  read_failed: (f) =>
    f.file
      ? `${of(f.file)}的原始文件无法从磁盘读取${because(f.detail)}。请重试；仍不成功的，重新接收同一文件（自动换回），或撤回该报送。`
      : `无法读取本机保存的数据${because(f.detail)}。数据未被改动，请刷新页面重试。`,
  manifest_damaged: (f) =>
    `本机的报送目录已损坏，无法读取${because(f.detail)}。原始文件未被改动，刷新页面后将由原始文件重建。`,
  manifest_newer: (f) =>
    `数据由更新版本的程序保存${because(f.detail)}，本版本无法读取。请使用新版本打开；数据未被改动。`,
  ledger_unknown: (f) =>
    `本机存有${f.detail ?? '其他台账'}的报送，而现在的台账配置里没有它；为免漏计，没有打开，数据未被改动。请在方案的 catalogue.json 中列入该台账后刷新。`,
  other_office: (f) =>
    `本机为${f.here}保存数据的位置上，是${f.made || '没有写明配置'}的数据。没有改动任何内容；请打开与数据相符的配置。`,
  original_missing: (f) => `${of(f.file)}的原始文件不在本机。请重新接收同一文件（自动补回），或撤回该报送。`,
  original_altered: (f) =>
    `${of(f.file)}的原始文件与接收时不一致（SHA-256 不符）。请重新接收同一文件（自动换回），或撤回该报送。`,
  not_empty: () => '本机已有报送数据，不能再导入备份。请先导出现有数据并清空，再导入。',
  changed_elsewhere: () =>
    '报送刚有变动（另一个窗口，或还在进行的接收），本次操作没有执行，也没有删除任何内容。页面已更新，请核对后再操作。',
  same_stands: (f) => `${of(f.file)}撤回后已重新接收过同一文件，那一份正在采用，无需恢复。`,
  zip_unreadable: () => `压缩包无法读取，可能没有下载完整。没有导入任何内容，请重新复制后再试。`,
  zip_foreign: (f) =>
    `这不是本系统导出的压缩包${because(f.detail)}。没有导入任何内容；请选择在“导出全部数据”时得到的文件。`,
  zip_other_office: (f) => `这是${f.made}的备份，当前打开的是${f.here}。没有导入任何内容。`,
  zip_of_no_office: (f) => `备份由早先的版本导出，没有写明属于哪个配置，当前打开的是${f.here}。没有导入任何内容。`,
  zip_altered: (f) => `压缩包的内容与其目录不一致：${of(f.file)}${f.detail ?? ''}。没有导入任何内容，请重新导出。`,
  zip_too_large: (f) => `压缩包展开后过大${because(f.detail)}，没有导入任何内容。`,
};

/** A failure of the archive, in a sentence that says what is kept and what to do. */
export class ArchiveError extends Error {
  constructor(
    readonly code: ArchiveErrorCode,
    readonly facts: ArchiveFacts = {},
    options?: ErrorOptions,
  ) {
    super(SENTENCES[code](facts), options);
    this.name = 'ArchiveError';
  }
}

/** Full disk or used-up quota, of a browser (QuotaExceededError) or a file system (ENOSPC, EDQUOT). */
export function isFull(error: unknown): boolean {
  const { name, code, inner } = (error ?? {}) as { name?: unknown; code?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' || code === 'ENOSPC' || code === 'EDQUOT' || (inner ? isFull(inner) : false);
}

/** Any failure of a write as an ArchiveError; one that is an ArchiveError already stays what it is. */
export function writeError(error: unknown, file?: string): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const facts: ArchiveFacts = file === undefined ? {} : { file };
  if (isFull(error)) return new ArchiveError('store_full', facts, { cause: error });
  return new ArchiveError('write_failed', { ...facts, detail: String(error) }, { cause: error });
}
