import { messageOf } from '../../domain/failure';
import type { ProblemCode } from '../../domain/problemCodes';
import type { Workspace } from '../../workspace/workspace';
import type { QueueItem } from './queueItem';
import { replacementBy } from './replacement';

/** Whose or when it is, is to be said. */
const UNNAMED: readonly ProblemCode[] = ['name_silent', 'name_ambiguous', 'unknown_unit'];

/** What the queue needs of the workspace. */
export type IntakeDesk = Pick<Workspace, 'nameOf' | 'takeIn' | 'state'>;

/**
 * Hands one file to the workspace. Never throws: a failure is borne by the file that causes it.
 * @param onChange called with how far it is
 * @returns what became of it
 */
export async function takeItemIn(
  desk: IntakeDesk,
  item: QueueItem,
  file: File,
  signal: AbortSignal,
  onChange: (part: Pick<QueueItem, 'phase' | 'share'>) => void,
): Promise<Partial<QueueItem>> {
  const before = desk.state().submissions;
  let told = '';
  try {
    const result = await desk.takeIn(
      file,
      item.path,
      { ...item.declared, receivedOn: item.receivedOn },
      {
        signal,
        onProgress: (phase, share) => {
          // Progress comes with every chunk; a hundredth is what can be seen.
          const now = `${phase} ${share === null ? '' : Math.floor(share * 100)}`;
          if (now === told) return;
          told = now;
          onChange({ phase, share });
        },
      },
    );
    switch (result.outcome) {
      case 'accepted':
        return {
          state: 'accepted',
          asks: [],
          accepted: result.accepted.map((part) => ({ ...part, replacement: replacementBy(before, part.submission) })),
        };
      case 'same':
        return { state: 'same', same: result.submission, mended: result.mended };
      case 'refused':
        // Asked again it is asked for what is not said yet: the answers given stay.
        return (result.asks.length > 0 || UNNAMED.includes(result.problem.code)) && !signal.aborted
          ? { state: 'asking', asks: result.asks, sentence: result.problem.message }
          : { state: 'refused', sentence: result.problem.message };
      case 'cancelled':
        return { state: 'cancelled' };
    }
  } catch (error) {
    return { state: 'refused', sentence: messageOf(error), failure: error };
  }
}
