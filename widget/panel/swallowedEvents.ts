const kinds = ['keydown', 'click'];

/**
 * Notices on pages that swallow keys and clicks before they reach us (shortcuts and traps that listen on the window and
 * do not see that a field of ours has the focus), and only there loads what makes up for it.
 * @returns what ends it
 */
export const rescueEvents = (root: ShadowRoot): (() => void) => {
  /** Events that came through, each with whether the page had prevented it by then. */
  const arrived = new WeakMap<Event, boolean>();
  const arrive = (event: Event): void => {
    arrived.set(event, event.defaultPrevented);
  };
  const look = (event: Event): void => {
    const target = event.composedPath()[0] as HTMLElement;
    if (event.isTrusted && target.getRootNode() === root)
      setTimeout(() => {
        if (arrived.get(event) !== false)
          import('./replayEvent.ts').then(
            ({ rescue }) => rescue(target, event as KeyboardEvent, arrived.has(event)),
            () => {},
          );
      });
  };
  for (const kind of kinds) {
    root.addEventListener(kind, arrive, true);
    addEventListener(kind, look, true);
  }
  return () => {
    for (const kind of kinds) {
      root.removeEventListener(kind, arrive, true);
      removeEventListener(kind, look, true);
    }
  };
};
