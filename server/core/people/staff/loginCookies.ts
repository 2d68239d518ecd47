import { createHmac } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import type { Context as HonoContext } from 'hono';
import type { Context } from '../../../context.ts';
import type { ReplyHeaders } from '../../http/headers.ts';
import { newSecret } from '../../../../shared/core/ids.ts';
import { sameSecret } from '../secrets.ts';
import { findAccount } from './queries.ts';
import type { staff } from './tables.ts';
import { deviceName } from '../device.ts';
import { startSession } from './writes.ts';

/** `__Host-`: no other host of the domain can set it. */
export const deviceCookie = (ctx: Context): string =>
  ctx.config.publicUrl.startsWith('https:') ? '__Host-foyer-device' : 'foyer-device';

/** The account of a browser. The password is part of what is signed: a new one ends what every browser was known by. */
type Account = Pick<typeof staff.$inferSelect, 'id' | 'passwordHash'>;

/** Signs the proof that a browser has logged in to an account before: the account's id and the browser's own. */
const signDevice = (ctx: Context, { id, passwordHash }: Account, device: string): string =>
  `${id}.${device}.${createHmac('sha256', ctx.secrets.signing).update(`device ${id} ${device} ${passwordHash}`).digest('base64url')}`;

/** True for the cookie of a browser that has logged in to the account since its password was chosen. */
export const isKnownDevice = (ctx: Context, account: Account, presented: string): boolean =>
  sameSecret(presented, signDevice(ctx, account, presented.split('.')[1] ?? ''));

export const cookieOptions = (ctx: Context) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: ctx.config.publicUrl.startsWith('https:'),
  }) as const;

/**
 * Starts a session for a person and gives the browser its cookies.
 * @param vouchedBy the site whose provider said who it is; null where they showed it themselves
 */
export const startLogin = async (
  ctx: Context,
  hono: HonoContext,
  staffId: string,
  vouchedBy: string | null = null,
): Promise<void> => {
  const name = sessionCookie(ctx);
  const device = deviceName(hono.req.header('user-agent') ?? '');
  const cookie = await startSession(ctx, staffId, device, {
    replaced: getCookie(hono, name),
    vouchedBy,
  });
  setCookie(hono, name, cookie, { ...cookieOptions(ctx), maxAge: 7 * 24 * 3600 });
  // What a provider says proves nothing to the door of passwords.
  if (vouchedBy !== null) return;
  const account = await findAccount(ctx, staffId);
  if (account)
    setCookie(hono, deviceCookie(ctx), signDevice(ctx, account, newSecret()), {
      ...cookieOptions(ctx),
      maxAge: 180 * 24 * 3600,
    });
};

/** Moves the cookies that a handler set through Hono onto the answer's own headers. */
export const takeCookies = (hono: HonoContext, headers: ReplyHeaders): void => {
  for (const cookie of hono.res.headers.getSetCookie()) headers.addCookie(cookie);
};

export const sessionCookie = (ctx: Context): string =>
  ctx.config.publicUrl.startsWith('https:') ? '__Host-foyer' : 'foyer';
