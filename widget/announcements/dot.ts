import { fits, isPage } from '../../shared/core/prompts/rules.ts';
import type { Host } from '../core/host.ts';
import { toJson } from '../core/net/json.ts';
import { safely, whenReady } from '../core/ready.ts';
import { createStore } from '../core/net/storage.ts';
import { addStyles } from '../core/ui/styles.ts';
import css from './dot.css?inline';

/*
 * Comes with the settings where there is news that asks for no more than a mark on the launcher. It covers nothing and
 * moves nothing, so it takes nothing from the budget of what comes unasked; the pages that the owner excluded, and a
 * page that asks for quiet, are without it all the same. It asks nothing of the network.
 */

/** Called with the settings, before the page has its launcher. */
export const watch = (host: Host): void => whenReady(host, start);

const start = (host: Host): void => {
  const { site, settings, root, launcher, nonce } = host;
  // biome-ignore lint/style/noNonNullAssertion: the server adds this module only where there is such news
  const { words, rules, notPages } = settings.newsDot!;
  const element = root.host;
  const store = createStore(`foyer:${site}:dot`);
  const dot = document.createElement('span');
  const ends = new AbortController();
  dot.className = 'dot';
  addStyles(root, css, nonce);

  const seen = (): string[] => {
    try {
      // biome-ignore lint/style/noNonNullAssertion: JSON.parse takes null for its text, and gives it back
      return JSON.parse(store.read()!) ?? [];
    } catch {
      return [];
    }
  };
  const listDue = () => {
    const known = seen();
    const { language } = host;
    return host.quiet || notPages.some((page) => isPage(page, document.URL))
      ? []
      : rules.filter(
          ({ id, pages, attributes, languages }) =>
            !known.includes(id) &&
            languages.some((each) => language.split('-')[0] === each) &&
            (!pages.length || pages.some((page) => isPage(page, document.URL))) &&
            attributes.every((test) => fits(test, host.identity?.attributes ?? {})),
        );
  };
  const look = (): void => {
    const isDue = listDue().length > 0;
    if (isDue === dot.isConnected) return;
    // First: how many answers wait is drawn after it, and covers it.
    if (isDue) launcher.prepend(dot);
    else dot.remove();
    // biome-ignore lint/style/noNonNullAssertion: the server sends a text in each language that the site speaks
    launcher.ariaDescription = isDue ? words[host.language]! : null;
  };
  const listen = (name: string, onEvent: () => void): void =>
    element.addEventListener(name, () => safely(host, onEvent), { signal: ends.signal });

  look();
  const clock = setInterval(() => safely(host, look), 1_000);
  listen('foyer:open', () => {
    const due = listDue().map(({ id }) => id);
    // To open what it points to is to act: that it stays away is what they asked for.
    if (due.length) store.write(toJson([...seen(), ...due].slice(-50)));
    look();
  });
  listen('foyer:destroy', () => {
    clearInterval(clock);
    ends.abort();
  });
};
