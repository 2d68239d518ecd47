import type { IdeaBody } from '../../shared/ideas/schema.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import type { Context } from '../context.ts';
import { readWriting, type Sender } from '../core/moderation/writing.ts';
import { originOf } from '../core/moderation/voice.ts';
import { Failure } from '../core/http/failure.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../core/people/visitors/visitor.ts';
import { insertVisitor } from '../core/people/visitors/writes.ts';
import { refuse } from './checks.ts';
import { findIdea, type IdeaRow, listOwnSince } from './queries/ideas.ts';
import { holdModeOf, ideaEvent, requireIdeas, slugOf } from './rules.ts';
import { insertIdea } from './writes/ideas.ts';
import { insertOwnVote, recount } from './writes/votes.ts';

/** The same words of the same person within this time are a mistake, milliseconds. */
const repeatedWithin = 10 * 60_000;
const day = 24 * 3_600_000;
/** Ideas of one visitor in a day. */
const maxPerDay = 10;

/** @throws Failure `invalid` with the field, for what was suggested a moment ago, or too often */
const refuseRepeated = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  { title, details }: { title: string; details: string },
  now: number,
): Promise<void> => {
  const own = visitor.isNew ? [] : await listOwnSince(ctx, site.id, visitor.id, now - day);
  const isSame = own.some(
    (row) => row.title === title && row.details === details && row.createdAt > now - repeatedWithin,
  );
  if (isSame) throw refuse('title', 'already_there');
  if (own.length >= maxPerDay) throw refuse('title', 'too_many');
};

/**
 * Takes a visitor's idea, with their vote for it. The same id with the same text again changes nothing.
 * @throws Failure `not_found`, `forbidden`, `challenge`, `invalid` with the field, `conflict`
 */
export const addIdea = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: IdeaBody,
  sender: Sender,
): Promise<IdeaRow> => {
  requireIdeas(site);
  const title = given.title.trim();
  const details = given.details && hasVisibleText(given.details) ? given.details : '';
  const print = fingerprint(title, details, given.name);
  const conflict = () => new Failure('conflict', 'This ID has already been used for something else.');
  const before = await findIdea(ctx, site.id, given.id);
  if (before) {
    if (before.authorId !== visitor.id || before.fingerprint !== print) throw conflict();
    return before;
  }
  refuseBlocked(visitor);
  const now = ctx.clock.now();
  await refuseRepeated(ctx, site, visitor, { title, details }, now);
  const { rich, typedName, authorName, verified, state, reason } = await readWriting(ctx, site, visitor, {
    ...given,
    ...sender,
    ...{ title, body: details, mode: holdModeOf(site.settings.ideas.mode) },
    field: details ? 'details' : 'title',
  });
  const { origin } = await originOf(ctx, site, visitor, given.id, sender.address);
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [ideaEvent(state === 'public' ? 'added' : 'held', given.id), ideaEvent('changed', given.id)],
    write: (tx) => [
      ...insertVisitor(tx, visitor, { name: typedName, language: given.language }, now),
      insertIdea(tx, {
        siteId: site.id,
        id: given.id,
        title,
        details,
        rich,
        language: given.language,
        slug: slugOf(title),
        authorKind: 'visitor',
        authorId: visitor.id,
        authorName,
        verified,
        state,
        reason,
        createdAt: now,
        updatedAt: now,
        fingerprint: print,
      }),
      insertOwnVote(tx, { siteId: site.id, ideaId: given.id, visitorId: visitor.id, origin, at: now }),
      recount(tx, site.id, given.id),
    ],
  });
  const made = await findIdea(ctx, site.id, given.id);
  if (!made || (!applied && (made.authorId !== visitor.id || made.fingerprint !== print))) throw conflict();
  return made;
};
