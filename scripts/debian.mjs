import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './setup.mjs';
import { which } from './which.mjs';

/** True where packages of the system can be installed without asking: root, on Debian or a kin of it. */
export const canInstall = () => process.getuid?.() === 0 && which('apt-get') !== undefined;

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian packages. Services among them are not started: a test must not leave a web server on port 80.
 * @param {string[]} packages
 * @returns {boolean} whether it went well
 */
export function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const ownPolicy = !existsSync(POLICY);
  if (ownPolicy) {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n');
    chmodSync(POLICY, 0o755);
  }
  try {
    return (
      run('apt-get', ['update'], { env }) === 0 &&
      run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env }) === 0
    );
  } finally {
    if (ownPolicy) rmSync(POLICY, { force: true });
  }
}
