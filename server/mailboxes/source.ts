import { createHash } from 'node:crypto';
import type { MailFault } from '../../shared/core/mail/connection.ts';
import type { Context } from '../context.ts';
import { planJob } from '../core/jobs/queries.ts';
import { mailFaultOf } from '../core/mail/connected/faults.ts';
import type { ImapAddress } from '../core/mail/imapAddress.ts';
import {
  type ConnectedMailbox,
  findConnected,
  markFault,
  markRead,
  placeOf,
} from '../core/mail/connected/queries.ts';
import { forgetRefused, imapOf, inboxFolder } from '../core/mail/connected/servers.ts';
import { addressOfMailbox } from '../core/mail/connected/siteAddresses.ts';
import type { Addressed } from '../core/mail/incoming/addressed.ts';
import type { MailSource } from '../core/mail/incoming/mailbox.ts';
import { setAside } from '../core/mail/incoming/setAside.ts';
import { takeMail, takeOversized } from '../core/mail/incoming/takeMail.ts';
import { isTestMail } from './testMail.ts';
import { readEnvelope } from '../core/mail/reading/envelope.ts';

/** A line that breaks mends itself mostly: after so long without one, milliseconds, owners are told. */
const tellAfter = 10 * 60_000;
/** Faults that nothing but a person mends. */
const lasting: readonly MailFault[] = [
  'login',
  'consent',
  'consent_client',
  'consent_refused',
  'certificate',
  'not_public',
  'folder',
];

/** The site as it is now, at this mailbox. @throws Error when it is no more: its mails wait where they are */
const addressedBy = async (ctx: Context, { siteId, id }: ConnectedMailbox): Promise<Addressed> => {
  const site = await ctx.sites.byId(siteId);
  const mailbox = await findConnected(ctx, siteId, id);
  if (!site || !mailbox) throw new Error('the mailbox is no more');
  return { site, address: addressOfMailbox(mailbox) };
};

/** Keeps what is wrong with a mailbox, and has its owners told once it lasts. */
const keepFault = async (
  ctx: Context,
  given: ConnectedMailbox,
  fault: MailFault,
  tries: number,
): Promise<void> => {
  const now = ctx.clock.now();
  const row = await findConnected(ctx, given.siteId, given.id);
  if (!row || row.revision !== given.revision) return;
  await markFault(ctx, row, fault, now);
  const since = row.faultSince ?? now;
  const isDue = lasting.includes(fault) ? tries > 1 : now - since >= tellAfter;
  if (!isDue || row.toldAt !== null) return;
  await ctx.database.write((tx) => [
    planJob(
      tx,
      row.siteId,
      { kind: 'mailbox.failing', key: `${row.id} ${since}`, payload: { mailbox: row.id }, runAt: now },
      now,
    ),
  ]);
};

/** A connected mailbox as it is read: each mail goes to its site. */
export const sourceOf = (ctx: Context, mailbox: ConnectedMailbox): MailSource => {
  let tries = 0;
  /** The login of the last line. */
  let last: ImapAddress | null = null;
  /** Tokens that were refused in a row. */
  let refusals = 0;
  return {
    name: placeOf(mailbox),
    folder: inboxFolder,
    startsAt: mailbox.startsAt,
    async connect() {
      last = null;
      last = await imapOf(ctx, mailbox);
      return last;
    },
    opened() {
      refusals = 0;
    },
    async take(raw) {
      const by = await addressedBy(ctx, mailbox);
      // A test's own mail is nobody's question, and the test is looking for it.
      return isTestMail(by.address.mailbox, raw) ? 'automatic' : takeMail(ctx, raw, by);
    },
    takeOversized: async (head, bytes) => takeOversized(ctx, head, bytes, await addressedBy(ctx, mailbox)),
    async giveUp(raw) {
      const { from, subject } = readEnvelope(raw);
      const key = createHash('sha256').update(raw).digest('hex');
      await setAside(ctx, mailbox.siteId, null, 'unreadable', { key, address: from, subject, excerpt: '' });
    },
    async read() {
      tries = 0;
      await markRead(ctx, mailbox, ctx.clock.now());
    },
    async broke(error, again) {
      const isRefused =
        last !== null &&
        (await forgetRefused(ctx, mailbox, last, error).catch((err: unknown) => {
          ctx.log.error({ err, mailbox: mailbox.id }, 'a refused token could not be forgotten');
          return false;
        }));
      if (isRefused) refusals++;
      // It may have ended before its time: the next line has a new one.
      if (isRefused && refusals === 1) return;
      tries++;
      ctx.metrics.faults.inc({ kind: 'imap' });
      const fault = isRefused ? 'consent_refused' : mailFaultOf(error);
      // The library's errors carry what was said on the line, and that may be a mail's.
      ctx.log.error({ mailbox: mailbox.id, fault, again }, 'a mailbox cannot be read');
      await keepFault(ctx, mailbox, fault, tries).catch((err: unknown) => {
        ctx.metrics.faults.inc({ kind: 'imap' });
        ctx.log.error({ err, mailbox: mailbox.id }, 'a fault of a mailbox could not be kept');
      });
    },
  };
};
