import type {
  AnswersQuery,
  DecideAnswers,
  StaffAnswer,
  StaffAnswers,
} from '../../../shared/ask/answerSchema.ts';
import type { AnswerState } from '../../../shared/ask/answerStates.ts';
import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import type { Context } from '../../context.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { countReports } from '../../core/moderation/reports/queries.ts';
import { forgetReports } from '../../core/moderation/reports/writes.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { isAtLeast, type Role } from '../../../shared/core/people/roles.ts';
import { type AnswerRow, findAnswer } from '../queries/answers.ts';
import { countPublic, countWaitingAnswers, findAnswers, listForStaff } from '../queries/community.ts';
import { findQuestionById, findQuestions, type QuestionRow } from '../queries/questions.ts';
import { questionPath } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateAnswer } from '../writes/answers.ts';
import { insertNewAnswer } from '../writes/community.ts';
import { toOwnView } from './answering.ts';
import { refuse } from './checks.ts';
import { answerEvent } from './events.ts';

/** Answers of one page of staff's list. */
const pageSize = 50;

const toSplitView = (site: Site, row: QuestionRow | undefined): StaffAnswer['splitTo'] =>
  row ? { id: row.id, title: row.title, path: questionPath(site.key, row.id, row.slug) } : null;

/** Answers as staff get them; moderators, without what is private about their questions. */
export const toStaffViews = async (
  ctx: Context,
  site: Site,
  rows: readonly AnswerRow[],
  role: Role,
): Promise<StaffAnswer[]> => {
  const seesPrivate = isAtLeast(role, 'agent');
  const questions = new Map(
    (
      await findQuestions(ctx, site.id, [
        ...new Set(rows.flatMap(({ questionId, movedTo }) => [questionId, movedTo ?? []].flat())),
      ])
    ).map((row) => [row.id, row]),
  );
  const authors = rows.flatMap(({ authorKind, authorId }) => (authorKind === 'visitor' && authorId) || []);
  const known = await countPublic(ctx, site.id, [...new Set(authors)]);
  return rows.flatMap((row) => {
    const question = questions.get(row.questionId);
    if (!question || question.goneAt !== null || !(question.published || seesPrivate)) return [];
    const { id, title, slug, language, conversationId, closedAt, closedReason } = question;
    return [
      {
        ...toOwnView(row),
        state: row.state,
        kind: row.authorKind,
        verified: row.verified,
        reason: row.state === 'waiting' ? row.reason : null,
        official: row.official,
        accepted: row.accepted,
        helpful: row.helpful,
        correction: row.correction,
        splitTo: toSplitView(site, row.movedTo ? questions.get(row.movedTo) : undefined),
        publicBefore: known.get(row.authorId ?? '') ?? 0,
        question: {
          id,
          title,
          path: questionPath(site.key, id, slug),
          language,
          conversation: seesPrivate ? conversationId : null,
          closedReason: closedAt === null ? null : closedReason,
        },
      },
    ];
  });
};

const readPlace = (text: AnswersQuery['after']): { at: number; id: string } | null => {
  if (text === undefined) return null;
  const [, at, id] = /^([0-9a-z]{1,10})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!at || !id) throw refuse('after', 'invalid');
  return { at: Number.parseInt(at, 36), id };
};

/** Lists answers in one state for staff, a page at a time. */
export const listQueue = async (
  ctx: Context,
  site: Site,
  { state = 'waiting', question, after }: AnswersQuery,
  role: Role,
): Promise<StaffAnswers> => {
  const rows = await listForStaff(ctx, site.id, { state, question, after: readPlace(after) }, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? (shown.at(-1) ?? null) : null;
  return {
    answers: await toStaffViews(ctx, site, shown, role),
    next: last && `${last.createdAt.toString(36)}.${last.id}`,
    waiting: await countWaitingAnswers(ctx, site.id),
  };
};

const stateOf: Record<DecideAnswers['decision'], AnswerState> = {
  publish: 'public',
  hide: 'hidden',
  hold: 'waiting',
};

/** Takes a decision for several answers, each in a commit of its own. @returns the ids of those that it changed */
export const decide = async (
  ctx: Context,
  site: Site,
  { ids, decision }: DecideAnswers,
  reason: HeldReason | null = null,
): Promise<string[]> => {
  const reported = await countReports(ctx, site.id, ids);
  const state = stateOf[decision];
  const changed: string[] = [];
  for (const row of await findAnswers(ctx, site.id, [...new Set(ids)])) {
    // What its author took away has nothing left to be seen; what became a question is decided about there.
    if (row.body === '' || row.movedTo !== null || (row.state === state && !reported.has(row.id))) continue;
    await ctx.database.commit({
      site: site.id,
      events: [
        answerEvent(state === 'public' && row.state !== 'public' ? 'published' : 'changed', row.id),
        questionChangedEvent(row.questionId),
      ],
      write: (tx) => [
        updateAnswer(tx, site.id, row.id, {
          state,
          vetted: state === 'public',
          reason: state === 'waiting' ? reason : null,
        }),
        forgetReports(tx, site.id, row.id),
      ],
    });
    changed.push(row.id);
  }
  return changed;
};

/** Adds an answer of the team's. The same id with the same text again changes nothing. */
export const answerAsStaff = async (
  ctx: Context,
  site: Site,
  staff: { id: string; name: string },
  questionId: string,
  given: { id: string; body: string; official: boolean },
): Promise<AnswerRow> => {
  const question = await findQuestionById(ctx, site.id, questionId);
  if (!question?.published) throw notFound();
  const print = fingerprint(questionId, given.body, String(given.official));
  const now = ctx.clock.now();
  const rich = await ctx.renderer.render(given.body, { site: site.id, person: staff.id });
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [answerEvent('added', given.id), questionChangedEvent(questionId)],
    write: (tx) => [
      insertNewAnswer(tx, {
        siteId: site.id,
        id: given.id,
        questionId,
        authorKind: 'staff',
        authorId: staff.id,
        authorName: staff.name,
        verified: true,
        body: given.body,
        rich,
        official: given.official,
        accepted: false,
        createdAt: now,
        fingerprint: print,
      }),
    ],
  });
  const made = await findAnswer(ctx, site.id, given.id);
  if (!made || (!applied && (made.authorId !== staff.id || made.fingerprint !== print)))
    throw new Failure('conflict', 'This ID has already been used for something else.');
  return made;
};
