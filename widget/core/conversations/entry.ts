import { h } from 'preact';
import type { ConversationsPart, WidgetContext } from '../context.ts';
import { drawBadge } from './badge.ts';
import { ConversationList } from './ConversationList.tsx';
import { hostPage } from './hostPage.ts';
import { createConversationStore } from './store.ts';
import { Talk, useNow } from './Talk.tsx';
import { Team } from './Team.tsx';
import { ThreadView } from './ThreadView.tsx';

export { loadLaterTexts } from '../text/laterTexts.ts';

/** The lazy entry: everything about conversations. */
export const createConversations = (context: WidgetContext): ConversationsPart => {
  const store = createConversationStore(context);
  return {
    store,
    ConversationList: (given) => h(ConversationList, { ...given, store }),
    ThreadView: (given) => h(ThreadView, { ...given, store }),
    Talk,
    useNow,
    Team: (given) => h(Team, { ...given, presence: store.presence }),
    hostPage: () => hostPage(context.settings),
    drawBadge: (host, restyled) => drawBadge(host, context, store, restyled),
  };
};
