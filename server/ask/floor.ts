import { BoundedMap } from '../core/boundedMap.ts';
import { defaultSuggestionFloor } from '../../shared/ask/defaults.ts';
import { questionKind } from './searchSource.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Suggester } from '../core/search/suggester.ts';
import { fewestSessions, memory, tuneFloor } from './learningRules.ts';
import { countSessions, listOutcomes } from './queries/outcomes.ts';

/** How long a tuned floor is used before it is tuned again, milliseconds. */
const freshFor = 3_600_000;
/** Outcomes of each kind that are looked at: each costs a search. */
const mostOutcomes = 200;
/** Beyond this a text was found by its very own words, which says nothing about where the floor should be. */
const ownWords = 0.97;

type Needs = Pick<Context, 'database' | 'clock'> & { search: Suggester };

/** Tunes a site's floor by what people accepted and what they asked a person after all; null when it is too early. */
export const measureFloor = async (ctx: Needs, siteId: string): Promise<number | null> => {
  const since = ctx.clock.now() - memory;
  const sessions = await countSessions(ctx, siteId, since);
  if (sessions < fewestSessions) return null;
  const accepted: number[] = [];
  for (const event of await listOutcomes(ctx, siteId, ['opened', 'solved'], since, mostOutcomes)) {
    const hits = await ctx.search.suggest(siteId, event.query, { kinds: [questionKind], limit: 3 });
    const own = hits.find((hit) => hit.group === event.questionId && !hit.pinned);
    if (own && own.confidence < ownWords) accepted.push(own.confidence);
  }
  const ignored: number[] = [];
  for (const event of await listOutcomes(ctx, siteId, ['sent'], since, mostOutcomes)) {
    const [best] = (
      await ctx.search.suggest(siteId, event.query, { kinds: [questionKind], limit: 1 })
    ).filter((hit) => !hit.pinned);
    // What was answered and published since is no negative any more: it is found by its own words.
    if ((best?.confidence ?? 0) < ownWords) ignored.push(best?.confidence ?? 0);
  }
  return tuneFloor({ sessions, accepted, ignored });
};

/** Knows every site's floor at once, and tunes it in the background. */
export interface Floors {
  /** The floor to use now. The owner's own, wherever it is not the one that every site begins with. */
  of(site: Site): number;
  /** Tunes a site's floor now: for tests, and for staff who look at it. */
  tune(site: Site): Promise<number>;
}

/** Sites whose floor is remembered. */
const maxSites = 10_000;

export const createFloors = (ctx: Needs & Pick<Context, 'log' | 'metrics'>): Floors => {
  const cache = new BoundedMap<string, { tuned: number | null; at: number }>(maxSites);
  const initial = defaultSuggestionFloor;
  const tune = async (site: Site): Promise<number> => {
    const tuned = await measureFloor(ctx, site.id);
    cache.set(site.id, { tuned, at: ctx.clock.monotonic() });
    return site.settings.suggestionFloor === initial ? (tuned ?? initial) : site.settings.suggestionFloor;
  };
  return {
    tune,
    of(site) {
      const own = site.settings.suggestionFloor;
      if (own !== initial) return own;
      const known = cache.get(site.id);
      // Only an index can say what it would have found.
      if ((!known || ctx.clock.monotonic() - known.at > freshFor) && ctx.search.version(site.id) !== null) {
        cache.set(site.id, { tuned: known?.tuned ?? null, at: ctx.clock.monotonic() });
        tune(site).catch((err) => {
          ctx.metrics.faults.inc({ kind: 'search floor' });
          ctx.log.error({ err }, 'search floor');
        });
      }
      return known?.tuned ?? own;
    },
  };
};
