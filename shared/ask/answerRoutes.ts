import type { Done } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type {
  AcceptBody,
  AnswerBody,
  AnswerHistory,
  AnswersQuery,
  CategoryBody,
  CloseBody,
  DecideAnswers,
  DecidedAnswers,
  EditAnswerBody,
  FollowBody,
  EditQuestionBody,
  OwnAnswerReply,
  OwnPart,
  OwnQuestionReply,
  Peers,
  QuestionHistory,
  SplitBody,
  SplitReply,
  StaffAnswerBody,
  StaffAnswerReply,
  StaffAnswers,
  VoteBody,
} from './answerSchema.ts';

/* Visitors, with `Authorization: Bearer <visitor secret>`. */
export const postCommunityAnswer = route<AnswerBody, OwnAnswerReply>(
  'POST',
  '/api/sites/:site/questions/:question/answers',
);
export const editCommunityAnswer = route<EditAnswerBody, OwnAnswerReply>(
  'PATCH',
  '/api/sites/:site/answers/:answer',
);
/** Takes one's own answer away. */
export const deleteCommunityAnswer = route<undefined, Done>('DELETE', '/api/sites/:site/answers/:answer');
export const postHelpful = route<VoteBody, Done>('POST', '/api/sites/:site/answers/:answer/helpful');
/** Accepts an answer, for who asked. */
export const postAccepted = route<AcceptBody, Done>('POST', '/api/sites/:site/answers/:answer/accepted');
export const postMeToo = route<VoteBody, Done>('POST', '/api/sites/:site/questions/:question/me-too');
export const postFollow = route<FollowBody, Done>('POST', '/api/sites/:site/questions/:question/follow');
export const getOwnPart = route<undefined, OwnPart>('GET', '/api/sites/:site/questions/:question/own');

/** Changes one's own public question. */
export const editOwnQuestion = route<EditQuestionBody, OwnQuestionReply>(
  'PATCH',
  '/api/sites/:site/questions/:question',
);

/** Anonymous. */
export const getPeers = route<undefined, Peers>('GET', '/api/sites/:site/peers');

/* Staff, under the inbox: `:site` is the site's id. */
export const listStaffAnswers = route<undefined, StaffAnswers, AnswersQuery>(
  'GET',
  '/api/inbox/:site/answers',
);
export const decideStaffAnswers = route<DecideAnswers, DecidedAnswers>(
  'POST',
  '/api/inbox/:site/answers/decisions',
);
export const postStaffAnswer = route<StaffAnswerBody, StaffAnswerReply>(
  'POST',
  '/api/inbox/:site/questions/:question/answers',
);
/** Makes an answer a question of its own. */
export const splitAnswer = route<SplitBody, SplitReply>('POST', '/api/inbox/:site/answers/:answer/split');
/** Puts it back. */
export const joinAnswer = route<undefined, Done>('DELETE', '/api/inbox/:site/answers/:answer/split');
export const getAnswerHistory = route<undefined, AnswerHistory>(
  'GET',
  '/api/inbox/:site/answers/:answer/history',
);
export const getQuestionHistory = route<undefined, QuestionHistory>(
  'GET',
  '/api/inbox/:site/questions/:question/history',
);
export const closeQuestion = route<CloseBody, Done>('POST', '/api/inbox/:site/questions/:question/closed');
export const moveQuestion = route<CategoryBody, Done>(
  'POST',
  '/api/inbox/:site/questions/:question/category',
);
