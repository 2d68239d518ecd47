import type { PublicSettings } from '../../../shared/siteSettings.ts';
import { brotliCompressSync, constants } from 'node:zlib';
import { deleteCookie, getCookie } from 'hono/cookie';
import { coloursOf } from '../../../shared/core/colour.ts';
import { done } from '../../../shared/core/conversations/schema.ts';
import { textsQuery, textsReply } from '../../../shared/core/people/site.ts';
import * as siteContract from '../../../shared/core/people/siteRoutes.ts';
import * as staffContract from '../../../shared/core/people/staffRoutes.ts';
import { credentials, me } from '../../../shared/core/people/staff.ts';
import type { Context } from '../../context.ts';
import { usualReplyMinutes } from '../conversations/promise.ts';
import { Failure } from '../http/failure.ts';
import { type Api, type Call, mount, mountFile, sessionCookie } from '../http/mount.ts';
import { replyText, reusable } from '../http/replies.ts';
import { describePrompts, sideOf } from '../prompts/list.ts';
import { openState } from './hours.ts';
import { firstName } from './names.ts';
import { type Parts, partsOf, readParts } from './parts.ts';
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
export const describeSite = async (ctx: Context, site: Site, parts: Parts): Promise<PublicSettings> => {
  const { theme, greeting, teamName, categories, paused, hours, share } = site.settings;
  const online = await listOnline(ctx, site.id);
  const people = online.length ? online : await listStaff(ctx, site.id);
  const news = await ctx.findNews(site);
  const prompts = await describePrompts(ctx, site, parts.tally);
  const doors = openState(hours, ctx.clock.now());
  return {
    ...ctx.settings.toPublic(site.settings),
    name: site.name,
    launcher: launcherTexts(site.settings),
    colours: coloursOf(theme.accent),
    ownTexts: spokenLanguages(site.settings).filter((language) => site.settings.texts[language]),
    panel: parts.panel,
    parts: partsOf(parts, site.settings),
    theme,
    greeting,
    teamName,
    categories,
    paused,
    ...(share.referrer && { referrer: true as const }),
    ...(!share.page && { hidesPage: true as const }),
    ...(prompts && { prompts }),
    ...(news && { news: true as const }),
    ...(news?.dot &&
      site.settings.prompts.on && { newsDot: { ...news.dot, notPages: site.settings.prompts.notPages } }),
    people: people.slice(0, mostShown).map(({ id, name }) => ({ id, name: firstName(name) })),
    open: online.length > 0,
    opensAt: online.length ? null : doors.opensAt,
    usualReplyMinutes: await usualReplyMinutes(ctx, site),
  };
};

type SiteCall = Pick<Call<'public', unknown, unknown>, 'ctx' | 'site' | 'headers' | 'read'>;

/** Settings modules as they are sent, by their text: few at a time, and dear to pack. */
const packer = () => {
  const kept = new Map<string, Buffer>();
  return (text: string): Buffer => {
    const known = kept.get(text);
    if (known) return known;
    const bytes = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    if (kept.size >= 64) kept.clear();
    kept.set(text, bytes);
    return bytes;
  };
};

export const mountSites = (api: Api): void => {
  const parts = readParts(api.ctx.folders.widget);
  const packed = packer();
  const kept = new Map<string, { settings: PublicSettings; until: number; version: number }>();
  const describe = async ({ ctx, site, headers, read }: SiteCall): Promise<PublicSettings> => {
    headers.set('cache-control', `public, max-age=${settingsFresh}`);
    const now = ctx.clock.monotonic();
    const version = ctx.bus.version(site.id);
    // Our own pages send no Origin when they ask.
    if (read('sec-fetch-site') === 'same-origin') ctx.installations.note(site.id, ctx.config.publicUrl, true);
    const known = kept.get(site.id);
    if (known && known.until > now && known.version === version) return known.settings;
    const settings = reusable(await describeSite(ctx, site, parts));
    kept.set(site.id, { settings, until: now + 10_000, version });
    return settings;
  };
  mount(
    api,
    siteContract.getSettings,
    {
      access: 'public',
      rate: 'read',
      reply: api.ctx.settings.publicSchema,
      summary: 'What the widget needs to know about the site',
    },
    describe,
  );
  // The console's frame draws settings that are not stored: it has them itself, under a key that no site can have.
  api.app.get('/api/sites/-preview-/settings.js', (hono) =>
    hono.text('export const settings=()=>foyerPreview();', 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    }),
  );
  mountFile(
    api,
    siteContract.getSettingsModule,
    {
      access: 'public',
      rate: 'read',
      summary: 'The settings as a module, with what judges when a prompt is due: one request for both',
    },
    async (call) => {
      const settings = await describe(call);
      const { prompts, newsDot } = settings;
      const drawn = prompts?.rules.some(({ sample, holdout }) => sample < 100 || holdout > 0);
      if (drawn) call.headers.set('cache-control', `private, max-age=${settingsFresh}`);
      const own = drawn && {
        prompts: { ...prompts, seed: sideOf(call.site, call.address, call.read('user-agent') ?? '') },
      };
      call.headers.set('content-type', 'text/javascript; charset=utf-8');
      // A text that is parsed: in a literal, a key of the owner's could be one that the language gives a meaning.
      const json = JSON.stringify(
        replyText(call.ctx.settings.publicSchema, own ? { ...settings, ...own } : settings),
      );
      const watches = [
        prompts && { name: 'prompts', text: parts.watch },
        newsDot && { name: 'newsDot', text: parts.newsDot },
      ].filter((one) => !!one);
      const texts = watches.map((one) => `${one.text}\n`).join('');
      const calls = watches.map(({ name }) => `${name}.watch(host),`).join('');
      const text = calls
        ? `${texts}export const settings=host=>(${calls}JSON.parse(${json}))`
        : `export const settings=()=>JSON.parse(${json})`;
      call.headers.set('vary', 'Origin, Accept-Encoding');
      if (!/\bbr\b/.test(call.read('accept-encoding') ?? ''))
        return new Response(text, { headers: call.headers.toInit() });
      call.headers.set('content-encoding', 'br');
      return new Response(new Uint8Array(packed(text)), { headers: call.headers.toInit() });
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
