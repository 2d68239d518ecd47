import { route } from '../core/route.ts';
import type {
  ConversationIdeas,
  DecidedIdeas,
  DecideIdeas,
  EditIdeaBody,
  IdeaStatusBody,
  MergeIdeaBody,
  StaffIdeaBody,
  StaffIdeaDetail,
  StaffIdeas,
  StaffIdeasQuery,
  StaffReplyBody,
} from './staffSchema.ts';

/* The staff's side of ideas, under the inbox: `:site` is the site's id. */
export const listStaffIdeas = route<undefined, StaffIdeas, StaffIdeasQuery>('GET', '/api/inbox/:site/ideas');
export const postStaffIdea = route<StaffIdeaBody, StaffIdeaDetail>('POST', '/api/inbox/:site/ideas');
export const decideStaffIdeas = route<DecideIdeas, DecidedIdeas>('POST', '/api/inbox/:site/ideas/decisions');
export const getStaffIdea = route<undefined, StaffIdeaDetail>('GET', '/api/inbox/:site/ideas/:idea');
export const patchStaffIdea = route<EditIdeaBody, StaffIdeaDetail>('PATCH', '/api/inbox/:site/ideas/:idea');
export const postIdeaStatus = route<IdeaStatusBody, StaffIdeaDetail>(
  'POST',
  '/api/inbox/:site/ideas/:idea/status',
);
export const postStaffReply = route<StaffReplyBody, StaffIdeaDetail>(
  'POST',
  '/api/inbox/:site/ideas/:idea/replies',
);
/** Makes one a part of another: votes, followers and links count there. */
export const mergeIdea = route<MergeIdeaBody, StaffIdeaDetail>('POST', '/api/inbox/:site/ideas/:idea/merge');
export const unmergeIdea = route<undefined, StaffIdeaDetail>('DELETE', '/api/inbox/:site/ideas/:idea/merge');

export const listConversationIdeas = route<undefined, ConversationIdeas>(
  'GET',
  '/api/inbox/:site/conversations/:conversation/ideas',
);
/** Votes for an idea on behalf of the conversation's visitor. */
export const putConversationIdea = route<undefined, ConversationIdeas>(
  'PUT',
  '/api/inbox/:site/conversations/:conversation/ideas/:idea',
);
/** Takes that back. */
export const deleteConversationIdea = route<undefined, ConversationIdeas>(
  'DELETE',
  '/api/inbox/:site/conversations/:conversation/ideas/:idea',
);
