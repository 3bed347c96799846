/** What a pack may hold. More is no report but a bomb, or somebody's whole disk. */
export interface Limits {
  /** Bytes of one file, unpacked; of all. */
  file: number;
  all: number;
  /** Files and folders. */
  members: number;
  /** Times that a file shrinks; of those above `suspect` bytes. Tables shrink to a tenth, the most repetitive to a hundredth. */
  ratio: number;
  suspect: number;
}

/** Looks on while a pack is taken apart. */
export interface Watch {
  /** Ends it within a member, too. */
  signal?: AbortSignal;
  /** Called with the bytes that came out, part by part. */
  onBytes?: (bytes: number) => void;
}

const MIB = 2 ** 20;

export const LIMITS: Limits = { file: 2048 * MIB, all: 4096 * MIB, members: 5000, ratio: 200, suspect: 100 * MIB };

export const megabytes = (bytes: number): string => `${Math.round(bytes / MIB)} MB`;
