import type { Context } from '../../context.ts';
import type { Site } from '../people/sites/sites.ts';
import { Failure } from './failure.ts';
import type { ReadHeader, ReplyHeaders } from './headers.ts';

const exposed = 'retry-after, etag';

/** True when a page of this origin may use the site's widget: exact scheme, host and port, or our own pages. */
export const isAllowedOrigin = (ctx: Context, site: Site, origin: string): boolean =>
  origin === 'null'
    ? site.settings.allowOpaqueOrigin
    : site.origins.includes(origin) || origin === ctx.config.publicUrl;

/**
 * Lets a site's own pages in and says so to the browser. A request without Origin comes from no page (or from the
 * same origin); the header proves nothing outside browsers, which is why limits count addresses and sites too.
 * @throws Failure `forbidden`
 */
export const guardOrigin = (ctx: Context, site: Site, read: ReadHeader, headers: ReplyHeaders): void => {
  headers.set('vary', 'Origin');
  const origin = read('origin');
  if (origin === undefined) return;
  const allowed = isAllowedOrigin(ctx, site, origin);
  ctx.installations.note(site.id, origin, allowed);
  if (!allowed) throw new Failure('forbidden', 'This origin isn’t allowed for the site.');
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', exposed);
};

/** Request headers of our own widget. */
const ownHeaders = ['authorization', 'content-type', 'last-event-id'];
/** Names of headers that a page's own programs may add, at most, and how long one may be. */
const maxNames = 24;
const headerName = /^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/;

/**
 * The headers that a page may send: our own, and those that its programs add to everything that it sends (tracing
 * scripts do). We read none of them, and refusing one would refuse the request.
 */
const allowedHeaders = (asked: string | null): string => {
  const names = (asked ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => headerName.test(name) && !ownHeaders.includes(name));
  return [...ownHeaders, ...names.slice(0, maxNames)].join(', ');
};

/** The answer to a preflight for a site's public routes. */
export const preflight = async (ctx: Context, siteKey: string, request: Request): Promise<Response> => {
  const headers = new Headers({ vary: 'Origin' });
  const origin = request.headers.get('origin');
  const site = await ctx.sites.byKey(siteKey);
  if (site && origin !== null && isAllowedOrigin(ctx, site, origin)) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-methods', 'GET, POST');
    headers.set(
      'access-control-allow-headers',
      allowedHeaders(request.headers.get('access-control-request-headers')),
    );
    headers.set('access-control-max-age', '7200');
  }
  return new Response(null, { status: 204, headers });
};

/**
 * Staff's and our own forms' requests must come from our own pages. Browsers say where a request starts in
 * Sec-Fetch-Site or Origin; one that changes something and says neither is refused, whatever its content type.
 * @throws Failure `forbidden`
 */
export const ownOrigin = (ctx: Context, method: string, read: ReadHeader): void => {
  const start = read('sec-fetch-site');
  const origin = read('origin');
  const reads = method === 'GET' || method === 'HEAD';
  const ours =
    origin !== undefined
      ? origin === ctx.config.publicUrl
      : start !== undefined
        ? start === 'same-origin' || (reads && start === 'none')
        : reads;
  if (!ours) throw new Failure('forbidden', 'This request must come from Foyer’s own pages.');
};
