import { smallSample } from '../../shared/reports/limits.ts';
import type { ReportInsights, ReportQuery } from '../../shared/reports/schema.ts';
import type { Context } from '../context.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { liftOf } from '../core/prompts/lift.ts';
import { countExposures, noExposures } from '../core/prompts/queries.ts';
import { shareInterval } from '../core/statistics/shareInterval.ts';
import { changeOf, compareShare } from './changes.ts';
import { instantsOf } from './days.ts';
import { periodsOf } from './periods.ts';
import { findReportCursor } from './queries.ts';
import { readDays } from './readDays.ts';
import { rollUp } from './rollUp.ts';
import { shareOf, Tally } from './tally.ts';

/** Lines of each list. */
const maxListed = 20;
/** Articles of which names are looked up. */
const maxArticles = 400;

type Both = readonly [now: Tally, before: Tally];

/** The ends of a share's 95 % interval; nulls of nothing. */
const intervalOf = ({ hits, of }: { hits: number; of: number }) => {
  const [from, to] = of ? shareInterval(hits, of) : [null, null];
  return { from, to };
};

/** Helped of all who said whether it did: those who changed their word count as they said last. */
const votesOf = (tally: Tally, id: string) => {
  const [given, replaced] = [
    tally.countSubject('article.voted', id),
    tally.countSubject('article.replaced', id),
  ];
  const count = (value: number): number => Math.max(0, (given[value] ?? 0) - (replaced[value] ?? 0));
  return shareOf(count(1), count(0) + count(1));
};

/** Articles that were opened from a search, or of which readers said whether they helped. */
const articlesOf = async (
  ctx: Context,
  site: Site,
  [now, before]: Both,
): Promise<ReportInsights['articles']> => {
  const found = now
    .subjectsOf(['article.read', 'article.voted'])
    .map((id) => {
      const reads = (tally: Tally): number =>
        Object.values(tally.countSubject('article.read', id)).reduce((sum, n) => sum + n, 0);
      const helped = compareShare(votesOf(now, id), votesOf(before, id));
      return { id, reads: { now: reads(now), before: reads(before) }, helped, ...intervalOf(helped.now) };
    })
    .sort(
      (one, other) =>
        other.helped.now.of + other.reads.now - (one.helped.now.of + one.reads.now) ||
        (one.id < other.id ? -1 : 1),
    )
    .slice(0, maxArticles);
  const ids = found.map(({ id }) => id);
  const cards = new Map(
    (await Promise.all(ctx.knowledge.map((source) => source.cards(site, ids))))
      .flat()
      .map((card) => [card.id, card]),
  );
  return found
    .flatMap((one) => {
      const card = cards.get(one.id);
      return card ? [{ ...one, title: card.title, path: card.path, language: card.language }] : [];
    })
    .slice(0, maxListed);
};

/** Prompts that are on now: shown, clicked, and what they did against those from whom they were held back. */
const promptsOf = async (
  ctx: Context,
  site: Site,
  time: { from: number; until: number },
): Promise<ReportInsights['prompts']> => {
  const prompts = (await ctx.listPrompts(site)).slice(0, maxListed);
  const counted = await Promise.all(
    // Each by the index of its own, not all that was ever shown.
    prompts.map(async ({ id }) => (await countExposures(ctx, site.id, { prompt: id, ...time })).get(id)),
  );
  return prompts
    .map(({ id, name, goal }, index) => {
      const { shown, held, acted, goalsShown, goalsHeld } = counted[index] ?? noExposures();
      const clicked = shareOf(acted, shown);
      const lift = goal && held > 0 ? liftOf(goalsShown, shown, goalsHeld, held) : null;
      // An interval that leaves out zero is a test of the difference.
      const p = lift ? Number(lift.from <= 0 && lift.to >= 0) : null;
      return {
        id,
        name,
        shown,
        held,
        clicked,
        ...intervalOf(clicked),
        goals: lift ? { shown: shareOf(goalsShown, shown), held: shareOf(goalsHeld, held) } : null,
        lift,
        change: changeOf([shown, held], p, lift?.value ? lift.value > 0 : null),
      };
    })
    .filter(({ shown, held }) => shown + held > 0)
    .sort((one, other) => other.shown - one.shown);
};

/** Articles of which readers said that they don't help: the whole interval is below a half. Those of most readers first. */
export const unhelpfulOf = ({ articles }: Pick<ReportInsights, 'articles'>): ReportInsights['articles'] =>
  articles
    .filter(({ helped: { now }, to }) => now.of >= smallSample && to !== null && to < 0.5)
    .sort((one, other) => other.helped.now.of - one.helped.now.of);

/** Lists that are at hand, over all sites; and for how long, milliseconds: they hold words, which may be erased. */
const [maxKept, maxAge] = [100, 30_000];

const caches = new WeakMap<
  Context['database'],
  BoundedMap<string, { at: number; insights: ReportInsights }>
>();

/**
 * Lists of a period that say what to do: what was searched for in vain, which articles help, which topics came up, and
 * what prompts did.
 * @throws Failure `invalid` for a period that ends before it begins, or is too long
 */
export const makeInsights = async (ctx: Context, site: Site, query: ReportQuery): Promise<ReportInsights> => {
  const { period, before } = periodsOf(query);
  await rollUp(ctx, site);
  const cursor = await findReportCursor(ctx, site.id);
  const key = JSON.stringify([site.id, period, before, cursor?.place, cursor?.zone]);
  const cache = caches.get(ctx.database) ?? new BoundedMap(maxKept);
  caches.set(ctx.database, cache);
  const known = cache.get(key);
  if (known && ctx.clock.monotonic() - known.at <= maxAge) return known.insights;
  const time = instantsOf(period.from, period.until, site.settings.hours.zone);
  const tallies = [
    new Tally(await readDays(ctx, site.id, period.from, period.until)),
    new Tally(await readDays(ctx, site.id, before.from, before.until)),
  ] as const;
  const listed = async <Line>(lists: (Promise<Line[]> | undefined)[]): Promise<Line[]> =>
    (await Promise.all(lists)).flatMap((list) => list ?? []).slice(0, maxListed);
  const insights = {
    period,
    before,
    gaps: await listed(ctx.insights.map((source) => source.gaps?.(site, time, maxListed))),
    articles: await articlesOf(ctx, site, tallies),
    topics: await listed(ctx.insights.map((source) => source.topics?.(site, time, maxListed))),
    prompts: await promptsOf(ctx, site, time),
  };
  cache.set(key, { at: ctx.clock.monotonic(), insights });
  return insights;
};
