import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  enterInbox,
  expectAccessible,
  openPanel,
  openStage,
  type Person,
  type Stage,
} from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
let picture: Buffer;

beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  picture = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#c96' } })
    .png()
    .toBuffer();
}, 120_000);
beforeEach(() => stage.leave());
afterAll(async () => {
  await stage?.close();
});

const panelOf = (page: Page) => page.getByRole('dialog');
const boxOf = (page: Page) => panelOf(page).locator('textarea');

/** Opens the chat from the start of the panel. */
const openChat = async (page: Page, path = ''): Promise<void> => {
  await page.goto(`${stage.url}/demo/${path}`);
  await openPanel(page);
  await panelOf(page).getByRole('button', { name: 'Chat with us' }).click();
  await boxOf(page).waitFor();
};

const say = async (page: Page, text: string): Promise<void> => {
  await boxOf(page).fill(text);
  await boxOf(page).press('Enter');
};

const staffPerson = async (): Promise<Person> => {
  const staff = await stage.visit(browser);
  await enterInbox(stage, staff);
  return staff;
};

/** Opens the conversation of these words in the inbox. */
const openRow = async ({ page }: Person, words: string): Promise<void> => {
  await page.locator('.list .row', { hasText: words }).click();
  await page.locator('.message', { hasText: words }).waitFor();
};

test('two people talk: typing, seen and a picture, both ways, and the promise stands under the header', async () => {
  const staff = await staffPerson();
  const visitor = await stage.visit(browser);
  await openChat(visitor.page);
  const panel = panelOf(visitor.page);
  await panel.getByText('Here now').waitFor();
  await expectAccessible(visitor.page, 'chat, before the first word');

  await say(visitor.page, 'Is the kettle back in stock?');
  await panel.getByText('Sent', { exact: false }).last().waitFor();
  await panel.getByText(/will reply by/).waitFor();
  await openRow(staff, 'Is the kettle back in stock?');
  await panel.getByText('Seen', { exact: false }).waitFor();

  const reply = staff.page.locator('.composer textarea');
  await reply.pressSequentially('It');
  await panel.locator('.typing', { hasText: 'Mara' }).waitFor();
  await boxOf(visitor.page).pressSequentially('And');
  await staff.page.locator('.typing').waitFor();

  await staff.page.locator('.composer input[type=file]').setInputFiles({
    name: 'kettle.png',
    mimeType: 'image/png',
    buffer: picture,
  });
  await staff.page.locator('.uploads .sent').waitFor();
  await reply.fill('It is, look:');
  await reply.press('Control+Enter');
  await panel.getByRole('img', { name: 'kettle.png' }).waitFor();
  expect(await panel.locator('.typing').count()).toBe(0);
  await staff.page.locator('.message.staff', { hasText: 'Seen' }).waitFor();

  await panel.locator('input[type=file]').setInputFiles([
    { name: 'mine.png', mimeType: 'image/png', buffer: picture },
    { name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('order 4711') },
  ]);
  await expect.poll(() => panel.locator('.uploads .sent').count()).toBe(2);
  await boxOf(visitor.page).press('Enter');
  await staff.page.getByRole('img', { name: 'mine.png' }).waitFor();
  await staff.page.getByRole('link', { name: /order\.txt/ }).waitFor();
  await panel.getByRole('img', { name: 'mine.png' }).waitFor();
  await expect
    .poll(() =>
      staff.page
        .getByRole('img', { name: 'mine.png' })
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0);
  await expectAccessible(visitor.page, 'chat, with pictures');
  await expectAccessible(staff.page, 'inbox, with pictures');
  // What was typed while the answer came went with the files.
  await staff.page.locator('.message.visitor', { hasText: 'And' }).waitFor();
  expect([...visitor.problems, ...staff.problems]).toEqual([]);
  await staff.context.close();
});

test('staff see which page a visitor who talks to them looks at, and which they go to', async () => {
  const staff = await staffPerson();
  const visitor = await stage.visit(browser);
  await openChat(visitor.page, 'product.html');
  await say(visitor.page, 'Does the pannier fit?');
  await panelOf(visitor.page).getByText('Sent', { exact: false }).last().waitFor();
  await openRow(staff, 'Does the pannier fit?');
  const side = staff.page.locator('.side');
  const now = side.locator('div', { has: staff.page.getByText('Current page', { exact: true }) }).last();
  await now.locator('a[href$="/demo/product.html"]').waitFor();
  // A page of its own, and one whose address changes without a load.
  await visitor.page.goto(`${stage.url}/demo/help.html`);
  await now.locator('a[href$="/demo/help.html"]').waitFor();
  await visitor.page.evaluate(() => history.pushState({}, '', '/demo/help.html?page=2'));
  await now.locator('a[href$="/demo/help.html?page=2"]').waitFor();
  // Where it was written stands as it was.
  await side.locator('a[href$="/demo/product.html"]').waitFor();
  await expectAccessible(staff.page, 'the side panel');
});

test('a file that is refused says why, and can be taken off', async () => {
  const visitor = await stage.visit(browser);
  await openChat(visitor.page);
  const panel = panelOf(visitor.page);
  await panel.locator('input[type=file]').setInputFiles({
    name: 'page.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
  });
  await panel.getByText('This file type can’t be sent here.').waitFor();
  expect(await panel.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  await panel.getByRole('button', { name: 'Remove: page.html' }).click();
  await expect.poll(() => panel.locator('.uploads').count()).toBe(0);
});

test('three messages that were not sent are there after a reload, and arrive once and in order', async () => {
  const visitor = await stage.visit(browser);
  await openChat(visitor.page);
  const panel = panelOf(visitor.page);
  await visitor.context.route('**/api/sites/demo/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  for (const text of ['Reload one', 'Reload two', 'Reload three']) await say(visitor.page, text);
  await panel.getByText('Not sent yet. We’ll keep trying.').last().waitFor();
  await visitor.page.reload();
  await openPanel(visitor.page);
  await panelOf(visitor.page).getByRole('button', { name: 'Chat with us' }).click();
  await expect
    .poll(() => panel.locator('.bubble').allInnerTexts())
    .toEqual(['Reload one', 'Reload two', 'Reload three']);
  await expectAccessible(visitor.page, 'chat, with what is not sent');
  await visitor.context.unroute('**/api/sites/demo/**');
  // Not any notice: out of hours there is one that asks for an address.
  await expect.poll(() => panel.getByText('Not sent yet').count()).toBe(0);
  await panel.getByText('Sent', { exact: false }).last().waitFor();

  // Loaded anew, the page comes back with the chat, and keeps the focus; closed, it stays closed.
  await visitor.page.reload();
  await expect
    .poll(() => panel.locator('.bubble').allInnerTexts())
    .toEqual(['Reload one', 'Reload two', 'Reload three']);
  expect(await visitor.page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await visitor.page.goto(`${stage.url}/demo/article.html`);
  await panel.locator('.bubble').first().waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await visitor.page.reload();
  await expect
    .poll(() => visitor.page.locator('foyer-root button.launcher').getAttribute('aria-expanded'), {
      timeout: 15_000,
    })
    .toBe('false');
  await openPanel(visitor.page);
  await panel.getByRole('button', { name: /Reload one/ }).click();
  await panel.locator('.bubble').first().waitFor();
  expect(await panel.locator('.bubble').allInnerTexts()).toEqual([
    'Reload one',
    'Reload two',
    'Reload three',
  ]);
});

test('nobody there: the same box takes a message with an address; somebody returns and what was typed stays', async () => {
  const agent = await enterAsAgent(stage);
  await agent.be('away');
  const visitor = await stage.visit(browser);
  // Who has not acted has no stream: it is asked now and then, and the test moves the clock.
  await visitor.page.clock.install();
  await openChat(visitor.page);
  const panel = panelOf(visitor.page);
  await panel.getByText('No one is available right now.').waitFor();
  await expectAccessible(visitor.page, 'chat, nobody there');
  await boxOf(visitor.page).fill('Half a thought');
  await agent.be('online');
  await visitor.page.clock.fastForward(20_000);
  await panel.getByText('Here now').waitFor();
  expect(await boxOf(visitor.page).inputValue()).toBe('Half a thought');
  await agent.be('away');
  await visitor.page.clock.fastForward(20_000);
  await panel.getByText('No one is available right now.').waitFor();
  await boxOf(visitor.page).press('Enter');
  await panel.getByText('Sent', { exact: false }).last().waitFor();
  // Asked once, where it helps: when the message is there, and nobody is.
  const email = panel.getByRole('textbox', { name: /^Email/ });
  await email.fill('not an address');
  await email.press('Enter');
  await panel.getByText('Enter a valid email address.').waitFor();
  await email.fill('zoe@example.com');
  await email.press('Enter');
  await panel.getByText('We’ll email zoe@example.com').waitFor();
  expect((await agent.find('Half a thought')).conversation.visitor.email).toBe('zoe@example.com');
  // There is an address, and nobody asks for it again; who returns is heard on the line, in the chat and at the start.
  expect(await panel.locator('.card').count()).toBe(0);
  await agent.be('online');
  await panel.getByText('Here now').waitFor();
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.locator('.home').getByText('Here now').waitFor();
  await agent.be('away');
  await panel.locator('.home').getByText('No one is available right now.').waitFor();
});

test('destroy leaves no node, stream, lock or timer that acts behind', async () => {
  const visitor = await stage.visit(browser);
  await openChat(visitor.page);
  await say(visitor.page, 'Going in a moment');
  await panelOf(visitor.page).getByText('Sent', { exact: false }).last().waitFor();
  await visitor.page.evaluate(() => (window as unknown as { Foyer(name: string): void }).Foyer('destroy'));
  await expect.poll(() => visitor.page.locator('foyer-root').count()).toBe(0);
  await expect
    .poll(() => visitor.page.evaluate(async () => (await navigator.locks.query()).held?.length))
    .toBe(0);
  const before = visitor.requests.length;
  await visitor.page.evaluate(() => {
    for (const name of ['online', 'pageshow', 'storage']) dispatchEvent(new Event(name));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  // Longer than any of the chat's own intervals.
  await visitor.page.clock.install();
  await visitor.page.clock.runFor(60_000);
  expect(visitor.requests.slice(before)).toEqual([]);
});
