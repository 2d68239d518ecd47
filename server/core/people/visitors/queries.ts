import { isSameEmail } from '../../emailAddress.ts';
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { visitorSecrets, visitors } from './tables.ts';

export const bySecret = preparedQuery('visitor_by_secret', (queries) =>
  queries
    .select({
      id: visitors.id,
      name: visitors.name,
      email: visitors.email,
      emailSigned: visitors.emailSigned,
      emailVerifiedAt: visitors.emailVerifiedAt,
      blockedAt: visitors.blockedAt,
      subject: visitors.subject,
      subjectImported: visitors.subjectImported,
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

/** True when an address is this visitor's for certain: it came signed, or they answered or clicked a mail to it. */
export const hasProven = (
  visitor: { email: string | null; emailSigned: boolean; emailVerifiedAt: number | null } | null,
  address: string | null,
): boolean =>
  visitor?.email != null &&
  address !== null &&
  isSameEmail(visitor.email, address) &&
  (visitor.emailSigned || visitor.emailVerifiedAt !== null);

/** True when a browser is authorised for a visitor: one of their secrets is worth something. */
export const isInBrowser = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  siteId: string,
  id: string,
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ hash: visitorSecrets.hash })
    .from(visitorSecrets)
    .where(
      and(
        eq(visitorSecrets.siteId, siteId),
        eq(visitorSecrets.visitorId, id),
        gt(visitorSecrets.endsAt, ctx.clock.now()),
      ),
    )
    .limit(1);
  return row !== undefined;
};

export const findVisitorRow = async (ctx: Context, siteId: string, id: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, id)))
    .limit(1);
  return row ?? null;
};

/** Visitors with an address, in the form it is compared in, those seen last first. */
export const listByEmail = (ctx: Pick<Context, 'database'>, siteId: string, emailKey: string) =>
  ctx.database.read
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.emailKey, emailKey)))
    .orderBy(desc(visitors.seenAt), desc(visitors.id))
    .limit(100);
