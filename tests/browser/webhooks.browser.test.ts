import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { isSignedBy, startReceiver, type TestReceiver } from '../helpers/receiver.ts';
import { demoLogin, expectAccessible, openPanel, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let receiver: TestReceiver;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  receiver = await startReceiver();
  stage = await openStage({ PRIVATE_HOSTS: receiver.host });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await receiver?.close();
});

test('an owner adds an endpoint; a chat arrives there signed, is tried again after a failure, and 410 turns it off', async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/inbox/console/webhooks`);
  await page.locator('#email').fill(demoLogin.email);
  await page.locator('#password').fill(demoLogin.password);
  await page.keyboard.press('Enter');

  await page.getByLabel('Address', { exact: true }).fill('http://10.0.0.1/hook');
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  await page.locator('.field.bad').waitFor();
  await page.getByLabel('Address', { exact: true }).fill(receiver.url);
  await page.getByLabel('Only these').check();
  await page.getByLabel('A visitor began a conversation').check();
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  const card = page.getByRole('region', { name: receiver.url });
  await card.waitFor();

  await card.getByRole('button', { name: 'Signing secret' }).click();
  await card.getByRole('button', { name: 'Show secret' }).click();
  const secret = await card.locator('textarea').inputValue();
  expect(secret).toMatch(/^whsec_/);

  receiver.answers.push({ status: 500, body: 'not yet' });
  await card.getByRole('button', { name: 'Send a test' }).click();
  await card.getByText('It didn’t arrive: the program broke (500).').waitFor();
  await card.getByRole('button', { name: 'Deliveries' }).click();
  await card.locator('summary').first().click();
  await card.getByText('Answer: not yet').waitFor();
  await card.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2);
  expect(receiver.received[1]!.id).toBe(receiver.received[0]!.id);

  const visitor = await stage.visit(browser);
  await visitor.page.goto(`${stage.url}/demo/`);
  await openPanel(visitor.page);
  await visitor.page.evaluate(() =>
    (window as never as { Foyer(...given: string[]): void }).Foyer('open', 'chat'),
  );
  const box = visitor.page.getByRole('dialog').locator('textarea').last();
  await box.fill('Do webhooks work?');
  await visitor.page.keyboard.press('Enter');
  await expect.poll(() => receiver.types(), { timeout: 20_000 }).toContain('conversation.created');
  const told = receiver.received.at(-1)!;
  expect(JSON.stringify(told.event.data)).toContain('Do webhooks work?');
  expect(receiver.received.every((request) => isSignedBy(secret, request))).toBe(true);
  await expectAccessible(page, 'webhooks');

  receiver.answers.push({ status: 410 });
  await card.getByRole('button', { name: 'Send a test' }).click();
  await card.getByText('Off: it answered “410 Gone”').waitFor();
  await card.getByRole('button', { name: 'Turn on' }).click();
  await card.getByRole('button', { name: 'Turn off' }).waitFor();

  await card.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await card.waitFor({ state: 'detached' });
});
