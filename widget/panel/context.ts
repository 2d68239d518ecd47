import { signal } from '@preact/signals';
import type { PublicSettings } from '../../shared/siteSettings.ts';
import type { ConversationsPart, WidgetContext } from '../core/context.ts';
import { createCall } from '../core/net/client.ts';
import { createSession } from '../core/net/session.ts';
import type { Identity } from '../core/script/identity.ts';
import type { Texts } from '../core/text/i18n.ts';

/** The context of one visitor on one page. */
export const createContext = (given: {
  base: string;
  site: string;
  nonce: string;
  settings: PublicSettings;
  texts: Texts;
  who(): Identity | undefined;
  conversationView: WidgetContext['conversationView'];
}): WidgetContext => {
  const conversations = signal<ConversationsPart | null>(null);
  let loading: Promise<ConversationsPart> | undefined;
  let disposed = false;
  const context: WidgetContext = {
    ...given,
    session: createSession(given.base, given.site),
    call: createCall(given.base, () => ({}), { site: given.site }),
    conversations,
    loadConversations: () =>
      (loading ??= (async () => {
        const { loadLaterTexts, createConversations } = await import('../core/conversations/entry.ts');
        await loadLaterTexts(context.texts);
        if (disposed) throw new Error('gone');
        return (conversations.value = createConversations(context));
      })().catch((error) => {
        loading = undefined;
        throw error;
      })),
    dispose() {
      disposed = true;
      conversations.value?.dispose();
    },
  };
  return context;
};
