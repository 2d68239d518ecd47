import { effect, type Signal, signal } from '@preact/signals';
import type { WidgetContext } from '../core/context.ts';
import type { PanelFeature } from '../core/feature.ts';
import type { Host } from '../core/host.ts';
import { loadTexts } from '../core/text/i18n.ts';
import { attachRoot, makeContainer } from './container.ts';
import { createContext } from './context.ts';
import { createDialog } from './dialog.tsx';
import { createHomeParts } from './homeParts.ts';
import { createLastView } from './lastView.ts';
import { loadOwnTexts } from './ownTexts.ts';
import { resumeVisitor } from './resumeVisitor.ts';
import { createSurface } from './surface.ts';
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
  /** Opens what was open in this tab before the page was loaded anew, and leaves the focus where it is. */
  restore(): Promise<void>;
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
  const lastView = createLastView(host.site);
  const restyled = signal(0);
  const root = attachRoot(host);
  const container = makeContainer(root, host, texts.direction);
  const surface = createSurface(context, root, container.element, isOpen, lastView.mayFocus);
  const available = features.filter(({ isOn }) => isOn?.(host.settings) ?? true);
  const home = createHomeParts(available, surface);
  const dialog = createDialog(host, {
    surface,
    container: container.element,
    root,
    isOpen,
    restyled,
    home,
    mayFocus: lastView.mayFocus,
  });

  undo.push(
    () => context.dispose(),
    () => home.field.value?.dispose(),
    container.remove,
    () => root.host.remove(),
    effect(() => context.conversations.value?.drawBadge(host, restyled)),
    effect(() => context.conversations.value?.speak(host, surface)),
    lastView.follow(surface, isOpen),
    effect(() => {
      void restyled.value;
      container.restyle();
    }),
    dialog.dispose,
  );

  const resume = (): Promise<void> => resumeVisitor(host, context, restart);
  const open = async (view?: string): Promise<void> => {
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
  };
  return {
    context,
    isOpen,
    restyled,
    close: dialog.close,
    resume,
    open,
    async restore() {
      await resume();
      if (!isOpen.value) await lastView.restore(dialog.isSheet(), open);
    },
  };
};
