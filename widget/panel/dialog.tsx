import { effect, type Signal } from '@preact/signals';
import { render } from 'preact';
import type { Surface } from '../core/context.ts';
import type { Host } from '../core/host.ts';
import { keepInside } from '../core/ui/keys.ts';
import { isTouched } from '../core/ui/touch.ts';
import { sideOf } from './container.ts';
import type { HomeParts } from './homeParts.ts';
import { Shell } from './Shell.tsx';
import { followViewport } from './viewport.ts';

export interface Dialog {
  /** True where it covers the page, as on a phone. */
  isSheet(): boolean;
  open(): void;
  close(): void;
  dispose(): void;
}

/** Lets Back close what covers the page. @returns what ends it */
const followBack = (close: () => void): (() => void) => {
  let isOver = false;
  let end = (): void => {};
  import('./sheetHistory.ts').then(
    ({ closeOnBack }) => {
      if (!isOver) end = closeOnBack(close);
    },
    () => {},
  );
  return () => {
    isOver = true;
    end();
  };
};

/** Draws the panel while it is open; the launcher says whether it opens or closes. */
export const createDialog = (
  host: Host,
  given: {
    surface: Surface;
    root: ShadowRoot;
    container: HTMLElement;
    isOpen: Signal<boolean>;
    restyled: Signal<number>;
    home: HomeParts;
    /** False while it opens by itself, and the page keeps the focus. */
    mayFocus(): boolean;
  },
): Dialog => {
  const { surface, root, container, isOpen } = given;
  const { launcher } = host;
  const panel = (): HTMLElement | null => container.querySelector<HTMLElement>('.panel');
  const showState = (): void => {
    launcher.ariaExpanded = `${isOpen.value}`;
  };
  let endBack: (() => void) | undefined;
  const close = (): void => {
    if (!isOpen.value) return;
    const hadFocus = root.activeElement !== null;
    isOpen.value = false;
    endBack?.();
    render(null, container);
    launcher.hidden = false;
    if (hadFocus) launcher.focus();
    showState();
    host.emit('close');
  };

  const ends = new AbortController();
  launcher.addEventListener('keydown', ({ key }) => key === 'Escape' && close(), ends);
  host.root.host.addEventListener('foyer:hide', close, ends);
  const viewport = followViewport(container);
  const release = keepInside(container, () => viewport.isSheet.value && isOpen.value, close);
  const stopDrawing = effect(() => {
    void given.restyled.value;
    if (!isOpen.value) return;
    launcher.hidden = viewport.isSheet.value;
    render(
      <Shell
        surface={surface}
        home={given.home}
        isSheet={viewport.isSheet.value}
        side={sideOf(host)}
        onClose={close}
      />,
      container,
    );
  });
  host.moved = () => panel()?.showPopover?.();
  showState();

  return {
    isSheet: () => viewport.isSheet.value,
    open() {
      if (isOpen.value) return;
      isOpen.value = true;
      showState();
      host.emit('open');
      // Only where the page is covered: beside it, Back is the page's.
      endBack = viewport.isSheet.value ? followBack(close) : undefined;
      if (!given.mayFocus()) return;
      if (isTouched()) panel()?.focus();
      else surface.focusStart();
    },
    close,
    dispose() {
      viewport.end();
      ends.abort();
      release();
      stopDrawing();
    },
  };
};
