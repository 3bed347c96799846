import rooms from './rooms.json';

/** A room of src/: what it holds, and the rooms that it may import. */
export interface Room {
  name: string;
  chinese: string;
  holds: string;
  below: readonly string[];
}

/** The rooms as the rules of imports have them, the topmost first. */
export const ROOMS: readonly Room[] = Object.entries(rooms).map(([name, room]) => ({ name, ...room }));
