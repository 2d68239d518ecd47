import type { WidgetContext } from '../core/context.ts';
import type { Host } from '../core/host.ts';

/**
 * Tells the server whom the page has introduced, and goes live for a visitor who acted before.
 * @param restart makes everything again, where the page has introduced somebody else
 */
export const resumeVisitor = async (
  host: Host,
  context: WidgetContext,
  restart: () => Promise<void>,
): Promise<void> => {
  if (host.identity) {
    const { introduce } = await import('../core/conversations/introduce.ts');
    const isAnother = await introduce(
      {
        ...context,
        language: context.texts.language,
        onIntroduced: () => context.conversations.value?.store.restart(),
      },
      host.identity,
    );
    if (isAnother) return restart();
  }
  if (context.session.isKnown) await (await context.loadConversations()).store.begin();
};
