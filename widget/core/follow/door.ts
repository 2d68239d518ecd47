import type { Visit } from '../visit.ts';
import { drawBadge } from './badge.ts';
import { ConversationList } from './ConversationList.tsx';
import { createFollow, type Follow } from './follow.ts';
import { hostPage } from './hostPage.ts';
import { Talk, useNow } from './Talk.tsx';
import { Team } from './Team.tsx';
import { ThreadView } from './ThreadView.tsx';

export { loadLaterTexts } from './laterTexts.ts';

/** What is loaded once a visitor has acted: the conversations, how they are kept, and how they look. */
export interface FollowPart {
  model: Follow;
  ConversationList: typeof ConversationList;
  ThreadView: typeof ThreadView;
  /** For features whose conversations have a view of their own. */
  Talk: typeof Talk;
  useNow: typeof useNow;
  Team: typeof Team;
  /** The page that the visitor is on, as far as the site wants to know. */
  hostPage(): ReturnType<typeof hostPage>;
  drawBadge: typeof drawBadge;
}

export const openFollow = (visit: Visit): FollowPart => ({
  model: createFollow(visit),
  ConversationList,
  ThreadView,
  Talk,
  useNow,
  Team,
  hostPage: () => hostPage(visit.settings),
  drawBadge,
});
