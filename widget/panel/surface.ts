import { type ReadonlySignal, signal } from '@preact/signals';
import type { Surface, WidgetContext } from '../core/context.ts';
import { addStyles } from '../core/ui/styles.ts';

/**
 * @param container what the surface draws into, inside the shadow root
 * @param mayFocus false while the surface opens by itself, and the page keeps the focus
 */
export const createSurface = (
  context: WidgetContext,
  root: ShadowRoot,
  container: HTMLElement,
  shown: ReadonlySignal<boolean> = signal(true),
  mayFocus: () => boolean = () => true,
): Surface => ({
  context,
  conversation: signal(null),
  shown,
  announcement: signal(''),
  addStyles: (rules) => addStyles(root, rules, context.nonce),
  focusStart() {
    if (mayFocus()) container.querySelector<HTMLElement>('[data-start]')?.focus();
  },
});
