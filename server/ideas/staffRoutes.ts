import * as contract from '../../shared/ideas/staffRoutes.ts';
import * as schema from '../../shared/ideas/staffSchema.ts';
import { ideasPerPage } from '../../shared/ideas/schema.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { requireConversation, takeBackFor, voteFor } from './behalf.ts';
import { hasIdeas } from './rules.ts';
import { addAsStaff, decide, edit, merge, setStatus, unmerge } from './moderating.ts';
import { countIdeas, pageOfIdeas } from './queries/ideas.ts';
import { replyAsStaff } from './replies/replying.ts';
import { toConversationIdeas, toDetail, toStaffIdeas } from './staffViews.ts';

const reads = { access: 'staff', rate: 'staff', role: 'moderator', scope: 'content:read' } as const;
const writes = { access: 'staff', rate: 'staff', role: 'moderator', scope: 'content:write' } as const;

const mountLists = (api: Api): void => {
  mount(
    api,
    contract.listStaffIdeas,
    {
      ...reads,
      query: schema.staffIdeasQuery,
      reply: schema.staffIdeas,
      operationId: 'listIdeasForTeam',
      summary: 'List ideas for the team, by whether they’re public and by status',
    },
    async ({ ctx, site, query: { state = 'public', status, order = 'top', q, page = 1 } }) => {
      const filter = { state, status, q };
      const [rows, total, waiting] = await Promise.all([
        pageOfIdeas(ctx, site.id, filter, {
          order,
          limit: ideasPerPage,
          offset: (page - 1) * ideasPerPage,
        }),
        countIdeas(ctx, site.id, filter),
        countIdeas(ctx, site.id, { state: 'waiting' }),
      ]);
      return {
        ideas: await toStaffIdeas(ctx, site, rows),
        total,
        waiting,
        isOn: hasIdeas(site),
      };
    },
  );

  mount(
    api,
    contract.postStaffIdea,
    {
      ...writes,
      body: schema.staffIdeaBody,
      reply: schema.staffIdeaDetail,
      operationId: 'addIdea',
      summary: 'Add an idea as the team',
    },
    async ({ ctx, site, role, session, body }) => {
      await addAsStaff(ctx, site, session.staff, body);
      return toDetail(ctx, site, body.id, role);
    },
  );

  mount(
    api,
    contract.decideStaffIdeas,
    {
      ...writes,
      body: schema.decideIdeas,
      reply: schema.decidedIdeas,
      operationId: 'moderateIdeas',
      summary: 'Publish ideas, hide them, or hold them',
    },
    async ({ ctx, site, body }) => ({ changed: (await decide(ctx, site, body)).length }),
  );
};

/** The team's replies. */
const mountStaffReplies = (api: Api): void => {
  mount(
    api,
    contract.postStaffReply,
    {
      ...writes,
      body: schema.staffReplyBody,
      reply: schema.staffIdeaDetail,
      operationId: 'replyToIdeaAsTeam',
      summary: 'Reply to a public idea as the team; its followers are told',
    },
    async ({ ctx, site, role, session, parameter, body }) => {
      await replyAsStaff(ctx, site, session.staff, parameter('idea'), body);
      return toDetail(ctx, site, parameter('idea'), role);
    },
  );
};

const mountOne = (api: Api): void => {
  mount(
    api,
    contract.getStaffIdea,
    {
      ...reads,
      reply: schema.staffIdeaDetail,
      operationId: 'getIdeaForTeam',
      summary: 'Get an idea with its history and where it was asked for',
    },
    ({ ctx, site, role, parameter }) => toDetail(ctx, site, parameter('idea'), role),
  );

  mount(
    api,
    contract.patchStaffIdea,
    {
      ...writes,
      body: schema.editIdeaBody,
      reply: schema.staffIdeaDetail,
      operationId: 'editIdea',
      summary: 'Edit an idea’s text; what it said before is kept',
    },
    async ({ ctx, site, role, session, parameter, body }) => {
      await edit(ctx, site, session.staff.id, parameter('idea'), body);
      return toDetail(ctx, site, parameter('idea'), role);
    },
  );

  mount(
    api,
    contract.postIdeaStatus,
    {
      ...writes,
      body: schema.ideaStatusBody,
      reply: schema.staffIdeaDetail,
      operationId: 'setIdeaStatus',
      summary: 'Set an idea’s status; its voters and followers are told',
    },
    async ({ ctx, site, role, session, parameter, body }) => {
      await setStatus(ctx, site, session.staff.id, parameter('idea'), body);
      return toDetail(ctx, site, parameter('idea'), role);
    },
  );

  mount(
    api,
    contract.mergeIdea,
    {
      ...writes,
      body: schema.mergeIdeaBody,
      reply: schema.staffIdeaDetail,
      operationId: 'mergeIdea',
      summary: 'Merge an idea into another; votes and followers count there',
    },
    async ({ ctx, site, role, parameter, body }) => {
      await merge(ctx, site, parameter('idea'), body.into);
      return toDetail(ctx, site, parameter('idea'), role);
    },
  );

  mount(
    api,
    contract.unmergeIdea,
    {
      ...writes,
      reply: schema.staffIdeaDetail,
      operationId: 'unmergeIdea',
      summary: 'Undo the merge of an idea',
    },
    async ({ ctx, site, role, parameter }) => {
      await unmerge(ctx, site, parameter('idea'));
      return toDetail(ctx, site, parameter('idea'), role);
    },
  );
};

/** Staff routes of ideas, and of who asked for them. */
export const mountIdeasForStaff = (api: Api): void => {
  mountLists(api);
  mountOne(api);
  mountStaffReplies(api);

  mount(
    api,
    contract.listConversationIdeas,
    {
      ...reads,
      role: 'agent',
      scope: 'conversations:read',
      reply: schema.conversationIdeas,
      operationId: 'listConversationIdeas',
      summary: 'List the ideas that were asked for in a conversation',
    },
    async ({ ctx, site, parameter }) => {
      const { id } = await requireConversation(ctx, site, parameter('conversation'));
      return toConversationIdeas(ctx, site, id);
    },
  );

  mount(
    api,
    contract.putConversationIdea,
    {
      ...writes,
      role: 'agent',
      scope: 'conversations:write',
      reply: schema.conversationIdeas,
      operationId: 'voteForIdeaFromConversation',
      summary: 'Vote for an idea on behalf of a conversation’s visitor',
    },
    async ({ ctx, site, session, parameter }) => {
      const conversation = parameter('conversation');
      await voteFor(ctx, site, session.staff.id, conversation, parameter('idea'));
      return toConversationIdeas(ctx, site, conversation);
    },
  );

  mount(
    api,
    contract.deleteConversationIdea,
    {
      ...writes,
      role: 'agent',
      scope: 'conversations:write',
      reply: schema.conversationIdeas,
      operationId: 'removeIdeaFromConversation',
      summary: 'Take back a vote on behalf of a conversation’s visitor',
    },
    async ({ ctx, site, parameter }) => {
      const conversation = parameter('conversation');
      await takeBackFor(ctx, site, conversation, parameter('idea'));
      return toConversationIdeas(ctx, site, conversation);
    },
  );
};
