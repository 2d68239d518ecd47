import { segmentEntered } from '../../../shared/contacts/segments/schema.ts';
import type { Context } from '../../context.ts';
import type { LogEvent } from '../../core/events/tables.ts';
import type { WebhookSource } from '../../core/webhookSource.ts';
import type { WebhookEvent } from '../../core/webhookTypes.ts';
import { findMeantVisitors } from '../queries/contacts.ts';
import { toRow } from '../views.ts';
import { findSegments } from './queries/kept.ts';
import { enteredKind } from './watch.ts';

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const entered = batch.filter(({ kind }) => kind === enteredKind);
  if (entered.length === 0) return [];
  const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
  const [rows, found] = await Promise.all([
    findMeantVisitors(ctx, siteId, {
      ids: unique(entered.map(({ visitorId }) => visitorId)),
      subjects: [],
      emailKeys: [],
    }),
    findSegments(ctx, siteId, unique(entered.map(({ subjectId }) => subjectId))),
  ]);
  return entered.flatMap(({ seq, at, visitorId, subjectId }) => {
    const row = rows.find(({ id }) => id === visitorId);
    const segment = found.find(({ id }) => id === subjectId);
    if (!row || !segment) return [];
    const data = segmentEntered.parse({
      segment: { id: segment.id, name: segment.name },
      contact: toRow(row, 0),
      url: `${ctx.config.publicUrl}/inbox/contacts`,
    });
    return [{ seq, at, type: enteredKind, visitorId, conversationId: null, data }];
  });
};

/** The source of webhooks about segments. */
export const segmentWebhooks: WebhookSource = {
  types: { [enteredKind]: { summary: 'A contact entered a watched segment', data: segmentEntered } },
  read,
};
