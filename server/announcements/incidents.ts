import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { announcementDraft } from '../../shared/announcements/schema.ts';
import type { Context } from '../context.ts';
import type { Incidents, Reporter } from '../core/incidents.ts';
import { Failure } from '../core/http/failure.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { findSome, insertOne, linkReporter } from './queries.ts';
import { textOrFirst } from './rules.ts';
import { pathOf } from './views.ts';

const follow = (
  tx: Queries,
  siteId: string,
  announcementId: string,
  reporters: readonly Reporter[],
  now: number,
): Statement[] =>
  reporters.map(({ visitorId, language, conversationId }) =>
    linkReporter(tx, {
      siteId,
      announcementId,
      visitorId,
      reaction: null,
      followedAt: now,
      email: null,
      conversationId,
      language,
      at: now,
    }),
  );

/** Announcements that are incidents, for features that see one coming. */
export const bindIncidents = (ctx: Context): Incidents => ({
  async open(site, { id, texts, keywords, staffId, reporters }) {
    const now = ctx.clock.now();
    const fields = announcementDraft.shape.texts.safeParse(texts);
    if (!fields.success)
      throw new Failure('invalid', 'An incident needs a title and a text.', { fields: { texts: 'invalid' } });
    if ((await findSome(ctx, site.id, [id])).length > 0) return;
    const rendered: Parameters<typeof insertOne>[1]['texts'] = {};
    for (const [tag, { title, body }] of Object.entries(fields.data))
      rendered[tag] = {
        title,
        body,
        rich: await ctx.renderer.render(body, { site: site.id, person: staffId }),
      };
    await ctx.database.commit({
      site: site.id,
      events: [{ kind: 'news.changed', subject: id, audience: 'staff' }],
      write: (tx) => [
        insertOne(tx, {
          siteId: site.id,
          id,
          form: 'card',
          category: 'incident',
          texts: rendered,
          imageId: null,
          imageWidth: null,
          imageHeight: null,
          isPublished: true,
          publishAt: now,
          expiresAt: null,
          closedAt: null,
          pages: [],
          attributes: [],
          rule: defaultRule(),
          keywords,
          revision: 1,
          createdAt: now,
          changedAt: now,
        }),
        ...follow(tx, site.id, id, reporters, now),
      ],
    });
  },
  follow: (tx, siteId, id, reporters) => follow(tx, siteId, id, reporters, ctx.clock.now()),
  async find(site, ids, language) {
    const rows = await findSome(ctx, site.id, ids);
    return rows.map(({ id, texts, closedAt }) => ({
      id,
      title: textOrFirst(texts, language).title,
      path: pathOf(site, id),
      closedAt,
    }));
  },
});
