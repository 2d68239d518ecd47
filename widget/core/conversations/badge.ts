import { effect, type ReadonlySignal } from '@preact/signals';
import type { Host } from '../host.ts';
import { addStyles } from '../ui/styles.ts';
import type { WidgetContext } from '../context.ts';
import rules from './badge.css?inline';
import type { ConversationStore } from './types.ts';

/**
 * Says on the launcher how many answers wait, and tells the page.
 * @param restyled changes when the launcher was drawn anew
 * @returns what takes it off again
 */
export const drawBadge = (
  host: Host,
  { texts }: WidgetContext,
  { unread, begun }: ConversationStore,
  restyled: ReadonlySignal<number>,
): (() => void) => {
  const badge = document.createElement('span');
  badge.className = 'badge';
  addStyles(host.root, rules, host.nonce);
  host.launcher.append(badge);
  const ends = [
    effect(() => {
      void restyled.value;
      const count = unread.value;
      const label = host.settings.theme.label || texts.get('panel');
      badge.textContent = count ? `${Math.min(count, 99)}` : '';
      host.launcher.ariaLabel = count ? texts.get('unread', { label, count }) : label;
    }),
    effect(() => host.emit('unread', { count: unread.value })),
    effect(() => {
      if (begun.value) host.emit('conversation', begun.value);
    }),
  ];
  return () => {
    for (const end of ends) end();
    badge.remove();
    host.say();
  };
};
