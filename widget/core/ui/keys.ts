const typing = ['keydown', 'keyup', 'keypress'] as const;

/**
 * Keeps from every handler within the keys that belong to an input method: Enter takes a candidate, Escape drops it,
 * arrows choose one. Safari ends the composition before the key that ended it, and marks that with the code 229.
 */
export const ignoreComposition = (target: EventTarget): void =>
  target.addEventListener(
    'keydown',
    (event) => {
      const { isComposing, keyCode } = event as KeyboardEvent;
      if (isComposing || keyCode === 229) event.stopImmediatePropagation?.();
    },
    true,
  );

/** Keeps keys typed here from the page's shortcuts. @returns what ends it */
export const stopKeyPropagation = (container: HTMLElement): (() => void) => {
  const stop = (event: Event): void => {
    if (event.stopPropagation) event.stopPropagation();
    // Its old name, on pages that took the new one away.
    else event.cancelBubble = true;
  };
  const ends = new AbortController();
  for (const type of typing) container.addEventListener(type, stop, ends);
  return () => ends.abort();
};

const focusable = 'a[href], button:not(:disabled), input, select, textarea';

/**
 * Escape closes; while the dialog covers the page, Tab stays inside.
 * @returns what ends it
 */
export const keepInside = (
  container: HTMLElement,
  covers: () => boolean,
  close: () => void,
): (() => void) => {
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Tab' || !covers()) return;
    const stops = [...container.querySelectorAll<HTMLElement>(focusable)].filter(
      (stop) => stop.tabIndex >= 0,
    );
    const active = (container.getRootNode() as ShadowRoot).activeElement;
    const from = event.shiftKey ? stops[0] : stops.at(-1);
    if (active !== from && active?.getAttribute('role') !== 'dialog') return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };
  container.addEventListener('keydown', press);
  return () => container.removeEventListener('keydown', press);
};
