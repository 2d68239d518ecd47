import { endSession, keepOwnAudit, takeCode } from './writes.ts';
import { deleteCookie, getCookie } from 'hono/cookie';
import { done } from '../../../../shared/core/conversations/schema.ts';
import * as staffContract from '../../../../shared/core/people/staffRoutes.ts';
import { credentials, me } from '../../../../shared/core/people/staff.ts';
import { Failure } from '../../http/failure.ts';
import { type Api, mount } from '../../http/mount.ts';
import {
  cookieOptions,
  deviceCookie,
  signDevice,
  startLogin,
  takeCookies,
  sessionCookie,
} from './loginCookies.ts';
import { verifyPassword } from './passwords.ts';
import { sameSecret } from '../secrets.ts';
import { describeMe, findStaffByEmail } from './queries.ts';

export const mountStaff = (api: Api): void => {
  mount(
    api,
    staffContract.login,
    { access: 'stranger', rate: 'login', body: credentials, reply: me, mostBytes: 4_096, summary: 'Log in' },
    async ({ ctx, body, address, hono, headers }) => {
      const person = await findStaffByEmail(ctx, body.email);
      const presented = getCookie(hono, deviceCookie);
      const knowsDevice =
        person !== null && presented !== undefined && sameSecret(presented, signDevice(ctx, person.id));
      await ctx.loginThrottle.admit(body.email.toLowerCase(), address, knowsDevice ? presented : null);
      const fits = await verifyPassword(person?.passwordHash ?? null, body.password);
      if (!person || !fits) throw new Failure('unauthenticated', 'E-mail and password do not fit together.');
      if (person.totpSince !== null) {
        if (body.code === undefined)
          throw new Failure('unauthenticated', 'A code of the second factor is needed, too.', {
            fields: { code: 'required' },
          });
        if (!(await takeCode(ctx, person, body.code)))
          throw new Failure('unauthenticated', 'This code does not fit, or was used before.', {
            fields: { code: 'invalid' },
          });
      }
      await startLogin(ctx, hono, person.id);
      await keepOwnAudit(ctx, person.id, 'login');
      takeCookies(hono, headers);
      return describeMe(ctx, { id: person.id, name: person.name, email: person.email });
    },
  );

  mount(
    api,
    staffContract.logout,
    { access: 'session', rate: 'staff', reply: done, summary: 'Log out; the session’s streams end at once' },
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
    { access: 'session', rate: 'staff', reply: me, summary: 'Who is logged in, and where they answer' },
    ({ ctx, session }) => describeMe(ctx, session.staff),
  );
};
