import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { demoLogin, enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

test('without a line replies wait in sight and go out later, and what could not be done is as it was', async () => {
  const person = await stage.visit(browser, { viewport: { width: 1280, height: 800 } });
  const { page } = person;
  await enterInbox(stage, person);
  await page.locator('.list .row').first().click();
  const box = page.locator('.conversation textarea');
  await box.waitFor();
  await page.context().setOffline(true);
  for (const words of ['First reply', 'Second reply']) {
    await box.fill(words);
    await page.keyboard.press('Control+Enter');
  }
  await page.getByText('Waiting to send: 2').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText('Can’t reach the server. Nothing was changed.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).waitFor();
  await page.locator('.waiting summary').press('Enter');
  for (const words of ['First reply', 'Second reply'])
    await page.locator('.waiting').getByRole('button', { name: words }).waitFor();
  await expectAccessible(page, 'what waits');
  const { SHOTS } = process.env;
  if (SHOTS) {
    await page.screenshot({ path: `${SHOTS}/line-desk.png` });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: `${SHOTS}/line-phone.png` });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await page.context().setOffline(false);
  await page.locator('.waiting').waitFor({ state: 'detached', timeout: 20_000 });
  await page.locator('.messages .message.staff:not(.unsent)', { hasText: 'First reply' }).waitFor();
});

test('the session ends while one writes: the login comes up in place, what was written stays and is sent after', async () => {
  const person = await stage.visit(browser, { viewport: { width: 1280, height: 800 } });
  const { page, context } = person;
  await enterInbox(stage, person);
  await page.locator('.list .row').first().click();
  const box = page.locator('.conversation textarea');
  await box.fill('Written before the session ended');
  await context.clearCookies();
  await page.keyboard.press('Control+Enter');
  const login = page.getByRole('dialog', { name: /logged out/ });
  await login.waitFor();
  await expectAccessible(page, 'the login in place');
  const { SHOTS } = process.env;
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/session-ended.png` });
  expect(await page.getByText('unauthenticated').count()).toBe(0);
  expect(await login.locator('#email').inputValue()).toBe(demoLogin.email);
  await login.locator('#password').fill(demoLogin.password);
  await page.keyboard.press('Enter');
  await login.waitFor({ state: 'detached' });
  await page
    .locator('.messages .message.staff:not(.unsent)', { hasText: 'Written before the session ended' })
    .waitFor();
  // And the line is up again.
  await box.fill('Nothing is in the way now');
  await page.keyboard.press('Control+Enter');
  await page
    .locator('.messages .message.staff:not(.unsent)', { hasText: 'Nothing is in the way now' })
    .waitFor();
});
