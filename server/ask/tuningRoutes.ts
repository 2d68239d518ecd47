import * as contract from '../../shared/ask/staffRoutes.ts';
import * as schema from '../../shared/ask/staffSchema.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { alternativesOf, foldPhrase } from '../core/search/tuning.ts';
import { deletePin, deleteSynonym, savePin, saveSynonym } from './writes/tuning.ts';
import { findPublished, findPublishedMany, findQuestions } from './queries/questions.ts';
import { listPins, listSynonyms } from './queries/tuning.ts';
import { questionKind, questionSource, searchTuned } from './searchSource.ts';
import { floorsOf, maxShown } from './suggestions.ts';
import { change, maxOfAKind, tooMany } from './searchChange.ts';

/** Results that an explanation goes through. */
const maxExplained = 10;

const toSynonymViews = async (ctx: Context, site: Site): Promise<schema.SiteSynonyms> => ({
  synonyms: (await listSynonyms(ctx, site.id)).map(({ id, words }) => ({ id, words })),
});

const toPinViews = async (ctx: Context, site: Site): Promise<schema.SitePins> => {
  const rows = await listPins(ctx, site.id);
  const questions = await findQuestions(
    ctx,
    site.id,
    rows.map(({ questionId }) => questionId),
  );
  const known = new Map(questions.map((row) => [row.id, row]));
  return {
    pins: rows.map(({ id, phrase, questionId }) => ({
      id,
      phrase,
      question: questionId,
      title: known.get(questionId)?.title ?? '',
      isPublic: known.get(questionId)?.published ?? false,
    })),
  };
};

/**
 * Refuses one more entry over the cap; existing ones can always be changed. @throws Failure when a new one is one too
 * many
 */
const requireRoom = (known: readonly { id: string }[], id: string): void => {
  if (known.length >= maxOfAKind && !known.some((one) => one.id === id)) throw tooMany();
};

const requireWord = (text: string, field: string): void => {
  if (foldPhrase(text) === '')
    throw new Failure('invalid', 'Enter at least one word to search for.', {
      fields: { [field]: 'required' },
    });
};

const explain = async (ctx: Context, site: Site, text: string): Promise<schema.SearchExplanation> => {
  // What was changed a moment ago is part of why.
  await ctx.search.caughtUp(site.id);
  const floor = floorsOf(ctx).of(site);
  const source = questionSource(ctx);
  const synonyms = (await listSynonyms(ctx, site.id)).map(({ words }) => words);
  const from = ctx.search.version(site.id) === null ? ('database' as const) : ('index' as const);
  const hits = await ctx.search.suggest(site.id, text, {
    kinds: [questionKind],
    limit: maxExplained,
    floor: 0,
    explain: true,
  });
  const ids = hits.map((hit) => hit.group);
  const titles = new Map(
    hits.length ? (await source.some(site.id, ids)).documents.map(({ id, title }) => [id, title]) : [],
  );
  const isPublic = new Set((await findPublishedMany(ctx, site.id, ids)).map((row) => row.id));
  let shown = 0;
  const verdict = (hit: (typeof hits)[number]) => {
    if (!isPublic.has(hit.group)) return 'not_public' as const;
    if (hit.shownUpTo < floor) return 'below_floor' as const;
    if (++shown > maxShown) return 'beyond_three' as const;
    return hit.pinned ? ('pinned' as const) : ('shown' as const);
  };
  return {
    floor,
    from,
    alternatives: alternativesOf(text, synonyms),
    results: hits.map((hit) => ({
      question: hit.group,
      title: titles.get(hit.group) ?? '',
      phrasing: titles.get(hit.id) ?? '',
      confidence: hit.confidence,
      verdict: verdict(hit),
      readAs: hit.readAs ?? null,
      pinnedFor: hit.pinnedFor ?? null,
      words: hit.explanation?.words ?? [],
    })),
  };
};

/** Words that stand for each other. */
export const mountSynonyms = (api: Api): void => {
  mount(
    api,
    contract.listSynonyms,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.siteSynonyms,
      operationId: 'listSynonyms',
      scope: 'content:read',
      summary: 'List synonyms',
    },
    async ({ ctx, site }) => toSynonymViews(ctx, site),
  );

  mount(
    api,
    contract.postSynonym,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      body: schema.synonymBody,
      reply: schema.siteSynonyms,
      operationId: 'saveSynonym',
      scope: 'content:write',
      summary: 'Create or change synonyms',
    },
    async ({ ctx, site, body }) => {
      for (const word of body.words) requireWord(word, 'words');
      requireRoom(await listSynonyms(ctx, site.id), body.id);
      const row = { siteId: site.id, id: body.id, words: body.words, createdAt: ctx.clock.now() };
      await change(ctx, site, searchTuned, [body.id], (tx) => [saveSynonym(tx, row)]);
      return toSynonymViews(ctx, site);
    },
  );

  mount(
    api,
    contract.deleteSynonym,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.siteSynonyms,
      operationId: 'deleteSynonym',
      scope: 'content:write',
      summary: 'Delete synonyms',
    },
    async ({ ctx, site, parameter }) => {
      const id = parameter('synonym');
      await change(ctx, site, searchTuned, [id], (tx) => [deleteSynonym(tx, site.id, id)]);
      return toSynonymViews(ctx, site);
    },
  );
};

/** Answers that the owner puts first. */
const mountPinned = (api: Api): void => {
  mount(
    api,
    contract.listPins,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.sitePins,
      operationId: 'listPins',
      scope: 'content:read',
      summary: 'List pinned questions',
    },
    async ({ ctx, site }) => toPinViews(ctx, site),
  );

  mount(
    api,
    contract.postPin,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      body: schema.pinBody,
      reply: schema.sitePins,
      operationId: 'savePin',
      scope: 'content:write',
      summary: 'Pin a question to a phrase',
    },
    async ({ ctx, site, body }) => {
      requireWord(body.phrase, 'phrase');
      if (!(await findPublished(ctx, site.id, body.question)))
        throw new Failure('invalid', 'Choose a public question of this site.', {
          fields: { question: 'not_allowed' },
        });
      requireRoom(await listPins(ctx, site.id), body.id);
      const row = {
        siteId: site.id,
        id: body.id,
        phrase: body.phrase,
        questionId: body.question,
        createdAt: ctx.clock.now(),
      };
      await change(ctx, site, searchTuned, [body.id], (tx) => [savePin(tx, row)]);
      return toPinViews(ctx, site);
    },
  );

  mount(
    api,
    contract.deletePin,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.sitePins,
      operationId: 'deletePin',
      scope: 'content:write',
      summary: 'Unpin a question',
    },
    async ({ ctx, site, parameter }) => {
      const id = parameter('pin');
      await change(ctx, site, searchTuned, [id], (tx) => [deletePin(tx, site.id, id)]);
      return toPinViews(ctx, site);
    },
  );
};

/** Why something is found. */
const mountExplanation = (api: Api): void => {
  mount(
    api,
    contract.getSearchExplanation,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.explanationQuery,
      reply: schema.searchExplanation,
      operationId: 'explainSearch',
      scope: 'content:read',
      summary: 'Explain the results of a search',
    },
    async ({ ctx, site, query }) => explain(ctx, site, query.q),
  );
};

/** Answers that the owner puts first, and why something is found. */
export const mountPins = (api: Api): void => {
  mountPinned(api);
  mountExplanation(api);
};
