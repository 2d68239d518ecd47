/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { languageNames } from '../../shared/core/languages.ts';
import { staffPath } from '../../shared/core/mail/routes.ts';
import { consentPath } from '../../shared/mailboxes/routes.ts';
import type { Context } from '../context.ts';
import { asFailure } from '../core/http/failure.ts';
import { pageHeaders } from '../core/http/securityHeaders.ts';
import { addressOf } from '../core/pages/forms.ts';
import { strayResponse } from '../core/pages/strayPage.tsx';
import { stylesheetPath } from '../core/pages/styles.ts';
import { chooseLanguage } from '../core/pages/texts.ts';
import { sessionCookie } from '../core/people/staff/loginCookies.ts';
import { findSession } from '../core/people/staff/writes.ts';
import { type ConsentOutcome, endConsent } from './consent.ts';
import { mailboxTexts } from './texts.ts';

/** Answers of providers, by address. */
const answers = { perMinute: 20, burst: 20 };
/** Longest parameter that a provider sends back with. */
const maxParameter = 4_096;

/** The page that says why nothing was connected, and leads back. */
const page = (hono: HonoContext, { outcome, siteId }: ConsentOutcome): Response | Promise<Response> => {
  const language = chooseLanguage(
    { languages: Object.keys(languageNames), texts: {} },
    hono.req.query('lang'),
    hono.req.header('accept-language'),
  );
  const texts = mailboxTexts(language.tag);
  const reason = outcome === 'connected' ? 'stale' : outcome;
  const html = (
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{texts.consentTitle}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <main class="page" id="content">
          <h1>{texts.consentTitle}</h1>
          <p>{texts[`consent_${reason}`]}</p>
          <p>
            <a href={siteId === null ? '/inbox/' : staffPath(siteId, 'console/mail')}>{texts.consentBack}</a>
          </p>
        </main>
      </body>
    </html>
  );
  return hono.html(`<!doctype html>${String(html)}`, 400, { ...pageHeaders, 'cache-control': 'no-store' });
};

/** Where Google and Microsoft send the owner of a mailbox back to. */
export const mountConsentPage = (app: Hono, ctx: Context): void => {
  app.get(consentPath, async (hono) => {
    try {
      ctx.limiter.take('mailbox consent', addressOf(ctx, hono), answers);
      const session = await findSession(ctx, getCookie(hono, sessionCookie(ctx)));
      const parameter = (name: string): string => (hono.req.query(name) ?? '').slice(0, maxParameter);
      const ended: ConsentOutcome = session
        ? await endConsent(ctx, session, {
            state: parameter('state'),
            code: parameter('code'),
            error: parameter('error'),
          })
        : { outcome: 'stale', siteId: null };
      if (ended.outcome !== 'connected' || ended.siteId === null) return await page(hono, ended);
      return new Response(null, {
        status: 303,
        headers: {
          location: staffPath(ended.siteId, 'console/mail'),
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'internal') ctx.log.error({ err: error }, 'a consent could not be taken');
      return strayResponse(hono, failure);
    }
  });
};
