import { BoundedMap } from '../core/boundedMap.ts';
import { questionKind } from './searchSource.ts';
import type { Caution } from '../../shared/ask/defaults.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Suggester } from '../core/search/suggester.ts';
import { fewestSessions, floors, memory, tuneFloor } from './learningRules.ts';
import { countSessions, listOutcomes } from './queries/outcomes.ts';

/** The age at which a tuned floor is tuned again, milliseconds. */
const freshFor = 3_600_000;
/** Outcomes of each kind that are looked at: each costs a search. */
const maxOutcomes = 200;
/** Beyond this a text was found by its very own words, which says nothing about where the floor should be. */
const ownWords = 0.999;

type Needs = Pick<Context, 'database' | 'clock'> & { search: Suggester };

/** Tunes a site's floor by what people accepted and what they asked a person after all; null when it is too early. */
export const measureFloor = async (ctx: Needs, siteId: string, caution: Caution): Promise<number | null> => {
  const since = ctx.clock.now() - memory;
  const sessions = await countSessions(ctx, siteId, since);
  if (sessions < fewestSessions) return null;
  const accepted: number[] = [];
  for (const event of await listOutcomes(ctx, siteId, ['opened', 'solved'], since, maxOutcomes)) {
    const hits = await ctx.search.suggest(siteId, event.query, { kinds: [questionKind], limit: 3 });
    const own = hits.find((hit) => hit.group === event.questionId && !hit.pinned);
    if (own && own.confidence < ownWords) accepted.push(own.shownUpTo);
  }
  const ignored: number[] = [];
  for (const event of await listOutcomes(ctx, siteId, ['sent'], since, maxOutcomes)) {
    const [best] = (
      await ctx.search.suggest(siteId, event.query, { kinds: [questionKind], limit: 1 })
    ).filter((hit) => !hit.pinned);
    // What was answered and published since is no negative any more: it is found by its own words.
    if ((best?.confidence ?? 0) < ownWords) ignored.push(best?.shownUpTo ?? 0);
  }
  return tuneFloor({ sessions, accepted, ignored }, floors[caution]);
};

/** Knows every site's floor at once, and tunes it in the background. */
export interface Floors {
  /** The floor to use now: where the owner's caution puts it, moved by what people do with suggestions. */
  of(site: Site): number;
  /** Tunes a site's floor now: for tests, and for staff who look at it. */
  tune(site: Site): Promise<number>;
}

/** Sites whose floor is remembered. */
const maxSites = 10_000;

export const createFloors = (ctx: Needs & Pick<Context, 'log' | 'metrics'>): Floors => {
  const cache = new BoundedMap<string, { caution: Caution; tuned: number | null; at: number }>(maxSites);
  const tune = async (site: Site): Promise<number> => {
    const caution = site.settings.suggestionCaution;
    const tuned = await measureFloor(ctx, site.id, caution);
    cache.set(site.id, { caution, tuned, at: ctx.clock.monotonic() });
    return tuned ?? floors[caution];
  };
  return {
    tune,
    of(site) {
      const caution = site.settings.suggestionCaution;
      const cached = cache.get(site.id);
      const known = cached?.caution === caution ? cached : undefined;
      // Only an index can say what it would have found.
      if ((!known || ctx.clock.monotonic() - known.at > freshFor) && ctx.search.version(site.id) !== null) {
        cache.set(site.id, { caution, tuned: known?.tuned ?? null, at: ctx.clock.monotonic() });
        tune(site).catch((err) => {
          ctx.metrics.faults.inc({ kind: 'search floor' });
          ctx.log.error({ err }, 'search floor');
        });
      }
      return known?.tuned ?? floors[caution];
    },
  };
};
