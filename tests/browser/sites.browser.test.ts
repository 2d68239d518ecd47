import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { demoLogin, expectAccessible, logIn, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

test('an owner makes a second site, archives the first and opens it again, deletes the second and brings it back', async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/inbox/console/sites`);
  await logIn({ page });
  await page.getByText('This is your only site.').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Täglich Tee');
  expect(await page.getByLabel('Key', { exact: true }).inputValue()).toBe('taglich-tee');
  await page.getByRole('button', { name: 'Create site' }).click();
  await page.getByText('Täglich Tee is ready.').waitFor();
  await expectAccessible(page, 'all sites');

  const status = async (path: string) => (await fetch(`${stage.url}${path}`)).status;
  await page.getByRole('button', { name: 'Archive: Kettle & Crane' }).click();
  await page.getByText('Archived', { exact: true }).waitFor();
  expect(await status('/sites/demo/questions')).toBe(404);
  await page.getByRole('button', { name: 'Open to visitors again: Kettle & Crane' }).click();
  await page.getByRole('button', { name: 'Archive: Kettle & Crane' }).waitFor();
  expect(await status('/sites/demo/questions')).toBe(200);

  await page.getByRole('button', { name: 'Delete…: Täglich Tee' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type Täglich Tee to confirm').fill('Täglich Tee');
  await dialog.getByLabel('Your password').fill('not the password');
  await dialog.getByRole('button', { name: 'Delete site' }).click();
  await dialog.locator('.field.bad').waitFor();
  await expectAccessible(page, 'deleting a site');
  await dialog.getByLabel('Your password').fill(demoLogin.password);
  await dialog.getByRole('button', { name: 'Delete site' }).click();
  await page.getByRole('button', { name: 'Undo: Täglich Tee' }).click();
  // Its inbox is there again, and empty.
  await page.getByRole('link', { name: 'Open: Täglich Tee' }).click();
  await page.getByRole('heading', { name: 'Installation' }).waitFor();
  await page.locator('.console-nav .brand', { hasText: 'Täglich Tee' }).waitFor();
});
