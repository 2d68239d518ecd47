import { primarySubtag } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import type { Database } from '../core/db/database.ts';
import type { IncomingItem } from '../core/incoming.ts';
import { burstWindow } from './watch/tail.ts';
import { ItemWindow, maxItems, memory, type WatchedItem } from './watch/itemWindow.ts';

/** A site's items in this process: rebuilt from what the features have, so that nothing is kept twice. */
export interface SiteWindows {
  byLanguage: Map<string, ItemWindow>;
  /** Ids of items that were taken in, with when they came. */
  seen: Map<string, number>;
}

/** Sites whose items are at hand, and languages of each, at the most. */
const [maxSites, maxLanguages] = [24, 12];
/** Items of one source that are read at a look. */
const maxRead = 2_000;
/** Items that are taken in before others get their turn. */
const slice = 200;
/** Code units of a text that are read, and those that are kept as an example. */
const [longestRead, longestExample] = [600, 200];

const windows = new WeakMap<Database, BoundedMap<string, SiteWindows>>();

const windowsOf = (database: Database): BoundedMap<string, SiteWindows> => {
  const known = windows.get(database) ?? new BoundedMap<string, SiteWindows>(maxSites * 2);
  windows.set(database, known);
  return known;
};

/** Forgets a site's items: they are read again at the next look. */
export const forgetWindows = (ctx: Pick<Context, 'database'>, siteId: string): void =>
  windowsOf(ctx.database).delete(siteId);

export const languageOf = ({ language }: Pick<IncomingItem, 'language'>): string => primarySubtag(language);

/** An item as a window takes it. */
export const toWatched = ({ id, at, person, text }: IncomingItem): WatchedItem => ({
  id,
  at,
  person,
  text: text.slice(0, longestRead),
});

/** An item's beginning, on one line. */
export const exampleOf = ({ text }: IncomingItem): string =>
  text.replace(/\s+/gu, ' ').trim().slice(0, longestExample);

/** Items that came in since an instant, the oldest first. */
export const listIncoming = async (
  ctx: Context,
  siteId: string,
  since: number,
  limit = maxRead,
): Promise<IncomingItem[]> => {
  const lists = await Promise.all(ctx.incoming.map((source) => source.list(ctx, siteId, since, limit)));
  return lists.flat().sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
};

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const windowFor = ({ byLanguage }: SiteWindows, language: string): ItemWindow | null => {
  const known = byLanguage.get(language);
  if (known || byLanguage.size >= maxLanguages) return known ?? null;
  const made = new ItemWindow();
  byLanguage.set(language, made);
  return made;
};

/** A site's windows with all that came before the window in which bursts are looked for. */
export const openWindows = async (ctx: Context, siteId: string): Promise<SiteWindows> => {
  const known = windowsOf(ctx.database).get(siteId);
  if (known) return known;
  const made: SiteWindows = { byLanguage: new Map(), seen: new Map() };
  const now = ctx.clock.now();
  const past = await listIncoming(ctx, siteId, now - memory, maxItems);
  let taken = 0;
  for (const item of past) {
    if (item.at >= now - burstWindow) break;
    windowFor(made, languageOf(item))?.add(toWatched(item));
    if (++taken % slice === 0) await breathe();
  }
  windowsOf(ctx.database).set(siteId, made);
  return made;
};
