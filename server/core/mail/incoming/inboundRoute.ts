import type { Hono } from 'hono';
import { inboundPath } from '../../../../shared/core/mail/routes.ts';
import type { Context } from '../../../context.ts';
import { readBody } from '../../http/body.ts';
import { asFailure, Failure, failureResponse, notFound } from '../../http/failure.ts';
import { headersOf } from '../../http/headers.ts';
import { addressOf } from '../../pages/forms.ts';
import { sameSecret } from '../../people/secrets.ts';
import { maxMailBytes, takeMail } from './takeMail.ts';

/** Mails that are posted, by address of who posts: a provider posts them one by one. */
const posted = { perMinute: 600, burst: 200 };
/** Wrong tokens an address may try. */
const guesses = { perMinute: 5, burst: 10 };

/** Where a mail provider's inbound hook posts each mail as it came. There only with INBOUND_TOKEN. */
export const mountInbound = (app: Hono, ctx: Context): void => {
  app.post(inboundPath, async (hono) => {
    try {
      const { inboundToken } = ctx.config.mail;
      if (inboundToken === undefined) throw notFound();
      const read = headersOf(hono);
      const address = addressOf(ctx, hono);
      const token = /^Bearer (.+)$/.exec(read('authorization') ?? '')?.[1] ?? '';
      if (!sameSecret(token, inboundToken)) {
        ctx.limiter.take('inbound guess', address, guesses);
        throw new Failure('unauthenticated', 'This needs the token of INBOUND_TOKEN.');
      }
      ctx.limiter.take('inbound address', address, posted);
      if (!/^message\/rfc822\s*(?:;|$)/i.test(read('content-type') ?? ''))
        throw new Failure('unsupported', 'Send message/rfc822.');
      const bytes = await readBody(hono.req.raw, read, maxMailBytes, ctx.clock);
      if (bytes.byteLength === 0) throw new Failure('invalid', 'The request contains no email.');
      return hono.json({ result: await takeMail(ctx, Buffer.from(bytes)) }, 200, {
        'cache-control': 'no-store',
      });
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'internal' || failure.code === 'unavailable') {
        ctx.metrics.faults.inc({ kind: 'inbound' });
        ctx.log.error({ err: error }, 'a mail could not be taken');
      }
      return failureResponse(failure);
    }
  });
};
