import * as contract from '../../shared/ask/topicRoutes.ts';
import * as schema from '../../shared/ask/topicSchema.ts';
import type { Context } from '../context.ts';
import { cachedReply } from '../core/http/cache/cachedReply.ts';
import { type Api, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { listTopicEntries, listTopicViews } from './topics.ts';

/** Entries of a topic in the widget; its page has the rest. */
const maxEntries = 50;

/** Whether nothing has happened on the site since: taken before reading. */
const createFreshness = (ctx: Context, site: Site): (() => boolean) => {
  const version = ctx.bus.version(site.id);
  return () => ctx.bus.version(site.id) === version;
};

/** Articles and questions by topic. Every opening of the widget asks, so that replies are kept while nothing changes. */
export const mountTopics = (api: Api): void => {
  mount(
    api,
    contract.getTopics,
    {
      access: 'public',
      rate: 'read',
      query: schema.topicsQuery,
      reply: schema.topicList,
      operationId: 'listTopics',
      summary: 'List topics with the number of articles and questions in each',
    },
    async ({ ctx, site, query, headers, hono }) => {
      headers.set('cache-control', 'private, max-age=60');
      const isFresh = createFreshness(ctx, site);
      const reply = cachedReply({ topics: await listTopicViews(ctx, site, query.language) });
      ctx.responseCache.store(hono, reply, headers, isFresh);
      return reply;
    },
  );

  mount(
    api,
    contract.getTopicEntries,
    {
      access: 'public',
      rate: 'read',
      query: schema.topicEntriesQuery,
      reply: schema.topicEntries,
      operationId: 'listTopicEntries',
      summary: 'List articles and questions of a topic',
    },
    async ({ ctx, site, query, headers, hono }) => {
      headers.set('cache-control', 'private, max-age=60');
      const isFresh = createFreshness(ctx, site);
      const entries = await listTopicEntries(ctx, site, query.language, query.topic, maxEntries);
      const reply = cachedReply({ entries });
      ctx.responseCache.store(hono, reply, headers, isFresh);
      return reply;
    },
  );
};
