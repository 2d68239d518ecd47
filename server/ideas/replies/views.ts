import type { IdeaReply, OwnIdeaReply } from '../../../shared/ideas/schema.ts';
import type { ReplyRow } from './queries.ts';

/** A reply as its readers get it. */
export const toReplyView = (row: ReplyRow): IdeaReply => ({
  id: row.id,
  author: row.authorName,
  kind: row.authorKind,
  verified: row.verified && row.authorKind === 'visitor',
  rich: row.rich,
  at: row.createdAt,
  editedAt: row.editedAt,
});

/** A reply as its author gets it. What is hidden for its words looks like what waits: a spammer learns nothing. */
export const toOwnReplyView = (row: ReplyRow): OwnIdeaReply => ({
  ...toReplyView(row),
  state: row.state === 'hidden' ? 'waiting' : row.state,
  body: row.body,
});
