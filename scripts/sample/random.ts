/** A seeded stream of random numbers. Only integer arithmetic, so every machine draws the same. */
export class Random {
  private state: number;

  /** @param seed any text; streams of different texts are independent of each other */
  constructor(seed: string) {
    let hash = 2166136261;
    for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 16777619);
    this.state = hash >>> 0;
  }

  /** Uniform in [0, 1) (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Whole number from `low` to `high`, the low ones more often. */
  skewed(low: number, high: number): number {
    return Math.min(this.int(low, high), this.int(low, high));
  }

  /** Whole number from `low` to `high`, the middle ones more often. */
  middling(low: number, high: number): number {
    return Math.round((this.int(low, high) + this.int(low, high)) / 2);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** One of the entries, each as often as its weight says. Weights need not add up to 1. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T {
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.next() * total;
    for (const [value, weight] of entries) {
      rest -= weight;
      if (rest < 0) return value;
    }
    throw new RangeError('no weight above zero');
  }
}
