import type { ByteStore } from '../archive/store';
import type { Database } from '../engine/port';
import type { FileReader } from '../intake/read/reader';
import type { SampleFiles } from './sampleFiles';

/** What the desk needs of its surroundings: the browser's, or a test's. */
export interface DeskParts {
  store: ByteStore;
  startDatabase(): Promise<Database>;
  reader: FileReader;
  sample(): Promise<SampleFiles>;
  /** Now, as an ISO instant. */
  now(): string;
  /** Called after this desk changed the archive: other tabs want to know. */
  changed(): void;
  /** What tells this build of the program from another, for what is kept for the next visit; null: nothing is. */
  program: string | null;
  /** Milliseconds without a question after which what can wait is done. */
  lull: number;
}
