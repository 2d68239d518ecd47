import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { conversations } from '../../../core/conversations/tables.ts';
import { logs } from '../../../core/events/tables.ts';
import { hashAddress } from '../../../core/mail/addresses.ts';
import { findPersonsOf } from '../../../core/people/links/queries.ts';
import { describePerson, type VisitorRow } from '../../../core/people/links/together.ts';
import { isOneOf } from '../../../core/people/privacy/queries/rows.ts';
import { visitors } from '../../../core/people/visitors/tables.ts';
import { contactStages } from '../../tables.ts';
import { contactRefusals } from '../tables.ts';
import { type TraitRow, traitsOf } from '../traits.ts';

const groupBy = <One>(list: readonly One[], keyOf: (one: One) => string): Map<string, One[]> => {
  const groups = new Map<string, One[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};

/** A page of a site's visitors by id. */
export const pageOfVisitors = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  after: string,
  max: number,
): Promise<string[]> =>
  (
    await ctx.database.read
      .select({ id: visitors.id })
      .from(visitors)
      .where(and(eq(visitors.siteId, siteId), gt(visitors.id, after)))
      .orderBy(asc(visitors.id))
      .limit(max)
  ).map(({ id }) => id);

/** Conversations of some visitors. The rest is decided here, lest an engine looks through all that aren't held. */
const conversationsOf = async (ctx: Pick<Context, 'database'>, siteId: string, ids: readonly string[]) =>
  (
    await ctx.database.read
      .select({
        visitorId: conversations.visitorId,
        status: conversations.status,
        waitingFor: conversations.waitingFor,
        createdAt: conversations.createdAt,
        lastMessageAt: conversations.lastMessageAt,
        visitorSeenAt: conversations.visitorSeenAt,
        rating: conversations.rating,
        ratedAt: conversations.ratedAt,
        mergedInto: conversations.mergedInto,
        held: conversations.held,
      })
      .from(conversations)
      .where(and(eq(conversations.siteId, siteId), isOneOf(conversations.visitorId, ids)))
  ).filter(({ mergedInto, held }) => mergedInto === null && !held);

const isContact = (rows: readonly VisitorRow[]): boolean =>
  rows.some(({ subject, emailKey, name }) => subject !== null || emailKey !== null || name !== null);

/** The rows of all visitors who belong together with some, as things are now; none of who isn't a contact. */
export const readTraits = async (
  ctx: Pick<Context, 'database' | 'visitorTraits'>,
  siteId: string,
  ids: readonly string[],
): Promise<TraitRow[]> => {
  const groups = await findPersonsOf(ctx, siteId, ids);
  const all = groups.flat().map(({ id }) => id);
  const [summaries, traits, stages, refusals] = await Promise.all([
    conversationsOf(ctx, siteId, all),
    ctx.visitorTraits(siteId, all),
    ctx.database.read
      .select()
      .from(contactStages)
      .where(and(eq(contactStages.siteId, siteId), isOneOf(contactStages.visitorId, all)))
      .orderBy(desc(contactStages.at), desc(contactStages.id)),
    ctx.database.read
      .select()
      .from(contactRefusals)
      .where(and(eq(contactRefusals.siteId, siteId), isOneOf(contactRefusals.visitorId, all))),
  ]);
  const by = <One extends { visitorId: string }>(list: readonly One[]) =>
    groupBy(list, ({ visitorId }) => visitorId);
  const [ofVisitor, traitsBy, refusedBy] = [by(summaries), by(traits), by(refusals)];
  return groups.flatMap((rows) => {
    const [first] = rows;
    const own = rows.flatMap(({ id }) => ofVisitor.get(id) ?? []);
    if (!first || (!isContact(rows) && own.length === 0)) return [];
    const refused = rows.flatMap(({ id }) => refusedBy.get(id) ?? []);
    const { email } = describePerson(first, rows);
    const row = traitsOf({
      siteId,
      contactId: first.id,
      language: first.language,
      createdAt: Math.min(...rows.map(({ createdAt }) => createdAt)),
      conversations: own,
      traits: rows.flatMap(({ id }) => traitsBy.get(id) ?? []),
      stageId: stages.find(({ visitorId }) => rows.some(({ id }) => id === visitorId))?.stageId ?? null,
      addressHash: email === null ? null : hashAddress(email),
      noCalls: refused.some(({ noCalls }) => noCalls) || rows.some(({ blockedAt }) => blockedAt !== null),
      noMails: refused.some(({ noMails }) => noMails) || rows.some(({ blockedAt }) => blockedAt !== null),
    });
    return rows.map(({ id }) => ({ ...row, visitorId: id }));
  });
};

/** The place of a site's oldest event that is still kept. */
export const oldestEvent = async (ctx: Pick<Context, 'database'>, siteId: string): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ oldest: logs.oldest })
    .from(logs)
    .where(eq(logs.siteId, siteId));
  return row?.oldest ?? 0;
};
