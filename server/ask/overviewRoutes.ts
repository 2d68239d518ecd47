import * as contract from '../../shared/ask/staffRoutes.ts';
import * as schema from '../../shared/ask/staffSchema.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { dismissEmptySearch, listEmptySearches } from './emptySearches.ts';
import { listLearned } from './queries/phrasings.ts';
import { findQuestions, listLinked } from './queries/questions.ts';
import { floorsOf } from './suggestions.ts';

/** Links, and learned phrasings, that are listed: the newest. */
const maxListed = 100;

/** Routes of links and learned phrasings over all questions. */
const mountLists = (api: Api): void => {
  mount(
    api,
    contract.listDuplicateLinks,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.duplicateLinks,
      operationId: 'listDuplicateLinks',
      scope: 'content:read',
      summary: 'List all questions that share another’s answer',
    },
    async ({ ctx, site }) => {
      const rows = (await listLinked(ctx, site.id, maxListed)).flatMap(({ id, title, of }) =>
        of ? [{ question: id, title, of }] : [],
      );
      const ofs = await findQuestions(ctx, site.id, [...new Set(rows.map(({ of }) => of))]);
      const titles = new Map(ofs.map(({ id, title }) => [id, title]));
      return { links: rows.map((row) => ({ ...row, ofTitle: titles.get(row.of) ?? '' })) };
    },
  );

  mount(
    api,
    contract.listLearnedPhrasings,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.learnedPhrasings,
      operationId: 'listLearnedPhrasings',
      scope: 'content:read',
      summary: 'List phrasings learned from visitors',
    },
    async ({ ctx, site }) => ({ phrasings: await listLearned(ctx, site.id, maxListed) }),
  );
};

/** Routes of searches without a result. */
const mountEmptySearches = (api: Api): void => {
  mount(
    api,
    contract.listEmptySearches,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.emptySearches,
      operationId: 'listEmptySearches',
      scope: 'content:read',
      summary: 'List searches that found nothing',
    },
    async ({ ctx, site }) => listEmptySearches(ctx, site),
  );

  mount(
    api,
    contract.dismissEmptySearch,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      body: schema.dismissBody,
      reply: schema.emptySearches,
      operationId: 'dismissEmptySearch',
      scope: 'content:write',
      summary: 'Dismiss a search that found nothing',
    },
    async ({ ctx, site, body }) => {
      await dismissEmptySearch(ctx, site, body.text);
      return listEmptySearches(ctx, site);
    },
  );
};

/** Routes of the search overview for staff. */
export const mountSearchOverview = (api: Api): void => {
  mountLists(api);
  mountEmptySearches(api);

  mount(
    api,
    contract.getSearchState,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.searchState,
      operationId: 'getSearchState',
      scope: 'settings:read',
      summary: 'Get the state of the search, and of comparing by meaning',
    },
    async ({ ctx, site }) => {
      const meaning = ctx.search.meaningState();
      const endpoint = ctx.config.embeddings;
      return {
        index: ctx.search.version(site.id) === null ? ('building' as const) : ('ready' as const),
        floor: floorsOf(ctx).of(site),
        embeddings:
          endpoint && meaning
            ? { model: endpoint.model, host: new URL(endpoint.url).host, ...meaning }
            : null,
      };
    },
  );
};
