import { and, eq, ne, sql } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { answers, answerVersions, questions, questionVotes } from '../tables.ts';
import { ofQuestion } from '../queries/questions.ts';

/** Stores a visitor's or staff's own answer; decisive: whether its id was free. */
export const insertNewAnswer = (tx: Queries, values: typeof answers.$inferInsert): Decisive =>
  decisive(tx.insert(answers).values(values).onConflictDoNothing());

/** Keeps what an answer said before it is changed. */
export const keepVersion = (tx: Queries, values: typeof answerVersions.$inferInsert): Statement =>
  tx.insert(answerVersions).values(values);

export const forgetVersions = (tx: Queries, siteId: string, answerId: string): Statement =>
  tx
    .delete(answerVersions)
    .where(and(eq(answerVersions.siteId, siteId), eq(answerVersions.answerId, answerId)));

/** Takes the acceptance from a question's other answers: one is accepted. */
export const acceptOnly = (tx: Queries, siteId: string, questionId: string, answerId: string): Statement =>
  tx
    .update(answers)
    .set({ accepted: false })
    .where(
      and(
        eq(answers.siteId, siteId),
        eq(answers.questionId, questionId),
        eq(answers.accepted, true),
        ne(answers.id, answerId),
      ),
    );

/** Voices for an answer or a question, one an origin. */
export const countedVoices = (siteId: string, subject: string | typeof answers.id | typeof questions.id) =>
  sql`(select count(distinct vote.origin) from question_votes vote where vote.site_id = ${siteId} and vote.subject_id = ${subject})`;

/** Counts the voices of an answer, or of a question, anew. */
export const recountVoices = (
  tx: Queries,
  siteId: string,
  id: string,
  kind: 'answer' | 'question',
): Statement =>
  kind === 'answer'
    ? tx
        .update(answers)
        .set({ helpful: sql`${answers.baseHelpful} + ${countedVoices(siteId, id)}` })
        .where(and(eq(answers.siteId, siteId), eq(answers.id, id)))
    : tx
        .update(questions)
        .set({ meToo: sql`${questions.baseMeToo} + ${countedVoices(siteId, id)}` })
        .where(ofQuestion(siteId, id));

/** Notes a visitor's voice, or takes it back, and counts anew. */
export const setVoice = (
  tx: Queries,
  vote: typeof questionVotes.$inferInsert,
  kind: 'answer' | 'question',
  isFor: boolean,
): Statement[] => [
  isFor
    ? tx
        .insert(questionVotes)
        .values(vote)
        .onConflictDoUpdate({
          target: [questionVotes.siteId, questionVotes.subjectId, questionVotes.visitorId],
          set: { origin: vote.origin, at: vote.at },
        })
    : tx
        .delete(questionVotes)
        .where(
          and(
            eq(questionVotes.siteId, vote.siteId),
            eq(questionVotes.subjectId, vote.subjectId),
            eq(questionVotes.visitorId, vote.visitorId),
          ),
        ),
  recountVoices(tx, vote.siteId, vote.subjectId, kind),
];
