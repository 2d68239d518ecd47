import { isAtLeast } from '../../shared/core/people/roles.ts';
import { publish } from './publishing.ts';
import { updateQuestion } from './writes/questions.ts';
import { findQuestionById, findQuestionOf, type QuestionRow } from './queries/questions.ts';
import { findMessages } from '../core/conversations/queries/messages.ts';
import * as contract from '../../shared/ask/staffRoutes.ts';
import * as schema from '../../shared/ask/staffSchema.ts';
import type { Context } from '../context.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { changeRow } from '../core/conversations/writes/changes.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findFittingAnswers } from './fittingAnswers.ts';
import { changeAnswer } from './community/change.ts';
import { findAnswer, listAnswers } from './queries/answers.ts';
import { countWaitingAnswers } from './queries/community.ts';
import { questionPath } from './rules.ts';
import { mountSearchForStaff } from './searchRoutes.ts';
import { questionChangedEvent } from './searchSource.ts';

const toMadeView = async (
  ctx: Context,
  site: Site,
  question: QuestionRow | null,
): Promise<schema.MadeQuestion> => {
  const takesAnswers = site.settings.communityAnswers !== 'off';
  if (!question?.published) return { takesAnswers, question: null };
  const answers = await listAnswers(ctx, site.id, [question.id]);
  return {
    takesAnswers,
    question: {
      id: question.id,
      title: question.title,
      path: questionPath(site.key, question.id, question.slug),
      solved: question.solved,
      category: question.category,
      closedReason: question.closedAt === null ? null : question.closedReason,
      waiting: await countWaitingAnswers(ctx, site.id, question.id),
      answers: answers.map((answer) => ({
        id: answer.id,
        message: answer.messageId,
        official: answer.official,
      })),
    },
  };
};

const conversationOf = async ({ ctx, site, parameter }: Call<'staff', unknown, unknown>) => {
  const row = await findConversation(ctx, site.id, parameter('conversation'));
  if (!row) throw notFound();
  return row;
};

/** Answers that fit a conversation, and the question that was made of it. */
const mountFittingAnswers = (api: Api): void => {
  mount(
    api,
    contract.listFittingAnswers,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.fittingAnswers,
      operationId: 'listFittingAnswers',
      scope: 'conversations:read',
      summary: 'Suggest public answers for the visitor’s last message',
    },
    async (call) => findFittingAnswers(call.ctx, call.site, await conversationOf(call)),
  );

  mount(
    api,
    contract.getMadeQuestion,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.madeQuestion,
      operationId: 'getConversationQuestion',
      scope: 'conversations:read',
      summary: 'Get the public question made from a conversation',
    },
    async (call) => {
      const row = await conversationOf(call);
      return toMadeView(call.ctx, call.site, await findQuestionOf(call.ctx, call.site.id, row.id));
    },
  );
};

/** The reply that answers; null where visitors are to answer. @throws Failure `invalid` with the field */
const answeringMessage = async (
  ctx: Context,
  site: Site,
  conversation: string,
  body: schema.PublishBody,
): Promise<string | null> => {
  if (body.message === undefined || body.answer === undefined) {
    const missing = body.answer === undefined ? 'answer' : 'message';
    if (body.message === undefined && body.answer === undefined && site.settings.communityAnswers !== 'off')
      return null;
    throw new Failure('invalid', 'A question that visitors can’t answer needs an answer.', {
      fields: { [missing]: 'required' },
    });
  }
  const [message] = await findMessages(ctx, site.id, [body.message]);
  if (message?.conversationId !== conversation || message.authorKind !== 'staff')
    throw new Failure('invalid', 'Choose one of this conversation’s replies as the answer.', {
      fields: { message: 'not_allowed' },
    });
  return message.id;
};

/** Making a conversation a public question. */
const mountPublishing = (api: Api): void => {
  mount(
    api,
    contract.publishQuestion,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.publishBody,
      reply: schema.madeQuestion,
      operationId: 'publishQuestion',
      scope: 'content:write',
      summary: 'Publish a conversation as a question with its answer',
    },
    async (call) => {
      const { ctx, site, body } = call;
      const row = await conversationOf(call);
      const message = await answeringMessage(ctx, site, row.id, body);
      await publish(ctx, site, row, { body, message, by: call.session.staff });
      return toMadeView(ctx, site, await findQuestionOf(ctx, site.id, row.id));
    },
  );
};

/** Changing what is public. */
const mountPublished = (api: Api): void => {
  mount(
    api,
    contract.unpublishQuestion,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.madeQuestion,
      operationId: 'unpublishQuestion',
      scope: 'content:write',
      summary: 'Unpublish a question',
    },
    async (call) => {
      const { ctx, site } = call;
      const row = await conversationOf(call);
      const question = await findQuestionOf(ctx, site.id, row.id);
      if (question)
        await changeRow(
          ctx,
          row,
          { questionId: null, publicPath: null },
          (tx) => [
            updateQuestion(tx, site.id, question.id, {
              published: false,
              withdrawn: null,
              updatedAt: ctx.clock.now(),
            }),
          ],
          [questionChangedEvent(question.id)],
        );
      return toMadeView(ctx, site, null);
    },
  );

  mount(
    api,
    contract.patchAnswer,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      body: schema.changeAnswer,
      reply: schema.madeQuestion,
      operationId: 'updateAnswer',
      scope: 'content:write',
      summary: 'Mark an answer as official or accepted, correct or edit it',
    },
    async ({ ctx, site, session, role, parameter, body }) => {
      const answer = await findAnswer(ctx, site.id, parameter('answer'));
      const question = answer && (await findQuestionById(ctx, site.id, answer.questionId));
      if (!answer || !(question?.published || isAtLeast(role, 'agent'))) throw notFound();
      await changeAnswer(ctx, site, session.staff, answer, body);
      return toMadeView(ctx, site, await findQuestionById(ctx, site.id, answer.questionId));
    },
  );
};

/** Staff routes that turn a conversation into public knowledge. */
export const mountAskForStaff = (api: Api): void => {
  mountSearchForStaff(api);

  mountFittingAnswers(api);
  mountPublishing(api);
  mountPublished(api);
};
