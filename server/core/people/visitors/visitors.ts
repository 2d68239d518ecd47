import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { newId } from '../../../../shared/core/ids.ts';
import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { cachedWrite } from '../../db/cachedWrite.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { Failure } from '../../http/failure.ts';
import { hashSecret, isSecret } from '../secrets.ts';
import { visitorSecrets, visitors } from './tables.ts';

/** A secret that is not used for so long is worth nothing, milliseconds. */
export const secretLifetime = 30 * 24 * 3_600_000;
/** How long the old secret still works after a rotation: other tabs finish what they are doing. */
export const rotationOverlap = 3_600_000;
/** "Last used" is written at most this often a visitor, milliseconds. */
const touchEvery = 6 * 3_600_000;

export interface Visitor {
  id: string;
  siteId: string;
  name: string | null;
  email: string | null;
  /** True when the address is theirs for certain: it came signed, or they answered a mail from it. */
  emailVerified: boolean;
  /** Staff take no more writes of theirs. */
  blocked: boolean;
  /** Who they are on the site itself, when that was signed. */
  subject: string | null;
  /** True while nothing of them is stored: {@link insertVisitor} goes into the first write's commit. */
  isNew: boolean;
  secretHash: string;
}

/** The secret of an `Authorization: Bearer` header, or null when there is none or it cannot be one. */
export const readBearer = (header: string | undefined): string | null => {
  const secret = /^Bearer ([A-Za-z0-9_-]+)$/.exec(header ?? '')?.[1];
  return secret !== undefined && isSecret(secret) ? secret : null;
};

const bySecret = preparedQuery('visitor_by_secret', (queries) =>
  queries
    .select({
      id: visitors.id,
      name: visitors.name,
      email: visitors.email,
      emailSigned: visitors.emailSigned,
      emailVerifiedAt: visitors.emailVerifiedAt,
      blockedAt: visitors.blockedAt,
      subject: visitors.subject,
      endsAt: visitorSecrets.endsAt,
    })
    .from(visitorSecrets)
    .innerJoin(
      visitors,
      and(eq(visitors.siteId, visitorSecrets.siteId), eq(visitors.id, visitorSecrets.visitorId)),
    )
    .where(
      and(
        eq(visitorSecrets.siteId, sql.placeholder('site')),
        eq(visitorSecrets.hash, sql.placeholder('hash')),
      ),
    ),
);

/** The visitor whom a secret belongs to on this site, or null. */
export const findVisitor = async (ctx: Context, siteId: string, secret: string): Promise<Visitor | null> => {
  const hash = hashSecret(secret);
  const now = ctx.clock.now();
  const [row] = await bySecret(ctx.database, { site: siteId, hash });
  if (!row || row.endsAt <= now) return null;
  const isCurrent = row.endsAt - now > rotationOverlap;
  if (isCurrent && row.endsAt - now < secretLifetime - touchEvery)
    await touch(ctx, siteId, hash, row.id, now);
  const { id, name, email, subject, blockedAt, emailSigned, emailVerifiedAt } = row;
  return {
    id,
    siteId,
    name,
    email,
    emailVerified: emailSigned || emailVerifiedAt !== null,
    subject,
    blocked: blockedAt !== null,
    isNew: false,
    secretHash: hash,
  };
};

const touch = (ctx: Context, siteId: string, hash: string, visitorId: string, now: number) =>
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

/** A visitor for a secret that the site has not met: stored with their first write, not before. */
export const newVisitor = (siteId: string, secret: string, now: number): Visitor => ({
  id: newId(now),
  siteId,
  name: null,
  email: null,
  emailVerified: false,
  blocked: false,
  subject: null,
  isNew: true,
  secretHash: hashSecret(secret),
});

/** Another address than the one they answered from is not theirs yet. */
export const verifiedIfSame = (email: string) =>
  sql`case when lower(${visitors.email}) = ${email.toLowerCase()} then ${visitors.emailVerifiedAt} else null end`;

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
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, visitorId), eq(visitors.email, email)));

/** The signed addresses of those whom a site knows under these names, by name. @param subjects at most some thousand */
export const findSignedEmails = async (
  ctx: Context,
  siteId: string,
  subjects: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await ctx.database.read
    .select({ subject: visitors.subject, email: visitors.email })
    .from(visitors)
    .where(
      and(
        eq(visitors.siteId, siteId),
        inArray(visitors.subject, [...subjects]),
        eq(visitors.emailSigned, true),
      ),
    );
  return new Map(rows.flatMap(({ subject, email }) => (subject && email ? [[subject, email]] : [])));
};

/** @throws Failure `forbidden` for whom staff have blocked */
export const refuseBlocked = (visitor: { blocked: boolean }): void => {
  if (visitor.blocked) throw new Failure('forbidden', 'You can’t send messages here any more.');
};

const addSecret = cachedWrite<'siteId' | 'hash' | 'visitorId' | 'now' | 'endsAt'>((tx, value) =>
  tx.insert(visitorSecrets).values({
    siteId: value('siteId'),
    hash: value('hash'),
    visitorId: value('visitorId'),
    createdAt: value('now'),
    endsAt: value('endsAt'),
  }),
);

const addVisitor = cachedWrite<'siteId' | 'id' | 'name' | 'email' | 'language' | 'now'>((tx, value) =>
  tx.insert(visitors).values({
    siteId: value('siteId'),
    id: value('id'),
    name: value('name'),
    email: value('email'),
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
  said: { name?: string | null; email?: string | null; language: string },
  now: number,
): Statement[] =>
  visitor.isNew
    ? [
        addSecret(tx, {
          siteId: visitor.siteId,
          hash: visitor.secretHash,
          visitorId: visitor.id,
          now,
          endsAt: now + secretLifetime,
        }),
        addVisitor(tx, {
          siteId: visitor.siteId,
          id: visitor.id,
          name: said.name || null,
          email: said.email || null,
          language: said.language,
          now,
        }),
      ]
    : [
        tx
          .update(visitors)
          .set({
            // What was signed is not replaced by what is typed: the badge beside it would lie.
            name: said.name
              ? sql`case when ${visitors.subject} is null then ${said.name} else coalesce(${visitors.name}, ${said.name}) end`
              : sql`${visitors.name}`,
            email: said.email
              ? sql`case when ${visitors.emailSigned} then ${visitors.email} else ${said.email} end`
              : sql`${visitors.email}`,
            ...(said.email && { emailVerifiedAt: verifiedIfSame(said.email) }),
            language: said.language,
            seenAt: now,
          })
          .where(and(eq(visitors.siteId, visitor.siteId), eq(visitors.id, visitor.id))),
      ];

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

/** Stores a visitor whom only a secret stands for so far. @returns their id */
export const storeVisitor = async (ctx: Context, visitor: Visitor, language: string): Promise<string> => {
  if (visitor.isNew)
    await ctx.database.write((tx) => insertVisitor(tx, visitor, { language }, ctx.clock.now()));
  return visitor.id;
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
export const endVisitorSecret = (ctx: Context, visitor: Visitor): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .delete(visitorSecrets)
      .where(and(eq(visitorSecrets.siteId, visitor.siteId), eq(visitorSecrets.hash, visitor.secretHash))),
  ]);

export const findVisitorRow = async (ctx: Context, siteId: string, id: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, id)))
    .limit(1);
  return row ?? null;
};
