import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { insertOne, insertUpdate } from '../announcements/queries.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { news } from './content/announcements.ts';
import { idFor } from './time.ts';

const day = 24 * 3_600_000;
const hour = 3_600_000;

/** Announcements of the demo company: two things that are new, and trouble that is over. */
export const seedAnnouncements = async (
  ctx: Context,
  site: Site,
  staff: Map<string, string>,
): Promise<void> => {
  const now = ctx.clock.now();
  for (const { key, category, form, daysAgo, texts, updates } of news) {
    const id = idFor(key);
    const publishAt = now - daysAgo * day;
    const rendered: Parameters<typeof insertOne>[1]['texts'] = {};
    for (const [tag, { title, body }] of Object.entries(texts))
      rendered[tag] = {
        title,
        body,
        rich: await ctx.renderer.render(body, { site: site.id, person: 'seed' }),
      };
    await ctx.database.write((tx) => [
      insertOne(tx, {
        siteId: site.id,
        id,
        form,
        category,
        texts: rendered,
        imageId: null,
        imageWidth: null,
        imageHeight: null,
        isPublished: true,
        publishAt,
        expiresAt: null,
        closedAt: updates.length > 0 ? publishAt + updates.length * 2 * hour : null,
        pages: [],
        attributes: [],
        keywords: '',
        rule: { ...defaultRule(), on: true },
        revision: 1,
        createdAt: publishAt,
        changedAt: publishAt,
      }),
      ...updates.map((update, index) =>
        insertUpdate(tx, {
          ...update,
          siteId: site.id,
          id: idFor(`${key} ${index}`),
          announcementId: id,
          staffId: assertPresent(staff.get('tomas'), 'the demo’s staff come first'),
          at: publishAt + (index + 1) * 2 * hour,
        }),
      ),
    ]);
  }
};
