import type { ZipOptions } from '../archive/exportZip';
import type { DeskTools } from './deskTools';
import { enterFiles, type FileToEnter } from './enterFile';

/**
 * Enters files into the engine, the state telling how many of how many.
 * @throws Cancelled where `signal` says so
 */
export async function enterAll(
  { office, parts, engine, state }: DeskTools,
  files: readonly FileToEnter[],
  { signal, onProgress }: ZipOptions,
) {
  const total = files.length;
  if (total === 0) return [];
  state.set({ loading: { done: 0, total } });
  return enterFiles(office, (await engine.get()).engine, parts.reader, files, {
    signal,
    onDone: (done) => {
      state.set({ loading: { done, total } });
      onProgress?.(done / total);
    },
  });
}
