/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { languageNames } from '../../shared/core/languages.ts';
import { loginPath } from '../../shared/oidc/routes.ts';
import type { Context } from '../context.ts';
import { isId, notFound } from '../core/http/failure.ts';
import { rates } from '../core/http/limits.ts';
import { pageHeaders } from '../core/http/securityHeaders.ts';
import { addressOf } from '../core/pages/forms.ts';
import { stylesheetPath } from '../core/pages/styles.ts';
import { chooseLanguage } from '../core/pages/texts.ts';
import { beginStep, finishStep } from '../core/people/logins/steps.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { sessionCookie, startLogin } from '../core/people/staff/loginCookies.ts';
import { findRole } from '../core/people/staff/queries.ts';
import { findSession, recordAudit } from '../core/people/staff/writes.ts';
import { beginAt, type Begun, finishAt } from './client.ts';
import { enterByProvider, type Refusal } from './join.ts';
import { findProvider, type ProviderRow } from './queries.ts';
import { type Claims, readGroups, roleFrom } from './rules.ts';
import { oidcTexts } from './texts.ts';
import { redirectUri } from './view.ts';

/** The kind of step that a login at a provider is. */
const stepKind = 'provider';

interface Visit {
  ctx: Context;
  hono: HonoContext;
  site: Site;
}

const languageOf = (hono: HonoContext) =>
  chooseLanguage(
    { languages: Object.keys(languageNames), texts: {} },
    hono.req.query('lang'),
    hono.req.header('accept-language'),
  );

/** A page of one message, with what to do next. */
const answer = (
  { hono }: Pick<Visit, 'hono'>,
  status: 200 | 403,
  { title, lines, link }: { title: string; lines: string[]; link: { href: string; label: string } },
): Response => {
  const language = languageOf(hono);
  const page = (
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <main class="page" id="content">
          <h1>{title}</h1>
          {lines.map((line) => (
            <p>
              <bdi>{line}</bdi>
            </p>
          ))}
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
        </main>
      </body>
    </html>
  );
  // A redirect would keep the cookies that were set; a page has to carry them itself.
  return hono.html(`<!doctype html>${String(page)}`, status, { ...pageHeaders, 'cache-control': 'no-store' });
};

const refuse = (visit: Visit, reason: Refusal): Response => {
  const texts = oidcTexts(languageOf(visit.hono).tag);
  visit.ctx.log.info({ site: visit.site.id, reason }, 'a login at a provider was refused');
  visit.ctx.metrics.failedLogins.inc({ reason: 'provider' });
  return answer(visit, 403, {
    title: texts.title,
    lines: [texts[`refused_${reason}`]],
    link: { href: '/inbox', label: texts.back },
  });
};

/** The own session of this browser. */
const ownSession = ({ ctx, hono }: Visit) => findSession(ctx, getCookie(hono, sessionCookie(ctx)));

/** The own session of an owner, who may try what isn't on yet. */
const ownerSession = async (visit: Visit): Promise<string | null> => {
  const session = await ownSession(visit);
  const role = session && (await findRole(visit.ctx, visit.site.id, session));
  return session && role === 'owner' ? session.hash : null;
};

/** Whether a browser has been at the provider lately: that it can't be used is said, and told to who runs this. */
const away = (visit: Visit, err: unknown): Response => {
  visit.ctx.log.warn({ err, site: visit.site.id }, 'a login at a provider failed');
  return refuse(visit, 'provider');
};

const begin = async (visit: Visit): Promise<Response> => {
  const { ctx, hono, site } = visit;
  const row = await findProvider(ctx, site.id);
  const test = hono.req.query('test') === undefined ? '' : await ownerSession(visit);
  if (!row || test === null || (test === '' && !row.isOn)) return refuse(visit, 'off');
  let begun: Begun;
  try {
    begun = await beginAt(ctx, row, redirectUri(ctx, site.id));
  } catch (error) {
    return away(visit, error);
  }
  await beginStep(ctx, hono, stepKind, { ...begun.checks, test, site: site.id, changed: `${row.changedAt}` });
  return hono.redirect(begun.url, 302);
};

/** Shows an owner what a login would bring, and brings nothing. */
const showTest = async (visit: Visit, row: ProviderRow, claims: Claims): Promise<Response> => {
  const texts = oidcTexts(languageOf(visit.hono).tag);
  const groups = readGroups(claims, row.groupsClaim);
  const role = roleFrom(row, groups, null);
  const [email, isVerified] = [claims['email'], claims['email_verified'] === true];
  return answer(visit, 200, {
    title: texts.testTitle,
    lines: [
      `${texts.testEmail}: ${typeof email === 'string' ? email : '–'} (${isVerified ? texts.verified : texts.unverified})`,
      `${texts.testGroups}: ${groups.join(', ') || '–'}`,
      `${texts.testRole}: ${role ? texts[`role_${role}`] : texts.noRole}`,
    ],
    link: { href: '/inbox/console/signin', label: texts.backToSettings },
  });
};

/** Logs in whom the provider vouches for; who is in by themselves already stays so, where that opens the site. */
const enter = async (visit: Visit, row: ProviderRow, person: { claims: Claims; subject: string }) => {
  const { ctx, hono, site } = visit;
  const own = await ownSession(visit);
  const account = await enterByProvider(ctx, row, { ...person, own });
  if (typeof account === 'string') return refuse(visit, account);
  const isIn = own?.vouchedBy === null && own.staff.id === account.id;
  if (!isIn || (await findRole(ctx, site.id, own)) === null) await startLogin(ctx, hono, account.id, site.id);
  await recordAudit(ctx, [site.id], account.id, 'login');
  return hono.redirect('/inbox', 303);
};

const finish = async (visit: Visit): Promise<Response> => {
  const { ctx, hono, site } = visit;
  const step = await finishStep(ctx, hono, stepKind);
  const { verifier, state, nonce, test = '' } = step ?? {};
  const row = await findProvider(ctx, site.id);
  // What was begun with other settings isn't finished with these.
  const isSame = row !== null && step?.['site'] === site.id && step['changed'] === `${row.changedAt}`;
  if (!isSame || !verifier || !state || !nonce) return refuse(visit, 'expired');
  if (test !== '' && test !== (await ownerSession(visit))) return refuse(visit, 'expired');
  let person: { claims: Claims; subject: string };
  try {
    const current = `${redirectUri(ctx, site.id)}${new URL(hono.req.url).search}`;
    person = await finishAt(ctx, row, current, { verifier, state, nonce });
  } catch (error) {
    return away(visit, error);
  }
  return test === '' ? enter(visit, row, person) : showTest(visit, row, person.claims);
};

/** Login at a site's provider: the way there, and the way back. */
export const mountOidcPages = (app: Hono, ctx: Context): void => {
  const at = (path: string, handle: (visit: Visit) => Promise<Response>): void => {
    app.get(path, async (hono) => {
      ctx.limiter.take('provider login', addressOf(ctx, hono), rates.login.address);
      const id = hono.req.param('site') ?? '';
      const site = isId(id) ? await ctx.sites.byId(id) : null;
      if (!site) throw notFound();
      return handle({ ctx, hono, site });
    });
  };
  at(loginPath(':site'), begin);
  at(`${loginPath(':site')}/callback`, finish);
};
