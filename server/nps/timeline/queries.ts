import type { Context } from '../../context.ts';
import { firstWords, timelineOf } from '../../core/people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../core/people/timeline/source.ts';
import { responseTable } from '../personalData/queries.ts';
import { npsResponses } from '../tables.ts';

/** Survey answers in a person's time line. */
export const responseTimeline = (ctx: Context): TimelineSource[] => [
  timelineOf<{ score: number; words: string; conversation: string | null }>(ctx, {
    ...responseTable,
    at: npsResponses.at,
    select: {
      score: npsResponses.score,
      words: firstWords(npsResponses.text),
      conversation: npsResponses.conversationId,
    },
    toEntry: ({ score, words, conversation }) => ({
      kind: 'survey',
      by: 'person',
      text: words,
      detail: String(score),
      conversation,
      url: null,
    }),
  }),
];
