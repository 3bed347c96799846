/** Packs are taken apart where they are dropped. Loaded when the first one is. */
export { LIMITS } from '../intake/unpack/limits';
export { isPack, unpack } from '../intake/unpack/unpack';
