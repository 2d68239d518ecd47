/** A pass from the inbox, as a tab keeps it. */
export interface Pass {
  read(): string | null;
  forget(): void;
}

/**
 * Takes the pass out of the address, so that it isn't copied along with it, and keeps it for the tab: pages are loaded
 * anew while somebody moderates.
 */
export const createPass = (site: string): Pass => {
  const key = `foyer:${site}:moderate`;
  const given = /^#foyer-moderate=([\w.-]+)$/.exec(location.hash)?.[1];
  let held = given ?? null;
  try {
    if (given) {
      history.replaceState(history.state, '', location.href.replace(/#.*/s, ''));
      sessionStorage.setItem(key, given);
    }
    held ??= sessionStorage.getItem(key);
  } catch {
    // A page without storage: it's there until the page is left.
  }
  return {
    read: () => held,
    forget() {
      held = null;
      try {
        sessionStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
};
