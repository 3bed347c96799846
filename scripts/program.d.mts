/**
 * A program of `program.mjs`, compiled where that was not done of these very sources before.
 * @param cache folder in which programs are kept
 * @returns path of its script
 */
export function program(name: 'assess' | 'benchChild' | 'readerThread', cache?: string): Promise<string>;
