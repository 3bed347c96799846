import type { Room } from './rooms';

/** A room on a floor, or the lane in which an arrow passes the floor by. */
export interface Place {
  /** Of a lane: `from>to`. */
  name: string;
  lane: boolean;
}

export interface House {
  /** The topmost first; on each, from left to right. */
  floors: readonly (readonly Place[])[];
  /** Arrows to draw, as names of places from floor to floor. */
  arrows: readonly (readonly string[])[];
}

const reachOf = (rooms: readonly Room[]): Map<string, Set<string>> => {
  const below = new Map(rooms.map((r) => [r.name, r.below]));
  const reach = new Map<string, Set<string>>();
  const walk = (name: string): Set<string> => {
    const known = reach.get(name);
    if (known) return known;
    const all = new Set<string>();
    reach.set(name, all);
    for (const next of below.get(name) ?? []) {
      all.add(next);
      for (const further of walk(next)) all.add(further);
    }
    return all;
  };
  for (const { name } of rooms) walk(name);
  return reach;
};

/** Every room one floor below the lowest of those that may import it. */
export function floorsOf(rooms: readonly Room[]): Map<string, number> {
  const floor = new Map(rooms.map((r) => [r.name, 0]));
  // No way down is longer than there are rooms.
  for (const _ of rooms)
    for (const { name, below } of rooms)
      for (const to of below) floor.set(to, Math.max(floor.get(to) ?? 0, (floor.get(name) ?? 0) + 1));
  return floor;
}

/** Imports that no way over a third room says already: what is drawn as an arrow. */
export function directOf(rooms: readonly Room[]): [from: string, to: string][] {
  const reach = reachOf(rooms);
  return rooms.flatMap(({ name, below }) =>
    below
      .filter((to) => !below.some((over) => over !== to && reach.get(over)?.has(to)))
      .map((to): [string, string] => [name, to]),
  );
}

function* ordersOf<T>(items: readonly T[]): Generator<T[]> {
  if (items.length < 2) yield [...items];
  else
    for (const [i, first] of items.entries())
      for (const rest of ordersOf(items.filter((_, at) => at !== i))) yield [first, ...rest];
}

function* orderedFloors<T>(floors: readonly (readonly T[])[]): Generator<T[][]> {
  const [first, ...rest] = floors;
  if (!first) yield [];
  else for (const order of ordersOf(first)) for (const others of orderedFloors(rest)) yield [order, ...others];
}

/** Steps of arrows that cross, and how far they lead aside, given as parts of the width. */
function unrest(floors: readonly (readonly Place[])[], arrows: House['arrows']): number {
  const at = new Map(floors.flatMap((floor) => floor.map((p, i) => [p.name, (i + 0.5) / floor.length] as const)));
  const steps = arrows.flatMap((arrow) =>
    arrow.slice(1).map((to, i) => [arrow[i] as string, at.get(arrow[i] as string) ?? 0, at.get(to) ?? 0] as const),
  );
  const floorOf = new Map(floors.flatMap((floor, n) => floor.map((p) => [p.name, n] as const)));
  let sum = 0;
  for (const [i, [from, a, b]] of steps.entries()) {
    sum += Math.abs(a - b);
    for (const [other, c, d] of steps.slice(i + 1))
      if (floorOf.get(from) === floorOf.get(other) && (a - c) * (b - d) < 0) sum += 100;
  }
  return sum;
}

/** Rooms on floors, so that every arrow leads down and as few as can be cross. */
export function houseOf(rooms: readonly Room[]): House {
  const floor = floorsOf(rooms);
  const count = Math.max(...floor.values()) + 1;
  const floors: Place[][] = Array.from({ length: count }, (_, n) =>
    rooms.filter((r) => floor.get(r.name) === n).map(({ name }) => ({ name, lane: false })),
  );
  const arrows = directOf(rooms).map(([from, to]) => {
    const way = [from];
    for (let n = (floor.get(from) ?? 0) + 1; n < (floor.get(to) ?? 0); n++) {
      // Two arrows to one room share what they pass.
      const name = `${from}>${to}@${n}`;
      floors[n]?.push({ name, lane: true });
      way.push(name);
    }
    return [...way, to];
  });
  let best: House = { floors, arrows };
  let least = Number.POSITIVE_INFINITY;
  // The orders are few: a floor of four rooms has twenty-four.
  for (const order of orderedFloors(floors)) {
    const now = unrest(order, arrows);
    if (now < least - 1e-9) {
      least = now;
      best = { floors: order, arrows };
    }
  }
  return best;
}
