// Starts DuckDB's worker. Behind `?` stand the addresses of its script and of its module, `&` between them. Copied as it is: a
// bundler would take DuckDB's script for a module without effect.
const [script, wasm] = location.search.slice(1).split('&').map(decodeURIComponent);

// Compiled from the answer as it comes, while DuckDB's script is still on its way: of such a module browsers keep the machine code
// for the next visit. DuckDB itself makes a new answer of it, to count the bytes, and of that nothing is kept.
const compiled = WebAssembly.compileStreaming(fetch(wasm));
// Uncaught, so that the page is told: DuckDB would wait for ever.
compiled.catch((error) =>
  setTimeout(() => {
    throw error;
  }),
);
globalThis.fetch = async () => new Response();
WebAssembly.instantiateStreaming = async (_, imports) => {
  const module = await compiled;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

// Browsers offer FileSystemSyncAccessHandle to secure pages only; DuckDB asks of every file that it lets go whether it is one, and
// stops with a ReferenceError where the name is unknown: over plain http no CSV could be read.
globalThis.FileSystemSyncAccessHandle ??= class {};
importScripts(script);
