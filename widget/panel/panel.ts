import type { PanelFeature } from '../core/feature.ts';
import { guardErrors } from '../core/guard.ts';
import type { Host, PanelHandle } from '../core/host.ts';
import { panelFeatures } from './features.ts';
import { createInlineElements } from './inlineElements.ts';
import { rescueEvents } from './swallowedEvents.ts';
import { createWidget, type Widget } from './widget.tsx';

/** Where another tab has ended the visit, what is on screen here goes, too. @returns what ends it */
const followLogout = (host: Host, restart: () => Promise<void>): (() => void) => {
  const name = `foyer:${host.site}`;
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    // Storage that is cleared names no key.
    if (newValue !== null || (key ?? name) !== name) return;
    host.identity = undefined;
    restart().catch(() => {});
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
};

/** Called by the loader, once. */
export const start = (host: Host, features: readonly PanelFeature[] = panelFeatures): PanelHandle => {
  // Before anything that is waited for: the press of the launcher that is already on its way counts.
  const stopRescuing = rescueEvents(host.root);
  const undo: (() => void)[] = [];
  let gone = false;
  let built: Promise<Widget> | undefined;
  const ready = (): Promise<Widget> =>
    (built ??= createWidget(host, features, undo, restart).catch((error) => {
      built = undefined;
      throw error;
    }));
  const elements = createInlineElements(host, features, ready, undo);

  const undoAll = (): void => {
    for (const end of undo.splice(0).reverse()) end();
  };
  /** Everything anew: another visitor, another language. What was open is open again. */
  const restart = async (): Promise<void> => {
    const before = await built;
    const wasOpen = before?.isOpen.value;
    before?.close();
    undoAll();
    built = undefined;
    if (gone) return;
    if (wasOpen) await (await ready()).open();
    await elements.redraw();
  };

  const stopListening = followLogout(host, restart);
  const stopGuarding = guardErrors(host);

  // What is needed next comes while the pointer is still on its way.
  void ready().catch(() => {});
  for (const { loadField, isOn } of features)
    if (loadField && (isOn?.(host.settings) ?? true)) void loadField().catch(() => {});

  const handle: PanelHandle = {
    async prompts() {
      const { createPromptDisplay } = await import('./prompts/show.tsx');
      return createPromptDisplay(host, handle, ready, (kind) => {
        const load = features.flatMap(({ prompts }) => prompts?.[kind as 'survey'] ?? [])[0];
        // biome-ignore lint/style/noNonNullAssertion: a view without a loader is not offered
        return load!();
      });
    },
    open: async (view) => (await ready()).open(view),
    async toggle() {
      const now = await ready();
      return now.isOpen.value ? now.close() : now.open();
    },
    close: async () => (await built)?.close(),
    resume: async () => (await ready()).restore(),
    inline: elements.inline,
    async refresh() {
      const now = await built;
      if (!now) return;
      if (now.context.texts.language !== host.language) return restart();
      now.restyled.value++;
    },
    async become() {
      const now = await ready();
      if (host.identity) return now.resume();
      const { logOut } = await import('../core/conversations/introduce.ts');
      const ended = logOut(now.context);
      // What is on screen goes at once, whatever the line does.
      await restart();
      await ended;
    },
    destroy() {
      gone = true;
      stopListening();
      stopGuarding();
      elements.forget();
      undoAll();
      stopRescuing();
    },
  };
  return handle;
};
