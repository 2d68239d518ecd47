import { z } from 'zod';
import { id, instant } from '../../shared/core/fields.ts';
import type { Context } from '../context.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { WebhookSource } from '../core/webhookSource.ts';
import type { WebhookEvent } from '../core/webhookTypes.ts';
import { findCallbacks } from './queries.ts';

const callback = z.object({
  /** The conversation of a callback has the same id. */
  id,
  state: z.string(),
  /** E.164. */
  number: z.string(),
  extension: z.string().nullable(),
  country: z.string(),
  topic: z.string().nullable(),
  zone: z.string(),
  language: z.string(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  /** When the next try is due. */
  dueAt: instant.nullable(),
  /** The colleague who said that they will call. */
  owner: id.nullable(),
  attempts: z.number().int(),
  createdAt: instant,
  changedAt: instant,
});

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const changed = batch.filter(({ kind }) => kind === 'callback.changed');
  const ids = changed.flatMap(({ conversationId }) => conversationId ?? []);
  if (ids.length === 0) return [];
  const rows = new Map((await findCallbacks(ctx, siteId, ids)).map((row) => [row.id, row]));
  return changed.flatMap(({ seq, at, conversationId, visitorId }) => {
    const row = rows.get(conversationId ?? '');
    return row
      ? [
          {
            seq,
            at,
            visitorId,
            conversationId,
            type: 'callback.changed',
            data: callback.parse({ ...row, owner: row.ownerId }),
          },
        ]
      : [];
  });
};

export const callbackWebhooks: WebhookSource = {
  types: {
    'callback.changed': {
      summary: 'A callback was booked, moved, cancelled, tried, reached or missed; `state` says which',
      data: z.object(callback.shape),
    },
  },
  read,
};
