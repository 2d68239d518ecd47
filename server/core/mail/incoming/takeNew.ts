import { createHash } from 'node:crypto';
import type { MailVerdict } from '../../../../shared/core/conversations/mailPeople.ts';
import type { Context } from '../../../context.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import { derivedId } from '../../derivedId.ts';
import { UniqueViolation } from '../../db/database.ts';
import { canonicalEmail, isSameEmail } from '../../emailAddress.ts';
import type { Site } from '../../people/sites/sites.ts';
import { findVisitorRow } from '../../people/visitors/queries.ts';
import { findMail, type MailRow } from '../queries.ts';
import type { Envelope } from '../reading/envelope.ts';
import type { ReadMail } from '../reading/readMail.ts';
import { type Addressed, addressesIn, isOwnList } from './addressed.ts';
import { findCurrent } from './findCurrent.ts';
import { firstPartsOf, openByMail } from './openByMail.ts';
import { findParticipant } from './others.ts';
import { ownText } from './ownText.ts';
import { recordsOf } from './recordsOf.ts';
import { findOwners, findReferred } from './queries.ts';
import type { InboundResult } from '../mailReplies.ts';
import { setAside, type Turned, turnDown } from './setAside.ts';
import { takeOutside } from './takeOutside.ts';
import { messageIdOfMail, saysTheSame, takeReply } from './takeReply.ts';

/** Mails that an address may send to a site: many at once, then a few a minute; what is more is asked for again later. */
const mails = { perMinute: 4, burst: 20 };

/** A conversation that a mail names a mail of. */
interface Thread {
  mail: MailRow;
  row: ConversationRow;
  visitor: NonNullable<Awaited<ReturnType<typeof findVisitorRow>>>;
  /** True where the sender is somebody whom an earlier mail of it named. */
  isOfParticipant: boolean;
}

const findThread = async (
  ctx: Context,
  site: Site,
  { references }: Envelope,
  from: string,
): Promise<Thread | null> => {
  for (const mail of (await findReferred(ctx, site.id, references)).slice(0, 5)) {
    const row = await findCurrent(ctx, mail);
    const visitor = row && (await findVisitorRow(ctx, site.id, row.visitorId));
    if (!row || !visitor) continue;
    const isOfParticipant = (await findParticipant(ctx, site.id, row.id, { from })) !== null;
    return { mail, row, visitor, isOfParticipant };
  }
  return null;
};

/**
 * True where the sender may be taken for one of a thread: an earlier mail of it named them, it was forwarded to them, or
 * the address is the visitor's. A mail's `From` is only what it says: one that its domain disowns joins nothing, and one
 * of which that cannot be told does not speak for somebody who logged in.
 */
const isTheirs = (
  { mail, visitor, isOfParticipant }: Thread,
  from: string,
  verdict: MailVerdict | null,
): boolean => {
  const isIdentified = visitor.subject !== null || visitor.emailSigned;
  if (verdict?.result === 'fail' || (isIdentified && verdict?.result !== 'pass')) return false;
  return (
    isOfParticipant ||
    (mail.kind === 'forward' && isSameEmail(mail.address, from)) ||
    (visitor.email !== null && isSameEmail(visitor.email, from))
  );
};

const hash = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex');

/** True when its sender was erased since it was written, as far as can be told: it is known already, or was under way. */
const isErased = async (ctx: Context, site: Site, from: string, date: number | null): Promise<boolean> => {
  const erasedAt = await ctx.tombstones.erasedAt(site.id, 'email', canonicalEmail(from));
  return erasedAt !== null && (date === null || date <= erasedAt);
};

/** True for an address that mails of ours come from: nobody talks with themselves. */
const isOurs = async (ctx: Context, from: string): Promise<boolean> =>
  isSameEmail(from, ctx.config.mail.from) || (await findOwners(ctx, [canonicalEmail(from)])).length > 0;

/** Adds a mail to its thread or opens a conversation with it. */
const take = async (
  ctx: Context,
  to: Addressed,
  read: ReadMail,
  given: { thread: Thread | null; turned: Turned; mayAcknowledge: boolean },
): Promise<InboundResult> => {
  const { site, address } = to;
  const { thread, turned } = given;
  const aside = (reason: 'blocked' | 'empty' | 'reused', about: string | null, more = turned) =>
    setAside(ctx, site.id, about, reason, more);
  const reused = { ...turned, key: `${turned.key} ${read.fingerprint}` };
  const id = derivedId('opened by mail', site.id, canonicalEmail(read.from), messageIdOfMail(read));
  // Opened already, when what it answers was not here yet: it stays there.
  const known = await findMail(ctx, site.id, id);
  if (!known && thread && isTheirs(thread, read.from, read.verdict)) {
    const { row, visitor, mail } = thread;
    if (visitor.blockedAt !== null) return aside('blocked', row.id);
    const reply = { site, row, visitor, mail, isSigned: false, mailbox: address.address };
    const taken =
      mail.kind === 'forward' ? await takeOutside(ctx, reply, read) : await takeReply(ctx, reply, read);
    if (taken === 'reused') return aside('reused', row.id, reused);
    return taken ?? aside('empty', row.id, { ...turned, excerpt: read.quoted });
  }
  const opened = await openByMail(ctx, to, read, {
    id,
    isApart: thread !== null,
    mayAcknowledge: given.mayAcknowledge,
  });
  if (opened === 'repeated' && !(await saysTheSame(ctx, site.id, id, firstPartsOf(read).body)))
    return aside('reused', known?.conversationId ?? null, reused);
  if (opened === 'blocked' || opened === 'empty') return aside(opened, null);
  return opened;
};

/**
 * Takes a mail to an address of a site that answers no signed address of ours: it joins the thread that it names a mail
 * of, where it comes from that thread's visitor, and opens a conversation else. A subject or a sender alone joins nothing.
 * @throws Failure `limited` or `storage_full`: it is to be brought again later
 */
export const takeNew = async (
  ctx: Context,
  to: Addressed,
  raw: Buffer,
  envelope: Envelope,
  { sender, by }: { sender: string; by: Addressed | null },
): Promise<InboundResult> => {
  const { site } = to;
  const unread: Turned = { key: hash(raw), address: envelope.from, subject: envelope.subject, excerpt: '' };
  if (await isErased(ctx, site, sender, envelope.date))
    return setAside(ctx, site.id, null, 'erased', { key: unread.key, address: '', subject: '', excerpt: '' });
  ctx.limiter.take('inbound', derivedId('mails of', site.id, canonicalEmail(sender)), mails);
  const thread = await findThread(ctx, site, envelope, sender);
  const turn = () =>
    thread && isTheirs(thread, sender, null)
      ? turnDown(ctx, thread.row, 'unreadable', unread)
      : setAside(ctx, site.id, null, 'unreadable', unread);
  if (envelope.isTooLarge) return turn();
  const ours = thread ? await ownText(ctx, site, thread.row) : { lines: [], marks: [] };
  const result = await ctx.mailReader.read(
    { raw, ours, records: await recordsOf(ctx, raw, by) },
    { site: site.id, address: thread?.row.id ?? sender },
  );
  if ('refused' in result) return turn();
  const read = result.mail;
  const turned: Turned = {
    key: read.messageId ?? read.fingerprint,
    address: read.from,
    subject: read.subject,
    excerpt: read.own,
  };
  if (!isSameEmail(read.from, sender) && (await isErased(ctx, site, read.from, envelope.date)))
    return setAside(ctx, site.id, null, 'erased', { key: unread.key, address: '', subject: '', excerpt: '' });
  if (read.writer === 'bounce') return setAside(ctx, site.id, null, 'bounced', turned);
  const isForMany = envelope.isMass || (envelope.lists.length > 0 && !isOwnList(to.address, envelope));
  if (read.writer === 'automatic' || isForMany || (await isOurs(ctx, read.from)))
    return setAside(ctx, site.id, null, 'automatic', turned);
  // Nobody could be answered.
  if (addressesIn([read.from])[0] === undefined) return setAside(ctx, site.id, null, 'unknown', turned);
  const given = {
    thread,
    turned,
    mayAcknowledge: to.address.acknowledges && !envelope.hasNoReturn && envelope.lists.length === 0,
  };
  try {
    return await take(ctx, to, read, given);
  } catch (error) {
    // The same mail by two ways, or two of one new sender, at the same moment: the second look finds the first.
    if (!(error instanceof UniqueViolation)) throw error;
    return take(ctx, to, read, given);
  }
};
