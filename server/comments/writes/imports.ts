import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { comments } from '../tables.ts';
import { ofComment } from './comments.ts';
import type { CommentRow } from '../queries/comments.ts';

/** Stores what came from elsewhere; where it stands is set afterwards. */
export const insertImported = (tx: Queries, row: typeof comments.$inferInsert): Statement =>
  tx.insert(comments).values(row).onConflictDoNothing();

/** Adds a picture to a comment that was taken in before it. */
export const addPicture = (tx: Queries, row: CommentRow, picture: Attachment, seq: number): Statement =>
  tx
    .update(comments)
    .set({ files: [...(row.files ?? []), picture], seq })
    .where(ofComment(row.siteId, row.id));

export const setPlaces = (
  tx: Queries,
  siteId: string,
  places: readonly { id: string; parentId: string | null; rootId: string; place: number }[],
): Statement[] =>
  places.map(({ id, ...place }) => tx.update(comments).set(place).where(ofComment(siteId, id)));
