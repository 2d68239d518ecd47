import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  clientId,
  clientSecret,
  type IdentityProvider,
  startIdentityProvider,
} from '../helpers/identityProvider.ts';
import { enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let provider: IdentityProvider;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  provider = await startIdentityProvider();
  stage = await openStage({ PRIVATE_HOSTS: provider.host });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await provider?.close();
});

test('an owner sets up a provider and tries it, and a colleague logs in with the role of their group', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await enterInbox(stage, person);
  await page.goto(`${stage.url}/inbox/console/signin?lang=en`);
  await page.getByRole('heading', { name: 'Single sign-on', level: 1 }).waitFor();
  provider.allow([await page.getByRole('textbox', { name: 'Redirect address' }).inputValue()]);
  await page.getByLabel('Provider address').fill(`${provider.issuer}/elsewhere`);
  await page.getByLabel('Client ID').fill(clientId);
  await page.getByLabel('Client secret').fill(clientSecret);
  await page.getByLabel('Scopes').fill('email, profile, groups');
  await page.getByLabel('Button').fill('Log in with Acme');
  await page.getByRole('button', { name: 'Add a group' }).press('Enter');
  await page.getByLabel('Group 1', { exact: true }).fill('support');
  await page.getByLabel('Create accounts with the first login').check();
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await page.getByText('There’s no OpenID provider with this issuer').waitFor();
  expect(await page.getByLabel('Client secret').inputValue()).toBe(clientSecret);
  await page.getByLabel('Provider address').fill(provider.issuer);
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Try it out' }).waitFor();
  await expect.poll(() => page.getByLabel('Client secret').inputValue()).toBe('');
  await expectAccessible(page, 'single sign-on');

  provider.stand.person = {
    sub: 'cy',
    email: 'cy@acme.example',
    email_verified: true,
    name: 'Cy Young',
    groups: ['support'],
  };
  await page.getByRole('link', { name: 'Test sign-in' }).press('Enter');
  await page.getByText('Role after logging in: Agent').waitFor();
  await expectAccessible(page, 'a test of single sign-on');

  const colleague = await stage.visit(browser);
  await colleague.page.goto(`${stage.url}/inbox?lang=en`);
  const button = colleague.page.getByRole('link', { name: 'Log in with Acme' });
  await button.waitFor();
  await expectAccessible(colleague.page, 'login, with a provider');
  await button.press('Enter');
  await colleague.page.locator('.list li').first().waitFor();
  await colleague.page.goto(`${stage.url}/inbox/account?lang=en`);
  await colleague.page.getByText('You’re logged in as cy@acme.example.').waitFor();
  expect(await colleague.page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  expect([...person.problems, ...colleague.problems]).toEqual([]);
}, 90_000);
