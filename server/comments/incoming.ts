import type { IncomingSource } from '../core/incoming.ts';
import { listWritten } from './queries/written.ts';

/** Comments that visitors wrote and everybody reads. */
export const incomingComments: IncomingSource = {
  events: ['comment.added', 'comment.approved'],
  list: async (ctx, siteId, since, limit) =>
    (await listWritten(ctx, siteId, since, limit)).map(({ authorId, ...row }) => ({
      ...row,
      kind: 'comment',
      visitorId: authorId,
      person: authorId ?? row.id,
      conversationId: null,
    })),
};
