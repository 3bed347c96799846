import { fork } from 'node:child_process';
import { program } from '../program.mjs';
import type { Measured } from './runs/cost';
import type { Asked, TaskName } from './tasks';

export type Answer = { measured: Measured; peak: number } | { failed: string };

/** Runs one task. `memory.process` is the most that its process held, in MB. */
export type Measure = (asked: Asked) => Promise<Measured>;

/** The measurement broke; the others can go on. */
export class NotMeasured extends Error {}

/** A million rows as JavaScript objects. */
const MUCH_MEMORY = '--max-old-space-size=12000';
const HUNGRY: readonly TaskName[] = ['plain', 'library'];

/**
 * Measures each task in a process of its own, so that neither memory nor garbage of one burdens the next.
 * @param signal ends the process under way, and with it its browser
 */
export const inChild =
  (signal: AbortSignal): Measure =>
  async (asked) => {
    // Compiled as the command line is.
    const script = await program('benchChild');
    return new Promise((resolve, reject) => {
      const execArgv = ['--enable-source-maps', ...(HUNGRY.includes(asked.task) ? [MUCH_MEMORY] : [])];
      const child = fork(script, { execArgv, signal });
      let answer: Answer = { failed: 'it ended without an answer' };
      child.once('message', (told: Answer) => {
        answer = told;
      });
      child.once('error', (error) => {
        answer = { failed: error.message };
      });
      child.once('exit', () => {
        if (signal.aborted) reject(signal.reason);
        else if ('failed' in answer)
          reject(
            new NotMeasured(`${asked.task} of ${asked.rows} rows, ${asked.kind}, ${asked.form}: ${answer.failed}`),
          );
        else {
          const { measured, peak } = answer;
          resolve({ ...measured, memory: { ...measured.memory, process: peak } });
        }
      });
      child.send(asked);
    });
  };
