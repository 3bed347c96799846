/** True for a file that may be started. */
export function isExecutable(path: string): boolean;
/** Full path of the first of these commands that is installed. */
export function which(...names: string[]): string | undefined;
