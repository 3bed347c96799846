// `npm run architecture`: draws docs/architecture.svg from the rules of imports.
import { writeFile } from 'node:fs/promises';
import { drawRooms } from './draw';
import { importsOfRooms } from './imports';
import { ROOMS } from './rooms';

await writeFile(new URL('../../docs/architecture.svg', import.meta.url), drawRooms(ROOMS, importsOfRooms()));
