import type { AnswerBody, EditAnswerBody, OwnAnswer } from '../../../shared/ask/answerSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { readWriting, type Sender } from '../../core/moderation/writing.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import { withdrawCopies } from '../../core/people/privacy/copies.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../../core/people/visitors/visitor.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import { type AnswerRow, findAnswer } from '../queries/answers.ts';
import { isRepeatedAnswer, listOwnAnswers } from '../queries/community.ts';
import { holdModeOf, takesAnswers } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateAnswer } from '../writes/answers.ts';
import { forgetVersions, insertNewAnswer, keepVersion } from '../writes/community.ts';
import { publicQuestion, refuse } from './checks.ts';
import { answerEvent } from './events.ts';

/** The same words of the same person within this time are a mistake, milliseconds. */
const repeatedWithin = 10 * 60_000;
/** Answers of one visitor to one question. */
const maxOwn = 10;

/** An answer as its author gets it. What is hidden for its words looks like what waits: a spammer learns nothing. */
export const toOwnView = (row: AnswerRow): OwnAnswer => ({
  id: row.id,
  state: row.state === 'hidden' && row.body !== '' ? 'waiting' : row.state,
  author: row.authorName,
  at: row.createdAt,
  editedAt: row.editedAt,
  body: row.body,
  rich: row.rich,
});

/** An answer that came as a reply to a mail. */
interface ByMail {
  /** The address that the mail went to. */
  email: string;
  /** True where somebody has to look at it, whoever is trusted. */
  mustWait: boolean;
}

/**
 * Takes a visitor's answer to a public question. The same id with the same text again changes nothing.
 * @throws Failure `not_found`, `forbidden` where the question takes none, `challenge`, `invalid` with the field, `conflict`
 */
export const addAnswer = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  questionId: string,
  given: AnswerBody,
  sender: Sender,
  byMail?: ByMail,
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
  const { rich, typedName, authorName, verified, state, reason } = await readWriting(ctx, site, visitor, {
    ...given,
    ...sender,
    mode: byMail?.mustWait ? 'always' : holdModeOf(site.settings.communityAnswers),
  });
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [
      answerEvent(state === 'public' ? 'added' : 'held', given.id),
      ...(state === 'public' ? [questionChangedEvent(question.id)] : []),
    ],
    write: (tx) => [
      ...insertVisitor(
        tx,
        visitor,
        { name: typedName, language: given.language, email: byMail?.email ?? null },
        now,
      ),
      insertNewAnswer(tx, {
        siteId: site.id,
        id: given.id,
        questionId: question.id,
        authorKind: 'visitor',
        authorId: visitor.id,
        authorName,
        verified,
        state,
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
  { body, took, solution }: EditAnswerBody,
  sender: Sender,
): Promise<AnswerRow> => {
  const row = await ownAnswer(ctx, site, visitor, id);
  if (row.body === body) return row;
  refuseBlocked(visitor);
  // Marks are for what was read: with other words they would vouch for what nobody saw.
  if (row.official) throw new Failure('forbidden', 'An official answer is changed by the team.');
  await publicQuestion(ctx, site, row.questionId);
  const now = ctx.clock.now();
  const { rich, state, reason } = await readWriting(ctx, site, visitor, {
    ...{ body, took, solution, name: row.authorName },
    ...{ mode: holdModeOf(site.settings.communityAnswers), edited: row.state },
    ...sender,
  });
  await ctx.database.commit({
    site: site.id,
    events: [
      answerEvent(state === 'public' ? 'changed' : 'held', id),
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
      updateAnswer(tx, site.id, id, {
        body,
        rich,
        editedAt: now,
        state,
        vetted: false,
        ...(reason && { reason }),
      }),
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
