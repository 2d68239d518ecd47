import type { Hit } from '../core/search/hits.ts';
import { plainText } from '../core/content/markdown.ts';
import { type AnswerRow, listAnswers } from './queries/answers.ts';
import { questionKind, searchedText } from './searchSource.ts';
import type { Suggestion } from '../../shared/ask/schema.ts';
import type { Context } from '../context.ts';
import { passageExcerpt } from '../core/search/passageExcerpt.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import type { Suggester } from '../core/search/suggester.ts';
import { createFloors, type Floors } from './floor.ts';
import { findPublishedMany, type QuestionRow } from './queries/questions.ts';
import { findWritten, preferWritten } from './writtenArticles.ts';

/** Maximum of suggestions on screen at once. */
export const maxShown = 3;
/** Code units of an answer that are shown before it is opened. */
const snippetLength = 160;
/** Code units of a passage that a snippet is looked for in. */
export const longestPassage = 1_500;
/** Maximum of cached results, and of cached cards, over all sites: a few megabytes. */
const maxEntries = 5_000;
/** Milliseconds after which a cached entry is read again even when no event invalidated it. */
const maxAge = 60_000;

/** A suggestion without what depends on the typed text, and the passage that its snippet is taken from. */
type Card = Omit<Suggestion, 'matches' | 'snippet'> & { passage: string; conversation: string | null };

/** Cache whose entries are valid for one version; the least recently used are evicted first. */
const createVersionedCache = <Value>(ctx: Context) => {
  const entries = new BoundedMap<string, { version: number; at: number; value: Value }>(maxEntries);
  return {
    get(key: string, version: number): Value | undefined {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.version === version && ctx.clock.monotonic() - entry.at <= maxAge) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key: string, version: number, value: Value): void {
      entries.set(key, { version, at: ctx.clock.monotonic(), value });
    },
  };
};

/** Shares one run of the same work among callers; it is aborted when the last of them has left. */
const createOnce = <Value>() => {
  const running = new Map<string, { result: Promise<Value>; waiting: number; controller: AbortController }>();
  return async (
    key: string,
    work: (signal: AbortSignal) => Promise<Value>,
    signal: AbortSignal | undefined,
  ): Promise<Value> => {
    signal?.throwIfAborted();
    let job = running.get(key);
    if (!job) {
      const controller = new AbortController();
      const result = work(controller.signal).finally(() => {
        if (running.get(key)?.controller === controller) running.delete(key);
      });
      job = { result, waiting: 0, controller };
      running.set(key, job);
    }
    const mine = job;
    mine.waiting += 1;
    const leave = (): void => {
      mine.waiting -= 1;
      if (mine.waiting > 0) return;
      if (running.get(key) === mine) running.delete(key);
      mine.controller.abort(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await mine.result;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };
};

interface Caches {
  floors: Floors;
  answers: ReturnType<typeof createVersionedCache<Suggestion[]>>;
  cards: ReturnType<typeof createVersionedCache<Card>>;
  once: ReturnType<typeof createOnce<Suggestion[]>>;
}

/** Caches by search engine: tests run several servers in one process. */
const cachesBySearch = new WeakMap<Suggester, Caches>();

const cachesOf = (ctx: Context): Caches => {
  const known = cachesBySearch.get(ctx.search);
  if (known) return known;
  const created: Caches = {
    floors: createFloors(ctx),
    answers: createVersionedCache(ctx),
    cards: createVersionedCache(ctx),
    once: createOnce(),
  };
  cachesBySearch.set(ctx.search, created);
  return created;
};

/** Forgets what was found and shown, of all sites: the texts that it was asked with are people's. */
export const forgetSuggestions = (ctx: Context): void => void cachesBySearch.delete(ctx.search);

/** Relevance floors of a server's sites. */
export const floorsOf = (ctx: Context): Floors => cachesOf(ctx).floors;

/**
 * The passage a snippet is taken from: the answer that matched, or the beginning of the first. Where an answer is
 * official or accepted, no other is shown for it.
 */
export const passageOf = (row: QuestionRow, own: AnswerRow[], passage: Hit['passage']): string => {
  const text = searchedText(row, own);
  const chosen = own.filter(({ official, accepted }) => official || accepted);
  let start = text.length - searchedText({ detailsRich: [] }, own).trimStart().length;
  const places = (chosen.length ? chosen : own).map(({ rich }) => {
    const place = { start, end: start + plainText(rich).length };
    start = place.end + 1;
    return place;
  });
  const [first = { start, end: text.length }] = places;
  const found = passage && places.find(({ start: from, end }) => passage.start < end && passage.end > from);
  const shown = found ?? first;
  const begin = found && passage ? Math.max(passage.start, found.start) : shown.start;
  return text.slice(begin, Math.min(shown.end, begin + longestPassage));
};

/** Cards of the questions of hits by id. Leaves out those that are not public. */
const readCards = async (
  ctx: Context,
  site: Site,
  hits: Hit[],
  version: number | null,
): Promise<Map<string, Card>> => {
  const { cards } = cachesOf(ctx);
  const found = new Map<string, Card>();
  // Of another phrasing, the passage is none of the question's own text.
  const passages = new Map(hits.map((hit) => [hit.group, hit.id === hit.group ? hit.passage : undefined]));
  const keyOf = (id: string): string => `${site.id} ${id} ${passages.get(id)?.start ?? ''}`;
  for (const id of passages.keys()) {
    const card = version === null ? undefined : cards.get(keyOf(id), version);
    if (card) found.set(id, card);
  }
  const missing = [...passages.keys()].filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const answers = await listAnswers(ctx, site.id, missing);
  for (const row of await findPublishedMany(ctx, site.id, missing)) {
    const own = answers.filter((answer) => answer.questionId === row.id);
    const card: Card = {
      id: row.id,
      title: row.title,
      passage: passageOf(row, own, passages.get(row.id)),
      official: own.some((answer) => answer.official),
      accepted: own.some((answer) => answer.accepted),
      language: row.language,
      conversation: row.conversationId,
    };
    found.set(row.id, card);
    if (version !== null) cards.set(keyOf(row.id), version, card);
  }
  return found;
};

/** Cards of the hits that are no questions, by group: of what other features let everybody read. */
const readOtherCards = async (ctx: Context, site: Site, hits: Hit[]): Promise<Map<string, Card>> => {
  const found = new Map<string, Card>();
  if (hits.length === 0) return found;
  const ids = hits.map(({ id }) => id);
  for (const source of ctx.knowledge)
    for (const { id, title, text, language } of await source.cards(site, ids)) {
      const hit = hits.find((one) => one.id === id);
      if (!hit) continue;
      const start = hit.passage?.start ?? 0;
      found.set(hit.group, {
        id,
        title,
        passage: text.slice(start, start + longestPassage),
        official: false,
        accepted: false,
        language,
        conversation: null,
      });
    }
  return found;
};

const toView = (hits: Hit[], cards: Map<string, Card>, text: string): Suggestion[] =>
  hits.flatMap((hit) => {
    const card = cards.get(hit.group);
    if (!card) return [];
    const { passage, conversation: _, ...rest } = card;
    const snippet = passageExcerpt(passage, text, snippetLength);
    return [{ ...rest, snippet, matches: hit.id === card.id ? hit.matches : [] }];
  });

/** Cache key of a text: ignores case and white space, but for a space at the end, which ends the last word. */
const sameText = (text: string): string => text.replace(/\s+/g, ' ').trimStart().toLowerCase();

/**
 * Check of whether suggestions that are looked up from now on are still valid: as long as the index, the site's floor and
 * its settings stay the same, for at most `maxAge`.
 * @returns null while there is no index: then nothing is cached
 */
export const createFreshnessCheck = (ctx: Context, site: Site): (() => boolean) | null => {
  const { floors } = cachesOf(ctx);
  const index = ctx.search.version(site.id);
  if (index === null) return null;
  const [log, floor, from] = [ctx.bus.version(site.id), floors.of(site), ctx.clock.monotonic()];
  return () =>
    ctx.search.version(site.id) === index &&
    ctx.bus.version(site.id) === log &&
    floors.of(site) === floor &&
    ctx.clock.monotonic() - from <= maxAge;
};

/**
 * The answered questions nearest to what is typed, best first.
 * @param signal asked for only when something must be looked up
 */
export const suggest = async (
  ctx: Context,
  site: Site,
  text: string,
  language: string | undefined,
  signal?: () => AbortSignal,
): Promise<Suggestion[]> => {
  if (text.trim().length < 2) return [];
  const { floors, answers, once } = cachesOf(ctx);
  const floor = floors.of(site);
  // Read before the search: a change during it makes another version, under which nothing old is cached.
  const version = ctx.search.version(site.id);
  const key = `${site.id} ${floor} ${language ?? ''} ${sameText(text)}`;
  const known = version === null ? undefined : answers.get(key, version);
  if (known) return known;
  const find = async (shared: AbortSignal): Promise<Suggestion[]> => {
    const hits = await ctx.search.suggest(site.id, text, {
      kinds: [questionKind, ...ctx.knowledge.map(({ kind }) => kind)],
      language,
      limit: maxShown,
      floor,
      signal: shared,
    });
    const cards = hits.length ? await readCards(ctx, site, hits, version) : new Map<string, Card>();
    const written = await findWritten(ctx, site, [...cards.values()]);
    const shown = preferWritten(hits, written);
    const others = await readOtherCards(
      ctx,
      site,
      shown.filter(({ group }) => !cards.has(group)),
    );
    const found = toView(shown, new Map([...cards, ...others]), text);
    if (version !== null) answers.set(key, version, found);
    return found;
  };
  return once(`${version} ${key}`, find, signal?.());
};
