import { createHmac } from 'node:crypto';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { sameSecret } from '../core/people/secrets.ts';
import type { Carried } from './carried.ts';
import { type Fields, textOf } from './fields.ts';

/** A mail is posted again for eight hours where it was not taken: then its signature is no good any more. */
export const signatureLifetime = 12 * 3_600_000;

/** Checks Mailgun's signature: HMAC-SHA256 of time and token. @returns the token, which is good once @throws Failure */
export const checkMailgun = (ctx: Pick<Context, 'clock'>, fields: Fields, key: string): string => {
  const [timestamp, token] = [textOf(fields, 'timestamp'), textOf(fields, 'token')];
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex');
  const isSigned = token !== '' && sameSecret(textOf(fields, 'signature').toLowerCase(), signature);
  if (!isSigned || !/^\d{1,12}$/.test(timestamp))
    throw new Failure('unauthenticated', 'The signature isn’t right.');
  if (Math.abs(ctx.clock.now() - Number(timestamp) * 1_000) > signatureLifetime)
    throw new Failure('unauthenticated', 'The signature is too old.');
  return token;
};

/** The mail that Mailgun posted. @throws Failure `invalid` without one */
export const readMailgun = (fields: Fields): Carried => {
  const raw = fields.get('body-mime');
  if (!raw?.length)
    throw new Failure(
      'invalid',
      'There’s no body-mime: the route has to lead to an address that ends in /mime.',
    );
  return { raw, recipients: textOf(fields, 'recipient').split(',') };
};
