import type { EditOwnIdeaBody } from '../../shared/ideas/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import type { Context } from '../context.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { readWriting, type Sender } from '../core/moderation/writing.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../core/people/visitors/visitor.ts';
import { findIdea, type IdeaRow } from './queries/ideas.ts';
import { holdModeOf, ideaEvent, requireIdeas, slugOf } from './rules.ts';
import { keepVersion, updateIdea } from './writes/ideas.ts';

/** Whether its author may still change an idea: a status and a merge are about the words that the team read. */
export const isOpenToChange = (row: IdeaRow): boolean => row.status === 'new' && row.mergedInto === null;

/** A visitor's own idea that nobody took away. @throws Failure `not_found` */
export const ownIdea = async (ctx: Context, site: Site, visitor: Visitor, id: string): Promise<IdeaRow> => {
  requireIdeas(site);
  const row = await findIdea(ctx, site.id, id);
  const isOwn = row?.authorKind === 'visitor' && row.authorId === visitor.id;
  if (!isOwn || row.state === 'hidden') throw notFound();
  return row;
};

/**
 * Changes a visitor's own idea: what it said is kept, its old address leads to the new one, and what was let through is
 * looked at again.
 * @throws Failure `not_found`, `forbidden` once the team gave it a status, `challenge`, `invalid` with the field
 */
export const editOwn = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  given: EditOwnIdeaBody,
  sender: Sender,
): Promise<IdeaRow> => {
  const row = await ownIdea(ctx, site, visitor, id);
  const title = given.title.trim();
  const details = hasVisibleText(given.details) ? given.details : '';
  if (row.title === title && row.details === details) return row;
  refuseBlocked(visitor);
  if (!isOpenToChange(row)) throw new Failure('forbidden', 'This idea can no longer be changed.');
  const { rich, state, reason } = await readWriting(ctx, site, visitor, {
    ...given,
    ...sender,
    ...{ title, body: details, name: row.authorName, edited: row.state },
    ...{ mode: holdModeOf(site.settings.ideas.mode), field: details ? 'details' : 'title' },
  });
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: site.id,
    events: [...(state === 'waiting' ? [ideaEvent('held', id)] : []), ideaEvent('changed', id)],
    write: (tx) => [
      keepVersion(tx, {
        ...{ siteId: site.id, id: newId(now), ideaId: id, staffId: null, at: now },
        ...{ title: row.title, details: row.details },
      }),
      updateIdea(tx, site.id, id, {
        ...{ title, details, rich, slug: slugOf(title), state, vetted: false },
        ...(reason && { reason }),
        ...{ editedAt: now, updatedAt: now },
      }),
    ],
  });
  return assertPresent(await findIdea(ctx, site.id, id), 'it was just written');
};
