import { isAtLeast } from '../../shared/core/people/roles.ts';
import type { RenderFor } from '../core/content/renderer.ts';
import * as contract from '../../shared/announcements/routes.ts';
import * as schema from '../../shared/announcements/schema.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { bindAttachments, findAttachment } from '../core/content/attachments/queries.ts';
import { commitRevised, refuseOlder } from '../core/db/revised.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { refuseSlowPatterns, refuseSlowRule } from '../core/prompts/patterns.ts';
import { countExposures, noExposures } from '../core/prompts/queries.ts';
import { pathOf, pictureOf } from './views.ts';
import {
  type AnnouncementRow,
  closeOne,
  countMarks,
  findAll,
  findOne,
  findUpdates,
  insertOne,
  insertUpdate,
  noMarks,
  removeOne,
  updateOne,
  type MarkCounts,
  viewKind,
} from './queries.ts';
import { stateOf } from './rules.ts';

const forStaff = { access: 'staff', rate: 'staff' } as const;

/** Counts of an announcement's marks, with the views of anonymous visitors added: seen is seen. */
const withViews = (marks: MarkCounts, views: number): MarkCounts => ({ ...marks, seen: marks.seen + views });

const toView = async (
  ctx: Context,
  site: Site,
  rows: AnnouncementRow[],
): Promise<schema.StaffAnnouncement[]> => {
  const counts = await countExposures(ctx, site.id, { kind: 'announcement' });
  const views = await countExposures(ctx, site.id, { kind: viewKind });
  const marks = await countMarks(ctx, site.id);
  const updates = await findUpdates(
    ctx,
    site.id,
    rows.map(({ id }) => id),
  );
  const now = ctx.clock.now();
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    state: stateOf(row, now),
    closedAt: row.closedAt,
    path: pathOf(site, row.id),
    picture: pictureOf(site, row),
    updates: updates
      .filter(({ announcementId }) => announcementId === row.id)
      .map(({ id, state, texts, at }) => ({ id, state, texts, at })),
    ...withViews(marks.get(row.id) ?? noMarks(), views.get(row.id)?.shown ?? 0),
    counts: counts.get(row.id) ?? noExposures(),
    draft: {
      form: row.form,
      category: row.category,
      texts: Object.fromEntries(
        Object.entries(row.texts).map(([tag, { title, body }]) => [tag, { title, body }]),
      ),
      image: row.imageId,
      isPublished: row.isPublished,
      publishAt: row.publishAt,
      expiresAt: row.expiresAt,
      pages: row.pages,
      attributes: row.attributes,
      rule: row.rule,
    },
  }));
};

const viewNow = async (ctx: Context, site: Site, id: string) => {
  const row = await findOne(ctx, site.id, id);
  return row && (await toView(ctx, site, [row]))[0];
};

const renderTexts = async (
  ctx: Context,
  given: contract.AnnouncementDraft['texts'],
  who: RenderFor,
): Promise<AnnouncementRow['texts']> => {
  const texts: AnnouncementRow['texts'] = {};
  for (const [tag, { title, body }] of Object.entries(given))
    texts[tag] = { title, body, rich: await ctx.renderer.render(body, who) };
  return texts;
};

/** The list of them. */
const mountListing = (api: Api): void => {
  mount(
    api,
    contract.listForStaff,
    {
      ...forStaff,
      reply: schema.staffList,
      operationId: 'listStaffAnnouncements',
      scope: 'content:read',
      summary: 'List news with its state and reactions',
    },
    async ({ ctx, site }) => ({
      announcements: await toView(ctx, site, await findAll(ctx, site.id)),
      zone: site.settings.hours.zone,
    }),
  );
};

/** Saving one. */
const mountSaving = (api: Api): void => {
  mount(
    api,
    contract.putAnnouncement,
    {
      ...forStaff,
      body: schema.saveAnnouncement,
      reply: schema.staffReply,
      maxBytes: 256 * 1024,
      operationId: 'saveAnnouncement',
      scope: 'content:write',
      summary: 'Create or change news, under an ID chosen by the browser',
    },
    async ({ ctx, site, parameter, body, role, session }) => {
      const id = parameter('announcement');
      const { draft, revision } = body;
      if (!isAtLeast(role, 'admin') && draft.category !== 'incident')
        throw new Failure('forbidden', 'Only admins write news. Anyone on the team can report an incident.');
      await refuseSlowRule(draft.rule, 'draft.rule');
      await refuseSlowPatterns(draft.pages, 'draft.pages');
      const before = await findOne(ctx, site.id, id);
      const current = () => viewNow(ctx, site, id);
      await refuseOlder(before?.revision ?? 0, revision, current);
      if (!isAtLeast(role, 'admin') && before && before.category !== 'incident')
        throw new Failure('forbidden', 'Only admins write news.');
      const picture = draft.image ? await findAttachment(ctx, site.id, draft.image) : null;
      const added = draft.image === null || draft.image === before?.imageId ? [] : [draft.image];
      if (
        added.length &&
        (picture?.width == null || picture.senderId !== session.staff.id || picture.messageId !== null)
      )
        throw new Failure('invalid', 'This picture is no longer available. Add it again.', {
          fields: { 'draft.image': 'unknown' },
        });
      const texts = await renderTexts(ctx, draft.texts, { site: site.id, person: session.staff.id });
      const now = ctx.clock.now();
      const row: AnnouncementRow = {
        siteId: site.id,
        id,
        form: draft.form,
        category: draft.category,
        texts,
        imageId: draft.image,
        imageWidth: picture?.width ?? null,
        imageHeight: picture?.height ?? null,
        isPublished: draft.isPublished,
        publishAt: draft.publishAt,
        expiresAt: draft.expiresAt,
        closedAt: before?.closedAt ?? null,
        pages: draft.pages,
        attributes: draft.attributes,
        rule: draft.rule,
        keywords: before?.keywords ?? '',
        revision: revision + 1,
        createdAt: before?.createdAt ?? now,
        changedAt: now,
      };
      await commitRevised(
        ctx,
        { site: site.id, kind: 'news.changed', subject: id },
        (tx) => [
          before ? updateOne(tx, row, revision) : insertOne(tx, row),
          ...bindAttachments(tx, site.id, { id, conversationId: id }, added),
        ],
        current,
      );
      return { announcement: assertPresent((await toView(ctx, site, [row]))[0], 'one row has one view') };
    },
  );
};

/** Routes to delete an announcement and to update an incident. */
const mountUpdates = (api: Api): void => {
  mount(
    api,
    contract.deleteAnnouncement,
    {
      ...forStaff,
      role: 'admin',
      body: schema.removeAnnouncement,
      reply: schema.doneReply,
      operationId: 'deleteAnnouncement',
      scope: 'content:write',
      summary: 'Delete news with its reactions',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('announcement');
      await commitRevised(
        ctx,
        { site: site.id, kind: 'news.changed', subject: id },
        (tx) => removeOne(tx, site.id, id, body.revision),
        () => viewNow(ctx, site, id),
      );
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.postUpdate,
    {
      ...forStaff,
      body: schema.incidentUpdate,
      reply: schema.staffReply,
      operationId: 'createAnnouncementUpdate',
      scope: 'content:write',
      summary: 'Post an incident update; once resolved, everyone waiting is told',
    },
    async ({ ctx, site, parameter, body, session }) => {
      const row = await findOne(ctx, site.id, parameter('announcement'));
      if (row?.category !== 'incident') throw notFound();
      const known = (await findUpdates(ctx, site.id, [row.id])).some(({ id }) => id === body.id);
      if (!known && row.closedAt !== null)
        throw new Failure('conflict', 'This is already over.', {
          current: await viewNow(ctx, site, row.id),
        });
      const now = ctx.clock.now();
      const closes = body.state === 'resolved';
      if (!known) {
        await ctx.database.commit({
          site: site.id,
          events: [
            // The search follows this one: what is over is suggested to nobody.
            { kind: 'news.changed', subject: row.id, audience: 'staff' },
            ...(closes ? [{ kind: 'incident.closed', subject: row.id, audience: 'staff' as const }] : []),
          ],
          write: (tx) => [
            insertUpdate(tx, {
              siteId: site.id,
              announcementId: row.id,
              staffId: session.staff.id,
              ...body,
              at: now,
            }),
            ...(closes ? [closeOne(tx, site.id, row.id, now)] : []),
          ],
        });
      }
      return { announcement: assertPresent(await viewNow(ctx, site, row.id), 'it was found above') };
    },
  );
};

/** News as the team writes it: admins all of it, agents what is known to be broken. */
export const mountAnnouncementsForStaff = (api: Api): void => {
  mountListing(api);
  mountSaving(api);
  mountUpdates(api);
};
