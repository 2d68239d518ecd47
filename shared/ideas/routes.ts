import type { Done } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type {
  EditOwnIdeaBody,
  EditReplyBody,
  FollowIdeaBody,
  IdeaBody,
  IdeaList,
  IdeasQuery,
  IdeaVoteBody,
  IdeaVoteReply,
  OwnIdea,
  OwnIdeaPart,
  OwnIdeaReplyReply,
  PublicIdea,
  ReplyBody,
} from './schema.ts';

export const listIdeas = route<undefined, IdeaList, IdeasQuery>('GET', '/api/sites/:site/ideas');
export const getIdea = route<undefined, PublicIdea>('GET', '/api/sites/:site/ideas/:idea');

/* Visitors, with `Authorization: Bearer <visitor secret>`. */
export const postIdea = route<IdeaBody, OwnIdea>('POST', '/api/sites/:site/ideas');
export const postIdeaVote = route<IdeaVoteBody, IdeaVoteReply>('POST', '/api/sites/:site/ideas/:idea/vote');
export const postIdeaFollow = route<FollowIdeaBody, Done>('POST', '/api/sites/:site/ideas/:idea/follow');
export const getOwnIdeaPart = route<undefined, OwnIdeaPart>('GET', '/api/sites/:site/ideas/:idea/own');
export const editOwnIdea = route<EditOwnIdeaBody, OwnIdea>('PATCH', '/api/sites/:site/ideas/:idea');
export const postIdeaReply = route<ReplyBody, OwnIdeaReplyReply>(
  'POST',
  '/api/sites/:site/ideas/:idea/replies',
);
export const editIdeaReply = route<EditReplyBody, OwnIdeaReplyReply>(
  'PATCH',
  '/api/sites/:site/ideas/replies/:reply',
);
/** Takes one's own reply away. */
export const deleteIdeaReply = route<undefined, Done>('DELETE', '/api/sites/:site/ideas/replies/:reply');
