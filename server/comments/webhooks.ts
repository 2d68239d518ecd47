import { z } from 'zod';
import { id, instant } from '../../shared/core/fields.ts';
import type { Context } from '../context.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { WebhookSource } from '../core/webhookSource.ts';
import type { WebhookEvent } from '../core/webhookTypes.ts';
import { findComments } from './queries/comments.ts';
import { findPages } from './queries/pages.ts';

const comment = z.object({
  id,
  page: z.object({ id: z.string(), url: z.string(), title: z.string() }),
  /** The comment it replies to. */
  parent: id.nullable(),
  state: z.string(),
  /** Why it is held; null for others. */
  reason: z.string().nullable(),
  author: z.object({
    kind: z.enum(['visitor', 'staff', 'imported']),
    id: z.string().nullable(),
    name: z.string(),
    email: z.string().nullable(),
    verified: z.boolean(),
  }),
  /** Markdown, as written. */
  body: z.string(),
  language: z.string(),
  at: instant,
  editedAt: instant.nullable(),
});

const types: Record<string, string> = {
  'comment.added': 'comment.created',
  'comment.held': 'comment.held',
  'comment.approved': 'comment.approved',
  'comment.changed': 'comment.changed',
};

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const told = batch.filter(({ kind, subjectId }) => kind in types && subjectId !== null);
  if (told.length === 0) return [];
  // Some changes are of a whole page (an import, an erasure): those are no comment's id, and found nowhere.
  const rows = await findComments(ctx, siteId, [...new Set(told.map(({ subjectId }) => subjectId ?? ''))]);
  const pages = await findPages(ctx, siteId, [...new Set(rows.map(({ pageId }) => pageId))]);
  return told.flatMap(({ seq, at, kind, subjectId }) => {
    const row = rows.find((one) => one.id === subjectId);
    const page = pages.find((one) => one.id === row?.pageId);
    if (!row || !page) return [];
    const { authorKind, authorId, name, email, verified, parentId, createdAt } = row;
    const author = { kind: authorKind, id: authorId, name, email, verified };
    return [
      {
        seq,
        at,
        type: types[kind] ?? kind,
        visitorId: authorKind === 'visitor' ? authorId : null,
        conversationId: null,
        data: comment.parse({ ...row, page, parent: parentId, author, at: createdAt }),
      },
    ];
  });
};

export const commentWebhooks: WebhookSource = {
  types: {
    'comment.created': { summary: 'A comment appeared under a page', data: comment },
    'comment.held': { summary: 'A comment waits for a decision', data: comment },
    'comment.approved': { summary: 'A held comment was approved', data: comment },
    'comment.changed': { summary: 'A comment was edited, hidden or deleted', data: comment },
  },
  read,
};
