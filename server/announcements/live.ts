import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { NamedPrompt } from '../core/prompts/namedPrompt.ts';
import type { HomeNews } from '../core/pages/homeNews.ts';
import type { News } from '../core/prompts/news.ts';
import { findPublished } from './queries.ts';
import { primaryLanguages, promptOf, stateOf } from './rules.ts';
import { announcementLocales } from './texts.ts';
import { listLive } from './views.ts';

const findLive = async (ctx: Context, site: Site) => {
  const now = ctx.clock.now();
  return (await findPublished(ctx, site.id, now)).filter((row) => stateOf(row, now) === 'live');
};

/** Announcements that come unasked: banners and modals. */
export const announcementPrompts = async (ctx: Context, site: Site): Promise<NamedPrompt[]> =>
  (await findLive(ctx, site)).filter(({ form }) => form === 'banner' || form === 'modal').map(promptOf);

/** Announcements for the panel's start, with the mark of those that are folded in it. */
export const announcementNews = async (ctx: Context, site: Site): Promise<News | null> => {
  const live = await findLive(ctx, site);
  if (live.length === 0) return null;
  const marked = live.filter(({ form }) => form === 'badge');
  if (marked.length === 0) return { dot: null };
  return {
    dot: {
      words: Object.fromEntries(
        Object.entries(announcementLocales).map(([language, { news }]) => [language, news]),
      ),
      rules: marked.map(({ id, pages, attributes, texts }) => ({
        id,
        pages,
        attributes,
        languages: primaryLanguages(texts),
      })),
    },
  };
};

/** Days for which news stands on the front of the help centre, and how many at once. */
const [shownDays, maxShown] = [14, 3];

/** Problems that are not over, and what is new. */
export const announcementHomeNews = async (
  ctx: Context,
  site: Site,
  language: string,
): Promise<HomeNews[]> => {
  const oldest = ctx.clock.now() - shownDays * 86_400_000;
  return (await listLive(ctx, site, language, undefined))
    .filter(({ incident, at }) => (incident ? incident.state !== 'resolved' : at > oldest))
    .slice(0, maxShown)
    .map(({ title, path, at, incident }) => ({ title, path, at, isProblem: incident !== null }));
};
