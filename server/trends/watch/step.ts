import type { Burst, ItemWindow, Signature, WatchedItem } from './itemWindow.ts';

/** An item's part, as it comes: one more of what is being watched, the last that a burst needed, or neither. */
export type Step<Trend> = { kind: 'joins'; trend: Trend } | { kind: 'burst'; burst: Burst } | null;

/**
 * Takes an item in and looks at it.
 * @param watched what no second alert is wanted of: bursts that aren't over, and what is no problem
 * @param looks items of a week, of all languages
 */
export const takeItem = <Trend extends { signature: Signature; items: ReadonlySet<string> }>(
  window: ItemWindow,
  item: WatchedItem,
  watched: readonly Trend[],
  looks: number,
): Step<Trend> => {
  const taken = window.add(item);
  const trend = watched.find(({ signature }) => window.isAbout(taken, signature));
  if (trend) return { kind: 'joins', trend };
  const burst = window.look(taken, looks);
  if (!burst) return null;
  // The same in other words: some of its items are in one that is watched.
  const same = watched.find(({ items }) => burst.items.some((id) => items.has(id)));
  return same ? { kind: 'joins', trend: same } : { kind: 'burst', burst };
};
