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
  /** In the order in which they were pressed; `isOver` once they have gone their whole way. */
  const pending: { target: HTMLElement; event: KeyboardEvent; isOver?: true }[] = [];
  const takeOver = () => {
    const open = pending.findIndex(({ isOver }) => !isOver);
    return pending
      .splice(0, open < 0 ? pending.length : open)
      .filter(({ event }) => arrived.get(event) !== false);
  };
  const look = (event: Event): void => {
    const target = event.composedPath()[0] as HTMLElement;
    if (!event.isTrusted || target.getRootNode() !== root) return;
    const item: (typeof pending)[number] = { target, event: event as KeyboardEvent };
    pending.push(item);
    setTimeout(() => {
      // Whatever came before it is over, too, whichever timer comes first.
      for (const each of pending.slice(0, pending.indexOf(item) + 1)) each.isOver = true;
      if (arrived.get(event) === false) return;
      import('./replayEvent.ts').then(
        ({ rescue }) => {
          for (const { target, event } of takeOver()) rescue(target, event, arrived.has(event));
        },
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
