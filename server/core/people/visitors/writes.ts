import { canonicalEmail } from '../../emailAddress.ts';
import { and, eq, gt, sql, lt } from 'drizzle-orm';
import { hasVisibleText } from '../../../../shared/core/visibleText.ts';
import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { cachedWrite } from '../../db/cachedWrite.ts';
import { hashSecret } from '../secrets.ts';
import { visitorSecrets, visitors } from './tables.ts';
import type { Visitor } from './visitor.ts';

/** A secret that is not used for so long is worth nothing, milliseconds. */
export const secretLifetime = 30 * 24 * 3_600_000;

/** A name that can be read, or none. */
const visibleName = (name: string | null | undefined): string | null =>
  name && hasVisibleText(name) ? name : null;

/** The time the old secret works after a rotation, milliseconds: other tabs finish what they are doing. */
export const rotationOverlap = 3_600_000;

/** "Last used" is written at most this often a visitor, milliseconds. */
export const touchEvery = 6 * 3_600_000;

export const touch = (ctx: Context, siteId: string, hash: string, visitorId: string, now: number) =>
  ctx.database.write((tx) => [
    tx
      .update(visitorSecrets)
      .set({ endsAt: now + secretLifetime })
      .where(and(eq(visitorSecrets.siteId, siteId), eq(visitorSecrets.hash, hash))),
    tx
      .update(visitors)
      .set({ seenAt: now })
      .where(and(eq(visitors.siteId, siteId), eq(visitors.id, visitorId))),
  ]);

/** Another address than the one they answered from is not theirs yet. */
export const verifiedIfSame = (email: string) =>
  sql`case when ${visitors.emailKey} = ${canonicalEmail(email)} then ${visitors.emailVerifiedAt} else null end`;

/** The statement that says that a visitor answers from their address, while it is the one that they gave. */
export const verifyEmail = (
  tx: Queries,
  siteId: string,
  visitorId: string,
  email: string,
  now: number,
): Statement =>
  tx
    .update(visitors)
    .set({ emailVerifiedAt: now })
    .where(
      and(
        eq(visitors.siteId, siteId),
        eq(visitors.id, visitorId),
        eq(visitors.emailKey, canonicalEmail(email)),
      ),
    );

const addSecret = cachedWrite<'siteId' | 'hash' | 'visitorId' | 'now' | 'endsAt'>((tx, value) =>
  tx.insert(visitorSecrets).values({
    siteId: value('siteId'),
    hash: value('hash'),
    visitorId: value('visitorId'),
    createdAt: value('now'),
    endsAt: value('endsAt'),
  }),
);

const addVisitor = cachedWrite<'siteId' | 'id' | 'name' | 'email' | 'emailKey' | 'language' | 'now'>(
  (tx, value) =>
    tx.insert(visitors).values({
      siteId: value('siteId'),
      id: value('id'),
      name: value('name'),
      email: value('email'),
      emailKey: value('emailKey'),
      language: value('language'),
      createdAt: value('now'),
      seenAt: value('now'),
    }),
);

/**
 * The statements that store a new visitor and their secret, or that keep what a known one now says of themselves.
 * Two first writes that race with the same secret make one visitor: the second finds the secret taken, and is
 * answered after a retry of the whole request.
 */
export const insertVisitor = (
  tx: Queries,
  visitor: Visitor,
  identity: { name?: string | null; email?: string | null; language: string },
  now: number,
): Statement[] => {
  const name = visibleName(identity.name);
  return visitor.isNew
    ? [
        ...(visitor.secretHash
          ? [
              addSecret(tx, {
                siteId: visitor.siteId,
                hash: visitor.secretHash,
                visitorId: visitor.id,
                now,
                endsAt: now + secretLifetime,
              }),
            ]
          : []),
        addVisitor(tx, {
          siteId: visitor.siteId,
          id: visitor.id,
          name,
          email: identity.email || null,
          emailKey: identity.email ? canonicalEmail(identity.email) : null,
          language: identity.language,
          now,
        }),
      ]
    : [
        tx
          .update(visitors)
          .set({
            // What was signed is not replaced by what is typed: the badge beside it would lie.
            name: name
              ? sql`case when ${visitors.subject} is null then ${name} else coalesce(${visitors.name}, ${name}) end`
              : sql`${visitors.name}`,
            email: identity.email
              ? sql`case when ${visitors.emailSigned} then ${visitors.email} else ${identity.email} end`
              : sql`${visitors.email}`,
            ...(identity.email && {
              emailKey: sql`case when ${visitors.emailSigned} then ${visitors.emailKey} else ${canonicalEmail(identity.email)} end`,
            }),
            ...(identity.email && { emailVerifiedAt: verifiedIfSame(identity.email) }),
            language: identity.language,
            seenAt: now,
          })
          .where(and(eq(visitors.siteId, visitor.siteId), eq(visitors.id, visitor.id))),
      ];
};

/** The statement that makes a secret a visitor's. */
export const insertSecret = (
  tx: Queries,
  given: { siteId: string; visitorId: string; secret: string },
  now: number,
): Statement =>
  tx.insert(visitorSecrets).values({
    siteId: given.siteId,
    hash: hashSecret(given.secret),
    visitorId: given.visitorId,
    createdAt: now,
    endsAt: now + secretLifetime,
  });

/** Keeps that a visitor writes something, and with it a visitor whom only a secret stands for so far. */
export const storeDraft = async (ctx: Context, visitor: Visitor, language: string): Promise<void> => {
  const now = ctx.clock.now();
  await ctx.database.write((tx) => [
    ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, now) : []),
    tx
      .update(visitors)
      .set({ draftAt: now })
      .where(and(eq(visitors.siteId, visitor.siteId), eq(visitors.id, visitor.id))),
  ]);
};

/** Adds a new secret for a visitor and lets the old one end within the hour. Repeating it changes nothing. */
export const rotateVisitorSecret = (ctx: Context, visitor: Visitor, secret: string): Promise<boolean> => {
  const now = ctx.clock.now();
  return ctx.database.write((tx) => [
    tx
      .insert(visitorSecrets)
      .values({
        siteId: visitor.siteId,
        hash: hashSecret(secret),
        visitorId: visitor.id,
        createdAt: now,
        endsAt: now + secretLifetime,
      })
      .onConflictDoNothing(),
    tx
      .update(visitorSecrets)
      .set({ endsAt: now + rotationOverlap })
      .where(
        and(
          eq(visitorSecrets.siteId, visitor.siteId),
          eq(visitorSecrets.hash, visitor.secretHash),
          gt(visitorSecrets.endsAt, now + rotationOverlap),
        ),
      ),
  ]);
};

/** Ends one secret at once; the visitor's others go on. */
export const endVisitorSecret = (
  ctx: Context,
  visitor: Pick<Visitor, 'siteId' | 'id' | 'secretHash'>,
): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .delete(visitorSecrets)
      .where(and(eq(visitorSecrets.siteId, visitor.siteId), eq(visitorSecrets.hash, visitor.secretHash))),
  ]);

/** Deletes a site's secrets that ended before a time. */
export const pruneSecrets = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  before: number,
): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .delete(visitorSecrets)
      .where(and(eq(visitorSecrets.siteId, siteId), lt(visitorSecrets.endsAt, before))),
  ]);
