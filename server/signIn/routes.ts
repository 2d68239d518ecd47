import { timingSafeEqual } from 'node:crypto';
import { done } from '../../shared/core/conversations/schema.ts';
import { visitorThread as threadSchema } from '../../shared/core/conversations/schema.ts';
import * as contract from '../../shared/signIn/routes.ts';
import { askCode, codeDigits, signInBody } from '../../shared/signIn/schema.ts';
import type { Context } from '../context.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { visitorThread } from '../core/conversations/routes.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { findMail } from '../core/mail/queries.ts';
import { resume } from '../core/mail/resume.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { readBearer } from '../core/people/visitors/visitor.ts';
import { takeMailboxAsk, takeNetworkAsk, tries } from './limits.ts';
import { findReturning } from './queries.ts';
import { codeOf, tokenOf } from './tokens.ts';
import { mailIdOf, planLink } from './writes.ts';

const wrongCode = () => new Failure('forbidden', 'This code isn’t right, or no longer works.');

/** Digits of a typed code: Arabic and Persian keyboards have their own. */
const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\D/g, '');

/**
 * The link's token that a code stands for.
 * @throws Failure `forbidden` for a code that isn't right, `limited` after too many tries
 */
const exchangeCode = async (
  ctx: Context,
  site: Site,
  { id, code }: { id: string; code: string },
): Promise<string> => {
  const mailId = mailIdOf(site.id, id);
  ctx.limiter.take('sign-in code', mailId, tries);
  const [typed, right] = [digitsOf(code), digitsOf(codeOf(ctx, mailId))];
  const mail = await findMail(ctx, site.id, mailId);
  if (typed.length !== codeDigits || !timingSafeEqual(Buffer.from(typed), Buffer.from(right)))
    throw wrongCode();
  // Looked at again: who it's for may have been blocked since.
  const found =
    mail?.conversationId && (await findReturning(ctx, site.id, { conversationId: mail.conversationId }));
  if (!mail || !found) throw wrongCode();
  return tokenOf(ctx, mail, found);
};

/** Signing in from within the widget: a code by email, because the link's page is another than the one they are on. */
export const mountSignIn = (api: Api): void => {
  mount(
    api,
    contract.postSignInCode,
    {
      access: 'public',
      rate: 'write',
      body: askCode,
      reply: done,
      operationId: 'askForSignInCode',
      summary: 'Email a sign-in code to a visitor who wrote from this address',
    },
    async ({ ctx, site, body, address }) => {
      takeNetworkAsk(ctx, address);
      takeMailboxAsk(ctx, site, body.email);
      if (!ctx.mailer.isConfigured) throw new Failure('unavailable', 'This Foyer sends no mail.');
      await planLink(ctx, site, { ...body, hasCode: true });
      return { done: true } as const;
    },
  );

  mount(
    api,
    contract.postSignIn,
    {
      access: 'newcomer',
      rate: 'write',
      body: signInBody,
      reply: threadSchema,
      operationId: 'signIn',
      summary: 'Bring a visitor’s conversations to another browser, with the code from an email',
    },
    async ({ ctx, site, visitor, body, read }) => {
      const token = await exchangeCode(ctx, site, body);
      const row = await resume(ctx, site, token, visitor.isNew ? null : visitor, () => {
        if (!visitor.isNew) throw new Failure('conflict', 'This secret belongs to another visitor.');
        return assertPresent(readBearer(read('authorization')), 'a visitor is known by it');
      });
      return visitorThread(ctx, site.id, row);
    },
  );
};
