import type { CountsReply } from '../../shared/comments/schema.ts';

/*
 * The script of a list page: how many comments each page has, in one request for all of them. A link says which page
 * by where it leads, or by `data-foyer-count`; what is written into it, by `data-foyer-one`, `data-foyer-other` and so
 * on, with `{count}` in its place. Links that come or change later are looked at as they do.
 */

/** Pages that one request may ask for. */
const together = 100;

const { dataset, src } = document.currentScript as HTMLScriptElement;

const addressOf = (element: HTMLElement): string =>
  new URL(element.dataset['foyerCount'] || (element as HTMLAnchorElement).href || '', document.baseURI).href;

const write = (element: HTMLElement, count: number): void => {
  const language = document.documentElement.lang || 'en';
  const number = new Intl.NumberFormat(language).format(count);
  const form: string = new Intl.PluralRules(language).select(count);
  const { dataset: own } = element;
  const text =
    (count === 0 && own['foyerZero']) ||
    own[`foyer${form.slice(0, 1).toUpperCase()}${form.slice(1)}`] ||
    own['foyerOther'] ||
    '{count}';
  element.textContent = text.replace('{count}', number);
};

/** The page that each link was last asked for. */
const asked = new WeakMap<HTMLElement, string>();

const fill = async (): Promise<void> => {
  const links = [...document.querySelectorAll<HTMLElement>('[data-foyer-count]')].filter(
    (link) => asked.get(link) !== addressOf(link),
  );
  for (const link of links) asked.set(link, addressOf(link));
  for (let from = 0; from < links.length; from += together) {
    const some = links.slice(from, from + together);
    const response = await fetch(new URL(`api/sites/${dataset['site']}/comments/counts`, src), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"pages":[${some.map((link) => `{"url":${JSON.stringify(addressOf(link))}}`).join()}]}`,
    });
    if (!response.ok) continue;
    const { counts } = (await response.json()) as CountsReply;
    some.forEach((link, index) => {
      const count = counts[index];
      if (typeof count === 'number') write(link, count);
    });
  }
};

/** Without a number a list is what it was. */
const look = (): void => void fill().catch(() => {});
let isDue = false;
const begin = (): void => {
  look();
  // Lists that are drawn by a page's own script, and the next page of one.
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      look();
    });
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href', 'data-foyer-count'],
  });
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();
