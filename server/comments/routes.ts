import { reportItem, withdrawReport } from '../core/moderation/reports/reporting.ts';
import { vote } from './writing/react.ts';
import { changeOwn, deleteOwn } from './writing/own.ts';
import { listOwnVotes } from './queries/votes.ts';
import { findPage } from './queries/pages.ts';
import * as contract from '../../shared/comments/routes.ts';
import * as schema from '../../shared/comments/schema.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import { readAfter, streamQuery } from '../core/events/streamQuery.ts';
import { type Api, mount, mountStream } from '../core/http/mount.ts';
import { toOwnViews } from './views.ts';
import { identifyPage } from './identity.ts';
import { listPageChanges, listPage, listRest, pageOf } from './list.ts';
import { countByKey, listOwn } from './queries/comments.ts';
import { commentKinds } from './project.ts';
import { addComment, pageIdOf } from './writing/add.ts';

/** Reading comments. */
const mountReading = (api: Api): void => {
  mount(
    api,
    contract.listComments,
    {
      access: 'public',
      rate: 'read',
      query: schema.listQuery,
      reply: schema.commentList,
      operationId: 'listComments',
      summary: 'List the comments of a page',
    },
    async ({ ctx, site, query, headers, hono }) => {
      // Asked for anew each time, and sent only when it is another.
      headers.set('cache-control', 'no-cache');
      const version = ctx.bus.version(site.id);
      const list = await listPage(ctx, site, query);
      // Whoever changes the site's settings, its origins or a comment moves its log.
      if (site.settings.comments.closeAfterDays === 0)
        ctx.responseCache.store(hono, list, headers, () => ctx.bus.version(site.id) === version);
      return list;
    },
  );

  mount(
    api,
    contract.getCommentChanges,
    {
      access: 'public',
      rate: 'read',
      query: schema.newsQuery,
      reply: schema.newsReply,
      operationId: 'listCommentChanges',
      summary: 'List what has changed on a page',
    },
    async ({ ctx, site, query }) => listPageChanges(ctx, site, query),
  );
};

/** Routes of a page's live updates. */
const mountLive = (api: Api): void => {
  mountStream(
    api,
    contract.commentsLive,
    {
      access: 'public',
      rate: 'live',
      query: streamQuery.extend(schema.mineQuery.shape),
      operationId: 'streamComments',
      summary: 'What happens on a page',
    },
    async ({ ctx, site, address, read, query }, sink) => {
      const { key } = pageOf(site, query);
      const page = await findPage(ctx, site.id, key);
      await ctx.live.open({
        siteId: site.id,
        // A page that nobody has commented on yet can be looked at, too.
        reader: { kind: 'topic', topic: page?.id ?? pageIdOf(site.id, key), kinds: commentKinds },
        address,
        sink,
        after: readAfter(read, query),
        mayStay: async () => true,
      });
    },
  );
};

/** Routes of the visitor's own comments and votes. */
const mountMine = (api: Api): void => {
  mount(
    api,
    contract.getMine,
    {
      access: 'visitor',
      rate: 'read',
      query: schema.mineQuery,
      reply: schema.mineReply,
      operationId: 'listOwnComments',
      summary: 'Get the visitor’s own comments and votes on a page',
    },
    async ({ ctx, site, visitor, query }) => {
      const page = await findPage(ctx, site.id, pageOf(site, query).key);
      const own = page ? await listOwn(ctx, site.id, page.id, visitor.id) : [];
      const votes = page ? await listOwnVotes(ctx, site.id, page.id, visitor.id) : [];
      return {
        comments: own.map((row) => toOwnViews(site.settings.comments, row)),
        votes: Object.fromEntries(votes.map(({ id, value }) => [id, value === 1 ? 1 : -1])),
        name: visitor.name ?? '',
        email: visitor.email ?? '',
      };
    },
  );
};

/** Writing a comment. */
const mountWriting = (api: Api): void => {
  mount(
    api,
    contract.postComment,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.newComment,
      reply: schema.ownReply,
      operationId: 'createComment',
      summary: 'Comment on a page',
    },
    async ({ ctx, site, visitor, body, address, read }) => {
      const from = { address, agent: read('user-agent') ?? '' };
      return {
        comment: toOwnViews(site.settings.comments, await addComment(ctx, site, visitor, body, from)),
      };
    },
  );

  mount(
    api,
    contract.postPreview,
    {
      access: 'public',
      rate: 'suggest',
      body: schema.previewComment,
      reply: schema.previewReply,
      operationId: 'previewComment',
      summary: 'Preview a comment',
    },
    async ({ ctx, site, body, address }) => ({
      rich: await ctx.renderer.preview(body.body, { site: site.id, person: address }),
    }),
  );
};

/** Numbers of comments, and what a list left out. */
const mountCounts = (api: Api): void => {
  mount(
    api,
    contract.postCounts,
    {
      access: 'public',
      rate: 'read',
      body: schema.countPages,
      reply: schema.countsReply,
      maxBytes: 256 * 1024,
      operationId: 'countComments',
      summary: 'Count the comments of pages',
    },
    async ({ ctx, site, body }) => {
      const keys = body.pages.map(
        ({ url, page }) => identifyPage(site.settings.comments.page, url, page)?.key ?? '',
      );
      const known = await countByKey(ctx, site.id, [...new Set(keys)]);
      return { counts: keys.map((key) => known.get(key) ?? 0) };
    },
  );

  mount(
    api,
    contract.getThreadRest,
    {
      access: 'public',
      rate: 'read',
      query: schema.threadQuery,
      reply: schema.threadReply,
      operationId: 'listMoreReplies',
      summary: 'List the remaining replies of a thread',
    },
    async ({ ctx, site, parameter, query }) => listRest(ctx, site, parameter('comment'), query.skip),
  );
};

/** Routes by which visitors change their own comment. */
const mountOwnComments = (api: Api): void => {
  mount(
    api,
    contract.postEdit,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.editComment,
      reply: schema.ownReply,
      operationId: 'editComment',
      summary: 'Edit your own comment',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => ({
      comment: toOwnViews(
        site.settings.comments,
        await changeOwn(ctx, site, visitor, parameter('comment'), body, address),
      ),
    }),
  );

  mount(
    api,
    contract.postDelete,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.nothing,
      reply: schema.doneReply,
      operationId: 'deleteOwnComment',
      summary: 'Delete your own comment',
    },
    async ({ ctx, site, visitor, parameter }) => {
      await deleteOwn(ctx, site, visitor, parameter('comment'));
      return { done: true } as const;
    },
  );
};

/** Routes of reactions to others' comments. */
const mountReactions = (api: Api): void => {
  mount(
    api,
    contract.postVote,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.voteComment,
      reply: schema.votesReply,
      operationId: 'voteOnComment',
      summary: 'Vote on a comment',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      const language = mainLanguage(site.settings);
      const { up, down } = await vote(
        ctx,
        site,
        visitor,
        parameter('comment'),
        body.value,
        language,
        address,
      );
      return { up, down };
    },
  );

  mount(
    api,
    contract.postReport,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.reportComment,
      reply: schema.doneReply,
      operationId: 'reportComment',
      summary: 'Report a comment to the team, or take the report of the last minutes back',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      const language = mainLanguage(site.settings);
      const of = { kind: 'comment', id: parameter('comment') };
      if ('withdraw' in body) await withdrawReport(ctx, site, visitor, of);
      else await reportItem(ctx, site, visitor, of, { reason: body.reason ?? '', language, address });
      return { done: true } as const;
    },
  );
};

/** Readers' routes on a page: read, write, change, vote, report. */
export const mountComments = (api: Api): void => {
  mountReading(api);
  mountLive(api);
  mountMine(api);
  mountWriting(api);
  mountCounts(api);
  mountOwnComments(api);
  mountReactions(api);
};
