import { codeDigits } from '../../shared/signIn/schema.ts';
import type { Context } from '../context.ts';
import type { MailRow } from '../core/mail/queries.ts';
import { resumeToken, signedNumber } from '../core/mail/signing.ts';
import type { Returning } from './queries.ts';

/** A sign-in link and its code work for so long, milliseconds. */
export const linkLifetime = 3_600_000;

/** The token of a mail's link. Of one mail it is always the same: link and code are used up together. */
export const tokenOf = (
  ctx: Pick<Context, 'secrets'>,
  mail: Pick<MailRow, 'siteId' | 'id' | 'createdAt'>,
  { visitorId, conversationId }: Pick<Returning, 'visitorId' | 'conversationId'>,
): string =>
  resumeToken(
    ctx,
    { siteId: mail.siteId, visitorId, conversationId, endsAt: mail.createdAt + linkLifetime },
    mail.id,
  );

/** A mail's code, in two groups. It follows from the mail's id, and is stored nowhere. */
export const codeOf = (ctx: Pick<Context, 'secrets'>, mailId: string): string => {
  const digits = signedNumber(ctx, 'code', mailId, codeDigits);
  return `${digits.slice(0, codeDigits / 2)} ${digits.slice(codeDigits / 2)}`;
};
