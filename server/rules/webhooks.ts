import { inboxPath } from '../../shared/core/mail/routes.ts';
import { ruleFired } from '../../shared/rules/schema.ts';
import type { Context } from '../context.ts';
import { findConversations } from '../core/conversations/queries/conversations.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { WebhookSource } from '../core/webhookSource.ts';
import type { WebhookEvent } from '../core/webhookTypes.ts';
import { findRuns } from './queries.ts';
import { firedKind } from './run.ts';

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const fired = batch.filter(({ kind }) => kind === firedKind);
  if (fired.length === 0) return [];
  const ids = (list: (string | null)[]): string[] => [...new Set(list.filter((id) => id !== null))];
  const [runs, rows] = await Promise.all([
    findRuns(ctx, siteId, ids(fired.map(({ subjectId }) => subjectId))),
    findConversations(ctx, siteId, ids(fired.map(({ conversationId }) => conversationId))),
  ]);
  return fired.flatMap(({ seq, at, visitorId, conversationId, subjectId }) => {
    const run = runs.find(({ id }) => id === subjectId);
    const row = rows.find(({ id }) => id === conversationId);
    if (!run || !row) return [];
    const data = ruleFired.parse({
      rule: { id: run.ruleId, name: run.name },
      conversation: { id: row.id, subject: row.subject },
      at: run.at,
      url: `${ctx.config.publicUrl}${inboxPath(siteId, row.id)}`,
    });
    return [{ seq, at, type: firedKind, visitorId, conversationId, data }];
  });
};

/** The source of webhooks about rules. */
export const ruleWebhooks: WebhookSource = {
  types: { [firedKind]: { summary: 'A rule that tells programs fired on a conversation', data: ruleFired } },
  read,
};
