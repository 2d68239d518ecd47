import type { Announcement } from '../../shared/announcements/schema.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type AnnouncementRow, findPublished, findUpdates, type UpdateRow } from './queries.ts';
import { isForPage, stateOf, textIn } from './rules.ts';

/** The path of one on our own pages. */
export const pathOf = (site: Pick<Site, 'key'>, id: string): string => `/sites/${site.key}/news/${id}`;

export const pictureOf = (site: Pick<Site, 'key'>, row: AnnouncementRow): Announcement['picture'] =>
  row.imageId && row.imageWidth && row.imageHeight
    ? {
        path: `/api/sites/${site.key}/announcements/${row.id}/picture`,
        width: row.imageWidth,
        height: row.imageHeight,
      }
    : null;

/** Announcement as a reader of a language sees it; null where it has no text in that language. */
export const toView = (
  site: Site,
  row: AnnouncementRow,
  updates: readonly UpdateRow[],
  language: string,
): Announcement | null => {
  const text = textIn(row.texts, language);
  if (!text) return null;
  const own = updates.filter(({ announcementId }) => announcementId === row.id);
  return {
    id: row.id,
    form: row.form,
    category: row.category,
    title: text.title,
    rich: text.rich,
    picture: pictureOf(site, row),
    at: row.publishAt,
    path: pathOf(site, row.id),
    attributes: row.attributes,
    incident:
      row.category === 'incident'
        ? {
            state: own.at(-1)?.state ?? 'investigating',
            updates: own
              .flatMap(({ state, texts, at }) => {
                const text = textIn(texts, language) ?? Object.values(texts)[0];
                return text ? [{ state, text, at }] : [];
              })
              .reverse(),
          }
        : null,
  };
};

/** Announcements live now for readers of a language on a page, the newest first; incidents before all others. */
export const listLive = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  site: Site,
  language: string,
  page: string | undefined,
): Promise<Announcement[]> => {
  const now = ctx.clock.now();
  const rows = (await findPublished(ctx, site.id, now)).filter(
    (row) => stateOf(row, now) === 'live' && isForPage(row, page),
  );
  const updates = await findUpdates(
    ctx,
    site.id,
    rows.filter(({ category }) => category === 'incident').map(({ id }) => id),
  );
  return rows
    .flatMap((row) => toView(site, row, updates, language) ?? [])
    .sort((one, other) => Number(other.incident !== null) - Number(one.incident !== null));
};
