/**
 * Remembers the results made from an object for as long as the object lives. Several parts of a screen ask for the same
 * assessment; it is computed once for all of them.
 */
export function memoOf<K extends object, T>(): (object: K, key: string, make: () => T) => T {
  const held = new WeakMap<K, Map<string, T>>();
  return (object, key, make) => {
    let results = held.get(object);
    if (!results) {
      results = new Map();
      held.set(object, results);
    }
    if (!results.has(key)) results.set(key, make());
    return results.get(key) as T;
  };
}
