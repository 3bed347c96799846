/** True where packages of the system can be installed without asking: root, on Debian or a kin of it. */
export function canInstall(): boolean;
