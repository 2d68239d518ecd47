import { canonicalEmail } from '../../emailAddress.ts';
import { insertVisitor, verifiedIfSame } from '../../people/visitors/writes.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Claims, Identify } from '../../../../shared/core/people/identity.ts';
import type { Context } from '../../../context.ts';
import { attachments } from '../../content/attachments/tables.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
import { events } from '../../events/tables.ts';
import { Failure } from '../../http/failure.ts';
import { visitorSecrets, visitors } from '../../people/visitors/tables.ts';
import type { Visitor } from '../../people/visitors/visitor.ts';
import type { Site } from '../../people/sites/sites.ts';
import { conversations, messages } from '../tables.ts';

/** Data of a page's script besides the token. */
type Said = Pick<Identify, 'name' | 'email' | 'attributes' | 'language'>;

const ofVisitor = (siteId: string, id: string) => and(eq(visitors.siteId, siteId), eq(visitors.id, id));

const setAttributes = (tx: Queries, siteId: string, id: string, { attributes }: Said): Statement[] =>
  attributes ? [tx.update(visitors).set({ attributes }).where(ofVisitor(siteId, id))] : [];

/** Keeps what a page says of its visitor without a signature: labels for staff, nothing more. */
export const labelVisitor = async (ctx: Context, visitor: Visitor, identity: Said): Promise<void> => {
  await ctx.database.write((tx) => [
    ...insertVisitor(tx, visitor, identity, ctx.clock.now()),
    ...setAttributes(tx, visitor.siteId, visitor.id, identity),
  ]);
};

/** Puts everything of an anonymous visitor under an account that exists; the anonymous visitor is no more. */
const moveTo = (
  { accountMergers }: Context,
  tx: Queries,
  { siteId, id }: Visitor,
  account: string,
): Statement[] => [
  ...accountMergers.flatMap((merge) => merge(tx, siteId, id, account)),
  tx
    .update(visitorSecrets)
    .set({ visitorId: account })
    .where(and(eq(visitorSecrets.siteId, siteId), eq(visitorSecrets.visitorId, id))),
  tx
    .update(conversations)
    .set({ visitorId: account })
    .where(and(eq(conversations.siteId, siteId), eq(conversations.visitorId, id))),
  tx
    .update(messages)
    .set({ authorId: account })
    .where(and(eq(messages.siteId, siteId), eq(messages.authorKind, 'visitor'), eq(messages.authorId, id))),
  tx
    .update(attachments)
    .set({ senderId: account })
    .where(
      and(
        eq(attachments.siteId, siteId),
        eq(attachments.senderKind, 'visitor'),
        eq(attachments.senderId, id),
      ),
    ),
  tx
    .update(events)
    .set({ visitorId: account })
    .where(and(eq(events.siteId, siteId), eq(events.visitorId, id))),
  tx.delete(visitors).where(ofVisitor(siteId, id)),
];

/**
 * Joins a visitor to the account that a signed identity names: what they asked as nobody becomes part of its history.
 * Doing it again changes nothing.
 * @param claims verified before
 * @throws Failure `conflict` when the visitor is another account's: two people never mix
 */
export const joinAccount = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  claims: Claims,
  identity: Said,
): Promise<void> => {
  const other = () => new Failure('conflict', 'This secret belongs to another account.');
  if (visitor.subject !== null && visitor.subject !== claims.sub) throw other();
  const erasedAt = await ctx.tombstones.erasedAt(site.id, 'subject', claims.sub);
  // Signed before it was erased: a tab that was left open. What the site signs since then begins anew.
  if (erasedAt !== null && claims.iat !== undefined && claims.iat * 1_000 < erasedAt)
    throw new Failure('gone', 'This account was erased after the token was signed.');
  const { read } = ctx.database;
  const [account] = await read
    .select({ id: visitors.id })
    .from(visitors)
    .where(and(eq(visitors.siteId, site.id), eq(visitors.subject, claims.sub)))
    .limit(1);
  const id = account?.id ?? visitor.id;
  const changesAccount = account !== undefined && account.id !== visitor.id;
  const rows = await read
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.siteId, site.id), eq(conversations.visitorId, visitor.id)));

  const now = ctx.clock.now();
  const name = claims.name ?? identity.name;
  const email = claims.email ?? identity.email;
  const labels = {
    subject: claims.sub,
    subjectImported: false,
    language: identity.language,
    seenAt: now,
    ...(name && { name }),
    ...(email && {
      email,
      emailKey: canonicalEmail(email),
      emailSigned: claims.email !== undefined,
      // What was shown of another address says nothing of this one.
      emailVerifiedAt: verifiedIfSame(email),
    }),
  };
  const write = (tx: Queries): (Statement | Decisive)[] => [
    ...(visitor.isNew ? insertVisitor(tx, visitor, { language: identity.language }, now) : []),
    ...(changesAccount ? moveTo(ctx, tx, visitor, id) : []),
    decisive(
      tx
        .update(visitors)
        .set(labels)
        .where(
          and(
            ofVisitor(site.id, id),
            // Somebody else's identity may have come a moment before.
            account ? eq(visitors.subject, claims.sub) : isNull(visitors.subject),
          ),
        ),
    ),
    ...setAttributes(tx, site.id, id, identity),
  ];
  const applied = rows.length
    ? (
        await ctx.database.commit({
          site: site.id,
          events: rows.map((row) => ({
            kind: 'conversation.changed',
            visitor: id,
            conversation: row.id,
            subject: row.id,
          })),
          write,
        })
      ).applied
    : await ctx.database.write(write);
  if (!applied) throw other();
  // Its streams were the anonymous visitor's: the browser comes back as who it is now.
  if (changesAccount) ctx.live.revoke(visitor.secretHash);
};
