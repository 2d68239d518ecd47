import { consentPath } from '../../shared/mailboxes/routes.ts';
import type { Mailbox, Mailboxes } from '../../shared/mailboxes/schema.ts';
import type { Context } from '../context.ts';
import { type ConnectedMailbox, listConnected } from '../core/mail/connected/queries.ts';

/** A mailbox as its owners see it: nothing that it logs in with. */
const toView = (row: ConnectedMailbox): Mailbox => {
  const {
    siteId,
    secrets,
    consentState,
    consent,
    tokenAfter,
    tokenFailures,
    revision,
    startsAt,
    toldAt,
    leaseBy,
    leaseUntil,
    ...shown
  } = row;
  return shown;
};

export const toMailboxesView = async (ctx: Context, siteId: string): Promise<Mailboxes> => ({
  mailboxes: (await listConnected(ctx, siteId)).map(toView),
  canTell: ctx.mailer.isConfigured,
  redirect: ctx.config.publicUrl + consentPath,
});
