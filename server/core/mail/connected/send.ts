import type { Context } from '../../../context.ts';
import { type OutgoingMail, Refused, sendByServer } from '../mailer.ts';
import { mailFaultOf } from './faults.ts';
import { type ConnectedMailbox, findConnected, markSent } from './queries.ts';
import { smtpOf, withLogin } from './servers.ts';

/**
 * Sends a mail by a mailbox's own server, and keeps what came of it where owners see it. As it is now: who mends a login
 * lets go what waits.
 * @throws Refused for good, Error for now
 */
export const sendByMailbox = async (
  ctx: Context,
  given: ConnectedMailbox,
  mail: OutgoingMail,
): Promise<void> => {
  const mailbox = (await findConnected(ctx, given.siteId, given.id)) ?? given;
  try {
    await withLogin(ctx, mailbox, smtpOf, (server) => sendByServer(server, mail));
  } catch (error) {
    const fault = mailFaultOf(error instanceof Refused ? error.cause : error);
    // What is wrong with one reader's address is nothing of the mailbox.
    const isOurs = !(error instanceof Refused) || fault === 'login';
    if (isOurs && mailbox.sendFault !== fault) await markSent(ctx, mailbox, fault, ctx.clock.now());
    throw error;
  }
  if (mailbox.sendFault !== null) await markSent(ctx, mailbox, null, ctx.clock.now());
};
