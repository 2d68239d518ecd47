/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { findSignedMail } from '../../core/mail/queries.ts';
import { readMailToken } from '../../core/mail/signing.ts';
import { limitPage } from '../../core/pages/forms.ts';
import { Layout } from '../../core/pages/layout.tsx';
import { privateHeaders } from '../../core/pages/pages.tsx';
import { chooseLanguage, fill } from '../../core/pages/texts.ts';
import { findChoices } from '../../core/people/staff/queries.ts';
import { saveChoices } from '../../core/people/staff/writes.ts';
import { reportMailTexts } from './texts.ts';

/*
 * Behind the link that ends the reports by mail. Opening it changes nothing: mail programs and their scanners open
 * everything. A press does, on the page or by a mail program for its reader (RFC 8058), which has no origin to show.
 */
export const mountStopPages = (app: Hono, ctx: Context): void => {
  const show = async (hono: HonoContext, isDone: boolean): Promise<Response> => {
    limitPage(ctx, hono);
    const id = readMailToken(ctx, 'stopFigures', hono.req.param('token') ?? '');
    // The signature vouches for the id, whichever site's it is.
    const mail = id && (await findSignedMail(ctx, id));
    const site = mail && (await ctx.sites.byId(mail.siteId));
    if (!mail || !site || mail.staffId === null) throw notFound();
    const { siteId, staffId } = mail;
    const choices = await findChoices(ctx, siteId, staffId, site.settings.hours.zone);
    if (isDone)
      await ctx.database.write((tx) => [
        saveChoices(tx, {
          siteId,
          staffId,
          choices: { ...choices, mailReports: false },
          updatedAt: ctx.clock.now(),
        }),
      ]);
    const language = chooseLanguage(
      site.settings,
      hono.req.query('lang') ?? choices.mailLanguage ?? undefined,
      undefined,
    );
    const texts = reportMailTexts(language.tag);
    const html = (
      <Layout site={site} language={language} title={texts.stopTitle} secret>
        <h1>{texts.stopTitle}</h1>
        {isDone ? (
          <p role="status">{texts.stopDone}</p>
        ) : (
          <form method="post">
            <p>{fill(texts.stopText, { site: site.name })}</p>
            <div class="row">
              <button type="submit">{texts.stopTitle}</button>
            </div>
          </form>
        )}
      </Layout>
    );
    return hono.html(`<!doctype html>${String(html)}`, 200, {
      ...privateHeaders,
      'referrer-policy': 'no-referrer',
    });
  };
  app.get('/reports/stop/:token', (hono) => show(hono, false));
  app.post('/reports/stop/:token', (hono) => show(hono, true));
};
