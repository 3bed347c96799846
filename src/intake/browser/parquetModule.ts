import scriptUrl from 'parquet-wasm/esm/parquet_wasm.js?url';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { type Instance, keptModule, type ParquetModule } from '../parquet/module';

let instances = 0;
let compiled: Promise<WebAssembly.Module> | null = null;

let kept: ParquetModule | null = null;

/**
 * The one Parquet reader. The command line's loader is `node/parquetModule.ts`.
 * @param base address of the page, by which the reader's own is found from a worker; that of the first call is kept
 */
export function parquetModule(base: string): ParquetModule {
  kept ??= keptModule(() => instantiate(base));
  return kept;
}

/** The script holds one instance in a variable of its own: another instance takes another copy of the script. */
async function instantiate(base: string): Promise<Instance> {
  const script = new URL(scriptUrl, base);
  script.hash = `instance-${++instances}`;
  compiled ??= fetch(new URL(wasmUrl, base)).then(moduleOf);
  try {
    const glue: typeof import('parquet-wasm/esm') = await import(/* @vite-ignore */ script.href);
    glue.initSync({ module: await compiled });
    return glue;
  } catch (error) {
    compiled = null;
    throw error;
  }
}

async function moduleOf(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  // Compiled from bytes: a server may call the module by another type.
  return WebAssembly.compile(await response.arrayBuffer());
}
