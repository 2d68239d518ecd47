import { z } from 'zod';
import { publicQuestion } from '../../shared/ask/schema.ts';
import type { Context } from '../context.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { WebhookSource } from '../core/webhookSource.ts';
import type { WebhookEvent } from '../core/webhookTypes.ts';
import { findPublishedMany } from './queries/questions.ts';
import { toQuestionView } from './routes.ts';
import { questionChanged } from './searchSource.ts';

const question = z.object({ question: publicQuestion, url: z.string() });

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const changed = batch.filter(({ kind, subjectId }) => kind === questionChanged && subjectId !== null);
  const site = changed.length > 0 ? await ctx.sites.byId(siteId) : null;
  if (!site) return [];
  const rows = await findPublishedMany(ctx, siteId, [
    ...new Set(changed.map(({ subjectId }) => subjectId ?? '')),
  ]);
  const conversations = new Map(rows.map((row) => [row.id, row.conversationId]));
  const views = new Map<string, z.infer<typeof publicQuestion>>();
  for (const row of rows) views.set(row.id, await toQuestionView(ctx, site, row));
  return changed.flatMap(({ seq, at, subjectId }) => {
    const view = views.get(subjectId ?? '');
    return view
      ? [
          {
            seq,
            at,
            type: 'question.changed',
            visitorId: null,
            conversationId: conversations.get(view.id) ?? null,
            data: { question: view, url: ctx.config.publicUrl + view.path },
          },
        ]
      : [];
  });
};

export const questionWebhooks: WebhookSource = {
  types: {
    'question.changed': {
      summary: 'A public question was published or edited, or its answers were',
      data: question,
    },
  },
  read,
};
