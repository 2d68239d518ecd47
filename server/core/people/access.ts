import { newVisitor, readBearer, refuseBlocked, type Visitor } from './visitors/visitor.ts';
import { findSession } from './staff/writes.ts';
import { findRole } from './staff/queries.ts';
import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Role, isAtLeast } from '../../../shared/core/people/roles.ts';
import { findVisitor, refuseGone } from './visitors/visitors.ts';
import type { Site } from './sites/sites.ts';
import type { Session } from './staff/staff.ts';
import { Failure, isId, notFound } from '../http/failure.ts';
import { guardOrigin, ownOrigin } from '../http/guard.ts';
import type { ReadHeader, ReplyHeaders } from '../http/headers.ts';
import type { Context } from '../../context.ts';
import { sessionCookie } from './staff/loginCookies.ts';
import { identifyToken } from './tokens/identifyToken.ts';
import type { LiveToken } from './tokens/queries.ts';
import { readToken } from './tokens/token.ts';
import type { Scope } from '../../../shared/core/people/scopes.ts';
import { limit, limitStrangers, type RateClass } from '../http/limits.ts';

/** The callers a route admits. */
export type Access =
  /** Any page of the site, no secret. */
  | 'public'
  /** The site's visitor, by secret; unknown secrets are 401. */
  | 'visitor'
  /** As `visitor`, and an unknown secret makes the visitor with this write. */
  | 'newcomer'
  /** Staff of the site, by session cookie, same origin; or a program, by a token with the route's scope. */
  | 'staff'
  /** Logged in, whichever site. */
  | 'session'
  /** Same origin, nobody in particular. */
  | 'anonymous';

/** The caller, as known by the access that the route asks for. */
export interface Known {
  public: { site: Site };
  visitor: { site: Site; visitor: Visitor };
  newcomer: { site: Site; visitor: Visitor };
  staff: {
    site: Site;
    /** Of a program: of who made its token, in whose name it acts. */
    session: Session;
    role: Role;
    /** The token of a calling program; null for a person. */
    token: LiveToken | null;
  };
  session: { session: Session };
  anonymous: object;
}

/** A route's demands on its caller. */
export interface AccessRules {
  access: Access;
  rate: RateClass;
  /** Least role, for `staff`; `agent` unless said otherwise. */
  role?: Role;
  /** The scope a token needs, for `staff`; null where a person is needed. */
  scope?: Scope | null;
}

/** A request whose caller is looked for. */
export interface Incoming {
  request: Request;
  hono: HonoContext;
  path: Record<string, string>;
  /** Network address. */
  address: string;
  read: ReadHeader;
  /** Headers of the answer: CORS is said there. */
  headers: ReplyHeaders;
}

/** The visitor by their secret, on a page of their site. */
const identifyOnSite = async (ctx: Context, rules: AccessRules, incoming: Incoming): Promise<object> => {
  const { access, rate } = rules;
  const { address, read, headers, request } = incoming;
  const site = await ctx.sites.byKey(incoming.path['site'] ?? '');
  if (!site) throw notFound();
  guardOrigin(ctx, site, read, headers);
  limit(ctx, rate, { address });
  const secret = access === 'public' ? null : readBearer(read('authorization'));
  const visitor = secret ? await findVisitor(ctx, site.id, secret) : null;
  // Whom the site knows has a rate of their own, and isn't refused for what strangers do.
  if (!visitor) limitStrangers(ctx, rate, site.id, address);
  if (access === 'public') return { site };
  if (!secret) throw new Failure('unauthenticated', 'This needs the visitor’s secret.');
  if (!visitor && access === 'visitor') throw new Failure('unauthenticated', 'This secret isn’t known here.');
  if (visitor && request.method !== 'GET') refuseBlocked(visitor);
  const known = visitor ?? newVisitor(site.id, secret, ctx.clock.now());
  limit(ctx, rate, { visitor: known.secretHash });
  return { site, visitor: known };
};

/** Staff: same origin only, and never by a request that another site's page could have made the browser send. */
const identifyStaff = async (ctx: Context, rules: AccessRules, incoming: Incoming): Promise<object> => {
  const { access, rate, role: minRole = 'agent' } = rules;
  const { path, read, request, hono, address } = incoming;
  const token = access === 'staff' ? readToken(read('authorization')) : null;
  if (token !== null)
    return identifyToken(ctx, { role: minRole, scope: rules.scope ?? null }, incoming, token);
  ownOrigin(ctx, request.method, read);
  limit(ctx, rate, { address });
  if (access === 'anonymous') return {};
  const session = await findSession(ctx, getCookie(hono, sessionCookie(ctx)));
  if (!session)
    throw new Failure(
      'unauthenticated',
      access === 'staff'
        ? 'Please log in, or send an API token: Authorization: Bearer foyer_….'
        : 'Please log in.',
    );
  limit(ctx, rate, { session: session.hash });
  if (access === 'session') return { session };
  const site = isId(path['site']) ? await ctx.sites.byId(path['site']) : null;
  const role = site && (await findRole(ctx, site.id, session));
  if (!site || !role) throw notFound();
  if (!isAtLeast(role, minRole)) throw new Failure('forbidden', 'Your role doesn’t allow this.');
  return { site, session, role, token: null };
};

/** A body that took longer is slow: who sends it may have been erased meanwhile, milliseconds. */
const slowBody = 500;

/**
 * Looks again at a visitor whose request's body was slow to come.
 * @param since when it was waited for first, by the monotonic clock
 * @throws Failure `gone` for one who was erased meanwhile
 */
export const refuseErased = async (
  ctx: Context,
  { visitor }: { visitor?: Visitor },
  since: number,
): Promise<void> => {
  if (visitor && ctx.clock.monotonic() - since > slowBody) await refuseGone(ctx, visitor);
};

/**
 * Finds out who calls, guards the origin and takes from the caller's rates.
 * @returns what {@link Known} says for the access
 * @throws Failure `unauthenticated`, `forbidden`, `not_found` or `limited`
 */
export const identify = (ctx: Context, rules: AccessRules, incoming: Incoming): Promise<object> =>
  rules.access === 'public' || rules.access === 'visitor' || rules.access === 'newcomer'
    ? identifyOnSite(ctx, rules, incoming)
    : identifyStaff(ctx, rules, incoming);
