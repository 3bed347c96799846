import init, { ParquetFile } from 'parquet-wasm/esm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { messageOf } from '../../domain/failure';

/** Rows a message: large row groups are cut, so that neither side holds more than one. */
const BATCH = 122_880;

/** To the worker: a file to read, then `next` for each batch wanted; `warm`: only its module is loaded. */
export type ToParquet = { file: Blob; base: string } | { next: true } | { warm: string };
/** From it: Arrow IPC bytes with the share read so far; then `done`; or why it failed. */
export type FromParquet = { ipc: Uint8Array; share: number } | { done: true } | { failed: string };

const reply = (message: FromParquet, transfer: Transferable[] = []) => postMessage(message, { transfer });

let started: Promise<unknown> | null = null;
let wanted: (() => void) | null = null;
const next = () => new Promise<void>((resolve) => (wanted = resolve));

/** The module, loaded once; where that failed, tried again the next time. */
function module(base: string): Promise<unknown> {
  started ??= init({ module_or_path: new URL(wasmUrl, base) }).catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

addEventListener('message', async ({ data }: MessageEvent<ToParquet>) => {
  if ('next' in data) {
    wanted?.();
    return;
  }
  try {
    await module('warm' in data ? data.warm : data.base);
    if ('warm' in data) {
      reply({ done: true });
      return;
    }
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
    reply({ failed: messageOf(error) });
  }
});
