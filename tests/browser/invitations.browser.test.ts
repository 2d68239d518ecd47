import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { expectAccessible, openStage, type Person, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** Counts outcomes of the demo's invitations, from the file itself. */
const counted = (): { arm: string; dismissed: number; acted: number }[] => {
  const opened = new Sqlite(join(stage.folder, 'foyer.sqlite'), { readonly: true });
  try {
    return opened
      .prepare(
        `select arm, dismissed_at is not null as dismissed, acted_at is not null as acted
         from prompt_exposures where prompt_id in (select id from prompt_invitations where rule like '%product.html%') order by at`,
      )
      .all() as never;
  } finally {
    opened.close();
  }
};

/** The product page with a clock of its own: seconds of looking pass as the test says. */
const goTo = async ({ page }: Person, language = 'en'): Promise<void> => {
  await page.clock.install();
  await page.goto(`${stage.url}/demo/product.html`);
  if (language !== 'en') await page.evaluate((tag) => (document.documentElement.lang = tag), language);
  await page.locator('foyer-root button.launcher').waitFor();
};
const card = (page: Page) => page.locator('foyer-root .prompt');
const readOn = async (page: Page): Promise<void> => {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.clock.runFor(11_000);
};
/** Lets seconds pass until the card is there: what it needs is fetched while the page's own clock stands still. */
const comes = (page: Page): Promise<void> =>
  expect
    .poll(async () => {
      await page.clock.runFor(1_000);
      return card(page).count();
    })
    .toBe(1);
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const ours = ({ requests }: Person) =>
  requests
    .map((url) => new URL(url))
    .filter(({ pathname }) => /\/(?:foyer\.js|assets|api|sites)/.test(pathname))
    .map(({ pathname }) => pathname);

test('with invitations and none due, a page has the script, one request for settings, and nothing stored', async () => {
  const person = await stage.visit(browser);
  await goTo(person);
  await person.page.clock.runFor(60_000);
  expect(ours(person)).toEqual(['/foyer.js', '/api/sites/demo/settings.js']);
  expect(await stored(person.page)).toEqual([]);
  expect(await person.context.cookies()).toEqual([]);
  expect(await card(person.page).count()).toBe(0);
  expect(person.problems).toEqual([]);
});

test('who reads on is invited, by a person, and the button opens the chat', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await goTo(person);
  await readOn(page);
  await card(page).getByText('Not sure which size fits').waitFor();
  expect(await card(page).innerText()).toContain('Mara');
  // To be shown something is not to act: nothing is stored.
  expect(await stored(page)).toEqual([]);
  // It did not take the focus from the page.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await expectAccessible(page, 'invitation');
  await card(page).getByRole('button', { name: 'Ask Mara' }).click();
  await page.getByRole('dialog').locator('.composer').waitFor();
  expect(await card(page).count()).toBe(0);
  await expect.poll(counted).toEqual([{ arm: 'shown', dismissed: 0, acted: 1 }]);
  expect(await stored(page)).toContain('foyer:demo:prompts');
  expect(person.problems).toEqual([]);
});

test('a dismissed one stays away, after a navigation and after a reload; nothing of it comes while one types', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await goTo(person);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'Search');
    document.body.prepend(field);
    field.focus();
  });
  await page.keyboard.type('bag');
  await readOn(page);
  expect(await card(page).count()).toBe(0);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await comes(page);
  // Escape inside it dismisses, as its button does.
  await card(page).getByRole('button', { name: 'Ask Mara' }).focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page).count()).toBe(0);
  await expect.poll(() => counted().at(-1)).toEqual({ arm: 'shown', dismissed: 1, acted: 0 });
  await page.goto(`${stage.url}/demo/`);
  await page.locator('foyer-root button.launcher').waitFor();
  await page.goto(`${stage.url}/demo/product.html`);
  await page.locator('foyer-root button.launcher').waitFor();
  await readOn(page);
  await page.clock.runFor(60_000);
  expect(await card(page).count()).toBe(0);
  await page.reload();
  await page.locator('foyer-root button.launcher').waitFor();
  await readOn(page);
  await page.clock.runFor(60_000);
  expect(await card(page).count()).toBe(0);
  expect(person.problems).toEqual([]);
});

test('never over an open panel, and not where the page asks for quiet', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await goTo(person);
  await page.locator('foyer-root button.launcher').click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  await readOn(page);
  expect(await card(page).count()).toBe(0);
  // Before the panel closes: in the second after it, a card could be on its way already.
  await page.evaluate(() => (window as unknown as { Foyer(...given: unknown[]): void }).Foyer('quiet', true));
  await page.getByRole('dialog').getByRole('textbox').first().press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.clock.runFor(30_000);
  expect(await card(page).count()).toBe(0);
  await page.evaluate(() =>
    (window as unknown as { Foyer(...given: unknown[]): void }).Foyer('quiet', false),
  );
  await comes(page);
  expect(person.problems).toEqual([]);
});

test('one that was ignored does not come on the page that this one leads to; from a page without it, it does', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await goTo(person);
  await readOn(page);
  await card(page).waitFor();
  const follow = async (path: string): Promise<void> => {
    await page.evaluate((path) => {
      const link = document.createElement('a');
      link.href = path;
      document.body.append(link);
      link.click();
    }, path);
    await page.waitForURL(`**/${path}`);
    await page.locator('foyer-root button.launcher').waitFor();
  };
  await follow('product.html?again');
  await readOn(page);
  await page.clock.runFor(60_000);
  expect(await card(page).count()).toBe(0);
  expect(await stored(page)).toEqual([]);
  // It cannot have come on the start page.
  await follow('index.html');
  await follow('product.html');
  await readOn(page);
  await card(page).waitFor();
  expect(person.problems).toEqual([]);
});
