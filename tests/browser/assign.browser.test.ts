import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { fillPath } from '../../shared/core/route.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

test('an owner lets chats be given out, and the next one comes with the reason', async () => {
  const person = await stage.visit(browser, { viewport: { width: 1280, height: 800 } });
  const { page } = person;
  await enterInbox(stage, person);
  await page.goto(`${stage.url}/inbox/console/teams?lang=en`);
  const card = page.getByRole('region', { name: 'Assignment' });
  await card.getByLabel('Assign automatically').selectOption('chats');
  const ownRow = card.locator('li.entry-row', { hasText: 'Mara' });
  await ownRow.getByRole('combobox').selectOption('10');
  await ownRow.getByRole('checkbox', { name: 'German' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved').first().waitFor();
  await expectAccessible(page, 'teams with giving out');
  const { SHOTS } = process.env;
  if (SHOTS) {
    await card.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${SHOTS}/assign-desk.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${stage.url}/inbox/console/teams?lang=ar`);
    await page.locator('#assignment').waitFor();
    await page.locator('.inline-checks').first().waitFor();
    await page.screenshot({ path: `${SHOTS}/assign-phone-ar.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.goto(`${stage.url}/inbox?lang=en`);
  await page.locator('.list li').first().waitFor();
  const reply = await fetch(`${stage.url}${fillPath(postChat.path, { site: 'demo' })}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: stage.url,
      authorization: `Bearer ${newSecret()}`,
    },
    body: JSON.stringify({ id: newId(), body: 'Habt ihr noch Schutzbleche?', language: 'de' }),
  });
  expect(reply.status).toBe(200);
  await page.locator('.list .row', { hasText: 'Schutzbleche' }).click();
  const line = page
    .locator('.messages')
    .getByText(/Assigned to Mara.*: speaks German, \d+ of 10 conversations/);
  await line.waitFor();
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/assign-thread.png` });
});
