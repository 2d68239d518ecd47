import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { firstWords, timelineOf } from '../../core/people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../core/people/timeline/source.ts';
import { answers, questionVotes } from '../tables.ts';
import { answerTable, voteTable } from './personalAnswers.ts';

/** The question itself, or the one that the answer is for. */
const votedTitle: SQL<string> = sql`coalesce((select asked.title from questions asked where asked.site_id = question_votes.site_id and asked.id = question_votes.subject_id), (select asked.title from answers voted join questions asked on asked.site_id = voted.site_id and asked.id = voted.question_id where voted.site_id = question_votes.site_id and voted.id = question_votes.subject_id), '')`;

const isAnswer: SQL<number> = sql`(select count(*) from answers voted where voted.site_id = question_votes.site_id and voted.id = question_votes.subject_id)`;

/** Public answers and votes in a person's time line. */
export const communityTimeline = (ctx: Context): TimelineSource[] => [
  timelineOf<{ body: string; state: string }>(ctx, {
    ...answerTable,
    at: answers.createdAt,
    select: { body: firstWords(answers.body), state: answers.state },
    toEntry: ({ body, state }) => ({
      kind: 'answer',
      by: 'person',
      text: body,
      detail: state,
      conversation: null,
      url: null,
    }),
  }),
  timelineOf<{ title: string; forAnswer: number }>(ctx, {
    ...voteTable,
    at: questionVotes.at,
    select: { title: votedTitle, forAnswer: isAnswer },
    toEntry: ({ title, forAnswer }) => ({
      kind: 'vote',
      by: 'person',
      text: title,
      detail: Number(forAnswer) > 0 ? 'helpful' : 'me_too',
      conversation: null,
      url: null,
    }),
  }),
];
