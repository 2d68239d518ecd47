import { z } from 'zod';
import { publicIdea } from '../../shared/ideas/schema.ts';
import { ideaStatuses } from '../../shared/ideas/states.ts';
import type { Context } from '../context.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { WebhookSource } from '../core/webhookSource.ts';
import type { WebhookEvent } from '../core/webhookTypes.ts';
import { findSteps } from './queries/details.ts';
import { findIdeas } from './queries/ideas.ts';
import { toPublicIdea } from './views.ts';

const created = z.object({ idea: publicIdea, url: z.string() });

const statusChanged = created.extend({
  status: z.enum(ideaStatuses),
  /** The team's note, Markdown. */
  note: z.string(),
});

const subjectsOf = (events: readonly LogEvent[]): string[] => [
  ...new Set(events.flatMap(({ subjectId }) => subjectId ?? [])),
];

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const made = batch.filter(({ kind }) => kind === 'idea.added' || kind === 'idea.published');
  const stepped = batch.filter(({ kind }) => kind === 'idea.step');
  if (made.length + stepped.length === 0) return [];
  const site = await ctx.sites.byId(siteId);
  if (!site) return [];
  const steps = new Map((await findSteps(ctx, siteId, subjectsOf(stepped))).map((step) => [step.id, step]));
  const ids = [...new Set([...subjectsOf(made), ...[...steps.values()].map(({ ideaId }) => ideaId)])];
  const rows = new Map(
    (await findIdeas(ctx, siteId, ids)).filter(({ state }) => state === 'public').map((row) => [row.id, row]),
  );
  const events: WebhookEvent[] = [];
  for (const { seq, at, kind, subjectId } of [...made, ...stepped]) {
    const step = kind === 'idea.step' ? steps.get(subjectId ?? '') : undefined;
    const row = rows.get(step?.ideaId ?? subjectId ?? '');
    if (!row) continue;
    const idea = await toPublicIdea(ctx, site, row);
    const data = { idea, url: `${ctx.config.publicUrl}${idea.path}` };
    events.push({
      seq,
      at,
      type: step ? 'idea.status_changed' : 'idea.created',
      visitorId: row.authorKind === 'visitor' ? row.authorId : null,
      conversationId: null,
      data: step
        ? statusChanged.parse({ ...data, status: step.status, note: step.note })
        : created.parse(data),
    });
  }
  return events.sort((one, other) => one.seq - other.seq);
};

export const ideaWebhooks: WebhookSource = {
  types: {
    'idea.created': { summary: 'An idea became public', data: created },
    'idea.status_changed': { summary: 'The team gave an idea a status', data: statusChanged },
  },
  read,
};
