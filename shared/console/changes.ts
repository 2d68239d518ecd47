/** One value that differs between two documents. Lists are compared whole: an order of categories is one value. */
export interface Change {
  path: string[];
  before: unknown;
  after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True when two JSON values are the same, whatever the order of their keys. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  return isRecord(one) && isRecord(other) && listChanges(one, other).length === 0;
};

/** Lists differences of the second of two JSON values, by path, in the order of the keys. */
export const listChanges = (before: unknown, after: unknown, path: string[] = []): Change[] => {
  if (isRecord(before) && isRecord(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      listChanges(
        Object.hasOwn(before, key) ? before[key] : undefined,
        Object.hasOwn(after, key) ? after[key] : undefined,
        [...path, key],
      ),
    );
  const same = Array.isArray(before) && Array.isArray(after) ? sameValue(before, after) : before === after;
  return same ? [] : [{ path, before, after }];
};
