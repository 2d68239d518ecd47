import { newId } from '../../shared/core/ids.ts';
import type { Gaps } from '../../shared/ask/staffSchema.ts';
import type { Context } from '../context.ts';
import type { InsightSource } from '../core/insights.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { foldPhrase } from '../core/search/tuning.ts';
import { type Cluster, clusterMisses, findMisses } from './gapRules.ts';
import { memory } from './learningRules.ts';
import { listDismissed, listSearchEvents } from './queries/outcomes.ts';
import { questionKind } from './searchSource.ts';
import { floorsOf } from './suggestions.ts';
import { deleteDismissals, insertSuggestionEvent } from './writes/suggestionEvents.ts';

/** Events that are looked through, clusters that are searched for again, and those that are listed, at the most. */
const [maxEvents, maxSearched, maxListed] = [6_000, 60, 30];
/** Ways of putting it that are shown. */
const maxExamples = 5;

/** True when what nothing was shown for has an answer by now. */
const isAnswered = async (ctx: Context, site: Site, { misses, phrasings }: Cluster): Promise<boolean> => {
  if (misses.some(({ reason }) => reason !== 'nothing')) return false;
  const floor = floorsOf(ctx).of(site);
  const kinds = [questionKind, ...ctx.knowledge.map(({ kind }) => kind)];
  const [hit] = await ctx.search.suggest(site.id, phrasings[0] ?? '', { kinds, limit: 1, floor });
  return hit !== undefined && hit.shownUpTo >= floor;
};

const toView = ({ misses, phrasings }: Cluster): Gaps['gaps'][number] => {
  const count = (reason: string): number => misses.filter((miss) => miss.reason === reason).length;
  const times = misses.map(({ at }) => at);
  return {
    title: phrasings[0] ?? '',
    phrasings: phrasings.slice(0, 40),
    examples: phrasings.slice(1, 1 + maxExamples),
    people: new Set(misses.map(({ person }) => person)).size,
    times: misses.length,
    nothing: count('nothing'),
    asked: count('asked'),
    refined: count('refined'),
    since: Math.min(...times),
    last: Math.max(...times),
  };
};

/** Searches of a time without a good answer, by subject: those of most people first. */
const findGaps = async (
  ctx: Context,
  site: Site,
  { from, until }: { from: number; until?: number },
  limit: number,
): Promise<Gaps['gaps']> => {
  const [events, dismissals] = await Promise.all([
    listSearchEvents(ctx, site.id, from, maxEvents, until),
    listDismissed(ctx, site.id, from),
  ]);
  const dismissed = new Map(dismissals.map(({ phrase, at }) => [phrase, Number(at)]));
  const misses = findMisses(events).filter(({ text, at }) => (dismissed.get(foldPhrase(text)) ?? 0) < at);
  await ctx.search.caughtUp(site.id);
  const gaps: Gaps['gaps'] = [];
  for (const cluster of clusterMisses(misses).slice(0, maxSearched)) {
    if (gaps.length >= limit) break;
    if (!(await isAnswered(ctx, site, cluster))) gaps.push(toView(cluster));
  }
  return gaps;
};

/** Searches without a good answer, as far back as they are remembered. */
export const listGaps = async (ctx: Context, site: Site): Promise<Gaps> => ({
  gaps: await findGaps(ctx, site, { from: ctx.clock.now() - memory }, maxListed),
});

/** Searches without a good answer, for reports. */
export const gapInsights = (ctx: Context): InsightSource => ({
  gaps: async (site, time, limit) =>
    (await findGaps(ctx, site, { ...time, from: time.from - 1 }, limit)).map(
      ({ title, people, times, nothing }) => ({ title, people, times, nothing }),
    ),
});

/** Leaves what was put in these words out of the list until somebody looks for it again. */
export const setGapAside = async (ctx: Context, site: Site, texts: readonly string[]): Promise<void> => {
  const now = ctx.clock.now();
  await ctx.database.write((tx) =>
    [...new Set(texts.map(foldPhrase))].filter(Boolean).map((query) => {
      const id = newId(now);
      const event = { id, session: id, kind: 'dismissed' as const, questionId: null, query, language: '' };
      return insertSuggestionEvent(tx, site.id, now, event);
    }),
  );
};

/** Takes that back. */
export const bringGapBack = async (ctx: Context, site: Site, texts: readonly string[]): Promise<void> => {
  const phrases = [...new Set(texts.map(foldPhrase))].filter(Boolean);
  if (phrases.length) await ctx.database.write((tx) => [deleteDismissals(tx, site.id, phrases)]);
};
