import { done } from '../../shared/core/conversations/schema.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import * as contract from '../../shared/ideas/routes.ts';
import * as schema from '../../shared/ideas/schema.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { publicIdeaRow } from './checks.ts';
import { requireIdeas } from './rules.ts';
import { listPublicIdeas } from './searching.ts';
import { editOwn } from './ownIdeas.ts';
import { mountReplies } from './replies/routes.ts';
import { addIdea } from './submitting.ts';
import { toPublicIdea } from './views.ts';
import { follow, ownPartOf, vote } from './voting.ts';

const mountReading = (api: Api): void => {
  mount(
    api,
    contract.listIdeas,
    {
      access: 'public',
      rate: 'read',
      query: schema.ideasQuery,
      reply: schema.ideaList,
      operationId: 'listIdeas',
      summary: 'List public ideas, those with the most votes first',
    },
    async ({ ctx, site, query }) => {
      requireIdeas(site);
      return listPublicIdeas(ctx, site, mainLanguage(site.settings), query);
    },
  );

  mount(
    api,
    contract.getIdea,
    {
      access: 'public',
      rate: 'read',
      reply: schema.publicIdea,
      operationId: 'getIdea',
      summary: 'Get a public idea with its history',
    },
    async ({ ctx, site, parameter }) =>
      toPublicIdea(ctx, site, await publicIdeaRow(ctx, site, parameter('idea'))),
  );
};

/** Changing one's own idea. */
const mountOwn = (api: Api): void => {
  mount(
    api,
    contract.editOwnIdea,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.editOwnIdeaBody,
      reply: schema.ownIdea,
      operationId: 'editOwnIdea',
      summary: 'Edit one’s own idea; what it said before is kept',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      const sender = { address, isPlain: false };
      const row = await editOwn(ctx, site, visitor, parameter('idea'), body, sender);
      return { idea: { ...(await toPublicIdea(ctx, site, row)), state: row.state } };
    },
  );
};

/** Routes of ideas for visitors. */
export const mountIdeas = (api: Api): void => {
  mountReading(api);
  mountReplies(api);
  mountOwn(api);

  mount(
    api,
    contract.postIdea,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.ideaBody,
      reply: schema.ownIdea,
      operationId: 'suggestIdea',
      summary: 'Suggest an idea; one’s own vote counts for it',
    },
    async ({ ctx, site, visitor, body, address }) => {
      const row = await addIdea(ctx, site, visitor, body, { address, isPlain: false });
      return { idea: { ...(await toPublicIdea(ctx, site, row)), state: row.state } };
    },
  );

  mount(
    api,
    contract.postIdeaVote,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.ideaVoteBody,
      reply: schema.ideaVoteReply,
      operationId: 'voteForIdea',
      summary: 'Vote for an idea, or take the vote back',
    },
    ({ ctx, site, visitor, parameter, body, address }) =>
      vote(ctx, site, visitor, parameter('idea'), { ...body, address }),
  );

  mount(
    api,
    contract.postIdeaFollow,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.followIdeaBody,
      reply: done,
      operationId: 'followIdea',
      summary: 'Follow an idea’s status by email',
    },
    async ({ ctx, site, visitor, parameter, body }) => {
      await follow(ctx, site, visitor, parameter('idea'), body);
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.getOwnIdeaPart,
    {
      access: 'visitor',
      rate: 'read',
      reply: schema.ownIdeaPart,
      operationId: 'getOwnIdeaPart',
      summary: 'Get what of an idea is about oneself',
    },
    async ({ ctx, site, visitor, parameter }) =>
      ownPartOf(ctx, site, visitor, await publicIdeaRow(ctx, site, parameter('idea'))),
  );
};
