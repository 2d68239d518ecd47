import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  demoLogin,
  enterInbox,
  expectAccessible,
  hasFocus,
  openStage,
  type Stage,
} from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

test('with the keyboard: a passkey is added, logs in without a password, and is removed', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await enterInbox(stage, person);
  await page.getByRole('link', { name: 'Your account' }).press('Enter');
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByText('You have no passkeys yet.').waitFor();
  await passkeys.getByRole('button', { name: 'Add a passkey' }).press('Enter');
  const password = passkeys.getByLabel('Confirm your password');
  await hasFocus(password);
  await page.keyboard.type('not the password');
  await passkeys.getByLabel('Name').fill('Work laptop');
  await page.keyboard.press('Enter');
  await passkeys.getByText('That’s not right. Try again.').waitFor();
  expect(await passkeys.getByLabel('Name').inputValue()).toBe('Work laptop');
  await password.fill(demoLogin.password);
  await page.keyboard.press('Enter');
  await passkeys.getByText('Your passkey has been added.').waitFor();
  await passkeys.getByText('Not used yet').waitFor();
  await expectAccessible(page, 'passkeys');

  await page.context().clearCookies();
  await page.goto(`${stage.url}/inbox?lang=en`);
  const byPasskey = page.getByRole('button', { name: 'Log in with a passkey' });
  await byPasskey.waitFor();
  await expectAccessible(page, 'login, with a passkey');
  await byPasskey.press('Enter');
  await page.locator('.list li').first().waitFor();

  await page.getByRole('link', { name: 'Your account' }).press('Enter');
  await passkeys.getByText('Last used').waitFor();
  await passkeys.getByRole('button', { name: 'Remove: Work laptop' }).press('Enter');
  await hasFocus(password);
  await page.keyboard.type(demoLogin.password);
  await page.keyboard.press('Enter');
  await passkeys.getByText('The passkey has been removed.').waitFor();
  await page.context().clearCookies();
  await page.goto(`${stage.url}/inbox?lang=en`);
  await byPasskey.press('Enter');
  await page.getByText('This passkey isn’t known here.').waitFor();
}, 60_000);
