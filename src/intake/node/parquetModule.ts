import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Instance, keptModule, type ParquetModule } from '../parquet/module';

const require = createRequire(import.meta.url);
let instances = 0;
let compiled: Promise<WebAssembly.Module> | null = null;

const kept = keptModule(instantiate);

/** The one Parquet reader. The page's loader is `browser/parquetModule.ts`. */
export const parquetModule = (): ParquetModule => kept;

/** The script holds one instance in a variable of its own: another instance takes another copy of the script. */
async function instantiate(): Promise<Instance> {
  const script = pathToFileURL(require.resolve('parquet-wasm/esm'));
  script.search = `instance=${++instances}`;
  compiled ??= readFile(require.resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')).then((b) => WebAssembly.compile(b));
  const glue: typeof import('parquet-wasm/esm') = await import(script.href);
  glue.initSync({ module: await compiled });
  return glue;
}
