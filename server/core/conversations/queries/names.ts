import { visitors } from '../../people/visitors/tables.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { staff, teams } from '../../people/staff/tables.ts';
import { conversationLabels } from '../tables.ts';

/**
 * Up to so many rows are looked up one by one: live events are about a row or two, and a text that is built once and
 * run a few times costs a fraction of one that is built anew for a list.
 */
export const fewRows = 6;

const staffName = preparedQuery('staff_name', (queries) =>
  queries
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(eq(staff.id, sql.placeholder('id'))),
);

export const namesOf = async (ctx: Context, ids: (string | null)[]): Promise<Map<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows =
    wanted.length <= fewRows
      ? (await Promise.all(wanted.map((id) => staffName(ctx.database, { id })))).flat()
      : await ctx.database.read
          .select({ id: staff.id, name: staff.name })
          .from(staff)
          .where(inArray(staff.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
};

const visitorColumns = {
  id: visitors.id,
  name: visitors.name,
  email: visitors.email,
  subject: visitors.subject,
  emailSigned: visitors.emailSigned,
  subjectImported: visitors.subjectImported,
  attributes: visitors.attributes,
  emailVerifiedAt: visitors.emailVerifiedAt,
  blockedAt: visitors.blockedAt,
};

const visitorName = preparedQuery('visitor_name', (queries) =>
  queries
    .select(visitorColumns)
    .from(visitors)
    .where(and(eq(visitors.siteId, sql.placeholder('site')), eq(visitors.id, sql.placeholder('id')))),
);

export const visitorsOf = async (ctx: Context, siteId: string, ids: string[]) => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return wanted.length <= fewRows
    ? (await Promise.all(wanted.map((id) => visitorName(ctx.database, { site: siteId, id })))).flat()
    : ctx.database.read
        .select(visitorColumns)
        .from(visitors)
        .where(and(eq(visitors.siteId, siteId), inArray(visitors.id, wanted)));
};

const labelsOfOne = preparedQuery('labels_of_conversation', (queries) =>
  queries
    .select({ conversation: conversationLabels.conversationId, label: conversationLabels.labelId })
    .from(conversationLabels)
    .where(
      and(
        eq(conversationLabels.siteId, sql.placeholder('site')),
        eq(conversationLabels.conversationId, sql.placeholder('id')),
      ),
    ),
);

/** Ids of labels by conversation. */
export const labelsOf = async (
  ctx: Context,
  siteId: string,
  ids: string[],
): Promise<Map<string, string[]>> => {
  const rows =
    ids.length <= fewRows
      ? (await Promise.all(ids.map((id) => labelsOfOne(ctx.database, { site: siteId, id })))).flat()
      : await ctx.database.read
          .select({ conversation: conversationLabels.conversationId, label: conversationLabels.labelId })
          .from(conversationLabels)
          .where(and(eq(conversationLabels.siteId, siteId), inArray(conversationLabels.conversationId, ids)));
  const found = new Map<string, string[]>();
  for (const { conversation, label } of rows)
    found.set(conversation, [...(found.get(conversation) ?? []), label]);
  return found;
};

export const teamNamesOf = async (ctx: Context, siteId: string): Promise<Map<string, string>> => {
  const rows = await ctx.database.read
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.siteId, siteId));
  return new Map(rows.map((row) => [row.id, row.name]));
};
