import type { Page } from 'playwright-core';

/**
 * Writes down what is put into live regions that are there already, which is what screen readers read out. Call it before
 * the page is loaded.
 */
export const listenToSpoken = (page: Page) =>
  page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    const regions = '[role=status],[role=alert],[role=log],[aria-live]';
    const hear = (records: MutationRecord[]): void => {
      for (const { target, addedNodes } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(regions);
        if (!region || region.getAttribute('aria-live') === 'off') continue;
        const text = (
          addedNodes.length ? [...addedNodes].map((node) => node.textContent).join(' ') : target.textContent
        )
          ?.replace(/\s+/g, ' ')
          .trim();
        if (text) spoken.push(text);
      }
    };
    const follow = (root: Node): void =>
      new MutationObserver(hear).observe(root, { childList: true, subtree: true, characterData: true });
    follow(document);
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      follow(root);
      return root;
    };
  });

/** Texts that were read out since they were last forgotten. */
export const spokenOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window as unknown as { spoken: string[] }).spoken]);

export const forgetSpoken = (page: Page): Promise<void> =>
  page.evaluate(() => void (window as unknown as { spoken: string[] }).spoken.splice(0));
