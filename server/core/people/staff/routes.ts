import { canonicalEmail } from '../../emailAddress.ts';
import { endSession, recordOwnAudit, takeCode } from './writes.ts';
import { deleteCookie, getCookie } from 'hono/cookie';
import { done } from '../../../../shared/core/conversations/schema.ts';
import * as staffContract from '../../../../shared/core/people/staffRoutes.ts';
import { credentials, me } from '../../../../shared/core/people/staff.ts';
import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import { took } from '../../http/limits.ts';
import { type Api, mount } from '../../http/mount.ts';
import {
  cookieOptions,
  deviceCookie,
  isKnownDevice,
  startLogin,
  takeCookies,
  sessionCookie,
} from './loginCookies.ts';
import { codeTries } from './loginThrottle.ts';
import { verifyPassword } from './passwords.ts';
import { toMeView, findStaffByEmail } from './queries.ts';

/** Failed tries at an account that are written down for its sites: a few at once, then one a minute. All are logged. */
const failureLimit = { perMinute: 1, burst: 10 };

/** Leaves a trace of a login that failed: in the log, in the metrics, and where the account's sites see who did what. */
const noteFailure = async (
  ctx: Context,
  person: { id: string } | null,
  address: string,
  reason: 'password' | 'code' | 'limited',
): Promise<void> => {
  ctx.metrics.failedLogins.inc({ reason });
  // Never the email: it may be a password that was typed into the wrong field.
  ctx.log.warn({ staff: person?.id ?? null, address, reason }, 'login failed');
  if (!person) return;
  if (!took(ctx.limiter, 'login failures', person.id, failureLimit)) return;
  await recordOwnAudit(ctx, person.id, 'login_failed');
};

/** Takes the second factor, where the account has one. @throws Failure `unauthenticated`, `limited` */
const checkCode = async (
  ctx: Context,
  person: NonNullable<Awaited<ReturnType<typeof findStaffByEmail>>>,
  given: string | undefined,
  device: string | null,
): Promise<void> => {
  if (person.totpSince === null) return;
  if (given === undefined)
    throw new Failure('unauthenticated', 'Enter the code from your authenticator app too.', {
      fields: { code: 'required' },
    });
  ctx.limiter.take('login code', device ?? person.id, codeTries);
  if (!(await takeCode(ctx, person, given)))
    throw new Failure('unauthenticated', 'That code is wrong or has already been used.', {
      fields: { code: 'invalid' },
    });
};

export const mountStaff = (api: Api): void => {
  mount(
    api,
    staffContract.login,
    {
      access: 'anonymous',
      rate: 'login',
      body: credentials,
      reply: me,
      maxBytes: 4_096,
      operationId: 'logIn',
      summary: 'Log in',
    },
    async ({ ctx, body, address, hono, headers }) => {
      const person = await findStaffByEmail(ctx, body.email);
      const presented = getCookie(hono, deviceCookie(ctx));
      const device = person && presented && isKnownDevice(ctx, person, presented) ? presented : null;
      await ctx.loginThrottle.admit(canonicalEmail(body.email), address, device).catch(async (error) => {
        await noteFailure(ctx, person, address, 'limited');
        throw error;
      });
      const fits = await verifyPassword(person?.passwordHash ?? null, body.password);
      if (!person || !fits) {
        await noteFailure(ctx, person, address, 'password');
        throw new Failure('unauthenticated', 'That email and password don’t match.');
      }
      await checkCode(ctx, person, body.code, device).catch(async (error) => {
        // Without a code it's the first half of a login, and no failure.
        if (body.code !== undefined) await noteFailure(ctx, person, address, 'code');
        throw error;
      });
      await startLogin(ctx, hono, person.id);
      await recordOwnAudit(ctx, person.id, 'login');
      takeCookies(hono, headers);
      return toMeView(ctx, { id: person.id, name: person.name, email: person.email });
    },
  );

  mount(
    api,
    staffContract.logout,
    {
      access: 'session',
      rate: 'staff',
      reply: done,
      operationId: 'logOut',
      summary: 'Log out and end the session’s streams',
    },
    async ({ ctx, session, hono, headers }) => {
      await endSession(ctx, session.hash);
      ctx.live.revoke(session.hash);
      deleteCookie(hono, sessionCookie(ctx), cookieOptions(ctx));
      takeCookies(hono, headers);
      return { done: true as const };
    },
  );

  mount(
    api,
    staffContract.getMe,
    {
      access: 'session',
      rate: 'staff',
      reply: me,
      operationId: 'getCurrentUser',
      summary: 'Get who is logged in, and their sites',
    },
    ({ ctx, session }) => toMeView(ctx, session.staff, session.vouchedBy),
  );
};
