import type { MailboxTest } from '../../shared/core/mail/connection.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { canonicalEmail } from '../core/emailAddress.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { mailFaultOf } from '../core/mail/connected/faults.ts';
import { changeConnected, type ConnectedMailbox, findConnected } from '../core/mail/connected/queries.ts';
import { imapOf, inboxFolder, smtpOf, withLogin } from '../core/mail/connected/servers.ts';
import { withMailbox } from '../core/mail/incoming/mailbox.ts';
import { type OutgoingMail, Refused, sendByServer } from '../core/mail/mailer.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { lookUpDkim, lookUpDmarc, lookUpSpf, signedBy } from './domain.ts';
import { messageIdOfTest } from './testMail.ts';
import { mailboxTexts } from './texts.ts';

const done: JobResult = { kind: 'done' };
/** A mail that has not arrived after so long, milliseconds, is said to be missing. */
const patience = 60_000;
/** The interval of looks for it, milliseconds. */
const lookEvery = 3_000;

const domainOf = ({ address }: ConnectedMailbox): string =>
  canonicalEmail(address).slice(canonicalEmail(address).lastIndexOf('@') + 1);

/** The outcome of a step, in a word. */
const outcomeOf = async (work: () => Promise<void>): Promise<NonNullable<MailboxTest['sent']>> => {
  try {
    await work();
    return 'good';
  } catch (error) {
    return mailFaultOf(error instanceof Refused ? error.cause : error);
  }
};

const sendTest = async (ctx: Context, site: Site, mailbox: ConnectedMailbox, id: string): Promise<void> => {
  const { address } = mailbox;
  const texts = mailboxTexts(mainLanguage(site.settings));
  const mail: OutgoingMail = {
    from: { name: mailbox.name || site.settings.teamName || site.name, address },
    sender: address,
    to: address,
    replyTo: undefined,
    subject: texts.testSubject,
    text: texts.testText,
    html: `<p>${texts.testText}</p>`,
    messageId: messageIdOfTest(id, address),
    inReplyTo: undefined,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Foyer': 'mailbox' },
  };
  await withLogin(ctx, mailbox, smtpOf, (server) => sendByServer(server, mail));
};

/** Sends the mail, opens the inbox, and looks up what the domain says. */
const begin = async (
  ctx: Context,
  site: Site,
  mailbox: ConnectedMailbox,
  test: MailboxTest,
): Promise<MailboxTest> => {
  const domain = domainOf(mailbox);
  const [sent, opened, spf, dmarc] = await Promise.all([
    outcomeOf(() => sendTest(ctx, site, mailbox, test.id)),
    outcomeOf(() =>
      withLogin(ctx, mailbox, imapOf, (server) =>
        withMailbox(server, { folder: inboxFolder, readOnly: true }, async () => {}),
      ),
    ),
    lookUpSpf(ctx.nameRecords, domain),
    lookUpDmarc(ctx.nameRecords, domain),
  ]);
  const dkim = test.selector ? await lookUpDkim(ctx.nameRecords, domain, test.selector) : null;
  return { ...test, sent, opened, spf, dmarc, dkim };
};

/** Looks for the mail, and takes it out of the way. @returns its headers; null while it is not there */
const findArrived = async (ctx: Context, mailbox: ConnectedMailbox, id: string): Promise<string | null> =>
  withLogin(ctx, mailbox, imapOf, (server) =>
    withMailbox(server, { folder: inboxFolder, readOnly: false }, async (client) => {
      const messageId = messageIdOfTest(id, mailbox.address);
      const found = (await client.search({ header: { 'message-id': messageId } }, { uid: true })) || [];
      const uid = found.at(-1);
      if (uid === undefined) return null;
      const mail = await client.fetchOne(`${uid}`, { headers: true }, { uid: true });
      await client.messageDelete(found.join(','), { uid: true });
      return (mail || null)?.headers?.toString('latin1') ?? '';
    }),
  );

/** Watches for the mail. */
const watch = async (ctx: Context, mailbox: ConnectedMailbox, test: MailboxTest): Promise<MailboxTest> => {
  let headers: string | null = null;
  try {
    headers = await findArrived(ctx, mailbox, test.id);
  } catch (error) {
    // It opened a moment ago: looked again while there is time.
    ctx.log.warn({ mailbox: mailbox.id, fault: mailFaultOf(error) }, 'the test of a mailbox could not look');
  }
  if (headers === null) return test;
  const domain = domainOf(mailbox);
  const selector = test.selector ?? signedBy(headers, domain);
  const dkim = test.dkim ?? (selector ? await lookUpDkim(ctx.nameRecords, domain, selector) : 'unsigned');
  return { ...test, arrived: 'good', selector, dkim };
};

/** Tests a mailbox: a mail to itself, and what its domain says of who may send. A step at a time, until a minute is over. */
export const runTest: JobHandler = async (ctx, job) => {
  const site = await ctx.sites.byId(job.siteId);
  const mailbox = await findConnected(ctx, job.siteId, String(job.payload['mailbox']));
  const before = mailbox?.test;
  if (!site || !mailbox || before?.id !== job.key || before.endedAt !== null) return done;
  const stepped =
    before.sent === null ? await begin(ctx, site, mailbox, before) : await watch(ctx, mailbox, before);
  const now = ctx.clock.now();
  const isOver =
    stepped.sent !== 'good' ||
    stepped.opened !== 'good' ||
    stepped.arrived !== null ||
    now - stepped.startedAt >= patience;
  const test: MailboxTest = {
    ...stepped,
    endedAt: isOver ? now : null,
    ...(isOver &&
      stepped.sent === 'good' &&
      stepped.opened === 'good' && {
        arrived: stepped.arrived ?? 'missing',
      }),
  };
  await ctx.database.write((tx) => changeConnected(tx, mailbox, { test }));
  return isOver ? done : { kind: 'later', at: now + lookEvery };
};
