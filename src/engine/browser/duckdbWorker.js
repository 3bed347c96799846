// Starts DuckDB's worker, whose address stands behind `?`. Browsers offer FileSystemSyncAccessHandle to secure pages only;
// DuckDB asks of every file that it lets go whether it is one, and stops with a ReferenceError where the name is unknown:
// over plain http no CSV could be read. Copied as it is: a bundler would take DuckDB's script for a module without effect.
globalThis.FileSystemSyncAccessHandle ??= class {};
importScripts(decodeURIComponent(location.search.slice(1)));
