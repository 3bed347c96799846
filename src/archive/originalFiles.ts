import { ArchiveError } from './errors';
import { ORIGINALS } from './opening';
import { sha256Of } from './sha256';
import type { ByteStore } from './store';

/** The bytes of submissions as they came, each once, under their SHA-256. */
export class OriginalFiles {
  constructor(private readonly store: ByteStore) {}

  /**
   * The bytes of an original, unchecked.
   * @param file how it is called in what is said of it
   * @throws ArchiveError `original_missing`, `read_failed`
   */
  async read(sha256: string, file: string): Promise<Blob> {
    const blob = await this.store.read(ORIGINALS + sha256).catch((error: unknown) => {
      throw new ArchiveError('read_failed', { file, detail: String(error) }, { cause: error });
    });
    if (!blob) throw new ArchiveError('original_missing', { file });
    return blob;
  }

  /** The same, held against their hash. @throws ArchiveError also `original_altered` */
  async checked(sha256: string, file: string): Promise<Blob> {
    const blob = await this.read(sha256, file);
    if ((await hashOf(blob)) !== sha256) throw new ArchiveError('original_altered', { file });
    return blob;
  }

  /** Whether an original is there, whole. */
  async has(sha256: string, content: Blob): Promise<boolean> {
    const held = await this.store.read(ORIGINALS + sha256).catch(() => null);
    return held?.size === content.size && (await hashOf(held).catch(() => '')) === sha256;
  }

  write(sha256: string, content: Blob): Promise<void> {
    return this.store.write(ORIGINALS + sha256, content);
  }

  /** Takes an original back, as far as that can be done: what nothing names is collected at the next start. */
  async takeBack(sha256: string): Promise<void> {
    await this.store.remove(ORIGINALS + sha256).catch(() => undefined);
  }
}

async function hashOf(blob: Blob): Promise<string> {
  try {
    return await sha256Of(blob);
  } catch (error) {
    throw new ArchiveError('read_failed', { detail: String(error) }, { cause: error });
  }
}
