import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { newSecret } from '../../../../shared/core/ids.ts';
import type { Context } from '../../../context.ts';
import { hashSecret } from '../secrets.ts';
import { cookieOptions } from '../staff/loginCookies.ts';
import { insertStep, useStep } from './writes.ts';

/** The time for a step, with the device or at the provider, milliseconds. */
export const stepLifetime = 5 * 60_000;

/** `__Host-`: no other host of the domain can set it. */
const stepCookie = (ctx: Context): string =>
  ctx.config.publicUrl.startsWith('https:') ? '__Host-foyer-step' : 'foyer-step';

/** Begins a step that only this browser can finish, once, and within minutes. */
export const beginStep = async (
  ctx: Context,
  hono: HonoContext,
  kind: string,
  payload: Record<string, string>,
): Promise<void> => {
  const cookie = newSecret();
  await insertStep(ctx, { hash: hashSecret(cookie), kind, payload, endsAt: ctx.clock.now() + stepLifetime });
  setCookie(hono, stepCookie(ctx), cookie, { ...cookieOptions(ctx), maxAge: stepLifetime / 1_000 });
};

/** Finishes the step that this browser has begun, whatever comes of it. @returns what it was begun with, or null */
export const finishStep = async (
  ctx: Context,
  hono: HonoContext,
  kind: string,
): Promise<Record<string, string> | null> => {
  const cookie = getCookie(hono, stepCookie(ctx));
  if (!cookie) return null;
  deleteCookie(hono, stepCookie(ctx), cookieOptions(ctx));
  return useStep(ctx, hashSecret(cookie), kind);
};
