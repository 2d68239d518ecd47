import { effect } from '@preact/signals';
import { postWhereabouts, whereaboutsEvery } from '../../../shared/core/conversations/whereaboutsRoutes.ts';
import type { WidgetContext } from '../context.ts';
import type { hostPage } from './hostPage.ts';
import type { ConversationStore } from './types.ts';

/** Pages that change their address without being loaded are looked at so often, milliseconds. */
const lookEvery = 2_000;

/**
 * Tells staff which page the visitor looks at, while the line is up and the page is in front of them. A word that is
 * lost is said again.
 */
export const announceWhereabouts = (
  context: WidgetContext,
  { line, visible }: ConversationStore,
  /** Given, not imported: what comes with the entry is not loaded with this. */
  currentPage: () => ReturnType<typeof hostPage>,
): (() => void) => {
  if (context.settings.hidesPage) return () => {};
  return effect(() => {
    if (!visible.value || (line.value !== 'live' && line.value !== 'polling')) return;
    let announced = '';
    let at = 0;
    const look = (): void => {
      const page = currentPage();
      if (!page || (page.url === announced && Date.now() - at < whereaboutsEvery)) return;
      const { url, title } = page;
      announced = url;
      at = Date.now();
      context.session.call(postWhereabouts, { body: { page: { url, title } } }).catch(() => {});
    };
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  });
};
