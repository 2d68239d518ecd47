import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as contract from '../../shared/announcements/routes.ts';
import { listForStaff, postUpdate, putAnnouncement } from '../../shared/announcements/routes.ts';
import { newId } from '../../shared/core/ids.ts';
import { defaultRule, type PromptRule } from '../../shared/core/prompts/kinds.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
let agent: Agent;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  agent = await enterAsAgent(stage);
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

const put = async (
  form: contract.AnnouncementDraft['form'],
  texts: Record<string, { title: string; body: string }>,
  more: { category?: 'incident'; rule?: Partial<PromptRule> } = {},
): Promise<string> => {
  const announcement = newId();
  await agent.call(putAnnouncement, {
    path: { announcement },
    body: {
      revision: 0,
      draft: {
        form,
        category: more.category ?? 'new',
        texts,
        image: null,
        isPublished: true,
        publishAt: Date.now() - 1_000,
        expiresAt: null,
        pages: [],
        attributes: [],
        rule: { ...defaultRule(), on: true, ...more.rule },
      },
    },
  });
  return announcement;
};
const panel = (page: Page) => page.getByRole('dialog');
const open = async (page: Page): Promise<void> => {
  await page.locator('foyer-root button.launcher').click();
  await panel(page).getByRole('textbox').first().waitFor();
};
const seenOf = async (title: string) =>
  (await agent.call(listForStaff)).announcements.find(({ draft }) => draft.texts['en']?.title === title);

test('news stands below on the start, is new once, and what is thought of it is counted', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await page.goto(`${stage.url}/demo/`);
  await open(page);
  const story = panel(page).getByRole('article').filter({ hasText: 'The low rack fits' });
  await story.scrollIntoViewIfNeeded();
  await story.getByText('Size').or(story.getByText('carries 18 kg')).first().waitFor();
  await expectAccessible(page, 'news in the panel');
  // To look is not to act; it is counted, of nobody.
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  const title = 'The low rack fits the small frames now';
  const seen = async () => (await seenOf(title))?.seen ?? 0;
  await expect.poll(seen).toBeGreaterThan(0);
  const before = await seen();
  await story.getByRole('button', { name: 'Useful' }).click();
  await expect.poll(async () => (await seenOf(title))?.reactions.useful).toBe(1);
  expect(await story.getByRole('button', { name: 'Useful' }).getAttribute('aria-pressed')).toBe('true');
  await page.reload();
  await open(page);
  await story.getByRole('button', { name: 'Read more' }).waitFor();
  // It was seen: it is folded, and has no mark of what is new.
  expect(await story.locator('.dot').count()).toBe(0);
  await story.getByRole('button', { name: 'Read more' }).click();
  await story.getByText('carries 18 kg').waitFor();
  expect(await seen()).toBeGreaterThan(before);
  expect(person.problems).toEqual([]);
});

test('right to left, on a phone, in the dark: news fits and reads in its own direction', async () => {
  const person = await stage.visit(browser, {
    viewport: { width: 360, height: 740 },
    locale: 'ar',
    colorScheme: 'dark',
    hasTouch: true,
  });
  const { page } = person;
  await page.goto(`${stage.url}/demo/ar/`);
  await page.locator('foyer-root button.launcher').tap();
  await panel(page).getByText('الحامل المنخفض يناسب').waitFor();
  await expectAccessible(page, 'news in Arabic');
  const box = await panel(page).getByRole('article').first().boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(360);
  expect(person.problems).toEqual([]);
});

test('news that asks for no more marks the launcher on every page until it is looked at, and then stays away', async () => {
  await put('badge', { en: { title: 'Longer hours in May', body: 'Until seven on Thursdays.' } });
  const person = await stage.visit(browser);
  const { page } = person;
  const launcher = page.locator('foyer-root button.launcher');
  const dot = launcher.locator('.dot');
  await page.goto(`${stage.url}/demo/`);
  await dot.waitFor();
  await expectAccessible(page, 'a marked launcher');
  expect(await launcher.evaluate((element) => element.ariaDescription)).toBe('News');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.reload();
  await dot.waitFor();
  await open(page);
  await panel(page).getByText('Longer hours in May').waitFor();
  expect(await dot.count()).toBe(0);
  expect(await launcher.evaluate((element) => element.ariaDescription)).toBeNull();
  await page.clock.install();
  await page.reload();
  await launcher.waitFor();
  // Whether it marks is looked at every second.
  await page.clock.runFor(3_000);
  expect(await dot.count()).toBe(0);
  expect(person.problems).toEqual([]);
});

test('a banner comes by the shared budget, is read, closed by keyboard, and stays away; a window holds the focus', async () => {
  await put(
    'banner',
    { en: { title: 'Closed on Friday', body: 'The workshop is closed on Friday.' } },
    { rule: { priority: 90 } },
  );
  const person = await stage.visit(browser);
  const { page } = person;
  await page.clock.install();
  await page.goto(`${stage.url}/demo/help.html`);
  await page.locator('foyer-root button.launcher').waitFor();
  await page.clock.runFor(8_000);
  const banner = page.locator('foyer-root').getByRole('region');
  await banner.getByText('The workshop is closed on Friday.').waitFor();
  await expectAccessible(page, 'banner');
  await banner.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => banner.count()).toBe(0);
  await page.reload();
  await page.locator('foyer-root button.launcher').waitFor();
  await page.clock.runFor(20_000);
  expect(await banner.count()).toBe(0);
  expect(person.problems).toEqual([]);

  await put('modal', { en: { title: 'New prices', body: 'From January.' } }, { rule: { priority: 95 } });
  const other = await stage.visit(browser, { viewport: { width: 360, height: 740 } });
  await other.page.clock.install();
  await other.page.goto(`${stage.url}/demo/help.html`);
  await other.page.locator('foyer-root button.launcher').waitFor();
  await other.page.clock.runFor(8_000);
  const window = other.page.locator('foyer-root').getByRole('dialog');
  await window.getByText('From January.').waitFor();
  await expectAccessible(other.page, 'window');
  for (let presses = 0; presses < 6; presses++) await other.page.keyboard.press('Tab');
  expect(await other.page.evaluate(() => document.activeElement?.localName === 'foyer-root')).toBe(true);
  await other.page.keyboard.press('Escape');
  await expect.poll(() => window.count()).toBe(0);
  expect(other.problems).toEqual([]);
});

test('what is broken stands above the field while one types, and who asked is told when it is over', async () => {
  const incident = await put(
    'card',
    { en: { title: 'Orders cannot be paid', body: 'Cards are refused.' } },
    { category: 'incident' },
  );
  await agent.call(postUpdate, {
    path: { announcement: incident },
    body: { id: newId(), state: 'identified', texts: { en: 'A certificate ran out.' } },
  });
  const person = await stage.visit(browser);
  const { page } = person;
  await page.goto(`${stage.url}/demo/`);
  await open(page);
  const known = panel(page).getByRole('article').filter({ hasText: 'Orders cannot be paid' });
  await known.getByText('We know about this').waitFor();
  const field = panel(page).getByRole('textbox').first();
  await field.fill('my card is refused, what now');
  await known.getByText('A certificate ran out.').waitFor();
  const above = await known.boundingBox();
  expect(above!.y).toBeLessThan((await field.boundingBox())!.y);
  await expectAccessible(page, 'incident above suggestions');
  await panel(page).getByRole('button', { name: 'Ask a person' }).click();
  await panel(page).getByRole('button', { name: 'Send' }).click();
  await panel(page).locator('.heard').waitFor();
  await panel(page).getByRole('button', { name: 'Back' }).first().click();
  await known.getByRole('button', { name: 'Tell me when it’s resolved' }).click();
  await known.getByRole('button', { name: 'Tell me when it’s resolved' }).click();
  await known.getByText('We’ll let you know when it’s resolved.').waitFor();
  await agent.call(postUpdate, {
    path: { announcement: incident },
    body: { id: newId(), state: 'resolved', texts: { en: 'Payments work again.' } },
  });
  await field.fill('');
  await panel(page).getByText('my card is refused').first().click();
  await panel(page).getByText('Payments work again.', { exact: true }).waitFor();
  expect(person.problems).toEqual([]);
});

test('the team writes news with a preview, and says that something is broken', async () => {
  const person = await stage.visit(browser, { colorScheme: 'dark' });
  const { page } = person;
  await enterInbox(stage, person);
  await page.goto(`${stage.url}/inbox/news`);
  await page.getByRole('heading', { name: 'The low rack fits' }).waitFor();
  await expectAccessible(page, 'news for staff');
  await page.getByRole('button', { name: 'Write news' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Saturdays');
  await page.getByLabel('Text (Markdown)').fill('We are **open** on Saturdays.');
  await page.locator('.preview-box strong').waitFor();
  await page.getByRole('checkbox', { name: 'Published' }).check();
  await page.getByLabel('Until').fill('2020-01-01T10:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Check these fields: Until').waitFor();
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Saturdays');
  await page.getByLabel('Until').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Saturdays' }).waitFor();
  const path = await page
    .getByRole('listitem')
    .filter({ hasText: 'Saturdays' })
    .getByRole('link', { name: 'View page' })
    .getAttribute('href');
  await page.goto(stage.url + path);
  await page.getByRole('heading', { name: 'Saturdays' }).waitFor();
  await expectAccessible(page, 'the page of news');
  expect(person.problems).toEqual([]);
});
