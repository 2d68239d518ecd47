import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { addStyles } from './styles.ts';
import type { Visit } from './visit.ts';

/** One place where a visit is shown: the panel, or an element of the page. */
export interface Surface {
  visit: Visit;
  /** What is shown instead of the start: the id of a conversation, or null. */
  conversation: Signal<string | null>;
  /** False while nobody can see it. */
  shown: ReadonlySignal<boolean>;
  /** Told to those who cannot see what changed. */
  announcement: Signal<string>;
  addStyles(rules: string): void;
  /** `data-` attributes of the element that it is drawn into. */
  given?: DOMStringMap;
  /** Moves the focus to where the view that was just drawn begins. */
  focusStart(): void;
}

export const createSurface = (
  visit: Visit,
  root: ShadowRoot,
  container: HTMLElement,
  shown: ReadonlySignal<boolean> = signal(true),
): Surface => ({
  visit,
  conversation: signal(null),
  shown,
  announcement: signal(''),
  addStyles: (rules) => addStyles(root, rules, visit.nonce),
  focusStart: () => container.querySelector<HTMLElement>('[data-start]')?.focus(),
});

/** True on devices that are touched: there, moving the focus into a field would open the keyboard over the page. */
export const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;
