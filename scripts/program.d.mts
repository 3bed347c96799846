/**
 * A program of `program.mjs`, compiled where that was not done of these very sources before.
 * @param cache folder in which programs are kept
 * @returns path of its script
 */
export function program(name: 'assess' | 'benchChild' | 'readerThread', cache?: string): Promise<string>;

/**
 * The same; in a folder that is read only its source, which this process is then ready to import.
 * @param cache folder in which programs are kept
 * @returns path of what is to be imported
 */
export function programOrSource(name: 'assess' | 'benchChild' | 'readerThread', cache?: string): Promise<string>;
