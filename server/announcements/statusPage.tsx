/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { limitPage } from '../core/pages/forms.ts';
import { Layout } from '../core/pages/layout.tsx';
import { type PageCall, withSite } from '../core/pages/pages.tsx';
import { headers, Story } from './pages.tsx';
import { findUpdates, listIncidents } from './queries.ts';
import { announcementTexts } from './texts.ts';
import { toView } from './views.ts';

/** Incidents of either list, at the most. */
const maxShown = 30;

/** Incidents as readers of a language see them; in the first of theirs where they aren't written in it. */
const readIncidents = async ({ ctx, site, language }: PageCall, isOpen: boolean) => {
  const rows = (await listIncidents(ctx, site.id, { isOpen, now: ctx.clock.now(), limit: maxShown })).filter(
    ({ pages, attributes }) => pages.length + attributes.length === 0,
  );
  const updates = await findUpdates(
    ctx,
    site.id,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const [first = language.tag] = Object.keys(row.texts);
    return toView(site, row, updates, language.tag) ?? toView(site, row, updates, first) ?? [];
  });
};

/** The page of incidents that are open, and of those that were: for everybody, without scripts. */
export const mountStatusPage = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/status', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { site, language } = call;
      const texts = announcementTexts(language.tag);
      const [open, past] = await Promise.all([readIncidents(call, true), readIncidents(call, false)]);
      const path = `${ctx.config.publicUrl}/sites/${site.key}/status`;
      const html = (
        <Layout
          site={site}
          language={language}
          title={texts.status}
          canonical={`${path}?lang=${language.tag}`}
          alternates={site.settings.languages.map((tag) => ({ language: tag, href: `${path}?lang=${tag}` }))}
        >
          <h1>{texts.status}</h1>
          {open.length === 0 ? (
            <p class="card">{texts.allWell}</p>
          ) : (
            <section aria-labelledby="open">
              <h2 id="open">{texts.openIncidents}</h2>
              {open.map((announcement) => (
                <Story call={call} announcement={announcement} level={3} />
              ))}
            </section>
          )}
          <section aria-labelledby="past">
            <h2 id="past">{texts.pastIncidents}</h2>
            {past.length === 0 && <p class="quiet">{texts.noneBefore}</p>}
            {past.map((announcement) => (
              <Story call={call} announcement={announcement} level={3} />
            ))}
          </section>
        </Layout>
      );
      return hono.html(`<!doctype html>${String(html)}`, 200, headers);
    })(hono),
  );
};
