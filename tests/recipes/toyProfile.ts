import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { loadOffice } from '../../scripts/assess/profile';
import { assessFolder } from '../../scripts/assess/run';
import type { AssessmentDocument } from '../../src/assessment/document';
import { defaultCutOff } from '../../src/domain/defaultCutOff';
import { officeIn } from '../../src/domain/officeIn';
import type { Period } from '../../src/domain/period';
import type { Submission } from '../../src/domain/submission';
import { today } from '../../src/domain/today';

/** A folder for what a recipe writes. It goes when the tests of the file are done. */
export class ToyFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'kaoping-recipe-'));

  constructor() {
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** Writes a file: a text as it is, anything else as JSON. */
  write(file: string, content: unknown): void {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  /** Changes a JSON file, as a person would in an editor. */
  // biome-ignore lint/suspicious/noExplicitAny: what is changed is checked when the profile is read
  change(file: string, change: (content: any) => void): void {
    const content: unknown = JSON.parse(readFileSync(join(this.path, file), 'utf8'));
    change(content);
    this.write(file, content);
  }

  /** Copies a profile that the program ships to `profile/`. */
  copyProfile(id: string): void {
    cpSync(new URL(`../../public/profiles/${id}`, import.meta.url), join(this.path, 'profile'), { recursive: true });
  }

  /** What the command line makes of `files/` by the profile in `profile/`. */
  async assessed(period: Period): Promise<AssessmentDocument> {
    const office = await loadOffice(join(this.path, 'profile'));
    const dir = join(this.path, 'files');
    const { scheme } = officeIn(office, period);
    const asOf = (submissions: readonly Submission[]) => defaultCutOff(office, period, submissions, today()).day;
    return assessFolder({ dir, office, scheme, period, asOf });
  }
}

/** `numerator/denominator` and value of a figure of the assessed period. */
export function figureOf({ indicators, period }: AssessmentDocument, id: string, indicator: string) {
  const found = indicators.find((v) => v.id === id && v.indicator === indicator && v.period === period);
  if (!found) throw new RangeError(`no figure ${indicator} of ${id}`);
  const { numerator, denominator, value } = found;
  return { numerator, denominator, value };
}
