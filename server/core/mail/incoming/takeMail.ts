import { createHash } from 'node:crypto';
import type { Context } from '../../../context.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import { canonicalEmail, writtenEmail } from '../../emailAddress.ts';
import { listLoggedSites } from '../../events/prune.ts';
import type { Site } from '../../people/sites/sites.ts';
import { findVisitorRow } from '../../people/visitors/queries.ts';
import { mailOfText } from '../addresses.ts';
import { findSignedMail, findSiteOf, type MailRow } from '../queries.ts';
import { type Envelope, readEnvelope, returnedIn } from '../reading/envelope.ts';
import { type Addressed, findAddressed } from './addressed.ts';
import { findReferred } from './queries.ts';
import { findCurrent } from './findCurrent.ts';
import { ownText } from './ownText.ts';
import { recordsOf } from './recordsOf.ts';
import type { InboundResult } from '../mailReplies.ts';
import { setAside, type Turned, turnDown } from './setAside.ts';
import { takeBounce } from './takeBounce.ts';
import { findPublicAnswered, takePublicReply } from './takePublicReply.ts';
import { takeNew } from './takeNew.ts';
import { takeOutside } from './takeOutside.ts';
import { takeReply } from './takeReply.ts';

/** Maximum size of a received mail, bytes. */
export const maxMailBytes = 25 * 1024 * 1024;
/** Mails that a conversation takes: many at once, then a few a minute; what is more is asked for again later. */
const mails = { perMinute: 4, burst: 20 };

/** A reply's target, with all that is looked at to take it. */
interface Answered {
  mail: MailRow;
  site: Site;
  /** The conversation that its messages are in now. */
  row: ConversationRow;
  visitor: NonNullable<Awaited<ReturnType<typeof findVisitorRow>>>;
}

/** A mail that a signed address names, where its site is the one whose mailbox brought the answer. */
const ofSite = (mail: MailRow | null, by: Addressed | null): MailRow | null =>
  mail && by && mail.siteId !== by.site.id ? null : mail;

/** Message-IDs of a report's text that are looked at. */
const maxReturned = 10;

/** Message-IDs in the lines of a returned mail's headers. */
const messageIdsIn = (text: string): string[] =>
  [...text.matchAll(/^message-id:\s{0,100}(<[^<>\s]{3,500}>)/gim)]
    .slice(0, maxReturned)
    .map(([, id = '']) => id);

/** The mail of ours whose signed address a mail came by. */
const findAnsweredMail = async (
  ctx: Context,
  raw: Buffer,
  envelope: Envelope,
  by: Addressed | null,
): Promise<MailRow | null> => {
  const id =
    mailOfText(ctx, envelope.recipients.join('\n')) ??
    // A report may go to the address that mails come from, and carry the one that it is about.
    (envelope.isReport ? mailOfText(ctx, returnedIn(raw)) : null);
  if (id) return ofSite(await findSignedMail(ctx, id), by);
  // What a mailbox sent has no such address: a report about it carries its Message-ID.
  const [returned] =
    by && envelope.isReport ? await findReferred(ctx, by.site.id, messageIdsIn(returnedIn(raw))) : [];
  return returned && returned.kind !== 'inbound' ? returned : null;
};

const findAnswered = async (ctx: Context, mail: MailRow | null): Promise<Answered | null> => {
  const site = mail && (await ctx.sites.byId(mail.siteId));
  const row = mail && (await findCurrent(ctx, mail));
  const visitor = row && (await findVisitorRow(ctx, mail.siteId, row.visitorId));
  return mail && site && row && visitor ? { mail, site, row, visitor } : null;
};

/** The mail as it is listed, where no more is known of it than its headers. */
const unread = (raw: Buffer, { from, subject }: Envelope): Turned => ({
  key: createHash('sha256').update(raw).digest('hex'),
  address: from,
  subject,
  excerpt: '',
});

const takeAnswer = async (
  ctx: Context,
  { mail, site, row, visitor }: Answered,
  raw: Buffer,
  envelope: Envelope,
  by: Addressed | null,
): Promise<InboundResult> => {
  ctx.limiter.take('inbound', row.id, mails);
  if (envelope.isTooLarge) return turnDown(ctx, row, 'unreadable', unread(raw, envelope));
  const result = await ctx.mailReader.read(
    { raw, ours: await ownText(ctx, site, row), records: await recordsOf(ctx, raw, by) },
    { site: site.id, address: row.id },
  );
  if ('refused' in result) return turnDown(ctx, row, 'unreadable', unread(raw, envelope));
  const read = result.mail;
  const turned: Turned = {
    key: read.messageId ?? read.fingerprint,
    address: read.from,
    subject: read.subject,
    excerpt: read.own,
  };
  if (read.writer === 'bounce') return takeBounce(ctx, mail, row, turned);
  const reason =
    read.writer === 'automatic'
      ? 'automatic'
      : mail.staffId !== null || mail.kind === 'inbound'
        ? 'unknown'
        : visitor.blockedAt !== null
          ? 'blocked'
          : null;
  if (reason) return setAside(ctx, site.id, row.id, reason, turned);
  const taken =
    mail.kind === 'forward'
      ? await takeOutside(ctx, { site, row, mail }, read)
      : await takeReply(ctx, { site, row, visitor, mail, isSigned: true }, read);
  if (taken === 'reused')
    return setAside(ctx, site.id, row.id, taken, { ...turned, key: `${turned.key} ${read.fingerprint}` });
  return taken ?? setAside(ctx, site.id, row.id, 'empty', { ...turned, excerpt: read.quoted });
};

/**
 * An answer to a mail of ours whose conversation is no more: its writer was erased, on the site that they were erased on.
 * That it came is listed; it is not opened, and nothing of it is kept.
 */
const takeErased = async (ctx: Context, raw: Buffer, from: string): Promise<InboundResult | null> => {
  for (const siteId of await listLoggedSites(ctx))
    if ((await ctx.tombstones.erasedAt(siteId, 'email', canonicalEmail(from))) !== null)
      return setAside(ctx, siteId, null, 'erased', {
        key: createHash('sha256').update(raw).digest('hex'),
        address: '',
        subject: '',
        excerpt: '',
      });
  return null;
};

/** The address that a mail says it is from. */
const senderOf = ({ from }: Envelope): string =>
  /<([^<>\s]{3,254})>/.exec(from.slice(0, 1_000))?.[1] ?? from.trim();

/**
 * Takes a mail that answers no address of ours: to the site whose address it names, or else it is set aside, on the site
 * that wrote to its sender, or on the installation's first.
 * @param isWhole false where only its headers are there
 */
const takeUnknown = async (
  ctx: Context,
  raw: Buffer,
  envelope: Envelope,
  by: Addressed | null,
  isWhole: boolean,
): Promise<InboundResult> => {
  const address = senderOf(envelope);
  const erased = mailOfText(ctx, envelope.recipients.join('\n')) && (await takeErased(ctx, raw, address));
  if (erased) return erased;
  // What came in by a site's own mailbox is that site's, whatever it names.
  const addressed = by
    ? ((await findAddressed(ctx, envelope, by.site.id)) ?? by)
    : await findAddressed(ctx, envelope);
  if (addressed && isWhole) return takeNew(ctx, addressed, raw, envelope, { sender: address, by });
  if (addressed) return setAside(ctx, addressed.site.id, null, 'too_large', unread(raw, envelope));
  const siteId = await findSiteOf(ctx, writtenEmail(address));
  return siteId ? setAside(ctx, siteId, null, 'unknown', unread(raw, envelope)) : 'unknown';
};

const report = (ctx: Context, result: InboundResult, bytes: number): InboundResult => {
  ctx.metrics.mails.inc({ result });
  ctx.log.info({ result, bytes }, 'a mail came in');
  return result;
};

/**
 * Takes a mail as it came (RFC 5322). Whose it is, is told by the signed address in its headers, before anything else of
 * it is read. What a person answers to a mail of ours becomes a message of its conversation, what they write to an address
 * of a site opens one, and every other mail is listed with the reason. A machine is never answered: there is no loop to
 * get into.
 * @param by the site's own mailbox that it came in by: nothing of it is another site's
 * @throws Failure `limited` or `storage_full`: it is to be brought again later
 */
export const takeMail = async (
  ctx: Context,
  raw: Buffer,
  by: Addressed | null = null,
): Promise<InboundResult> => {
  const envelope = readEnvelope(raw);
  const mail = await findAnsweredMail(ctx, raw, envelope, by);
  const inPublic = await findPublicAnswered(ctx, mail);
  const answered = inPublic ? null : await findAnswered(ctx, mail);
  const result = inPublic
    ? await takePublicReply(ctx, inPublic, raw, envelope, unread(raw, envelope))
    : answered
      ? await takeAnswer(ctx, answered, raw, envelope, by)
      : await takeUnknown(ctx, raw, envelope, by, true);
  return report(ctx, result, raw.length);
};

/** Says of a mail that is larger than what is taken that it came. @param head its headers */
export const takeOversized = async (
  ctx: Context,
  head: Buffer,
  bytes: number,
  by: Addressed | null = null,
): Promise<InboundResult> => {
  const envelope = readEnvelope(head);
  const mail = await findAnsweredMail(ctx, head, envelope, by);
  const inPublic = await findPublicAnswered(ctx, mail);
  const answered = inPublic ? null : await findAnswered(ctx, mail);
  const turned = unread(head, envelope);
  const result = inPublic
    ? await setAside(ctx, inPublic.site.id, null, 'too_large', turned)
    : answered
      ? await turnDown(ctx, answered.row, 'too_large', turned)
      : await takeUnknown(ctx, head, envelope, by, false);
  return report(ctx, result, bytes);
};
