import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../context.ts';
import { parseJson, readBody } from '../core/http/body.ts';
import { asFailure, Failure, failureResponse, isId, notFound } from '../core/http/failure.ts';
import { headersOf, type ReadHeader } from '../core/http/headers.ts';
import { siteAddresses } from '../core/mail/connected/siteAddresses.ts';
import { type Addressed, findAddressed } from '../core/mail/incoming/addressed.ts';
import { maxMailBytes, takeMail, takeOversized } from '../core/mail/incoming/takeMail.ts';
import { isLinkUsed, useLink } from '../core/mail/queries.ts';
import type { InboundResult } from '../core/mail/mailReplies.ts';
import { readEnvelope } from '../core/mail/reading/envelope.ts';
import { addressOf } from '../core/pages/forms.ts';
import { hashSecret, sameSecret } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type Carried, delivered } from './carried.ts';
import { readFields } from './fields.ts';
import { checkMailgun, readMailgun, signatureLifetime } from './mailgun.ts';
import { readPostmark } from './postmark.ts';
import { changeHook, findHook, type MailHookRow } from './queries.ts';
import { hookSecret } from './secret.ts';
import { readSendgrid } from './sendgrid.ts';
import { readSes } from './ses.ts';

/** Mails that are posted, by address of who posts: a provider posts them one by one. */
const posted = { perMinute: 600, burst: 200 };
/** Wrong secrets an address may try. */
const guesses = { perMinute: 5, burst: 10 };
/** Largest body: a mail of the largest size, with what its encoding adds, twice where both forms of it are sent. */
const maxBytes = { mailgun: 40, sendgrid: 40, postmark: 72, ses: 1 };
const megabyte = 1024 * 1024;
/** The last use of a hook is kept as often as this, milliseconds. */
const usedEvery = 60_000;

/** A call of a hook, before its body is read. */
interface Posted {
  ctx: Context;
  hono: HonoContext;
  hook: MailHookRow;
  site: Site;
  secret: string;
  read: ReadHeader;
}

/** The password that a call carries, as basic authentication (RFC 7617) or as a bearer. */
const presented = (read: ReadHeader): string => {
  const [, scheme = '', value = ''] =
    /^(basic|bearer) +(\S{1,1000})$/i.exec(read('authorization') ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
};

const bodyOf = async ({ ctx, hono, hook, read }: Posted): Promise<Buffer> =>
  Buffer.from(await readBody(hono.req.raw, read, maxBytes[hook.provider] * megabyte, ctx.clock));

/** The mail that was posted, or null for what is none, and the token that is good once. @throws Failure */
const carriedOf = async (call: Posted): Promise<{ mail: Carried | null; once: string | null }> => {
  const { ctx, hook, secret, read } = call;
  const { provider } = hook;
  if (provider !== 'mailgun' && !sameSecret(presented(read), secret))
    throw new Failure('unauthenticated', 'This needs the secret of the hook.');
  const body = await bodyOf(call);
  const type = read('content-type') ?? '';
  if (provider === 'postmark') return { mail: readPostmark(parseJson(body)), once: null };
  if (provider === 'ses') return { mail: await readSes(ctx, hook, parseJson(body)), once: null };
  const fields = readFields(body, type);
  if (provider === 'sendgrid') return { mail: readSendgrid(fields), once: null };
  const token = checkMailgun(ctx, fields, secret);
  return { mail: readMailgun(fields), once: hashSecret(`mailgun ${hook.id} ${token}`) };
};

/** The site that a hook is of, at the address that a mail names: nothing of it is another site's. */
const siteOf = async (ctx: Context, site: Site, raw: Buffer): Promise<Addressed> => {
  const named = await findAddressed(ctx, readEnvelope(raw), site.id);
  if (named) return named;
  const [first] = await siteAddresses(ctx, site);
  const { replyAddress, from } = ctx.config.mail;
  const ours = {
    address: replyAddress ?? from,
    name: '',
    team: null,
    language: '',
    signature: '',
    acknowledges: false,
    acknowledgement: '',
    mailbox: null,
  };
  return { site, address: first ?? ours };
};

const take = async ({ ctx, site }: Posted, mail: Carried): Promise<InboundResult> => {
  const raw = delivered(mail);
  const by = await siteOf(ctx, site, raw);
  return raw.length > maxMailBytes ? takeOversized(ctx, raw, raw.length, by) : takeMail(ctx, raw, by);
};

const receive = async (ctx: Context, hono: HonoContext): Promise<Response> => {
  const id = hono.req.param('hook');
  const hook = isId(id) ? await findHook(ctx, id) : null;
  const site = hook && (await ctx.sites.byId(hook.siteId));
  const secret = hook && hookSecret(ctx, hook);
  if (!hook || !site || secret === null) throw notFound();
  const address = addressOf(ctx, hono);
  ctx.limiter.take('inbound address', address, posted);
  const call: Posted = { ctx, hono, hook, site, secret, read: headersOf(hono) };
  const { mail, once } = await carriedOf(call).catch((error: unknown) => {
    if (asFailure(error).code === 'unauthenticated') ctx.limiter.take('inbound guess', address, guesses);
    throw error;
  });
  if (mail === null) return hono.json({ result: 'nothing' }, 200, { 'cache-control': 'no-store' });
  const now = ctx.clock.now();
  if (once !== null && (await isLinkUsed(ctx, site.id, once)))
    throw new Failure('unauthenticated', 'This was posted before.');
  const result = await take(call, mail);
  // Once it is stored: what could not be is posted again, with the same.
  if (once !== null)
    await ctx.database.write((tx) => [useLink(tx, site.id, once, now + 2 * signatureLifetime)]);
  if (now - (hook.usedAt ?? 0) >= usedEvery)
    await ctx.database.write((tx) => [changeHook(tx, hook, { usedAt: now })]);
  return hono.json({ result }, 200, { 'cache-control': 'no-store' });
};

/** Where mail providers post what comes in for a site. */
export const mountReceiving = (app: Hono, ctx: Context): void => {
  const handle = async (hono: HonoContext): Promise<Response> => {
    try {
      return await receive(ctx, hono);
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'internal' || failure.code === 'unavailable') {
        ctx.metrics.faults.inc({ kind: 'inbound' });
        ctx.log.error({ err: error }, 'a mail could not be taken');
      }
      const response = failureResponse(failure);
      // Amazon sends what stands in the address only when it is asked for.
      if (failure.code === 'unauthenticated')
        response.headers.set('www-authenticate', 'Basic realm="Foyer", charset="UTF-8"');
      return response;
    }
  };
  app.post('/api/mail/hooks/:hook', handle);
  app.post('/api/mail/hooks/:hook/mime', handle);
};
