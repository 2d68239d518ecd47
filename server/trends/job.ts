import type { Context } from '../context.ts';
import { derivedId } from '../core/derivedId.ts';
import type { IncomingItem } from '../core/incoming.ts';
import type { Reporter } from '../core/incidents.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import {
  growTrend,
  insertTrend,
  insertTrendItem,
  listTrendItems,
  listWatched,
  type TrendItemRow,
  type TrendRow,
} from './queries.ts';
import {
  exampleOf,
  forgetWindows,
  languageOf,
  listIncoming,
  openWindows,
  type SiteWindows,
  toWatched,
  windowFor,
} from './look.ts';
import { type Burst, memory } from './watch/itemWindow.ts';
import { takeItem } from './watch/step.ts';
import { burstWindow } from './watch/tail.ts';

/** The kind of the events that say that a trend began, grew or was decided on. */
export const trendChanged = 'trend.changed';

/** A trend as items are held against it. */
interface Watched {
  row: TrendRow;
  signature: TrendRow['signature'];
  items: Set<string>;
  people: Set<string>;
  /** Items that came just now. */
  joined: IncomingItem[];
  isNew: boolean;
}

const toRow = (siteId: string, trendId: string, item: IncomingItem): TrendItemRow => ({
  siteId,
  trendId,
  itemId: item.id,
  kind: item.kind,
  person: item.person,
  visitorId: item.visitorId,
  conversationId: item.conversationId,
  language: item.language,
  text: exampleOf(item),
  at: item.at,
});

/** Those of some items' people whom the site can tell. */
export const reportersOf = (
  items: readonly Pick<IncomingItem, 'visitorId' | 'language' | 'conversationId'>[],
): Reporter[] =>
  items.flatMap(({ visitorId, language, conversationId }) =>
    visitorId === null ? [] : [{ visitorId, language, conversationId }],
  );

const readWatched = async (ctx: Context, siteId: string, now: number): Promise<Watched[]> => {
  const rows = await listWatched(ctx, siteId, { since: now - burstWindow, quietSince: now - memory });
  const items = await listTrendItems(
    ctx,
    siteId,
    rows.map(({ id }) => id),
  );
  const incidents = rows.flatMap(({ incidentId }) => incidentId ?? []);
  const site = incidents.length ? await ctx.sites.byId(siteId) : null;
  const known = site ? await ctx.incidents?.find(site, incidents, 'en') : [];
  const closed = new Set(known?.filter(({ closedAt }) => closedAt !== null).map(({ id }) => id));
  return (
    rows
      // Of an incident that is over, what comes later is a new one.
      .filter(
        ({ incidentId, lastAt }) =>
          lastAt > now - burstWindow || incidentId === null || !closed.has(incidentId),
      )
      .map((row) => {
        const own = items.filter(({ trendId }) => trendId === row.id);
        return {
          row,
          signature: row.signature,
          items: new Set(own.map(({ itemId }) => itemId)),
          people: new Set(own.map(({ person }) => person)),
          joined: [],
          isNew: false,
        };
      })
  );
};

const begin = (siteId: string, language: string, burst: Burst, items: readonly IncomingItem[]): Watched => {
  const own = items.filter(({ id }) => burst.items.includes(id));
  const times = own.map(({ at }) => at);
  const row: TrendRow = {
    siteId,
    // Two machines that see the same make it once.
    id: derivedId('trend', siteId, burst.items[0] ?? ''),
    language,
    words: burst.words,
    signature: burst.signature,
    people: burst.people,
    items: own.length,
    usual: burst.usual,
    chance: burst.chance,
    startedAt: Math.min(...times),
    lastAt: Math.max(...times),
    incidentId: null,
    quietAt: null,
    quietBy: null,
  };
  return {
    row,
    signature: burst.signature,
    items: new Set(burst.items),
    people: new Set(own.map(({ person }) => person)),
    joined: own,
    isNew: true,
  };
};

const join = (trend: Watched, item: IncomingItem): void => {
  if (trend.items.has(item.id)) return;
  trend.items.add(item.id);
  trend.people.add(item.person);
  trend.joined.push(item);
  trend.row = {
    ...trend.row,
    items: trend.row.items + 1,
    people: Math.max(trend.row.people, trend.people.size),
    lastAt: Math.max(trend.row.lastAt, item.at),
  };
};

/** Takes in what came since the last look. @returns trends that began or grew */
const takeNew = (
  site: SiteWindows,
  siteId: string,
  items: readonly IncomingItem[],
  watched: Watched[],
  now: number,
): Watched[] => {
  const since = now - burstWindow;
  const ids = new Set(items.map(({ id }) => id));
  for (const window of site.byLanguage.values()) window.keepOnly(since, ids);
  for (const [id, at] of site.seen) if (at < since) site.seen.delete(id);
  for (const item of items) {
    const language = languageOf(item);
    const window = site.seen.has(item.id) ? null : windowFor(site, language);
    site.seen.set(item.id, item.at);
    if (!window) continue;
    const looks = [...site.byLanguage.values()].reduce((sum, one) => sum + one.itemsInWeek(now), 0);
    const own = watched.filter(({ row }) => row.language === language);
    const step = takeItem(window, toWatched(item), own, looks);
    if (step?.kind === 'joins') join(step.trend, item);
    if (step?.kind === 'burst') watched.push(begin(siteId, language, step.burst, items));
  }
  return watched.filter(({ joined }) => joined.length > 0);
};

const write = async (ctx: Context, siteId: string, changed: readonly Watched[]): Promise<void> => {
  const now = ctx.clock.now();
  for (const { row, joined, isNew } of changed)
    await ctx.database.commit({
      site: siteId,
      events: [{ kind: trendChanged, subject: row.id, audience: 'staff' }],
      write: (tx) => [
        ...(isNew
          ? [
              insertTrend(tx, row),
              planJob(
                tx,
                siteId,
                { kind: 'trend.alert', key: row.id, payload: { trend: row.id }, runAt: now },
                now,
              ),
            ]
          : [growTrend(tx, siteId, row.id, row)]),
        ...joined.map((item) => insertTrendItem(tx, toRow(siteId, row.id, item))),
        ...(row.incidentId && ctx.incidents
          ? ctx.incidents.follow(tx, siteId, row.incidentId, reportersOf(joined))
          : []),
      ],
    });
};

/** Looks that are under way, by site: of two at once, one would take for gone what the other has just seen. */
const underWay = new WeakMap<Context['database'], Map<string, Promise<void>>>();

const oneByOne = async (ctx: Context, siteId: string, work: () => Promise<void>): Promise<void> => {
  const bySite = underWay.get(ctx.database) ?? new Map<string, Promise<void>>();
  underWay.set(ctx.database, bySite);
  const before = bySite.get(siteId);
  const own = (async () => {
    await before?.catch(() => {});
    await work();
  })();
  bySite.set(siteId, own);
  try {
    await own;
  } finally {
    if (bySite.get(siteId) === own) bySite.delete(siteId);
  }
};

/** Looks at what came in: what is similar is put together, and a burst of it becomes a trend, of which staff are told. */
export const lookJob: JobHandler = async (ctx, { siteId }) => {
  await oneByOne(ctx, siteId, () => look(ctx, siteId));
  return { kind: 'done' };
};

const look = async (ctx: Context, siteId: string): Promise<void> => {
  const now = ctx.clock.now();
  try {
    const site = await openWindows(ctx, siteId);
    const items = await listIncoming(ctx, siteId, now - burstWindow);
    const watched = await readWatched(ctx, siteId, now);
    await write(ctx, siteId, takeNew(site, siteId, items, watched, now));
  } catch (error) {
    // What was taken in but not written is seen again.
    forgetWindows(ctx, siteId);
    throw error;
  }
};
