import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await browser?.close();
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
