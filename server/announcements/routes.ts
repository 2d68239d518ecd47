import { insertVisitor } from '../core/people/visitors/writes.ts';
import * as contract from '../../shared/announcements/routes.ts';
import * as schema from '../../shared/announcements/schema.ts';
import type { Context } from '../context.ts';
import { findAttachment } from '../core/content/attachments/queries.ts';
import { sendAttachment } from '../core/content/attachments/routes.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount, mountFile } from '../core/http/mount.ts';
import { refuseBlocked } from '../core/people/visitors/visitor.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { toView, listLive } from './views.ts';
import { findMarks, findOne, findUpdates, saveMark, viewKind } from './queries.ts';
import { insertExposure } from '../core/prompts/queries.ts';
import { stateOf } from './rules.ts';

/** People whom the site has not met, from one address. */
const unasked = { perMinute: 6, burst: 20 };

/** One that anybody may read now. @throws Failure `not_found`: what is not out yet is nowhere */
const findOut = async (ctx: Context, site: Site, id: string) => {
  const row = await findOne(ctx, site.id, id);
  const state = row && stateOf(row, ctx.clock.now());
  if (!row || state === 'draft' || state === 'scheduled') throw notFound();
  return row;
};

/** Routes of announcements that every visitor may see. */
const mountShown = (api: Api): void => {
  mount(
    api,
    contract.listAnnouncements,
    {
      access: 'public',
      rate: 'read',
      query: schema.listQuery,
      reply: schema.announcementList,
      operationId: 'listAnnouncements',
      summary: 'List current news for a language and a page',
    },
    async ({ ctx, site, query, headers }) => {
      headers.set('cache-control', 'public, max-age=0, s-maxage=5');
      return { announcements: await listLive(ctx, site, query.language, query.page) };
    },
  );

  mount(
    api,
    contract.getAnnouncement,
    {
      access: 'public',
      rate: 'read',
      query: schema.oneQuery,
      reply: schema.announcementReply,
      operationId: 'getAnnouncement',
      summary: 'Get one news item while it’s shown',
    },
    async ({ ctx, site, parameter, query, headers }) => {
      headers.set('cache-control', 'no-store');
      const row = await findOne(ctx, site.id, parameter('announcement'));
      if (!row || stateOf(row, ctx.clock.now()) !== 'live') return { announcement: null };
      return {
        announcement: toView(site, row, await findUpdates(ctx, site.id, [row.id]), query.language),
      };
    },
  );

  mountFile(
    api,
    contract.getPicture,
    {
      access: 'public',
      rate: 'read',
      operationId: 'getAnnouncementPicture',
      summary: 'Get the picture of a news item',
    },
    async ({ ctx, site, parameter, headers }) => {
      const row = await findOut(ctx, site, parameter('announcement'));
      const picture = row.imageId === null ? null : await findAttachment(ctx, site.id, row.imageId);
      if (!picture) throw notFound();
      const response = await sendAttachment(ctx, picture, undefined, headers);
      // Pages of the site show it.
      response.headers.set('cross-origin-resource-policy', 'cross-origin');
      return response;
    },
  );
};

/** Views by people who aren't known. */
const mountViews = (api: Api): void =>
  mount(
    api,
    contract.postView,
    {
      access: 'public',
      rate: 'event',
      body: schema.viewBody,
      reply: schema.doneReply,
      maxBytes: 1_024,
      operationId: 'reportAnnouncementView',
      summary: 'Count that someone who isn’t known has seen a news item',
    },
    async ({ ctx, site, parameter, body }) => {
      const row = await findOut(ctx, site, parameter('announcement'));
      const view = { id: body.id, arm: 'shown', language: body.language } as const;
      await insertExposure(ctx, site.id, { id: row.id, kind: viewKind }, view);
      return { done: true as const };
    },
  );

/** Routes of one visitor's marks: seen, reacted, subscribed. */
const mountMarks = (api: Api): void => {
  mount(
    api,
    contract.getMarks,
    {
      access: 'visitor',
      rate: 'read',
      reply: schema.marks,
      operationId: 'getAnnouncementMarks',
      summary: 'Get what the visitor has seen',
    },
    async ({ ctx, site, visitor }) => {
      const marks = await findMarks(ctx, site.id, visitor.id);
      return {
        seen: marks.map(({ announcementId }) => announcementId),
        reactions: Object.fromEntries(
          marks.flatMap(({ announcementId, reaction }) => (reaction ? [[announcementId, reaction]] : [])),
        ),
        followed: marks.flatMap(({ announcementId, followedAt }) =>
          followedAt === null ? [] : [announcementId],
        ),
      };
    },
  );

  mount(
    api,
    contract.postMark,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.markBody,
      reply: schema.doneReply,
      maxBytes: 2_048,
      operationId: 'markAnnouncement',
      summary: 'Mark news as seen, react to it, or follow an incident',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      refuseBlocked(visitor);
      // To look is not to act: it makes nobody known.
      if (visitor.isNew && !body.reaction && !body.follow)
        throw new Failure('unauthenticated', 'This secret isn’t known here.');
      const row = await findOut(ctx, site, parameter('announcement'));
      if (body.follow && (row.category !== 'incident' || row.closedAt !== null))
        throw new Failure('conflict', 'This is already over.');
      // Of its own: what is thought of news may not take a place from who has a question.
      if (visitor.isNew) ctx.limiter.take('news unasked', `${site.id} ${address}`, unasked);
      const now = ctx.clock.now();
      await ctx.database.write((tx) => [
        ...insertVisitor(tx, visitor, { language: body.language }, now),
        saveMark(tx, {
          siteId: site.id,
          announcementId: row.id,
          visitorId: visitor.id,
          reaction: body.reaction ?? null,
          followedAt: body.follow ? now : null,
          email: body.follow?.email ?? null,
          conversationId: null,
          language: body.language,
          at: now,
        }),
      ]);
      return { done: true as const };
    },
  );
};

/** News for visitors. */
export const mountAnnouncements = (api: Api): void => {
  mountShown(api);
  mountMarks(api);
  mountViews(api);
};
