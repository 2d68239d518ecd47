import { and, desc, eq, gte, isNotNull, gt, ne, notExists, notInArray, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { openMinutesBetween } from '../../people/sites/hours.ts';
import type { Site } from '../../people/sites/sites.ts';
import { conversations, messages } from '../tables.ts';
import { ownPromiseKinds } from '../../../../shared/core/conversations/schema.ts';
import { listed } from '../../db/listed.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { jobs } from '../../jobs/tables.ts';

/** First replies looked at, milliseconds back. */
const measuredOver = 14 * 24 * 3_600_000;

const maxSamples = 500;

/** Minutes of opening hours that first replies took over the last 14 days, sorted. */
export const measuredReplies = async (ctx: Context, site: Site): Promise<number[]> => {
  const sites = measuredBySite.get(ctx.database) ?? new Map<string, Measured>();
  measuredBySite.set(ctx.database, sites);
  const known = sites.get(site.id);
  if (known && known.until > ctx.clock.monotonic()) return known.replies;
  const rows = await ctx.database.read
    .select({ createdAt: conversations.createdAt, firstReplyAt: conversations.firstReplyAt })
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, site.id),
        isNotNull(conversations.firstReplyAt),
        gte(conversations.firstReplyAt, ctx.clock.now() - measuredOver),
        // What staff started is no reply to anything.
        notExists(
          ctx.database.read
            .select({ id: messages.id })
            .from(messages)
            .where(
              and(
                eq(messages.siteId, conversations.siteId),
                eq(messages.id, conversations.id),
                eq(messages.authorKind, 'staff'),
              ),
            ),
        ),
      ),
    )
    .orderBy(desc(conversations.firstReplyAt))
    .limit(maxSamples);
  const replies = rows
    .flatMap(({ createdAt, firstReplyAt }) =>
      firstReplyAt === null ? [] : openMinutesBetween(site.settings.hours, createdAt, firstReplyAt),
    )
    .sort((one, other) => one - other);
  sites.set(site.id, { replies, until: ctx.clock.monotonic() + measureEvery });
  return replies;
};

/** Conversations of some whose promise stands and has no steps yet: every message of a long chat asks. */
export const findUnplanned = preparedQuery('unplanned_promises', (queries) =>
  queries
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, sql.placeholder('site')),
        sql`${conversations.id} in (select value from ${listed(sql.placeholder('ids'))})`,
        ne(conversations.status, 'closed'),
        eq(conversations.waitingFor, 'staff'),
        gt(conversations.promiseAt, 0),
        notInArray(conversations.kind, [...ownPromiseKinds]),
        notExists(
          queries
            .select({ id: jobs.id })
            .from(jobs)
            .where(
              and(
                eq(jobs.siteId, conversations.siteId),
                eq(jobs.kind, 'promise.tell'),
                eq(jobs.key, sql`${conversations.id} || ' ' || ${conversations.promiseAt}`),
              ),
            ),
        ),
      ),
    ),
);

/** Measured replies are looked at anew this often a site, milliseconds: hundreds of calendars are not for every ask. */
export const measureEvery = 60_000;

export interface Measured {
  replies: number[];
  until: number;
}

export const measuredBySite = new WeakMap<Context['database'], Map<string, Measured>>();
