import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { fillPath } from '../../shared/core/route.ts';
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

test('who turns the sound on hears a new chat, and the tab shows how many wait', async () => {
  const person = await stage.visit(browser, { viewport: { width: 1280, height: 800 } });
  const { page } = person;
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    const counted = window as unknown as { notes: number };
    counted.notes = 0;
    OscillatorNode.prototype.start = function (...given) {
      counted.notes++;
      start.apply(this, given);
    };
  });
  const notes = () => page.evaluate(() => (window as unknown as { notes: number }).notes);
  await enterInbox(stage, person);
  await page.locator('link[rel="icon"][href^="data:image/png"]').waitFor({ state: 'attached' });
  await page.locator('.rail').getByRole('link', { name: 'Alerts' }).press('Enter');
  await page.getByRole('checkbox', { name: /^A sound/ }).press('Space');
  // It is heard when it is turned on: two notes.
  expect(await notes()).toBe(2);
  await page.getByRole('checkbox', { name: 'Quiet hours' }).press('Space');
  await page.getByLabel('From').waitFor();
  const top = await page.locator('#alerts').boundingBox();
  expect(top!.y, 'the page stands beside the views').toBeLessThan(100);
  await expectAccessible(page, 'alerts');
  const { SHOTS } = process.env;
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/alerts-desk.png` });
  await page.getByRole('checkbox', { name: 'Quiet hours' }).press('Space');
  if (SHOTS) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: `${SHOTS}/alerts-phone.png` });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await fetch(`${stage.url}${fillPath(postChat.path, { site: 'demo' })}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: stage.url,
      authorization: `Bearer ${newSecret()}`,
    },
    body: JSON.stringify({ id: newId(), body: 'Anybody there?', language: 'en' }),
  });
  await page.waitForFunction(() => (window as unknown as { notes: number }).notes === 4);
});
