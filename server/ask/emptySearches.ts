import { newId } from '../../shared/core/ids.ts';
import type { EmptySearches } from '../../shared/ask/staffSchema.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { foldPhrase } from '../core/search/tuning.ts';
import { memory } from './learningRules.ts';
import { listDismissed, listSentUnseen } from './queries/outcomes.ts';
import { questionKind } from './searchSource.ts';
import { floorsOf } from './suggestions.ts';
import { insertSuggestionEvent } from './writes/suggestionEvents.ts';

/** Sent texts that are looked through at the most. */
const maxLookedAt = 2_000;
/** Texts that are searched again, to leave out those that have an answer by now. */
const maxSearched = 60;
/** Texts that are listed. */
const maxListed = 40;

/** Searches without a result, those of most people first. */
export const listEmptySearches = async (ctx: Context, site: Site): Promise<EmptySearches> => {
  const since = ctx.clock.now() - memory;
  const dismissed = new Map(
    (await listDismissed(ctx, site.id, since)).map((row) => [row.phrase, Number(row.at)]),
  );
  const found = new Map<string, { text: string; people: number; at: number }>();
  for (const { query, at } of await listSentUnseen(ctx, site.id, since, maxLookedAt)) {
    const phrase = foldPhrase(query);
    if (phrase === '' || (dismissed.get(phrase) ?? 0) >= at) continue;
    const known = found.get(phrase);
    if (known) known.people += 1;
    else found.set(phrase, { text: query, people: 1, at });
  }
  const often = [...found.values()]
    .sort((one, other) => other.people - one.people || other.at - one.at)
    .slice(0, maxSearched);
  // Who has just pinned an answer sees that it works.
  await ctx.search.caughtUp(site.id);
  const floor = floorsOf(ctx).of(site);
  // An article answers, too.
  const kinds = [questionKind, ...ctx.knowledge.map(({ kind }) => kind)];
  const searches: EmptySearches['searches'] = [];
  for (const search of often) {
    const [hit] = await ctx.search.suggest(site.id, search.text, { kinds, limit: 1, floor });
    if (!hit || hit.shownUpTo < floor) searches.push(search);
  }
  return { searches: searches.slice(0, maxListed) };
};

/** Leaves a text out of the list until it is sent again. */
export const dismissEmptySearch = async (ctx: Context, site: Site, text: string): Promise<void> => {
  const now = ctx.clock.now();
  const id = newId(now);
  await ctx.database.write((tx) => [
    insertSuggestionEvent(tx, site.id, now, {
      id,
      session: id,
      kind: 'dismissed',
      questionId: null,
      query: foldPhrase(text),
      language: '',
    }),
  ]);
};
