import * as contract from '../../../shared/ask/answerRoutes.ts';
import * as schema from '../../../shared/ask/answerSchema.ts';
import { done } from '../../../shared/core/conversations/schema.ts';
import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { notFound } from '../../core/http/failure.ts';
import { type Api, type Call, mount } from '../../core/http/mount.ts';
import { findAnswer } from '../queries/answers.ts';
import { listVersions } from '../queries/community.ts';
import { findQuestionById, type QuestionRow } from '../queries/questions.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { listQuestionVersions, stateOfQuestion } from '../queries/moderatedQuestions.ts';
import { updateQuestion } from '../writes/questions.ts';
import { refuse } from './checks.ts';
import { answerAsStaff, decide, listQueue, toStaffViews } from './moderate.ts';
import { joinAnswer, splitAnswer } from './splitting.ts';

/** Making an answer a question of its own, and putting it back. */
const mountSplitting = (api: Api): void => {
  mount(
    api,
    contract.splitAnswer,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.splitBody,
      reply: schema.splitReply,
      operationId: 'splitAnswer',
      scope: 'content:write',
      summary: 'Split an answer off as a question of its own',
    },
    async ({ ctx, site, session, parameter, body }) =>
      splitAnswer(ctx, site, parameter('answer'), body, session.staff.id),
  );

  mount(
    api,
    contract.joinAnswer,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      reply: done,
      operationId: 'joinAnswer',
      scope: 'content:write',
      summary: 'Put an answer back that was split off',
    },
    async ({ ctx, site, parameter }) => {
      await joinAnswer(ctx, site, parameter('answer'));
      return { done: true as const };
    },
  );
};

/** Answers: which wait, what becomes of them, the team's own. */
const mountAnswers = (api: Api): void => {
  mount(
    api,
    contract.listStaffAnswers,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      query: schema.answersQuery,
      reply: schema.staffAnswers,
      operationId: 'listAnswers',
      scope: 'content:read',
      summary: 'List answers by status',
    },
    async ({ ctx, site, query, role }) => listQueue(ctx, site, query, role),
  );

  mount(
    api,
    contract.decideStaffAnswers,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.decideAnswers,
      reply: schema.decidedAnswers,
      operationId: 'moderateAnswers',
      scope: 'content:write',
      summary: 'Publish answers, hide them, or hold them',
    },
    async ({ ctx, site, body }) => ({ changed: (await decide(ctx, site, body)).length }),
  );

  mount(
    api,
    contract.postStaffAnswer,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.staffAnswerBody,
      reply: schema.staffAnswerReply,
      operationId: 'addAnswer',
      scope: 'content:write',
      summary: 'Answer a public question as the team',
    },
    async ({ ctx, site, session, role, parameter, body }) => {
      const row = await answerAsStaff(ctx, site, session.staff, parameter('question'), body);
      const [answer] = await toStaffViews(ctx, site, [row], role);
      return { answer: assertPresent(answer, 'its question was just read') };
    },
  );

  mountSplitting(api);
};

/** Routes of earlier versions. */
const mountHistories = (api: Api): void => {
  mount(
    api,
    contract.getAnswerHistory,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      reply: schema.answerHistory,
      operationId: 'getAnswerHistory',
      scope: 'content:read',
      summary: 'List what an answer said before',
    },
    async ({ ctx, site, parameter }) => {
      const row = await findAnswer(ctx, site.id, parameter('answer'));
      if (!row) throw notFound();
      const versions = await listVersions(ctx, site.id, row.id);
      return {
        versions: versions.map(({ id, body, staffId, at }) => ({ id, body, byStaff: staffId !== null, at })),
      };
    },
  );

  mount(
    api,
    contract.getQuestionHistory,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      reply: schema.questionHistory,
      operationId: 'getQuestionHistory',
      scope: 'content:read',
      summary: 'List what a public question said before',
    },
    async ({ ctx, site, role, parameter }) => {
      const row = await findQuestionById(ctx, site.id, parameter('question'));
      const isSeen = row && (stateOfQuestion(row) !== null || isAtLeast(role, 'agent'));
      if (!isSeen) throw notFound();
      const versions = await listQuestionVersions(ctx, site.id, row.id);
      return {
        versions: versions.map(({ id, title, details, staffId, at }) => ({
          ...{ id, title, details, at },
          byStaff: staffId !== null,
        })),
      };
    },
  );
};

/** Changes a question. One that isn't public isn't there for moderators, as everything else of the team's isn't. */
const changeQuestion = async (
  { ctx, site, role }: Pick<Call<'staff', unknown, unknown>, 'ctx' | 'site' | 'role'>,
  id: string,
  change: Partial<QuestionRow>,
): Promise<void> => {
  const question = await findQuestionById(ctx, site.id, id);
  if (!question || (!question.published && !isAtLeast(role, 'agent'))) throw notFound();
  await ctx.database.commit({
    site: site.id,
    events: [questionChangedEvent(id)],
    write: (tx) => [updateQuestion(tx, site.id, id, { ...change, updatedAt: ctx.clock.now() })],
  });
};

/** Staff routes of visitors' answers and the questions they answer. */
export const mountCommunityForStaff = (api: Api): void => {
  mountAnswers(api);
  mountHistories(api);

  mount(
    api,
    contract.closeQuestion,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.closeBody,
      reply: done,
      operationId: 'closeQuestion',
      scope: 'content:write',
      summary: 'Close a question to further answers, or open it again',
    },
    async ({ ctx, site, role, parameter, body }) => {
      await changeQuestion({ ctx, site, role }, parameter('question'), {
        closedAt: body.closed ? ctx.clock.now() : null,
        closedReason: body.closed ? body.reason.trim() : '',
      });
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.moveQuestion,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.categoryBody,
      reply: done,
      operationId: 'moveQuestion',
      scope: 'content:write',
      summary: 'Move a question to another category',
    },
    async ({ ctx, site, role, parameter, body }) => {
      const { category } = body;
      if (category !== null && !site.settings.categories.some(({ key }) => key === category))
        throw refuse('category', 'not_allowed');
      await changeQuestion({ ctx, site, role }, parameter('question'), { category });
      return { done: true as const };
    },
  );
};
