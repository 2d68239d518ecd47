/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../../context.ts';
import { Failure, notFound } from '../http/failure.ts';
import { limitPage, pageVisitor, readForm, startVisit } from '../pages/forms.ts';
import { Layout } from '../pages/layout.tsx';
import { type PageCall, privateHeaders, withSite } from '../pages/pages.tsx';
import { chooseLanguage, fill } from '../pages/texts.ts';
import { findSignedMail, stopMails } from './queries.ts';
import { resume } from './resume.ts';
import { type MailPurpose, readMailToken } from './signing.ts';
import { confirmTranscript } from './transcripts.ts';
import { mailLanguage } from './texts.ts';

/** The pages behind a mail's links: back to the conversation, and no more mails. */

/** Takes the token out of the address, where it would stay in the history, and into the form. */
const resumeScript = `const field = document.querySelector('input[name=token]');
if (location.hash.length > 1) {
  field.value = location.hash.slice(1);
  field.hidden = true;
  history.replaceState(null, '', location.pathname + location.search);
}
`;

/**
 * A press, and no visit alone, uses the link up: mail scanners open every link. Without scripts the link itself can be
 * pasted.
 */
const resumePage = ({ site, language }: PageCall, isGone: boolean): string => {
  const { texts } = mailLanguage(language.tag);
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.resumeTitle} secret>
      <h1>{texts.resumeTitle}</h1>
      {isGone ? (
        <p role="alert">{texts.resumeGone}</p>
      ) : (
        <form method="post" action={`/sites/${site.key}/resume?lang=${language.tag}`}>
          <p>{texts.resumeText}</p>
          <input name="token" required autocomplete="off" aria-label={texts.continue} />
          <div class="row">
            <button type="submit">{texts.resumeButton}</button>
          </div>
        </form>
      )}
      {!isGone && <script type="module" src="/mail/resume.js" />}
    </Layout>,
  )}`;
};

/** Nothing to other sites. With `no-referrer` a browser would send our own forms without their origin. */
const headers = { ...privateHeaders, 'referrer-policy': 'same-origin' };

/** Back to the conversation. */
const mountResumePages = (app: Hono, ctx: Context): void => {
  app.get('/mail/resume.js', (hono) =>
    hono.body(resumeScript, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    }),
  );

  app.get('/sites/:site/resume', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      return hono.html(resumePage(call, false), 200, headers);
    })(hono),
  );

  app.post('/sites/:site/resume', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      const token = (form.get('token') ?? '').trim().replace(/^.*#/s, '');
      try {
        const row = await resume(ctx, site, token, await pageVisitor(ctx, site, hono), () =>
          startVisit(ctx, site, hono),
        );
        return hono.redirect(`/sites/${site.key}/conversations/${row.id}?lang=${language.tag}`, 303);
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'forbidden') throw error;
        // The cookie of a link that did not work is nobody's.
        return new Response(resumePage(call, true), {
          status: 403,
          headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
        });
      }
    })(hono),
  );
};

/** The page's site and the mail that its link came with. */
export const linkedMail = async (ctx: Context, hono: HonoContext, purpose: MailPurpose) => {
  limitPage(ctx, hono);
  const id = readMailToken(ctx, purpose, hono.req.param('token') ?? '');
  const mail = id && (await findSignedMail(ctx, id));
  const site = mail && (await ctx.sites.byId(mail.siteId));
  if (!mail || !site) throw notFound();
  const language = chooseLanguage(site.settings, hono.req.query('lang'), hono.req.header('accept-language'));
  return { mail, site, language, texts: mailLanguage(language.tag).texts };
};

/** That an address is theirs, and that they want what was written. A press: mail scanners open every link. */
const mountConfirmPages = (app: Hono, ctx: Context): void => {
  app.get('/mail/confirm/:token', async (hono) => {
    const { site, language, texts } = await linkedMail(ctx, hono, 'confirm');
    const page = (
      <Layout site={site} language={language} title={texts.confirmTitle} secret>
        <h1>{texts.confirmTitle}</h1>
        <form method="post">
          <p>{fill(texts.confirmText, { team: site.settings.teamName || site.name })}</p>
          <div class="row">
            <button type="submit">{texts.confirmButton}</button>
          </div>
        </form>
      </Layout>
    );
    return hono.html(`<!doctype html>${String(page)}`, 200, headers);
  });

  app.post('/mail/confirm/:token', async (hono) => {
    const { mail, site, language, texts } = await linkedMail(ctx, hono, 'confirm');
    if (!(await confirmTranscript(ctx, mail))) throw notFound();
    const page = (
      <Layout site={site} language={language} title={texts.confirmTitle} secret>
        <h1>{texts.confirmTitle}</h1>
        <p role="status">{texts.confirmDone}</p>
      </Layout>
    );
    return hono.html(`<!doctype html>${String(page)}`, 200, headers);
  });
};

/** No more mails. */
const mountStopPages = (app: Hono, ctx: Context): void => {
  app.get('/mail/stop/:token', async (hono) => {
    const { site, language, texts } = await linkedMail(ctx, hono, 'stop');
    const page = (
      <Layout site={site} language={language} title={texts.stopTitle} secret>
        <h1>{texts.stopTitle}</h1>
        <form method="post">
          <p>{fill(texts.stopText, { site: site.name })}</p>
          <div class="row">
            <button type="submit">{texts.stopButton}</button>
          </div>
        </form>
      </Layout>
    );
    return hono.html(`<!doctype html>${String(page)}`, 200, headers);
  });

  // Pressed on the page, or by a mail program for its reader (RFC 8058), which has no origin to show.
  app.post('/mail/stop/:token', async (hono) => {
    const { mail, site, language, texts } = await linkedMail(ctx, hono, 'stop');
    await stopMails(ctx, site.id, mail.address);
    const page = (
      <Layout site={site} language={language} title={texts.stopTitle} secret>
        <h1>{texts.stopTitle}</h1>
        <p role="status">{texts.stopDone}</p>
      </Layout>
    );
    return hono.html(`<!doctype html>${String(page)}`, 200, headers);
  });
};

export const mountMailPages = (app: Hono, ctx: Context): void => {
  mountResumePages(app, ctx);
  mountStopPages(app, ctx);
  mountConfirmPages(app, ctx);
};
