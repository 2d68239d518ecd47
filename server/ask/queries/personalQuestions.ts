import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { isOfOwn } from '../../core/conversations/queries/personalData.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { batchSize, type Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { countRows, isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { deleteVectors } from '../../core/search/writes.ts';
import { questionChangedEvent } from '../searchSource.ts';
import {
  answers,
  answerVersions,
  phrasings,
  pins,
  questionFollowers,
  questions,
  questionVersions,
} from '../tables.ts';
import { forgetQuestionVersions } from '../writes/questions.ts';
import type { QuestionRow } from './questions.ts';

const questionTable = {
  kind: 'questions',
  table: questions,
  key: questions.id,
  of: (person: Person) =>
    or(isOneOf(questions.askerId, person.visitors), isOfOwn(questions.conversationId, person)),
  without: ['detailsRich', 'slug', 'sourceId', 'solved', 'askerId', 'ownWords', 'goneAt'],
} as const;

const versionTable = {
  kind: 'questions',
  table: questionVersions,
  key: questionVersions.id,
  of: (person: Person) =>
    person.visitors.length
      ? sql`${questionVersions.questionId} in (select own.id from questions own where own.site_id = ${person.siteId} and own.asker_id in ${person.visitors})`
      : sql`1 = 0`,
  without: ['staffId'],
} as const;

/** Those that are public, by whose words they are. */
const publicTable = (isTheirs: boolean) => ({
  ...questionTable,
  of: (person: Person) =>
    and(
      questionTable.of(person),
      eq(questions.published, true),
      isTheirs ? eq(questions.ownWords, 'title') : sql`${questions.ownWords} <> 'title'`,
    ),
});

/** The rest of a question that goes: its address, and the answers of others, which are theirs. */
const gone = {
  ...{ title: '', details: '', slug: '', closedReason: '', published: false, duplicateOf: null },
  ownWords: 'none',
} as const satisfies Partial<QuestionRow>;

/** The statements that take questions away, with all that leads to them and the team's answers, which quote them. */
const takeAway = (tx: Queries, siteId: string, ids: string[], now: number): Statement[] => {
  if (ids.length === 0) return [];
  const teams = and(
    eq(answers.siteId, siteId),
    inArray(answers.questionId, ids),
    eq(answers.authorKind, 'staff'),
  );
  return [
    forgetQuestionVersions(tx, siteId, ids),
    tx
      .delete(answerVersions)
      .where(
        and(
          eq(answerVersions.siteId, siteId),
          inArray(answerVersions.answerId, tx.select({ id: answers.id }).from(answers).where(teams)),
        ),
      ),
    tx.delete(answers).where(teams),
    tx.delete(phrasings).where(and(eq(phrasings.siteId, siteId), inArray(phrasings.questionId, ids))),
    tx.delete(pins).where(and(eq(pins.siteId, siteId), inArray(pins.questionId, ids))),
    tx
      .delete(questionFollowers)
      .where(and(eq(questionFollowers.siteId, siteId), inArray(questionFollowers.questionId, ids))),
    deleteVectors(tx, siteId, ids, []),
    tx
      .update(questions)
      .set({ duplicateOf: null })
      .where(and(eq(questions.siteId, siteId), inArray(questions.duplicateOf, ids))),
    tx
      .update(questions)
      .set({ ...gone, detailsRich: [], goneAt: now, updatedAt: now })
      .where(and(eq(questions.siteId, siteId), inArray(questions.id, ids))),
  ];
};

/**
 * Public questions that were made of a person's. In their words, a question goes; in the team's, it stays, without what is
 * theirs beside it. When only its conversation is too old, it loses no more than the way there.
 */
export const personalQuestions: PersonalData = {
  ...personalTable(questionTable),
  async *export(ctx, person) {
    yield* personalTable(questionTable).export(ctx, person);
    yield* personalTable(versionTable).export(ctx, person);
  },
  // Whoever's words are public can have them taken away.
  ties: {
    visitor: sql`exists (select 1 from questions own where own.site_id = visitors.site_id and own.asker_id = visitors.id and own.own_words <> 'none')`,
  },
  pages: async (ctx, person) => ({
    go: await countRows(ctx, publicTable(true), person),
    stay: await countRows(ctx, publicTable(false), person),
  }),
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, questionTable, person, '', batchSize / 10);
    if (page.length === 0) return null;
    const rows = page.map(({ row }) => row);
    // The others' conversations are too old: that says nothing of who asked.
    const theirs = rows.filter(({ askerId }) => askerId !== null && person.visitors.includes(askerId));
    const idsOf = (some: QuestionRow[]) => some.map(({ id }) => id);
    const ids = idsOf(rows);
    const going = idsOf(theirs.filter(({ ownWords }) => ownWords === 'title'));
    const emptied = idsOf(theirs.filter(({ ownWords }) => ownWords === 'details'));
    const ofIds = (some: string[]) => and(eq(questions.siteId, siteId), inArray(questions.id, some));
    const now = ctx.clock.now();
    return {
      copies: idsOf(theirs),
      events: [...going, ...emptied].map(questionChangedEvent),
      write: (tx) => [
        ...takeAway(tx, siteId, going, now),
        ...(emptied.length
          ? [
              forgetQuestionVersions(tx, siteId, emptied),
              tx
                .update(questions)
                .set({ details: '', detailsRich: [], updatedAt: now })
                .where(ofIds(emptied)),
            ]
          : []),
        tx
          .update(answers)
          .set({ messageId: null })
          .where(and(eq(answers.siteId, siteId), inArray(answers.questionId, ids))),
        tx
          .update(questions)
          .set({
            conversationId: null,
          })
          .where(ofIds(ids)),
        ...(theirs.length
          ? [
              tx
                .update(questions)
                .set({ askedBy: '', askerId: null, ownWords: 'none' })
                .where(ofIds(idsOf(theirs))),
            ]
          : []),
      ],
    };
  },
};

/** See {@link AccountMerger}. */
export const mergeQuestions: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(questions)
    .set({ askerId: account })
    .where(and(eq(questions.siteId, siteId), eq(questions.askerId, visitor), isNull(questions.goneAt))),
];
