/** @jsxImportSource hono/jsx */
import { Feed } from 'feed';
import type { Hono } from 'hono';
import type { Announcement } from '../../shared/announcements/schema.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { htmlOf, storable } from '../core/content/htmlOf.ts';
import { idOf, notFound } from '../core/http/failure.ts';
import { pageHeaders } from '../core/http/securityHeaders.ts';
import { limitPage } from '../core/pages/forms.ts';
import { Layout, Rich, Time } from '../core/pages/layout.tsx';
import { type PageCall, withSite } from '../core/pages/pages.tsx';
import { toView, listLive } from './views.ts';
import { findOne, findUpdates } from './queries.ts';
import { stateOf } from './rules.ts';
import { announcementTexts } from './texts.ts';

/** Short: what is scheduled appears by the clock. */
export const headers = { ...pageHeaders, 'cache-control': 'public, max-age=30' };

export const Story = ({
  call,
  announcement,
  level,
}: {
  call: PageCall;
  announcement: Announcement;
  level: 1 | 2 | 3;
}) => {
  const { site, language } = call;
  const texts = announcementTexts(language.tag);
  const { zone } = site.settings.hours;
  const Heading = `h${level}` as const;
  return (
    <article class="news">
      <p class="quiet">
        {texts[`cat_${announcement.category}`]} ·{' '}
        <Time at={announcement.at} language={language} zone={zone} />
      </p>
      <Heading dir="auto">
        {level === 1 ? (
          announcement.title
        ) : (
          <a href={`${announcement.path}?lang=${language.tag}`}>{announcement.title}</a>
        )}
      </Heading>
      {announcement.picture && (
        <img
          src={announcement.picture.path}
          width={announcement.picture.width}
          height={announcement.picture.height}
          alt=""
          loading={level === 1 ? 'eager' : 'lazy'}
        />
      )}
      <div dir="auto">
        <Rich nodes={announcement.rich} />
      </div>
      {announcement.incident && (
        <ol class="updates">
          {announcement.incident.updates.map(({ state, text, at }) => (
            <li>
              <strong>{texts[`state_${state}`]}</strong>{' '}
              <small class="quiet">
                <Time at={at} language={language} zone={zone} withTime />
              </small>
              <p dir="auto">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
};

/** The page with all news. */
const mountNewsPage = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/news', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { site, language } = call;
      const texts = announcementTexts(language.tag);
      const all = await listLive(ctx, site, language.tag, undefined);
      const html = (
        <Layout
          site={site}
          language={language}
          title={texts.news}
          canonical={`${ctx.config.publicUrl}/sites/${site.key}/news`}
          feed={`${ctx.config.publicUrl}/sites/${site.key}/news.xml?lang=${language.tag}`}
        >
          <h1>{texts.news}</h1>
          <p>
            <a href={`/sites/${site.key}/news.xml?lang=${language.tag}`}>RSS</a>
          </p>
          {all.length === 0 && <p>{texts.none}</p>}
          {all.map((announcement) => (
            <Story call={call} announcement={announcement} level={2} />
          ))}
        </Layout>
      );
      return hono.html(`<!doctype html>${String(html)}`, 200, headers);
    })(hono),
  );
};

/** All news as a feed. */
const mountNewsFeed = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/news.xml', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { site, language } = call;
      const all = await listLive(ctx, site, language.tag, undefined);
      const { publicUrl } = ctx.config;
      const link = `${publicUrl}/sites/${site.key}/news`;
      const feed = new Feed({
        id: link,
        link,
        title: `${site.name}: ${announcementTexts(language.tag).news}`,
        language: language.tag,
        copyright: '',
        feedLinks: { rss: `${publicUrl}/sites/${site.key}/news.xml` },
        ...(all[0] && { updated: new Date(all[0].at) }),
      });
      for (const announcement of all)
        feed.addItem({
          id: `${publicUrl}${announcement.path}`,
          link: `${publicUrl}${announcement.path}?lang=${language.tag}`,
          title: storable(announcement.title),
          date: new Date(announcement.at),
          content: htmlOf(announcement.rich),
        });
      return hono.body(feed.rss2(), 200, {
        ...headers,
        'content-type': 'application/rss+xml; charset=utf-8',
      });
    })(hono),
  );
};

/** A page for each piece of news. */
const mountStoryPage = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/news/:announcement', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { site, language } = call;
      const row = await findOne(ctx, site.id, idOf(hono.req.param('announcement')));
      const state = row && stateOf(row, ctx.clock.now());
      // What is over stays readable; what is not out yet is nowhere.
      if (!row || state === 'draft' || state === 'scheduled') throw notFound();
      const updates = await findUpdates(ctx, site.id, [row.id]);
      const [first = language.tag] = Object.keys(row.texts);
      const announcement = assertPresent(
        toView(site, row, updates, language.tag) ?? toView(site, row, updates, first),
        'it is written in one language at least',
      );
      const html = (
        <Layout
          site={site}
          language={language}
          title={announcement.title}
          canonical={`${ctx.config.publicUrl}${announcement.path}`}
          alternates={Object.keys(row.texts).map((tag) => ({
            language: tag,
            href: `${ctx.config.publicUrl}${announcement.path}?lang=${tag}`,
          }))}
        >
          <p>
            <a href={`/sites/${site.key}/news?lang=${language.tag}`}>
              {announcementTexts(language.tag).allNews}
            </a>
          </p>
          <Story call={call} announcement={announcement} level={1} />
        </Layout>
      );
      return hono.html(`<!doctype html>${String(html)}`, 200, headers);
    })(hono),
  );
};

/** News on pages of our own: all of it, each by itself, and as a feed. */
export const mountAnnouncementPages = (app: Hono, ctx: Context): void => {
  mountNewsPage(app, ctx);
  mountNewsFeed(app, ctx);
  mountStoryPage(app, ctx);
};
