import { longest } from '../../../../shared/core/fields.ts';
import {
  type MailPerson,
  maxMailPeople,
  type MessageMail,
} from '../../../../shared/core/conversations/mailPeople.ts';
import { peopleOf } from '../../../../shared/core/conversations/mailNames.ts';
import type { Context } from '../../../context.ts';
import { cut } from '../../content/cut.ts';
import { canonicalEmail, isSameEmail, writtenEmail } from '../../emailAddress.ts';
import type { ReadMail } from '../reading/readMail.ts';
import { findOwners, listMailsOfPeople } from './queries.ts';

/** True for the address that replies come back by, signed or not: it names a mail, and whoever has it can answer. */
const isReplyAddress = (ctx: Context, address: string): boolean => {
  const base = ctx.config.mail.replyAddress;
  return base !== undefined && isSameEmail(address.replace(/\+[^@]*(?=@)/, ''), base);
};

/** Those of some people who are no addresses of ours, each once, in the form that mail is sent to. */
const strangersOf = async (
  ctx: Context,
  people: readonly MailPerson[],
  except: readonly string[],
): Promise<MailPerson[]> => {
  const seen = new Set([...except, ctx.config.mail.from].map(canonicalEmail));
  const owners = await findOwners(ctx, [...new Set(people.map(({ address }) => canonicalEmail(address)))]);
  for (const { address } of owners) seen.add(address);
  return people.flatMap(({ name, address }) => {
    const key = canonicalEmail(address);
    if (seen.has(key) || isReplyAddress(ctx, address)) return [];
    seen.add(key);
    return [{ name: cut(name, longest.name), address: cut(writtenEmail(address), longest.email) }];
  });
};

/**
 * The other people whom a mail names and what could be told of its sender, to be kept with its message. @param visitor address of the one whose conversation
 * it is
 * @param writer a participant who wrote it in the visitor's place
 */
export const othersOf = async (
  ctx: Context,
  read: Pick<ReadMail, 'from' | 'to' | 'cc' | 'verdict'>,
  visitor: string | null,
  writer: MailPerson | null,
): Promise<MessageMail | null> => {
  const except = [read.from, ...(visitor ? [visitor] : [])];
  const others = (await strangersOf(ctx, [...read.to, ...read.cc], except)).slice(0, maxMailPeople);
  const isIn = (list: readonly MailPerson[], address: string): boolean =>
    list.some((one) => isSameEmail(one.address, address));
  const to = others.filter(({ address }) => isIn(read.to, address));
  const cc = others.filter(({ address }) => !isIn(read.to, address));
  const isToVisitor = visitor !== null && isIn([...read.to, ...read.cc], visitor);
  const mail: MessageMail = {
    ...(writer && { from: writer }),
    ...(writer && !isToVisitor && { isApart: true }),
    ...(to.length && { to }),
    ...(cc.length && { cc }),
    ...(read.verdict && { verdict: read.verdict }),
  };
  return Object.keys(mail).length ? mail : null;
};

/**
 * The participant of a conversation with an address: somebody whom an earlier mail of it named, the visitor's or ours.
 * Null for anybody else.
 */
export const findParticipant = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
  read: Pick<ReadMail, 'from'> & { fromName?: string },
): Promise<MailPerson | null> => {
  const known = (await listMailsOfPeople(ctx, siteId, conversationId))
    .flatMap(peopleOf)
    .findLast(({ address }) => isSameEmail(address, read.from));
  return known
    ? { name: cut(read.fromName?.trim() || known.name, longest.name), address: known.address }
    : null;
};
