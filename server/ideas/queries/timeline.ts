import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { firstWords, timelineOf } from '../../core/people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../core/people/timeline/source.ts';
import { ideas, ideaVotes } from '../tables.ts';
import { ideaTable, ideaVoteTable } from '../personalData/queries.ts';

const votedTitle: SQL<string> = sql`coalesce((select voted.title from ideas voted where voted.site_id = idea_votes.site_id and voted.id = idea_votes.idea_id), '')`;

/** Ideas and votes for them in a person's time line. */
export const ideaTimeline = (ctx: Context): TimelineSource[] => [
  timelineOf<{ title: string; state: string }>(ctx, {
    ...ideaTable,
    at: ideas.createdAt,
    select: { title: firstWords(ideas.title), state: ideas.state },
    toEntry: ({ title, state }) => ({
      kind: 'idea',
      by: 'person',
      text: title,
      detail: state,
      conversation: null,
      url: null,
    }),
  }),
  timelineOf<{ title: string; staffId: string | null }>(ctx, {
    ...ideaVoteTable,
    at: ideaVotes.at,
    select: { title: votedTitle, staffId: ideaVotes.staffId },
    toEntry: ({ title, staffId }) => ({
      kind: 'vote',
      by: staffId === null ? 'person' : 'staff',
      text: title,
      detail: 'idea',
      conversation: null,
      url: null,
    }),
  }),
];
