/** One measurement in a process of its own: asked by `measure.ts`, answered by one message. */
import { fileURLToPath } from 'node:url';
import { loadOffice } from '../assess/profile';
import type { Answer } from './measure';
import { ownPeak } from './runs/memory';
import { type Asked, doTask } from './tasks';

const PROFILE = fileURLToPath(new URL('../../public/profiles/qinghai-2017', import.meta.url));

async function answerTo(asked: Asked): Promise<Answer> {
  try {
    const measured = await doTask(await loadOffice(PROFILE), asked);
    return { measured, peak: ownPeak() };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.once('message', async (asked: Asked) => {
  const answer = await answerTo(asked);
  process.send?.(answer, () => process.exit());
});
