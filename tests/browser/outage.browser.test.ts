import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, openPanel, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

test('the server dies while typing, while sending and while answering: nothing is lost, and everybody is told', async () => {
  const visitor = await stage.visit(browser);
  const staff = await stage.visit(browser);
  await enterInbox(stage, staff);
  const { page } = visitor;
  await page.goto(`${stage.url}/demo/`);
  await openPanel(page);
  const panel = page.getByRole('dialog');
  const field = panel.getByRole('textbox').first();
  await field.fill('how do i return');
  await panel.locator('.list button').first().waitFor();

  // The next step comes with the first suggestions; a browser never asks again for a module that it could not load.
  await page.waitForLoadState('networkidle');

  // While typing: the text stays, and it says that answers cannot be looked up.
  await stage.kill();
  await field.pressSequentially(' something very odd');
  await panel.getByText('We can’t look up answers right now').waitFor();
  expect(await field.inputValue()).toBe('how do i return something very odd');
  await stage.start();
  const lookedUp = page.waitForResponse(
    (answer) => answer.url().includes('odd%20now') || answer.url().includes('odd+now'),
  );
  await field.pressSequentially(' now');
  await lookedUp;
  await expect.poll(() => panel.getByText('We can’t look up answers right now').count()).toBe(0);

  // While sending: it says that it was not sent, keeps it over a reload, and sends it by itself.
  await panel.getByRole('button', { name: 'Ask a person' }).click();
  await panel.getByLabel('Details').fill('Written during an outage.');
  await stage.kill();
  await panel.getByRole('button', { name: 'Send' }).click();
  await panel.getByText('Not sent yet. We’ll keep trying.').waitFor();
  await stage.start();
  await panel.getByText('We’ve got your question').waitFor({ timeout: 45_000 });
  const rows = staff.page.locator('.list .row', { hasText: 'something very odd' });
  await rows.waitFor({ timeout: 45_000 });
  expect(await rows.count()).toBe(1);

  // While answering: the reply waits in the inbox and goes out by itself; the visitor's stream comes back.
  await rows.click();
  const composer = staff.page.locator('.composer textarea');
  await composer.fill('Answered during an outage.');
  await stage.kill();
  await staff.page.getByRole('button', { name: 'Send', exact: true }).click();
  await staff.page.getByText('Not sent yet. We’ll keep trying.').waitFor();
  await panel.getByRole('button', { name: 'See your question' }).click();
  await stage.start();
  await panel.getByText('Answered during an outage.', { exact: true }).waitFor({ timeout: 60_000 });
  await expect.poll(() => staff.page.locator('.message.staff').count()).toBe(1);
  expect(await panel.getByText('Answered during an outage.', { exact: true }).count()).toBe(1);
}, 240_000);

test('what waits to be sent survives a reload', async () => {
  const visitor = await stage.visit(browser);
  const { page } = visitor;
  await page.goto(`${stage.url}/demo/`);
  await openPanel(page);
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox').first().fill('Sent before the reload');
  await panel.getByRole('button', { name: 'Ask a person' }).click();
  let isCut = true;
  await page.route('**/questions', (route) =>
    isCut && route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await panel.getByRole('button', { name: 'Send' }).click();
  await panel.getByText('Not sent yet. We’ll keep trying.').waitFor();
  await page.reload();
  isCut = false;
  await openPanel(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Sent before the reload/ })
    .waitFor({ timeout: 45_000 });
  const staff = await stage.visit(browser);
  await enterInbox(stage, staff);
  const rows = staff.page.locator('.list .row', { hasText: 'Sent before the reload' });
  await rows.waitFor();
  expect(await rows.count()).toBe(1);
}, 120_000);
