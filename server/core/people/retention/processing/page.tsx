/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Context } from '../../../../context.ts';
import { notFound } from '../../../http/failure.ts';
import { pageHeaders } from '../../../http/securityHeaders.ts';
import { limitPage } from '../../../pages/forms.ts';
import { Layout } from '../../../pages/layout.tsx';
import { withSite } from '../../../pages/pages.tsx';
import { processingDocument } from './document.ts';

/** The public page of what a site stores. */
export const mountPrivacyPage = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/privacy', (hono) =>
    withSite(ctx, async ({ site, language }) => {
      limitPage(ctx, hono);
      if (!site.settings.privacyPage) throw notFound();
      const { title, lead, sections } = await processingDocument(ctx, site, language.tag, false);
      const page = (
        <Layout site={site} language={language} title={title} description={lead}>
          <h1>{title}</h1>
          <p>{lead}</p>
          {sections.map((section) => (
            <section>
              <h2>{section.title}</h2>
              {section.text && <p>{section.text}</p>}
              {section.rows.length > 0 && (
                <ul>
                  {section.rows.map(({ name, text }) => (
                    <li>
                      {name}
                      {text && (
                        <>
                          : <strong>{text}</strong>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ))}
        </Layout>
      );
      return hono.html(`<!doctype html>${String(page)}`, 200, {
        ...pageHeaders,
        'cache-control': 'private, no-store',
      });
    })(hono),
  );
};
