import type { Plugin } from 'vite';

const MODULE = '\0zip-in-thread';

/**
 * Lets the workbook writer zip in its own thread. It asks fflate for a zip made in workers, which fflate starts from blob
 * addresses; the policy of docs/nginx.conf (`worker-src 'self'`) refuses those, and fflate then waits for ever. Zipping
 * an assessment's workbook in place takes a fraction of a second.
 */
export function zipInThread(): Plugin {
  return {
    name: 'kaoping-zip-in-thread',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === 'fflate' && importer?.includes('/write-excel-file/') ? MODULE : undefined;
    },
    load(id) {
      if (id !== MODULE) return;
      return `import { zipSync } from 'fflate';
export * from 'fflate';
export function zip(files, done) {
  let zipped;
  try {
    zipped = zipSync(files);
  } catch (error) {
    return done(error, null);
  }
  done(null, zipped);
}
`;
    },
  };
}
