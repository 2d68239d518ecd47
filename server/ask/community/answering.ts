import type { AnswerBody, OwnAnswer } from '../../../shared/ask/answerSchema.ts';
import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import { newId } from '../../../shared/core/ids.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { judge } from '../../core/content/holdRules.ts';
import { isFlooded } from '../../core/conversations/flood.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import { withdrawCopies } from '../../core/people/privacy/copies.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../../core/people/visitors/visitor.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import { type AnswerRow, findAnswer } from '../queries/answers.ts';
import { countPublic, isRepeatedAnswer, listOwnAnswers } from '../queries/community.ts';
import { holdRulesOf, takesAnswers, trustedAfter } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateAnswer } from '../writes/answers.ts';
import { forgetVersions, insertNewAnswer, keepVersion } from '../writes/community.ts';
import { publicQuestion, refuse } from './checks.ts';
import { answerEvent } from './events.ts';

/** Answers of an address that are taken as a person's; what comes faster is held. */
const likelyRate = { perMinute: 3, burst: 6 };
/** The same words of the same person within this time are a mistake, milliseconds. */
const repeatedWithin = 10 * 60_000;
/** Answers of one visitor to one question. */
const maxOwn = 10;

/** An answer as its author gets it. */
export const toOwnView = (row: AnswerRow): OwnAnswer => ({
  id: row.id,
  state: row.state,
  author: row.authorName,
  at: row.createdAt,
  editedAt: row.editedAt,
  body: row.body,
  rich: row.rich,
});

const isLikely = (ctx: Context, site: Site, address: string): boolean => {
  try {
    ctx.limiter.take('answers unasked', `${site.id} ${address}`, likelyRate);
    return true;
  } catch {
    return false;
  }
};

/** Why a visitor's answer waits for the team, or null. */
const reasonOf = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: { body: string; rich: AnswerRow['rich']; name: string; address: string; trapped: boolean },
  edited: AnswerRow | null,
): Promise<HeldReason | null> => {
  const { communityAnswers, comments } = site.settings;
  const known = (await countPublic(ctx, site.id, [visitor.id])).get(visitor.id) ?? 0;
  // What is edited does not make its own writer trusted.
  const approved = known - (edited?.state === 'public' ? 1 : 0);
  return judge(holdRulesOf(communityAnswers, comments), {
    ...given,
    email: visitor.email ?? '',
    approved,
    verified: visitor.subject !== null,
    flooded: edited === null && approved < trustedAfter && isFlooded(ctx, site),
    isEdit: edited?.state === 'public',
  });
};

/**
 * Takes a visitor's answer to a public question. The same id with the same text again changes nothing.
 * @throws Failure `not_found`, `forbidden` where the question takes none, `invalid` with the field, `conflict`
 */
export const addAnswer = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  questionId: string,
  given: AnswerBody,
  address: string,
): Promise<AnswerRow> => {
  const question = await publicQuestion(ctx, site, questionId);
  const print = fingerprint(question.id, given.body, given.name);
  const conflict = () => new Failure('conflict', 'This ID has already been used for something else.');
  const before = await findAnswer(ctx, site.id, given.id);
  if (before) {
    if (before.authorId !== visitor.id || before.fingerprint !== print) throw conflict();
    return before;
  }
  refuseBlocked(visitor);
  if (!takesAnswers(site, question)) throw new Failure('forbidden', 'This question doesn’t take answers.');
  const now = ctx.clock.now();
  const of = { questionId: question.id, authorId: visitor.id, body: given.body, since: now - repeatedWithin };
  if (await isRepeatedAnswer(ctx, site.id, of)) throw refuse('body', 'already_there');
  if ((await listOwnAnswers(ctx, site.id, [question.id], visitor.id)).length >= maxOwn)
    throw refuse('body', 'too_many');
  const trapped = Boolean(given.website) || !isLikely(ctx, site, address);
  const rich = await ctx.renderer.render(given.body, { site: site.id, person: address });
  const name = given.name && hasVisibleText(given.name) ? given.name.trim() : '';
  const verified = visitor.subject !== null;
  const authorName = verified ? (visitor.name ?? name) : name;
  const reason = await reasonOf(
    ctx,
    site,
    visitor,
    { body: given.body, rich, name: authorName, address, trapped },
    null,
  );
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [
      answerEvent(reason ? 'held' : 'added', given.id),
      ...(reason ? [] : [questionChangedEvent(question.id)]),
    ],
    write: (tx) => [
      ...insertVisitor(tx, visitor, { name, language: given.language }, now),
      insertNewAnswer(tx, {
        siteId: site.id,
        id: given.id,
        questionId: question.id,
        authorKind: 'visitor',
        authorId: visitor.id,
        authorName,
        verified,
        state: reason ? 'waiting' : 'public',
        reason,
        body: given.body,
        rich,
        official: false,
        accepted: false,
        createdAt: now,
        fingerprint: print,
      }),
    ],
  });
  const made = await findAnswer(ctx, site.id, given.id);
  if (!made || (!applied && (made.authorId !== visitor.id || made.fingerprint !== print))) throw conflict();
  return made;
};

/** A visitor's own answer that is not taken away. @throws Failure `not_found` */
export const ownAnswer = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
): Promise<AnswerRow> => {
  const row = await findAnswer(ctx, site.id, id);
  const isOwn = row?.authorKind === 'visitor' && row.authorId === visitor.id;
  if (!isOwn || row.state === 'hidden') throw notFound();
  return row;
};

/** Changes a visitor's own answer: what it said is kept, and what was let through is looked at again. */
export const editOwn = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  body: string,
  address: string,
): Promise<AnswerRow> => {
  const row = await ownAnswer(ctx, site, visitor, id);
  if (row.body === body) return row;
  refuseBlocked(visitor);
  // Marks are for what was read: with other words they would vouch for what nobody saw.
  if (row.official) throw new Failure('forbidden', 'An official answer is changed by the team.');
  await publicQuestion(ctx, site, row.questionId);
  const now = ctx.clock.now();
  const rich = await ctx.renderer.render(body, { site: site.id, person: address });
  const reason = await reasonOf(
    ctx,
    site,
    visitor,
    { body, rich, name: row.authorName, address, trapped: !isLikely(ctx, site, address) },
    row,
  );
  const state = row.state === 'public' && !reason ? 'public' : 'waiting';
  await ctx.database.commit({
    site: site.id,
    events: [
      answerEvent(state === 'waiting' ? 'held' : 'changed', id),
      ...(row.state === 'public' ? [questionChangedEvent(row.questionId)] : []),
    ],
    write: (tx) => [
      keepVersion(tx, {
        siteId: site.id,
        id: newId(now),
        answerId: id,
        body: row.body,
        staffId: null,
        at: now,
      }),
      updateAnswer(tx, site.id, id, { body, rich, editedAt: now, state, ...(reason && { reason }) }),
    ],
  });
  return assertPresent(await findAnswer(ctx, site.id, id), 'it was just written');
};

/** The columns of an answer that its author deleted. */
export const emptied = {
  state: 'hidden',
  reason: null,
  body: '',
  rich: [],
  authorName: '',
  official: false,
  accepted: false,
  correction: '',
  correctionRich: null,
} as const satisfies Partial<AnswerRow>;

/** Takes a visitor's own answer away, with what it said before. Again, it is gone already. */
export const deleteOwn = async (ctx: Context, site: Site, visitor: Visitor, id: string): Promise<void> => {
  const row = await findAnswer(ctx, site.id, id);
  if (row?.state === 'hidden' && row.authorId === visitor.id) return;
  const own = await ownAnswer(ctx, site, visitor, id);
  await ctx.database.commit({
    site: site.id,
    events: [answerEvent('changed', id), questionChangedEvent(own.questionId)],
    write: (tx) => [
      updateAnswer(tx, site.id, id, { ...emptied, rich: [] }),
      forgetVersions(tx, site.id, id),
      // The question is told of with its answers.
      ...withdrawCopies(ctx, tx, site.id, [id, own.questionId]),
    ],
  });
};
