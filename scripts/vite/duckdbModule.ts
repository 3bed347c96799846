import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Of a WebAssembly module: the number of the section that lists its exports, and the bytes before the first section. */
const EXPORTS = 7;
const HEADER = 8;
const MAGIC = '\0asm';

/** C++ names, and functions as libraries call them that are loaded at run time. */
const FOR_LIBRARIES = /^(_Z|orig\$)/;

/** Reads a whole number (LEB128). @returns it, and where what follows begins. @throws Error where the bytes end before it does */
function numberAt(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('the WebAssembly module is cut off');
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function numberBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}

/** The same section without the exports that only libraries ask for. */
function withoutLibraryExports(section: Uint8Array): Uint8Array {
  const [count, first] = numberAt(section, 0);
  const kept: Uint8Array[] = [];
  for (let i = 0, at = first; i < count; i++) {
    const [length, name] = numberAt(section, at);
    // Behind the name: of which kind it is, and its number.
    const [, end] = numberAt(section, name + length + 1);
    const text = new TextDecoder().decode(section.subarray(name, name + length));
    if (!FOR_LIBRARIES.test(text)) kept.push(section.subarray(at, end));
    at = end;
  }
  return Buffer.concat([numberBytes(kept.length), ...kept]);
}

/**
 * A WebAssembly module without the exports that only libraries ask for which are loaded at run time; all else as it was.
 * @throws Error where it is none, or not whole: nothing of that is to be shipped
 */
export function withoutLibraries(module: Uint8Array): Uint8Array {
  if (module.length < HEADER || String.fromCharCode(...module.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('no WebAssembly module');
  const parts = [module.subarray(0, HEADER)];
  for (let at = HEADER; at < module.length; ) {
    const [length, begin] = numberAt(module, at + 1);
    const end = begin + length;
    if (end > module.length) throw new Error('the WebAssembly module is cut off');
    if (module[at] === EXPORTS) {
      const section = withoutLibraryExports(module.subarray(begin, end));
      parts.push(Uint8Array.of(EXPORTS), numberBytes(section.length), section);
    } else parts.push(module.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/**
 * Lets the build ship DuckDB's module without the 72,000 of its 75,000 exports that only extensions ask for, which this page never
 * loads: a fifth of its bytes, and at every start the time in which the browser and DuckDB's script go through them one by one.
 */
export function duckdbModule(): Plugin {
  return {
    name: 'kaoping-duckdb-module',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!/[\\/]duckdb-eh\.wasm\?url$/.test(id)) return;
      const source = withoutLibraries(readFileSync(id.slice(0, -'?url'.length)));
      const file = this.emitFile({ type: 'asset', name: 'duckdb-eh.wasm', source });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}
