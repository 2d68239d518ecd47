import { and, eq, inArray, sql } from 'drizzle-orm';
import { personalFollows } from '../../core/following/queries.ts';
import { batchSize, type Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { emptied } from '../community/answering.ts';
import { answerEvent } from '../community/events.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { answers, answerVersions, questionFollowers, questions, questionVotes } from '../tables.ts';
import { updateAnswer } from '../writes/answers.ts';
import { countedVoices } from '../writes/community.ts';

export const answerTable = {
  kind: 'questions',
  table: answers,
  key: answers.id,
  of: ({ visitors }: Person) => and(eq(answers.authorKind, 'visitor'), isOneOf(answers.authorId, visitors)),
  without: ['fingerprint', 'messageId', 'baseHelpful', 'correctionRich'],
} as const;

const versionTable = {
  kind: 'questions',
  table: answerVersions,
  key: answerVersions.id,
  of: (person: Person) =>
    person.visitors.length
      ? sql`${answerVersions.answerId} in (select own.id from answers own where own.site_id = ${person.siteId} and own.author_kind = 'visitor' and own.author_id in ${person.visitors})`
      : sql`1 = 0`,
  without: ['staffId'],
} as const;

/** A person's answers to public questions, with what they said before: nothing of the words or the name stays. */
export const personalAnswers: PersonalData = {
  kind: 'questions',
  // Whoever has answered stays the one who may change it.
  ties: {
    visitor: sql`exists (select 1 from answers own where own.site_id = visitors.site_id and own.author_kind = 'visitor' and own.author_id = visitors.id)`,
  },
  count: (ctx, person) => personalTable(answerTable).count(ctx, person),
  async *export(ctx, person) {
    yield* personalTable(answerTable).export(ctx, person);
    yield* personalTable(versionTable).export(ctx, person);
  },
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, answerTable, person, '', batchSize / 10);
    if (page.length === 0) return null;
    const rows = page.map(({ row }) => row);
    return {
      copies: rows.flatMap(({ id, questionId }) => [id, questionId]),
      events: rows.flatMap(({ id, questionId }) => [
        answerEvent('changed', id),
        questionChangedEvent(questionId),
      ]),
      write: (tx) => [
        tx.delete(answerVersions).where(
          and(
            eq(answerVersions.siteId, siteId),
            inArray(
              answerVersions.answerId,
              rows.map(({ id }) => id),
            ),
          ),
        ),
        ...rows.map(({ id }) =>
          updateAnswer(tx, siteId, id, {
            ...emptied,
            rich: [],
            authorId: null,
            verified: false,
            fingerprint: 'erased',
          }),
        ),
      ],
    };
  },
};

export const voteTable = {
  kind: 'votes',
  table: questionVotes,
  key: sql<string>`${questionVotes.subjectId} || ' ' || ${questionVotes.visitorId}`,
  of: ({ visitors }: Person) => isOneOf(questionVotes.visitorId, visitors),
  without: ['origin'],
} as const;

/** A person's votes and "me too"s: the numbers stay. */
export const personalVoices: PersonalData = {
  ...personalTable(voteTable),
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, voteTable, person);
    if (page.length === 0) return null;
    const subjects = [...new Set(page.map(({ row }) => row.subjectId))];
    return {
      write: (tx) => [
        tx
          .delete(questionVotes)
          .where(
            and(
              eq(questionVotes.siteId, siteId),
              voteTable.of(person),
              inArray(questionVotes.subjectId, subjects),
            ),
          ),
        // As they are counted now, put into what they are counted from.
        tx
          .update(answers)
          .set({ baseHelpful: sql`${answers.helpful} - ${countedVoices(siteId, answers.id)}` })
          .where(and(eq(answers.siteId, siteId), inArray(answers.id, subjects))),
        tx
          .update(questions)
          .set({ baseMeToo: sql`${questions.meToo} - ${countedVoices(siteId, questions.id)}` })
          .where(and(eq(questions.siteId, siteId), inArray(questions.id, subjects))),
      ],
    };
  },
};

/** Questions whose answers a person wanted to hear of by mail. */
export const personalQuestionFollows = personalFollows(questionFollowers);

/** See {@link AccountMerger}. What both voted for is one voice of the account's. */
export const mergeAnswers: AccountMerger = (tx, siteId, visitor, account) => {
  const votes = (id: string) => and(eq(questionVotes.siteId, siteId), eq(questionVotes.visitorId, id));
  return [
    tx
      .update(answers)
      .set({ authorId: account })
      .where(
        and(eq(answers.siteId, siteId), eq(answers.authorKind, 'visitor'), eq(answers.authorId, visitor)),
      ),
    tx
      .delete(questionVotes)
      .where(
        and(
          votes(visitor),
          sql`${questionVotes.subjectId} in (select subject_id from question_votes own where own.site_id = ${siteId} and own.visitor_id = ${account})`,
        ),
      ),
    tx.update(questionVotes).set({ visitorId: account }).where(votes(visitor)),
  ];
};
