import type { AskTranscript } from '../../../shared/core/conversations/endSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { MailState } from '../../../shared/core/mail/schema.ts';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversation } from '../conversations/queries/conversations.ts';
import type { Queries, Statement } from '../db/database.ts';
import { Failure } from '../http/failure.ts';
import { planJob } from '../jobs/queries.ts';
import { findVisitorRow, hasProven } from '../people/visitors/queries.ts';
import { verifyEmail } from '../people/visitors/writes.ts';
import { messageIdOf } from './addresses.ts';
import { payFor } from './writes/budget.ts';
import { insertMail, isStopped, type MailRow, takeConfirmed } from './queries.ts';

/** A question whether an address is theirs can be answered for so long, milliseconds. */
const questionLifetime = 7 * 24 * 3_600_000;

const planTranscript = (tx: Queries, mail: Pick<MailRow, 'siteId' | 'id' | 'conversationId'>, now: number) =>
  planJob(
    tx,
    mail.siteId,
    { kind: 'mail.transcript', key: mail.id, payload: { conversation: mail.conversationId }, runAt: now },
    now,
    mail.id,
  );

/** The statements that ask the reader of an address whether they want what was written. */
const askFirst = (
  tx: Queries,
  ctx: Context,
  row: ConversationRow,
  given: AskTranscript,
  now: number,
): Statement[] => {
  const id = newId(now);
  return [
    insertMail(
      tx,
      {
        siteId: row.siteId,
        id,
        kind: 'confirm',
        conversationId: row.id,
        address: given.email,
        messageId: messageIdOf(ctx, id),
        state: 'waiting',
      },
      now,
    ),
    planJob(
      tx,
      row.siteId,
      {
        kind: 'mail.confirm',
        key: given.id,
        payload: { conversation: row.id, transcript: given.id },
        runAt: now,
      },
      now,
      id,
    ),
  ];
};

/**
 * Sends what was written to an address, at once where it is the visitor's for certain. Any other is asked first, in a
 * mail without a word of theirs: a form that sends anything to anybody is a relay.
 * @throws Failure `limited` when the address, the visitor or the site has had enough mails, `forbidden` when the
 *   address wants none
 */
export const makeTranscript = async (
  ctx: Context,
  row: ConversationRow,
  given: AskTranscript,
): Promise<MailState> => {
  const { siteId, visitorId } = row;
  const { id, email } = given;
  const isProven = hasProven(await findVisitorRow(ctx, siteId, visitorId), email);
  if (await isStopped(ctx, siteId, email))
    throw new Failure('forbidden', 'This address has unsubscribed.', { fields: { email: 'not_allowed' } });
  const now = ctx.clock.now();
  const state = !ctx.mailer.isConfigured ? 'unsent' : isProven ? 'waiting' : 'unconfirmed';
  const isMade = await ctx.database.write((tx) => [
    ...payFor(tx, { siteId, address: email, visitorId, isProven, asks: !isProven }, now),
    insertMail(
      tx,
      {
        siteId,
        id,
        kind: 'transcript',
        conversationId: row.id,
        address: email,
        messageId: messageIdOf(ctx, id),
        state,
      },
      now,
    ),
    ...(state === 'waiting' ? [planTranscript(tx, { siteId, id, conversationId: row.id }, now)] : []),
    ...(state === 'unconfirmed' ? askFirst(tx, ctx, row, given, now) : []),
  ]);
  if (!isMade)
    throw new Failure('limited', 'This address has received enough emails for today.', { retryAfter: 3_600 });
  return state;
};

/** Sends a transcript whose reader said that they want it. The same press again changes nothing. @returns false when it is too late */
export const confirmTranscript = async (ctx: Context, mail: MailRow): Promise<boolean> => {
  const now = ctx.clock.now();
  if (mail.kind !== 'transcript' || mail.createdAt + questionLifetime < now) return false;
  const row = await findConversation(ctx, mail.siteId, mail.conversationId);
  if (!row) return false;
  await ctx.database.write((tx) => [
    takeConfirmed(tx, mail, now),
    verifyEmail(tx, mail.siteId, row.visitorId, mail.address, now),
    planTranscript(tx, mail, now),
  ]);
  return true;
};
