import type { Archive } from '../archive/archive';
import type { Office } from '../domain/office';
import type { DeskParts } from './deskParts';
import type { DeskState } from './deskState';
import type { Originals } from './originals';
import type { StartedEngine } from './startedEngine';

/** What the works of one desk share. */
export interface DeskTools {
  office: Office;
  parts: DeskParts;
  archive: Archive;
  originals: Originals;
  engine: StartedEngine;
  state: DeskState;
}
