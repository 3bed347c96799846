import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { withoutLibraries } from './duckdbModule';

const text = (name: string): number[] => [name.length, ...new TextEncoder().encode(name)];

/** A module with a function that answers 7, exported under some names. */
const answering = (names: readonly string[]): Uint8Array<ArrayBuffer> => {
  const section = [names.length, ...names.flatMap((name) => [...text(name), 0, 0])];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 5, 1, 0x60, 0, 1, 0x7f],
    ...[3, 2, 1, 0],
    ...[7, section.length, ...section],
    ...[10, 6, 1, 4, 0, 0x41, 7, 0x0b],
  ]);
};

const exportsOf = (module: Uint8Array): string[] =>
  WebAssembly.Module.exports(new WebAssembly.Module(module as Uint8Array<ArrayBuffer>)).map((e) => e.name);

describe('a module without what only libraries ask for', () => {
  it('is the same that was written with the other exports alone, and answers as before', async () => {
    const names = ['malloc', '_ZN6duckdb4dateE', 'orig$malloc', 'duckdb_web_query_run', '_Znwm'];
    const left = withoutLibraries(answering(names));
    expect([...left]).toEqual([...answering(['malloc', 'duckdb_web_query_run'])]);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(left as Uint8Array<ArrayBuffer>));
    expect((exports.malloc as () => number)()).toBe(7);
  });

  it('is not made of what is cut off anywhere, nor of anything else', () => {
    const module = answering(['malloc', '_Znwm']);
    // What ends behind a section is a module too.
    const whole = [8, 15, 19, module.length - 8];
    for (let end = 0; end < module.length; end++)
      if (!whole.includes(end))
        expect(() => withoutLibraries(module.subarray(0, end)), `${end}`).toThrow('WebAssembly');
    expect(() => withoutLibraries(new TextEncoder().encode('version https://git-lfs'))).toThrow('no WebAssembly');
  });

  it("keeps every export of DuckDB's that is no C++ name", () => {
    const module = readFileSync(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
    const all = exportsOf(module);
    const left = exportsOf(withoutLibraries(module));
    expect(left).toEqual(all.filter((name) => !name.startsWith('_Z') && !name.startsWith('orig$')));
    expect(left.length).toBeLessThan(all.length / 20);
    // By name its script knows no other.
    const script = readFileSync(
      createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'),
      'utf8',
    );
    expect(script).not.toMatch(/wasm(Exports|Imports)(\.|\[["'])(_Z|orig\$)/);
  });
});
