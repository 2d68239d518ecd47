import { z } from 'zod';
import { id, instant } from '../../shared/core/fields.ts';
import type { Context } from '../context.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { WebhookSource } from '../core/webhookSource.ts';
import type { WebhookEvent } from '../core/webhookTypes.ts';
import { findResponse } from './queries.ts';

const surveyAnswer = z.object({
  id,
  survey: id,
  visitor: z.string().nullable(),
  score: z.number().int(),
  text: z.string(),
  language: z.string(),
  page: z.string(),
  source: z.string(),
  attributes: z.record(z.string(), z.string()),
  /** The conversation that followed from it. */
  conversation: id.nullable(),
  at: instant,
});

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const told: WebhookEvent[] = [];
  for (const { kind, seq, at, subjectId } of batch) {
    const row = kind === 'nps.answered' && subjectId ? await findResponse(ctx, siteId, subjectId) : null;
    if (!row) continue;
    const { surveyId, visitorId, conversationId } = row;
    const data = surveyAnswer.parse({
      ...row,
      survey: surveyId,
      visitor: visitorId,
      conversation: conversationId,
    });
    told.push({ seq, at, type: 'survey.answered', visitorId, conversationId, data });
  }
  return told;
};

export const surveyWebhooks: WebhookSource = {
  types: {
    'survey.answered': {
      summary: 'Someone answered an NPS survey, or added to their answer',
      data: surveyAnswer,
    },
  },
  read,
};
