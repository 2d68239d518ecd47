import * as contract from '../../shared/ask/staffRoutes.ts';
import * as schema from '../../shared/ask/staffSchema.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { alternativesOf, foldPhrase } from '../core/search/tuning.ts';
import * as queries from './queries.ts';
import { questionChanged, questionKind, questionSource, searchTuned } from './searchSource.ts';
import { floorsOf, mostShown } from './suggestions.ts';

/** Synonyms, and pins, that a site has at the most: every search looks at all of them. */
const mostOfAKind = 200;
/** Results that an explanation goes through. */
const mostExplained = 10;

const describeDuplicates = async (ctx: Context, site: Site, question: string): Promise<schema.Duplicates> => {
  const row = await queries.findQuestionById(ctx, site.id, question);
  if (!row) throw notFound();
  return { duplicateOf: row.duplicateOf, duplicates: await queries.listDuplicates(ctx, site.id, row.id) };
};

/** Writes what concerns the search of a site, and tells its index. */
const change = async (
  ctx: Context,
  site: Site,
  kind: string,
  subjects: string[],
  write: (tx: Queries) => Statement[],
): Promise<void> => {
  await ctx.database.commit({
    site: site.id,
    events: subjects.map((subject) => ({ kind, subject, audience: 'staff' as const })),
    write,
  });
};

const describeSynonyms = async (ctx: Context, site: Site): Promise<schema.SiteSynonyms> => ({
  synonyms: (await queries.listSynonyms(ctx, site.id)).map(({ id, words }) => ({ id, words })),
});

const describePins = async (ctx: Context, site: Site): Promise<schema.SitePins> => ({
  pins: (await queries.listPins(ctx, site.id)).map(({ id, phrase, questionId }) => ({
    id,
    phrase,
    question: questionId,
  })),
});

const tooMany = () => new Failure('conflict', `A site can have at most ${mostOfAKind} of these.`);

const hasWords = (text: string, field: string): void => {
  if (foldPhrase(text) === '')
    throw new Failure('invalid', 'Enter at least one word to search for.', {
      fields: { [field]: 'required' },
    });
};

const explain = async (ctx: Context, site: Site, text: string): Promise<schema.SearchExplanation> => {
  const floor = floorsOf(ctx).of(site);
  const source = questionSource(ctx);
  const synonyms = (await queries.listSynonyms(ctx, site.id)).map(({ words }) => words);
  const from = ctx.search.version(site.id) === null ? ('database' as const) : ('index' as const);
  const hits = await ctx.search.suggest(site.id, text, {
    kinds: [questionKind],
    limit: mostExplained,
    floor: 0,
    explain: true,
  });
  const ids = hits.map((hit) => hit.group);
  const titles = new Map(
    hits.length ? (await source.some(site.id, ids)).documents.map(({ id, title }) => [id, title]) : [],
  );
  const isPublic = new Set((await queries.findPublishedMany(ctx, site.id, ids)).map((row) => row.id));
  let shown = 0;
  const verdict = (hit: (typeof hits)[number]) => {
    if (!isPublic.has(hit.group)) return 'not_public' as const;
    if (hit.confidence < floor) return 'below_floor' as const;
    if (++shown > mostShown) return 'beyond_three' as const;
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
      words: hit.explanation?.words ?? [],
    })),
  };
};

/** What staff and owners do so that the right answer is found. */
export const mountSearchForStaff = (api: Api): void => {
  mount(
    api,
    contract.getDuplicates,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.duplicates,
      summary: 'List questions that share an answer',
    },
    async ({ ctx, site, path }) => describeDuplicates(ctx, site, path['question']!),
  );

  mount(
    api,
    contract.linkDuplicate,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.duplicateBody,
      reply: schema.duplicates,
      summary: 'Make a question share another’s answer',
    },
    async ({ ctx, site, path, body }) => {
      const row = await queries.findQuestionById(ctx, site.id, path['question']!);
      if (!row) throw notFound();
      const given = await queries.findQuestionById(ctx, site.id, body.of);
      // One level only: a duplicate of a duplicate shares the answer of the first.
      const of = given?.duplicateOf ?? given?.id;
      if (of === undefined || of === row.id)
        throw new Failure('invalid', 'Choose another question of this site.', {
          fields: { of: 'not_allowed' },
        });
      if (row.duplicateOf !== of)
        await change(
          ctx,
          site,
          questionChanged,
          [row.id, of, ...(row.duplicateOf ? [row.duplicateOf] : [])],
          (tx) => [queries.linkDuplicate(tx, site.id, row.id, of)],
        );
      return describeDuplicates(ctx, site, row.id);
    },
  );

  mount(
    api,
    contract.unlinkDuplicate,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.duplicates,
      summary: 'Give a question its own answer again',
    },
    async ({ ctx, site, path }) => {
      const row = await queries.findQuestionById(ctx, site.id, path['question']!);
      if (!row) throw notFound();
      if (row.duplicateOf)
        await change(ctx, site, questionChanged, [row.id, row.duplicateOf], (tx) => [
          queries.updateQuestion(tx, site.id, row.id, { duplicateOf: null }),
        ]);
      return describeDuplicates(ctx, site, row.id);
    },
  );

  mount(
    api,
    contract.listPhrasings,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.questionPhrasings,
      summary: 'List other phrasings of a question',
    },
    async ({ ctx, site, path }) => ({
      phrasings: (await queries.listPhrasings(ctx, site.id, path['question']!)).map((row) => ({
        id: row.id,
        text: row.text,
        source: row.source,
        agreed: row.agreed,
        at: row.createdAt,
      })),
    }),
  );

  mount(
    api,
    contract.deletePhrasing,
    { access: 'staff', rate: 'staff', reply: done, summary: 'Delete another phrasing of a question' },
    async ({ ctx, site, path }) => {
      const row = await queries.findPhrasing(ctx, site.id, path['phrasing']!);
      if (row)
        await change(ctx, site, questionChanged, [row.questionId], (tx) =>
          queries.deletePhrasings(tx, site.id, [row.id]),
        );
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.listSynonyms,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.siteSynonyms,
      summary: 'List synonyms',
    },
    async ({ ctx, site }) => describeSynonyms(ctx, site),
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
      summary: 'Create or change synonyms',
    },
    async ({ ctx, site, body }) => {
      for (const word of body.words) hasWords(word, 'words');
      if ((await queries.listSynonyms(ctx, site.id)).length >= mostOfAKind) throw tooMany();
      const row = { siteId: site.id, id: body.id, words: body.words, createdAt: ctx.clock.now() };
      await change(ctx, site, searchTuned, [body.id], (tx) => [queries.insertSynonym(tx, row)]);
      return describeSynonyms(ctx, site);
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
      summary: 'Delete synonyms',
    },
    async ({ ctx, site, path }) => {
      const id = path['synonym']!;
      await change(ctx, site, searchTuned, [id], (tx) => [queries.deleteSynonym(tx, site.id, id)]);
      return describeSynonyms(ctx, site);
    },
  );

  mount(
    api,
    contract.listPins,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.sitePins,
      summary: 'List pinned questions',
    },
    async ({ ctx, site }) => describePins(ctx, site),
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
      summary: 'Pin a question to a phrase',
    },
    async ({ ctx, site, body }) => {
      hasWords(body.phrase, 'phrase');
      if (!(await queries.findPublished(ctx, site.id, body.question)))
        throw new Failure('invalid', 'Choose a public question of this site.', {
          fields: { question: 'not_allowed' },
        });
      if ((await queries.listPins(ctx, site.id)).length >= mostOfAKind) throw tooMany();
      const row = {
        siteId: site.id,
        id: body.id,
        phrase: body.phrase,
        questionId: body.question,
        createdAt: ctx.clock.now(),
      };
      await change(ctx, site, searchTuned, [body.id], (tx) => [queries.insertPin(tx, row)]);
      return describePins(ctx, site);
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
      summary: 'Unpin a question',
    },
    async ({ ctx, site, path }) => {
      const id = path['pin']!;
      await change(ctx, site, searchTuned, [id], (tx) => [queries.deletePin(tx, site.id, id)]);
      return describePins(ctx, site);
    },
  );

  mount(
    api,
    contract.getSearchExplanation,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.explanationQuery,
      reply: schema.searchExplanation,
      summary: 'Explain the results of a search',
    },
    async ({ ctx, site, query }) => explain(ctx, site, query.q),
  );
};
