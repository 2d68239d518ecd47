import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { firstWords, timelineOf } from '../../core/people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../core/people/timeline/source.ts';
import { comments, commentVotes } from '../tables.ts';
import { commentTable, voteTable } from './personalData.ts';

const pageUrl: SQL<string | null> =
  sql`(select page.url from comment_pages page where page.site_id = comments.site_id and page.id = comments.page_id)`;

/** The comment that a vote is for. */
const votedBody: SQL<string> = sql`coalesce((select substr(voted.body, 1, 280) from comments voted where voted.site_id = comment_votes.site_id and voted.id = comment_votes.comment_id), '')`;

const votedUrl: SQL<string | null> =
  sql`(select page.url from comments voted join comment_pages page on page.site_id = voted.site_id and page.id = voted.page_id where voted.site_id = comment_votes.site_id and voted.id = comment_votes.comment_id)`;

/** Comments and votes in a person's time line. */
export const commentTimeline = (ctx: Context): TimelineSource[] => [
  timelineOf<{ body: string; state: string; url: string | null }>(ctx, {
    ...commentTable,
    at: comments.createdAt,
    select: { body: firstWords(comments.body), state: comments.state, url: pageUrl },
    toEntry: ({ body, state, url }) => ({
      kind: 'comment',
      by: 'person',
      text: body,
      detail: state,
      conversation: null,
      url,
    }),
  }),
  timelineOf<{ body: string; value: number; url: string | null }>(ctx, {
    ...voteTable,
    at: commentVotes.at,
    select: { body: votedBody, value: commentVotes.value, url: votedUrl },
    toEntry: ({ body, value, url }) => ({
      kind: 'vote',
      by: 'person',
      text: body,
      detail: value > 0 ? 'up' : 'down',
      conversation: null,
      url,
    }),
  }),
];
