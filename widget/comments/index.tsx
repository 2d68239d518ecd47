import { render } from 'preact';
import base from '../core/ui/base.css?inline';
import type { Host } from '../core/host.ts';
import { after } from '../core/net/after.ts';
import { stopKeyPropagation } from '../core/ui/keys.ts';
import rich from '../core/ui/rich.css?inline';
import { addStyles } from '../core/ui/styles.ts';
import { applyTheme } from '../core/ui/theme.ts';
import own from './comments.css?inline';
import { PartsContext } from './context.ts';
import { createComments } from './model.ts';
import { View } from './View.tsx';
import { loadLocale } from './texts.ts';

/**
 * Draws a page's comments into an element of the page, in the place of what the server put there. Until they are here
 * that stays; and as much room as it took is kept until the reader does something, so that nothing below moves.
 * @returns what undoes it
 */
export const inline = (element: HTMLElement, host: Host): (() => void) => {
  let end = (): void => {};
  const begin = (): void => {
    end();
    end = draw(element, host, begin);
  };
  begin();
  return () => {
    end();
    // The element's own children show again.
    element.shadowRoot?.replaceChildren(document.createElement('slot'));
  };
};

/** @param renew called when the element's page has become another */
const draw = (element: HTMLElement, host: Host, renew: () => void): (() => void) => {
  const container = document.createElement('div');
  const comments = createComments(host, element, renew);
  const undo: (() => void)[] = [comments.dispose];
  let ended = false;
  let cancelRetry = (): void => {};
  /** Lets go of the room that is kept. */
  const seen = (): void => {
    container.style.minBlockSize = '';
    removeEventListener('scroll', look);
  };
  /** Where what stands below cannot be seen, nobody sees it move. */
  const look = (): void => {
    const { top, height } = element.getBoundingClientRect();
    const own = (container.firstElementChild as HTMLElement | null)?.offsetHeight ?? height;
    if (top + Math.min(height, own) > innerHeight) seen();
  };

  const show = async (): Promise<void> => {
    const [locale] = await Promise.all([loadLocale(host), comments.load()]);
    if (ended) return;
    if (!comments.list.value && element.childElementCount && element.shadowRoot?.childElementCount !== 0) {
      // What the server rendered is better than a message.
      cancelRetry = after(30_000, () => void show().catch(() => {}));
      return;
    }
    const room = element.offsetHeight;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    for (const rules of [base, rich, own]) addStyles(root, rules, host.nonce);
    container.className = 'foyer';
    container.dir = locale.direction;
    container.lang = host.language;
    const theme = applyTheme(container, () => host.settings);
    undo.push(theme.end, stopKeyPropagation(container), () => render(null, container));
    // Before they are drawn: nothing is scrolled to or focused outside of the page.
    root.replaceChildren(container);
    render(
      <PartsContext.Provider value={{ comments, seen, ...locale }}>
        <View />
      </PartsContext.Provider>,
      container,
    );
    if (room) {
      container.style.minBlockSize = `${room}px`;
      addEventListener('scroll', look, { passive: true });
    }
    look();
  };
  void show().catch(() => {});

  return () => {
    ended = true;
    cancelRetry();
    seen();
    for (const end of undo) end();
    container.remove();
  };
};
