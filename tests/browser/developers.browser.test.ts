import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  demoLogin,
  expectAccessible,
  logIn,
  openPanel,
  openStage,
  type Person,
  type Stage,
} from '../helpers/stage.ts';

/* What an owner's developers do: take the secret and sign in a visitor with it; make a token and call the API with it. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

const enter = async (): Promise<Person> => {
  const person = await stage.visit(browser);
  await person.page.goto(`${stage.url}/inbox/console/developers?lang=en`);
  await logIn(person);
  await person.page.getByRole('heading', { name: 'API tokens' }).waitFor();
  return person;
};

/** The secret that the page shows now. */
const shownSecret = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Site secret' }).getByRole('textbox').inputValue();

/** Makes a visitor's token as the console's example for Node does, with that program. */
const signWith = async (page: Page, secret: string): Promise<string> => {
  const program = await page.getByRole('textbox', { name: 'On your server' }).inputValue();
  const call = `console.log(foyerToken({ id: 7, name: 'Zoë', email: 'zoe@example.com' }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', `${program}\n${call}`], {
    env: { FOYER_SECRET: secret },
  });
  return stdout.trim();
};

/** The answer to a visitor's page that identifies its visitor. */
const identify = async (token: string): Promise<unknown> => {
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/`);
  await page.locator('foyer-root button.launcher').waitFor();
  const answered = page.waitForResponse((reply) => reply.url().endsWith('/identify'));
  // As the example for the page has it.
  await page.evaluate((given) => {
    const host = window as unknown as { Foyer(...command: unknown[]): void };
    host.Foyer('identify', { token: given });
  }, token);
  await openPanel(page);
  const reply = await answered;
  expect(problems).toEqual([]);
  return [reply.status(), (await reply.json())['verified']];
};

const check = async (page: Page, token: string): Promise<string[]> => {
  const form = page.getByRole('form', { name: 'Check a token' });
  await form.getByRole('textbox', { name: 'Token' }).fill(token);
  await form.getByRole('button', { name: 'Check token' }).click();
  await form.getByRole('listitem').first().waitFor();
  return [
    ...(await form.locator('.verdict').allTextContents()),
    ...(await form.getByRole('listitem').allTextContents()),
  ];
};

test('the secret is shown for the password, signs in a visitor on a page, and is replaced', async () => {
  const { page, problems } = await enter();
  const secretForm = page.getByRole('form', { name: 'Site secret' });
  await secretForm.getByLabel('Your password').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('That’s not right. Try again.').waitFor();
  await secretForm.getByLabel('Your password').fill(demoLogin.password);
  await page.keyboard.press('Enter');
  const shown = page.getByRole('region', { name: 'Site secret' });
  await shown.waitFor();
  await expectAccessible(page, 'the secret');
  const secret = await shownSecret(page);
  const token = await signWith(page, secret);
  expect(await identify(token)).toEqual([200, true]);

  // Only with the keyboard: the form to replace it comes next.
  await shown.getByRole('button', { name: 'Hide secret' }).focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('number');
  await page.keyboard.press('Tab');
  await page.keyboard.type(demoLogin.password);
  await page.keyboard.press('Enter');
  await page.getByText('This is the new secret.').waitFor();
  const fresh = await shownSecret(page);
  expect(fresh).not.toBe(secret);
  await page.getByText(/The old secret works until/).waitFor();
  // What was signed before goes on working, what is signed now works, too.
  expect(await identify(token)).toEqual([200, true]);
  expect(await identify(await signWith(page, fresh))).toEqual([200, true]);
  expect(await check(page, token)).toContain(
    'OK: The signature matches the old secret, which stops working soon.',
  );
  expect(await check(page, `${token}x`)).toEqual(
    expect.arrayContaining([
      'This token is refused.',
      expect.stringMatching(/^Problem: The signature doesn’t match/),
    ]),
  );
  await shown.getByRole('button', { name: 'Hide secret' }).click();
  expect(await page.content()).not.toContain(fresh);
  expect(problems).toEqual([]);
});

test('a token is made and shown once, calls the API from another process, and is revoked', async () => {
  const { page, problems } = await enter();
  const form = page.getByRole('form', { name: 'Create a token' });
  await form.getByLabel('Name').fill('Nightly export');
  await form.getByRole('button', { name: 'Create token' }).click();
  await form.getByText('Choose at least one.').waitFor();
  await form.getByLabel('Read conversations, calls and files').check();
  await form.getByLabel('Reply to and change conversations and calls').check();
  await form.getByRole('button', { name: 'Create token' }).click();
  const made = page.getByRole('region', { name: 'New token: Nightly export' });
  await made.waitFor();
  await expectAccessible(page, 'a new token');
  const token = await made.getByRole('textbox').inputValue();
  expect(token).toMatch(/^foyer_\w{36}$/);

  const callApi = () =>
    run(process.execPath, [`${root}dist/client/example.mjs`], {
      env: { FOYER_URL: stage.url, FOYER_SITE: 'demo', FOYER_TOKEN: token },
    });
  const { stdout } = await callApi();
  expect(JSON.parse(stdout)).toMatchObject({ replayed: 'true', message: expect.any(String) });

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: 'Nightly export' });
  await row.getByText(/^Last used/).waitFor();
  expect(await page.content()).not.toContain(token);
  await row.getByRole('button', { name: 'Revoke Nightly export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('No tokens yet.').waitFor();
  await expect(callApi()).rejects.toThrow('This token isn’t known');
  // What the program did stands in the log, under its token's name.
  await page.getByRole('link', { name: 'History & import/export' }).click();
  await page.getByText('through the API token “Nightly export”').first().waitFor();
  expect(problems).toEqual([]);
});
