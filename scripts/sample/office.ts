import { fileURLToPath } from 'node:url';
import type { Office } from '../../src/domain/office';
import { loadOffice } from '../assess/profile';

const FOLDER = fileURLToPath(new URL('../../public/profiles/qinghai-2017', import.meta.url));

/** The office that the sample is made for. @throws ProfileError, CatalogueError when it is not valid */
export const sampleOffice = (): Promise<Office> => loadOffice(FOLDER);
