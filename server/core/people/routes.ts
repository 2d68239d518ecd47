import { deleteCookie, getCookie } from 'hono/cookie';
import { coloursOf } from '../../../shared/core/colour.ts';
import { done } from '../../../shared/core/conversations/schema.ts';
import { asksBeforeChat } from '../../../shared/core/people/chatRules.ts';
import {
  publicSettings,
  type PublicSettings,
  textsQuery,
  textsReply,
} from '../../../shared/core/people/site.ts';
import * as siteContract from '../../../shared/core/people/siteRoutes.ts';
import * as staffContract from '../../../shared/core/people/staffRoutes.ts';
import { credentials, me } from '../../../shared/core/people/staff.ts';
import type { Context } from '../../context.ts';
import { usualReplyMinutes } from '../conversations/promise.ts';
import { Failure } from '../http/failure.ts';
import { type Api, mount, sessionCookie } from '../http/mount.ts';
import { reusable } from '../http/replies.ts';
import { openState } from './hours.ts';
import { firstName } from './names.ts';
import { listOnline } from './presence.ts';
import { launcherTexts, spokenLanguages } from './launcherTexts.ts';
import { keepOwnAudit } from './audit.ts';
import { cookieOptions, deviceCookie, signDevice, startLogin, takeCookies } from './loginCookies.ts';
import { verifyPassword } from './passwords.ts';
import { takeCode } from './secondFactor.ts';
import { sameSecret } from './secrets.ts';
import type { Site } from './sites.ts';
import { describeMe, endSession, findStaffByEmail, listStaff } from './staff.ts';

/** Longest time that a browser may reuse the settings without asking, seconds. */
const settingsFresh = 60;

/** Faces that a visitor is shown. */
const mostShown = 3;

/** What every visitor's browser gets of a site. */
export const describeSite = async (ctx: Context, site: Site): Promise<PublicSettings> => {
  const { theme, greeting, teamName, features, chat, categories, paused, hours, share } = site.settings;
  const online = await listOnline(ctx, site.id);
  const people = online.length ? online : await listStaff(ctx, site.id);
  const doors = openState(hours, ctx.clock.now());
  return {
    name: site.name,
    launcher: launcherTexts(site.settings),
    colours: coloursOf(theme.accent),
    ownTexts: spokenLanguages(site.settings).filter((language) => site.settings.texts[language]),
    theme,
    greeting,
    teamName,
    features,
    ...(asksBeforeChat(chat) && { chat }),
    categories,
    paused,
    ...(share.referrer && { referrer: true as const }),
    people: people.slice(0, mostShown).map(({ id, name }) => ({ id, name: firstName(name) })),
    open: online.length > 0,
    opensAt: online.length ? null : doors.opensAt,
    usualReplyMinutes: await usualReplyMinutes(ctx, site),
  };
};

export const mountSites = (api: Api): void => {
  const kept = new Map<string, { settings: PublicSettings; until: number; version: number }>();
  mount(
    api,
    siteContract.getSettings,
    {
      access: 'public',
      rate: 'read',
      reply: publicSettings,
      summary: 'What the widget needs to know about the site',
    },
    async ({ ctx, site, headers, read }) => {
      headers.set('cache-control', `public, max-age=${settingsFresh}`);
      const now = ctx.clock.monotonic();
      const version = ctx.bus.version(site.id);
      // Our own pages send no Origin when they ask.
      if (read('sec-fetch-site') === 'same-origin')
        ctx.installations.note(site.id, ctx.config.publicUrl, true);
      const known = kept.get(site.id);
      if (known && known.until > now && known.version === version) return known.settings;
      const settings = reusable(await describeSite(ctx, site));
      kept.set(site.id, { settings, until: now + 10_000, version });
      return settings;
    },
  );
  mount(
    api,
    siteContract.getTexts,
    {
      access: 'public',
      rate: 'read',
      query: textsQuery,
      reply: textsReply,
      summary: 'The owner’s own words in one language',
    },
    async ({ site, query, headers }) => {
      headers.set('cache-control', `public, max-age=${settingsFresh}`);
      const { texts } = site.settings;
      return { texts: (Object.hasOwn(texts, query.language) && texts[query.language]) || {} };
    },
  );
};

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
