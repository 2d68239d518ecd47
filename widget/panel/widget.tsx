import { effect, type Signal, signal } from '@preact/signals';
import type { WidgetContext } from '../core/context.ts';
import type { PanelFeature } from '../core/feature.ts';
import type { Host } from '../core/host.ts';
import { loadTexts } from '../core/text/i18n.ts';
import { attachRoot, makeContainer } from './container.ts';
import { createContext } from './context.ts';
import { createDialog } from './dialog.tsx';
import { createHomeParts } from './homeParts.ts';
import { loadOwnTexts } from './ownTexts.ts';
import { createSurface } from './surface.ts';
import { rescueEvents } from './swallowedEvents.ts';
import { whenIdle, yieldToPage } from './scheduling.ts';

/** The panel of one visitor in one language, from the texts on. */
export interface Widget {
  context: WidgetContext;
  isOpen: Signal<boolean>;
  /** Counts changes of the theme. */
  restyled: Signal<number>;
  /** @param view `home`, the id of a conversation, or the kind of one that is to begin */
  open(view?: string): Promise<void>;
  close(): void;
  /** Goes live for a visitor who acted before. */
  resume(): Promise<void>;
}

/**
 * @param undo takes in what ends each part, in the order of making
 * @param restart makes everything again, for another visitor
 */
export const createWidget = async (
  host: Host,
  features: readonly PanelFeature[],
  undo: (() => void)[],
  restart: () => Promise<void>,
): Promise<Widget> => {
  const texts = await loadTexts(host.language, await loadOwnTexts(host));
  const context = createContext({
    ...host,
    texts,
    who: () => host.identity,
    conversationView: (kind) => features.find(({ name }) => name === kind)?.loadConversationView,
  });
  const isOpen = signal(false);
  const restyled = signal(0);
  const root = attachRoot(host);
  const container = makeContainer(root, host, texts.direction);
  const surface = createSurface(context, root, container.element, isOpen);
  const available = features.filter(({ isOn }) => isOn?.(host.settings) ?? true);
  const home = createHomeParts(available, surface);
  const dialog = createDialog(host, {
    surface,
    container: container.element,
    root,
    isOpen,
    restyled,
    home,
  });

  undo.push(
    () => context.dispose(),
    () => home.field.value?.dispose(),
    container.remove,
    () => root.host.remove(),
    rescueEvents(host.root),
    effect(() => context.conversations.value?.drawBadge(host, restyled)),
    effect(() => {
      void restyled.value;
      container.restyle();
    }),
    dialog.dispose,
  );

  const resume = async (): Promise<void> => {
    if (host.identity) {
      const { introduce } = await import('../core/conversations/introduce.ts');
      const isAnother = await introduce(
        {
          ...context,
          language: texts.language,
          onIntroduced: () => context.conversations.value?.store.restart(),
        },
        host.identity,
      );
      if (isAnother) return restart();
    }
    if (context.session.isKnown) await (await context.loadConversations()).store.begin();
  };
  return {
    context,
    isOpen,
    restyled,
    close: dialog.close,
    resume,
    async open(view) {
      if (view) surface.conversation.value = view === 'home' ? null : view;
      await home.loadField();
      // Two tasks, so that neither holds up the page for long.
      await yieldToPage();
      dialog.open();
      // First the field, then what stands around it.
      await yieldToPage();
      void resume().catch(() => {});
      await whenIdle();
      void home.loadSections().catch(() => {});
    },
  };
};
