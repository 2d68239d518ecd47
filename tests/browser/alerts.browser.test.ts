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
  await page.getByRole('checkbox', { name: /^Play a sound/ }).press('Space');
  // It is heard when it is turned on: two notes.
  expect(await notes()).toBe(2);
  await page.getByRole('checkbox', { name: 'Quiet hours' }).press('Space');
  await page.getByLabel('From', { exact: true }).waitFor();
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

test('with the inbox closed a push shows what was written, and a tap on it opens the conversation', async () => {
  const person = await stage.visit(browser);
  const { page, context, problems } = person;
  await context.grantPermissions(['notifications'], { origin: stage.url });
  // Not real are the push service, which is out of reach, and that a headless browser says no to notifications.
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    PushManager.prototype.subscribe = async (options) =>
      ({
        endpoint: 'https://push.example.com/browser',
        options,
        getKey: (name: string) => new Uint8Array(name === 'auth' ? 16 : 65).fill(4).buffer,
        unsubscribe: async () => true,
      }) as unknown as PushSubscription;
  });
  await enterInbox(stage, person);
  await page.goto(`${stage.url}/inbox/alerts?lang=en`);
  const choice = page.getByRole('checkbox', { name: /^Notify me when/ });
  const started = context.waitForEvent('serviceworker');
  await choice.click();
  await expect.poll(() => choice.isChecked()).toBe(true);
  const worker = await started;
  await page.reload();
  await expect.poll(() => choice.isChecked()).toBe(true);
  await expectAccessible(page, 'alerts');

  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.endsWith('/inbox'));
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  await worker.evaluate(() => {
    const scope = self as unknown as {
      told: unknown[];
      registration: ServiceWorkerRegistration;
      clients: { openWindow(address: string): Promise<null> };
    };
    scope.told = [];
    scope.registration.showNotification = async (title, options) => {
      scope.told.push({ title, body: options?.body, tag: options?.tag });
    };
    scope.clients.openWindow = async (address) => {
      scope.told.push({ opened: new URL(address).pathname });
      return null;
    };
  });
  const told = () => worker.evaluate(() => (self as unknown as { told: unknown[] }).told);
  // Elsewhere on the same site: the inbox is open nowhere.
  await page.goto(`${stage.url}/demo/`);
  const conversation = newId();
  const path = `/inbox/nowhere/${conversation}`;
  const notification = { title: 'Zoë wrote · Shop', body: '<b>Is my frame ready?</b>', tag: conversation };
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: stage.url,
    registrationId,
    data: JSON.stringify({ ...notification, path, language: 'en' }),
  });
  await expect.poll(told).toEqual([notification]);
  for (const data of ['https://elsewhere.example/inbox', path])
    await worker.evaluate((given) => {
      const { ExtendableEvent: Extendable } = self as unknown as { ExtendableEvent: typeof Event };
      const tap = new Extendable('notificationclick');
      Object.assign(tap, { notification: { close: () => {}, data: given }, waitUntil: () => {} });
      self.dispatchEvent(tap);
    }, data);
  await expect.poll(told).toEqual([notification, { opened: path }]);

  // Turned off, nothing is pushed here any more.
  await page.goto(`${stage.url}/inbox/alerts?lang=en`);
  await expect.poll(() => choice.isChecked()).toBe(true);
  await choice.click();
  await expect.poll(() => choice.isChecked()).toBe(false);
  await page.reload();
  await choice.waitFor();
  expect(await choice.isChecked()).toBe(false);
  expect(problems).toEqual([]);
});
