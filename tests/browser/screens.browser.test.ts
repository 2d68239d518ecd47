import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  enterInbox,
  expectAccessible,
  openPanel,
  openStage,
  showView,
  type Stage,
} from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** Each screen on a desk in the light and on a phone in the dark, so that both and both are seen. */
const looks: [string, BrowserContextOptions][] = [
  ['desk, light', { viewport: desk, colorScheme: 'light' }],
  ['phone, dark', { viewport: phone, colorScheme: 'dark' }],
];

const noSidewaysScroll = async (page: Page, screen: string): Promise<void> => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${screen} scrolls sideways`).toBeLessThanOrEqual(0);
};

describe.each(looks)('%s: axe-core finds nothing', (look, options) => {
  test('on the panel, from home to a followed question', async () => {
    const { page } = await stage.visit(browser, options);
    await page.goto(`${stage.url}/demo/article.html`);
    await page.locator('foyer-root button.launcher').waitFor();
    await expectAccessible(page, `${look}: launcher`);
    await openPanel(page);
    await expectAccessible(page, `${look}: home`);
    const panel = page.getByRole('dialog');
    await panel.getByRole('textbox').first().fill('how do i return a bag');
    await panel.locator('.list button').first().waitFor();
    await expectAccessible(page, `${look}: suggestions`);
    await panel.locator('.list button').first().click();
    await panel.getByRole('button', { name: 'Not quite' }).waitFor();
    await expectAccessible(page, `${look}: answer`);
    await panel.getByRole('button', { name: 'Not quite' }).click();
    await panel.getByRole('textbox', { name: /^Your question/ }).fill('');
    await panel.getByRole('textbox', { name: /^Email/ }).fill('not an address');
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.getByText('Please fill this in.').waitFor();
    await expectAccessible(page, `${look}: form with what is wrong`);
    await panel.getByRole('textbox', { name: /^Your question/ }).fill('A bag came back');
    await panel.getByRole('textbox', { name: /^Email/ }).fill('zoe@example.com');
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.getByText('We’ve got your question').waitFor();
    await expectAccessible(page, `${look}: heard`);
    await panel.getByRole('button', { name: 'See your question' }).click();
    await panel.locator('.message').first().waitFor();
    await expectAccessible(page, `${look}: thread`);
    await noSidewaysScroll(page, look);
  });

  test('on the inbox, from login to publishing', async () => {
    const person = await stage.visit(browser, options);
    const { page } = person;
    await page.goto(`${stage.url}/inbox?lang=en`);
    await page.locator('#email').waitFor();
    await expectAccessible(page, `${look}: login`);
    await enterInbox(stage, person);
    await expectAccessible(page, `${look}: list`);
    await showView(page, /All open/);
    await page.locator('#inbox-search').fill('hanger');
    const answered = page.locator('.list .row', { has: page.locator('mark'), hasText: 'hanger' }).first();
    await answered.click();
    await page.locator('.message').first().waitFor();
    await expectAccessible(page, `${look}: conversation`);
    await noSidewaysScroll(page, `${look}: conversation`);
    await page.getByRole('button', { name: 'Make public' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, `${look}: publish`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.conversation h2').first().click();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await expectAccessible(page, `${look}: keys`);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.keyboard.press('Escape');
    await showView(page, /Held/);
    await page.getByText('Nothing is held.').waitFor();
    await expectAccessible(page, `${look}: empty view`);
  });

  test('on the public pages', async () => {
    const { page } = await stage.visit(browser, options);
    for (const path of [
      'questions',
      'questions?lang=de',
      'questions?lang=ar',
      'questions?q=bag',
      'questions?q=xyzzyplugh',
      'ask',
      'ask?title=how+to+return',
      'ask?more=1',
      'conversations/00000000-0000-7000-8000-000000000000',
    ]) {
      await page.goto(`${stage.url}/sites/demo/${path}`);
      await expectAccessible(page, `${look}: ${path}`);
      await noSidewaysScroll(page, `${look}: ${path}`);
    }
    await page.goto(`${stage.url}/sites/demo/questions`);
    await page.locator('.list a').first().click();
    await page.waitForURL(/\/questions\/./);
    await expectAccessible(page, `${look}: question`);
    await page.goto(`${stage.url}/api`);
    await expectAccessible(page, `${look}: API`);
    await noSidewaysScroll(page, `${look}: API`);
  });

  test('on the demo’s own pages', async () => {
    const { page } = await stage.visit(browser, options);
    for (const path of [
      '',
      'product.html',
      'article.html',
      'help.html',
      'de/',
      'ar/',
      'hazards/',
      'hazards/rtl.html',
      'hazards/strict-csp.html',
      'hazards/no-javascript.html',
      'docs/',
      'docs/script.html',
      'docs/hosts.html',
      'docs/accessibility.html',
    ]) {
      await page.goto(`${stage.url}/demo/${path}`);
      await page.locator('foyer-root button.launcher').waitFor();
      await expectAccessible(page, `${look}: /demo/${path}`);
      await noSidewaysScroll(page, `${look}: /demo/${path}`);
    }
  });
});

test('right to left: axe-core finds nothing in panel and inbox, and nothing scrolls sideways', async () => {
  const visitor = await stage.visit(browser, { viewport: phone, locale: 'ar' });
  await visitor.page.goto(`${stage.url}/demo/ar/`);
  await openPanel(visitor.page);
  // An empty box reads as the page does; what is typed decides for itself.
  const box = visitor.page.getByRole('dialog').getByRole('textbox').first();
  const direction = () => box.evaluate((element) => getComputedStyle(element).direction);
  expect(await direction()).toBe('rtl');
  await box.fill('An English question');
  await expect.poll(direction).toBe('ltr');
  await box.fill('');
  await expectAccessible(visitor.page, 'panel in Arabic');
  await noSidewaysScroll(visitor.page, 'panel in Arabic');
  const staff = await stage.visit(browser, { viewport: desk, locale: 'ar' });
  await enterInbox(stage, staff, 'ar');
  await staff.page.locator('.list .row').first().click();
  await staff.page.locator('.message').first().waitFor();
  await expectAccessible(staff.page, 'inbox in Arabic');
  await noSidewaysScroll(staff.page, 'inbox in Arabic');
});
