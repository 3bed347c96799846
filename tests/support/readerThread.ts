import { pathToFileURL } from 'node:url';
import { program } from '../../scripts/program.mjs';

/** Script of the command line's thread, as the command line has it. */
export const readerThread = async (): Promise<URL> => pathToFileURL(await program('readerThread'));
