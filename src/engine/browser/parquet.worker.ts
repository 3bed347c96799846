import init, { ParquetFile } from 'parquet-wasm/esm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';

/** Rows a message: large row groups are cut, so that neither side holds more than one. */
const BATCH = 122_880;

/** To the worker: a file to read, then `next` for each batch wanted. */
export type ToParquet = { file: Blob; base: string } | { next: true };
/** From it: Arrow IPC bytes with the share read so far; then `done`; or why it failed. */
export type FromParquet = { ipc: Uint8Array; share: number } | { done: true } | { failed: string };

const reply = (message: FromParquet, transfer: Transferable[] = []) => postMessage(message, { transfer });

let started: Promise<unknown> | null = null;
let wanted: (() => void) | null = null;
const next = () => new Promise<void>((resolve) => (wanted = resolve));

addEventListener('message', async ({ data }: MessageEvent<ToParquet>) => {
  if ('next' in data) {
    wanted?.();
    return;
  }
  try {
    started ??= init({ module_or_path: new URL(wasmUrl, data.base) });
    await started;
    const file = await ParquetFile.fromFile(data.file);
    const total = file.metadata().fileMetadata().numRows();
    let offset = 0;
    do {
      const limit = Math.max(1, Math.min(BATCH, total - offset));
      const ipc = (await file.read({ offset, limit, batchSize: limit })).intoIPCStream();
      offset += limit;
      reply({ ipc, share: total === 0 ? 1 : Math.min(1, offset / total) }, [ipc.buffer]);
      await next();
    } while (offset < total);
    reply({ done: true });
  } catch (error) {
    reply({ failed: error instanceof Error ? error.message : String(error) });
  }
});
