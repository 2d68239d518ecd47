import type { Comment, OwnComment } from '../../shared/comments/schema.ts';
import type { CommentSettings } from '../../shared/comments/settings.ts';
import type { CommentRow } from './queries/comments.ts';

export const authorOf = (row: CommentRow): Comment['author'] => ({
  name: row.name,
  kind: row.authorKind === 'staff' ? 'staff' : 'visitor',
  // The team needs no page to say who it is.
  verified: row.verified && row.authorKind !== 'staff',
});

/** A comment as everybody sees it: of one that is not there for them, only that something was. */
export const toCommentView = (row: CommentRow): Comment => {
  const gone = row.state !== 'approved';
  return {
    id: row.id,
    parent: row.parentId,
    root: row.rootId,
    author: gone ? { name: '', kind: 'visitor', verified: false } : authorOf(row),
    rich: gone ? [] : row.rich,
    files: gone ? [] : (row.files ?? []),
    at: row.createdAt,
    editedAt: gone ? null : row.editedAt,
    up: gone ? 0 : row.up,
    down: gone ? 0 : row.down,
    gone,
    pinned: !gone && row.pinnedAt !== null,
  };
};

/** A comment as who wrote it sees it. What is taken for spam looks like what waits. */
export const toOwnViews = (settings: CommentSettings, row: CommentRow): OwnComment => ({
  ...toCommentView({ ...row, state: 'approved' }),
  body: row.body,
  state: row.state === 'approved' ? 'approved' : 'pending',
  reason: row.state === 'approved' ? null : (row.reason ?? 'always'),
  editableUntil: row.createdAt + settings.editMinutes * 60_000,
});
