import { newVisitor, type Visitor } from '../people/visitors/visitor.ts';
import type { Context as HonoContext } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { newSecret } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { readBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { ownOrigin } from '../http/guard.ts';
import { headersOf } from '../http/headers.ts';
import { rates } from '../http/limits.ts';
import { isSecret } from '../people/secrets.ts';
import type { Site } from '../people/sites/sites.ts';
import { findVisitor } from '../people/visitors/visitors.ts';

/** Largest form that is read, bytes: percent-encoding triples what people write. */
const maxBytes = 256 * 1024;

const cookieName = (ctx: Context, site: Site): string =>
  `${ctx.config.publicUrl.startsWith('https:') ? '__Host-' : ''}foyer-visitor-${site.key}`;

/** The caller's address of a page, for limits. */
export const addressOf = (ctx: Context, hono: HonoContext): string => {
  const { incoming } = (hono.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return ctx.readAddress(incoming?.socket?.remoteAddress, hono.req.header('x-forwarded-for'));
};

/** Takes one token for reading a page. @throws Failure `limited` */
export const limitPage = (ctx: Context, hono: HonoContext, rateClass: 'read' | 'suggest' = 'read'): void => {
  ctx.limiter.take(`${rateClass} address`, addressOf(ctx, hono), rates[rateClass].address);
};

/** The visitor whom a page's cookie names, or null. */
export const pageVisitor = async (ctx: Context, site: Site, hono: HonoContext): Promise<Visitor | null> => {
  const secret = getCookie(hono, cookieName(ctx, site));
  return secret && isSecret(secret) ? findVisitor(ctx, site.id, secret) : null;
};

/** The visitor of a page, or a new one with the cookie that this first action sets: never on page view. */
export const actingVisitor = async (ctx: Context, site: Site, hono: HonoContext): Promise<Visitor> => {
  const known = await pageVisitor(ctx, site, hono);
  if (known) return known;
  return newVisitor(site.id, startVisit(ctx, site, hono), ctx.clock.now());
};

/** Gives a browser a new visitor's secret, in our pages' cookie. @returns the secret */
export const startVisit = (ctx: Context, site: Site, hono: HonoContext): string => {
  const secret = newSecret();
  setCookie(hono, cookieName(ctx, site), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: ctx.config.publicUrl.startsWith('https:'),
    maxAge: 30 * 24 * 3600,
  });
  return secret;
};

/**
 * Reads a form that one of our own pages sent.
 * @param fromAnywhere true where the caller itself looks at where it came from
 * @throws Failure `forbidden`, `unsupported`, `too_large`, `limited`, `invalid`
 */
export const readForm = async (
  ctx: Context,
  site: Site,
  hono: HonoContext,
  fromAnywhere = false,
): Promise<Map<string, string>> => {
  const read = headersOf(hono);
  if (!fromAnywhere) ownOrigin(ctx, hono.req.method, read);
  ctx.limiter.take('write address', addressOf(ctx, hono), rates.write.address);
  ctx.limiter.take('write site', site.id, rates.write.site);
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(read('content-type') ?? ''))
    throw new Failure('unsupported', 'Send a form.');
  const bytes = await readBody(hono.req.raw, read, maxBytes, ctx.clock);
  // Browsers send line breaks as CR LF; what people typed had LF.
  return new Map(
    [...new URLSearchParams(new TextDecoder().decode(bytes))].map(([name, value]) => [
      name,
      value.replaceAll('\r\n', '\n'),
    ]),
  );
};
