import { render } from 'preact';
import type { Host } from '../core/host.ts';
import base from '../core/ui/base.css?inline';
import { ignoreComposition, stopKeyPropagation } from '../core/ui/keys.ts';
import lists from '../core/ui/lists.css?inline';
import { addStyles } from '../core/ui/styles.ts';
import { applyTheme } from '../core/ui/theme.ts';
import rules from './panel.css?inline';
import { rescueEvents } from './swallowedEvents.ts';

export interface Container {
  element: HTMLElement;
  /** Applies the theme again. */
  restyle(): void;
  remove(): void;
}

/** Makes a root beside the launcher: its rules and the panel's do not meet. */
export const attachRoot = (host: Host): ShadowRoot => {
  const element = document.createElement('div');
  host.root.prepend(element);
  return element.attachShadow({ mode: 'open' });
};

/** Makes the element that a surface draws into. */
export const makeContainer = (root: ShadowRoot, host: Host, direction: string): Container => {
  const element = document.createElement('div');
  element.className = 'foyer';
  element.dir = direction;
  element.lang = host.language;
  addStyles(root, base + lists + rules, host.nonce);
  root.append(element);
  const theme = applyTheme(element, () => host.settings);
  ignoreComposition(element);
  const stopQuieting = stopKeyPropagation(element);
  const stopRescuing = rescueEvents(root);
  return {
    element,
    restyle: theme.apply,
    remove() {
      render(null, element);
      theme.end();
      stopQuieting();
      stopRescuing();
      element.remove();
    },
  };
};

/** Physical edge that the launcher sits at: its position is meant in the page's direction, not in ours. */
export const sideOf = ({ settings, root }: Host): 'left' | 'right' =>
  (settings.theme.position === 'end') === (getComputedStyle(root.host).direction === 'rtl')
    ? 'left'
    : 'right';
