import { h } from 'preact';
import type { ConversationsPart, WidgetContext } from '../context.ts';
import { drawBadge } from './badge.ts';
import { ConversationList } from './ConversationList.tsx';
import { hostPage } from './hostPage.ts';
import { createConversationStore } from './store.ts';
import { speakMessages } from './spoken.ts';
import { Talk } from './Talk.tsx';
import { Team } from './Team.tsx';
import { createThread } from './thread.ts';
import { ThreadView } from './ThreadView.tsx';
import type { Thread } from './types.ts';
import { useNow } from './useNow.ts';

export { loadLaterTexts } from '../text/laterTexts.ts';

/** The lazy entry: everything about conversations. */
export const createConversations = (context: WidgetContext): ConversationsPart => {
  const store = createConversationStore(context);
  const threads = new Map<string, Thread>();
  const currentPage = () => hostPage(context.settings);
  let stopAnnouncing = (): void => {};
  let disposed = false;
  // What cannot be loaded is not missed: staff see where it was written.
  import('./whereabouts.ts').then(
    ({ announceWhereabouts: tellWhereabouts }) => {
      if (!disposed) stopAnnouncing = tellWhereabouts(context, store, currentPage);
    },
    () => {},
  );
  const part: ConversationsPart = {
    store,
    thread(id, opening) {
      let thread = threads.get(id);
      if (!thread) threads.set(id, (thread = createThread(context, store, id, opening)));
      return thread;
    },
    ConversationList: (given) => h(ConversationList, { ...given, store }),
    ThreadView: (given) => h(ThreadView, { ...given, part }),
    Talk: (given) => h(Talk, { ...given, store }),
    useNow,
    Team: (given) => h(Team, { ...given, presence: store.presence }),
    hostPage: currentPage,
    drawBadge: (host, restyled) => drawBadge(host, context, store, restyled),
    speak: (host, surface) => speakMessages(host, surface, store),
    dispose() {
      disposed = true;
      stopAnnouncing();
      for (const thread of threads.values()) thread.dispose();
      store.dispose();
    },
  };
  return part;
};
