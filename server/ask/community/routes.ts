import * as contract from '../../../shared/ask/answerRoutes.ts';
import * as schema from '../../../shared/ask/answerSchema.ts';
import { done } from '../../../shared/core/conversations/schema.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { addAnswer, deleteOwn, editOwn, toOwnView } from './answering.ts';
import { publicQuestion } from './checks.ts';
import { follow } from './following.ts';
import { findVisitor } from '../../core/people/visitors/visitors.ts';
import { readBearer } from '../../core/people/visitors/visitor.ts';
import { questionPath } from '../rules.ts';
import { editQuestion } from './ownQuestions.ts';
import { peersNow } from './peers.ts';
import { acceptAnswer, ownPartOf, voteHelpful, voteMeToo } from './voting.ts';

/** A visitor's own answers. */
const mountAnswering = (api: Api): void => {
  mount(
    api,
    contract.postCommunityAnswer,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.answerBody,
      reply: schema.ownAnswerReply,
      operationId: 'answerQuestion',
      summary: 'Answer a public question',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => ({
      answer: toOwnView(
        await addAnswer(ctx, site, visitor, parameter('question'), body, { address, isPlain: false }),
      ),
    }),
  );

  mount(
    api,
    contract.editCommunityAnswer,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.editAnswerBody,
      reply: schema.ownAnswerReply,
      operationId: 'editOwnAnswer',
      summary: 'Edit one’s own answer',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => ({
      answer: toOwnView(
        await editOwn(ctx, site, visitor, parameter('answer'), body, { address, isPlain: false }),
      ),
    }),
  );

  mount(
    api,
    contract.deleteCommunityAnswer,
    {
      access: 'visitor',
      rate: 'write',
      reply: done,
      operationId: 'deleteOwnAnswer',
      summary: 'Delete one’s own answer',
    },
    async ({ ctx, site, visitor, parameter }) => {
      await deleteOwn(ctx, site, visitor, parameter('answer'));
      return { done: true as const };
    },
  );
};

/** Routes of visitors' votes on questions and answers. */
const mountVoices = (api: Api): void => {
  mount(
    api,
    contract.postHelpful,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.voteBody,
      reply: done,
      operationId: 'voteHelpful',
      summary: 'Say that an answer helped, or take it back',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      await voteHelpful(ctx, site, visitor, parameter('answer'), { ...body, address });
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.postMeToo,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.voteBody,
      reply: done,
      operationId: 'voteMeToo',
      summary: 'Say that one has the same question, or take it back',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      await voteMeToo(ctx, site, visitor, parameter('question'), { ...body, address });
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.postAccepted,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.acceptBody,
      reply: done,
      operationId: 'acceptAnswer',
      summary: 'Accept an answer to one’s own question, or take it back',
    },
    async ({ ctx, site, visitor, parameter, body }) => {
      await acceptAnswer(ctx, site, visitor, parameter('answer'), body.accepted);
      return { done: true as const };
    },
  );
};

/** Changing one's own question. */
const mountOwnQuestion = (api: Api): void =>
  mount(
    api,
    contract.editOwnQuestion,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.editQuestionBody,
      reply: schema.ownQuestionReply,
      operationId: 'editOwnQuestion',
      summary: 'Edit one’s own public question; what it said before is kept',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      const sender = { address, isPlain: false };
      const row = await editQuestion(ctx, site, visitor, parameter('question'), body, sender);
      return {
        id: row.id,
        title: row.title,
        details: row.detailsRich,
        // What is hidden for its words looks like what waits: a spammer learns nothing.
        state: row.published ? ('public' as const) : ('waiting' as const),
        editedAt: row.editedAt,
        path: questionPath(site.key, row.id, row.slug),
      };
    },
  );

/** Routes of visitors' contributions to others' public questions. */
export const mountCommunity = (api: Api): void => {
  mountAnswering(api);
  mountVoices(api);
  mountOwnQuestion(api);

  mount(
    api,
    contract.postFollow,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.followBody,
      reply: done,
      operationId: 'followQuestion',
      summary: 'Follow a question’s answers by email',
    },
    async ({ ctx, site, visitor, parameter, body }) => {
      await follow(ctx, site, visitor, parameter('question'), body);
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.getPeers,
    {
      access: 'public',
      rate: 'read',
      reply: schema.peers,
      operationId: 'getPeers',
      summary: 'Get whether other visitors may answer sooner than the team',
    },
    async ({ ctx, site, read, headers }) => {
      headers.set('cache-control', 'private, no-store');
      const secret = readBearer(read('authorization'));
      return peersNow(ctx, site, secret === null ? null : await findVisitor(ctx, site.id, secret));
    },
  );

  mount(
    api,
    contract.getOwnPart,
    {
      access: 'visitor',
      rate: 'read',
      reply: schema.ownPart,
      operationId: 'getOwnQuestionPart',
      summary: 'Get what of a public question is about oneself',
    },
    async ({ ctx, site, visitor, parameter }) =>
      ownPartOf(ctx, site, visitor, await publicQuestion(ctx, site, parameter('question'))),
  );
};
