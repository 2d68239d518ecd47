import { assertPresent } from '../../core/assertPresent.ts';
import { findPages, type PageRow } from '../queries/pages.ts';
import { type CommentRow, findComment } from '../queries/comments.ts';
import type { EditComment } from '../../../shared/comments/schema.ts';
import type { Context } from '../../context.ts';
import { bindAttachments, releaseAttachments } from '../../core/content/attachments/queries.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { withdrawCopies } from '../../core/people/privacy/copies.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { changeComment, recount, touchPage } from '../writes/comments.ts';
import { judgeContribution } from '../../core/moderation/contribution.ts';
import { readFiles } from './add.ts';
import { commentEvent, commentState } from './checks.ts';

/** A visitor's own comment that they may still change. @throws Failure `not_found`, `forbidden` when the time is over */
const ownComment = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
): Promise<{ row: CommentRow; page: PageRow }> => {
  const row = await findComment(ctx, site.id, id);
  const [page] = row ? await findPages(ctx, site.id, [row.pageId]) : [];
  if (!row || !page || row.authorKind !== 'visitor' || row.authorId !== visitor.id || row.state === 'deleted')
    throw notFound();
  if (ctx.clock.now() > row.createdAt + site.settings.comments.editMinutes * 60_000)
    throw new Failure('forbidden', 'This comment can no longer be changed.');
  return { row, page };
};

/** Changes a comment within its time. What was approved is looked at again. */
export const changeOwn = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  given: EditComment,
  address: string,
): Promise<CommentRow> => {
  const { row, page } = await ownComment(ctx, site, visitor, id);
  const files = await readFiles(ctx, site, visitor, id, given.files ?? []);
  const same =
    row.body === given.body &&
    (row.files ?? []).map((file) => file.id).join() === files.map((file) => file.id).join();
  if (same) return row;
  const rich = await ctx.renderer.render(given.body, { site: site.id, person: address });
  const wasSeen = row.state === 'approved';
  const verdict = await judgeContribution(ctx, site, visitor, {
    mode: site.settings.comments.moderation,
    body: given.body,
    rich,
    name: row.name,
    email: row.email ?? '',
    address,
    // Pictures that were there before were looked at.
    hasFiles: files.some(({ id: file }) => !(row.files ?? []).some((known) => known.id === file)),
    trapped: false,
    edit: { wasPublic: wasSeen },
  });
  // What waits goes on waiting, unless a word hides it for good.
  const state = wasSeen || verdict.state === 'hidden' ? commentState[verdict.state] : row.state;
  const reason = wasSeen ? verdict.reason : row.reason;
  const fresh = (given.files ?? []).filter((file) => !(row.files ?? []).some((known) => known.id === file));
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent(state === 'pending' ? 'held' : 'changed', id)],
    write: (tx, seq) => [
      changeComment(tx, site.id, id, {
        body: given.body,
        rich,
        files: files.length ? files : null,
        editedAt: ctx.clock.now(),
        vetted: false,
        state,
        reason: state === 'approved' ? null : reason,
        ...(wasSeen && { seq }),
      }),
      releaseAttachments(tx, site.id, id, given.files),
      ...bindAttachments(tx, site.id, { id, conversationId: page.id }, fresh),
      ...(state === row.state
        ? wasSeen
          ? [touchPage(tx, site.id, page.id, seq)]
          : []
        : recount(tx, site.id, page.id, [row.rootId], seq)),
    ],
  });
  return assertPresent(await findComment(ctx, site.id, id), 'it was just written');
};

/** The columns of a deleted comment: its place in the thread stays. */
export const emptied = {
  state: 'deleted',
  reason: null,
  body: '',
  rich: [],
  files: null,
  name: '',
  email: null,
  website: null,
  reports: 0,
  pinnedAt: null,
} as const satisfies Partial<CommentRow>;

/** Deletes a visitor's own comment; what was replied to it stays. Again, it is deleted already. */
export const deleteOwn = async (ctx: Context, site: Site, visitor: Visitor, id: string): Promise<void> => {
  const known = await findComment(ctx, site.id, id);
  if (known?.state === 'deleted' && known.authorId === visitor.id) return;
  const { row, page } = await ownComment(ctx, site, visitor, id);
  const wasSeen = row.state === 'approved';
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('changed', id)],
    write: (tx, seq) => [
      changeComment(tx, site.id, id, { ...emptied, rich: [], ...(wasSeen && { seq }) }),
      releaseAttachments(tx, site.id, id),
      ...withdrawCopies(ctx, tx, site.id, [id]),
      ...(wasSeen ? recount(tx, site.id, page.id, [row.rootId], seq) : []),
    ],
  });
};
