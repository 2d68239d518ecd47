import type { IdeaBody } from '../../shared/ideas/schema.ts';
import type { HeldReason } from '../../shared/core/heldReasons.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import type { Context } from '../context.ts';
import { judge } from '../core/content/holdRules.ts';
import { isFlooded } from '../core/conversations/flood.ts';
import { Failure } from '../core/http/failure.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../core/people/visitors/visitor.ts';
import { insertVisitor } from '../core/people/visitors/writes.ts';
import { originOf, refuse } from './checks.ts';
import { countPublicOf, findIdea, type IdeaRow, listOwnSince } from './queries/ideas.ts';
import { holdRulesOf, ideaEvent, requireIdeas, slugOf, trustedAfter } from './rules.ts';
import { insertIdea } from './writes/ideas.ts';
import { insertOwnVote, recount } from './writes/votes.ts';

/** Ideas of an address that are taken as a person's; what comes faster is held. */
const likelyRate = { perMinute: 2, burst: 5 };
/** The same words of the same person within this time are a mistake, milliseconds. */
const repeatedWithin = 10 * 60_000;
const day = 24 * 3_600_000;
/** Ideas of one visitor in a day. */
const maxPerDay = 10;

const isLikely = (ctx: Context, site: Site, address: string): boolean => {
  try {
    ctx.limiter.take('ideas unasked', `${site.id} ${address}`, likelyRate);
    return true;
  } catch {
    return false;
  }
};

/** Why a visitor's idea waits for the team, or null. */
const reasonOf = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: { body: string; rich: IdeaRow['rich']; name: string; address: string; trapped: boolean },
): Promise<HeldReason | null> => {
  const { ideas, comments } = site.settings;
  const approved = visitor.isNew ? 0 : await countPublicOf(ctx, site.id, visitor.id);
  return judge(holdRulesOf(ideas.mode, comments), {
    ...given,
    email: visitor.email ?? '',
    approved,
    verified: visitor.subject !== null,
    flooded: approved < trustedAfter && isFlooded(ctx, site),
    isEdit: false,
  });
};

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
 * @throws Failure `not_found`, `forbidden`, `invalid` with the field, `conflict`
 */
export const addIdea = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: IdeaBody,
  address: string,
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
  const trapped = Boolean(given.website) || !isLikely(ctx, site, address);
  const rich = await ctx.renderer.render(details, { site: site.id, person: address });
  const typed = given.name && hasVisibleText(given.name) ? given.name.trim() : '';
  const verified = visitor.subject !== null;
  const authorName = verified ? (visitor.name ?? typed) : typed;
  const body = `${title}\n${details}`;
  const reason = await reasonOf(ctx, site, visitor, { body, rich, name: authorName, address, trapped });
  const origin = await originOf(ctx, site, visitor, given.id, address);
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [ideaEvent(reason ? 'held' : 'added', given.id), ideaEvent('changed', given.id)],
    write: (tx) => [
      ...insertVisitor(tx, visitor, { name: typed, language: given.language }, now),
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
        state: reason ? 'waiting' : 'public',
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
