import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { isAllowedOrigin } from '../core/http/guard.ts';
import { rates } from '../core/http/limits.ts';
import { addressOf, limitPage } from '../core/pages/forms.ts';
import { withLanguage } from '../core/pages/links.ts';
import { type PageCall, privateHeaders, withSite } from '../core/pages/pages.tsx';
import type { Site } from '../core/people/sites/sites.ts';
import { formPath, sentPage, wrongPage } from './pages.tsx';
import { faultsOf, readSent } from './readSent.ts';
import { takeSent } from './takeSent.ts';
import { contactFormTexts } from './texts.ts';

const headers = { ...privateHeaders, 'referrer-policy': 'same-origin' };

/** Forms of one network address: an office sends a handful in a minute, a program hundreds. */
const sends = { perMinute: 2, burst: 12 };

/** The owner's page to go on to: of an origin of the site's, or nobody's link could be trusted. */
const nextOf = (ctx: Context, site: Site, next: string): string | null =>
  URL.canParse(next) && /^https?:/i.test(next) && isAllowedOrigin(ctx, site, new URL(next).origin)
    ? next
    : null;

/** The page that a form was on, as far as the browser says; of a site that doesn't keep that, none. */
const pageOf = (site: Site, referrer: string | undefined): string | null => {
  if (!referrer || !site.settings.share.page || !URL.canParse(referrer)) return null;
  const { origin, pathname } = new URL(referrer);
  return origin + pathname;
};

const take = async (call: PageCall): Promise<Response> => {
  const { ctx, site, language, hono } = call;
  const origin = hono.req.header('origin');
  if (origin !== undefined && !isAllowedOrigin(ctx, site, origin))
    throw new Failure('forbidden', 'This origin isn’t allowed for the site.');
  const address = addressOf(ctx, hono);
  ctx.limiter.take('contact form', address, sends);
  ctx.limiter.take('write site', site.id, rates.write.site);
  const sent = await readSent(ctx, hono);
  // What fills in the field that people don't see is a program, and hears what a person would.
  if (!sent.isTrapped) {
    const wrong = faultsOf(sent);
    if (Object.keys(wrong).length > 0) return hono.html(wrongPage(call, sent, wrong), 400, headers);
    const page = pageOf(site, hono.req.header('referer'));
    await takeSent(ctx, site, sent, { address, language: language.tag, page });
  }
  // A page of its own: reloading it sends nothing.
  const own = withLanguage(`/sites/${site.key}/${formPath}/sent`, language.tag);
  return hono.redirect(nextOf(ctx, site, sent.next) ?? own, 303);
};

/** The address of the owner's form, and the page that says that it arrived. */
export const mountContactForm = (app: Hono, ctx: Context): void => {
  app.post(`/sites/:site/${formPath}`, (hono) =>
    withSite(ctx, (call) => {
      if (!call.site.settings.contactForm.on)
        throw new Failure('not_found', contactFormTexts(call.language.tag).off);
      return take(call);
    })(hono),
  );
  app.get(`/sites/:site/${formPath}/sent`, (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      return hono.html(sentPage(call), 200, headers);
    })(hono),
  );
};
