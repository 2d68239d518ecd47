import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

/* Public posts of visitors, their rules and their moderator, in a real browser. */

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await browser?.close();
});

const path = 'hazards/no-javascript.html';
const moderator = 'mo@kettleandcrane.example';

/** Makes the moderator, as an owner does beside the running server. @returns the password */
const addModerator = (): string => {
  const said = execFileSync(
    process.execPath,
    [
      'dist/server/foyer.js',
      'create-staff',
      moderator,
      '--site',
      'demo',
      '--name',
      'Mo',
      '--role',
      'moderator',
    ],
    { env: { ...process.env, DATA_DIR: stage.folder, PUBLIC_URL: stage.url }, encoding: 'utf8' },
  );
  return /Password: (\S+)/.exec(said)![1]!;
};

const write = async (body: string, name: string, secret = newSecret()): Promise<number> => {
  const reply = await fetch(`${stage.url}/api/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({
      id: newId(),
      url: `${stage.url}/demo/${path}`,
      body,
      language: 'en',
      name,
      took: 9_000,
    }),
  });
  return reply.status;
};

const readBodies = async (): Promise<string> => {
  const url = encodeURIComponent(`${stage.url}/demo/${path}`);
  return (await fetch(`${stage.url}/api/sites/demo/comments?url=${url}`)).text();
};

test('a listed word waits; the moderator sees only what is public, publishes, hides, blocks and undoes', async () => {
  const owner = await stage.visit(browser);
  await enterInbox(stage, owner);
  await owner.page.goto(`${stage.url}/inbox/console/moderation`);
  await owner.page.getByLabel('Hold for review').fill('lottery\nspam*');
  await owner.page.getByLabel('Text', { exact: true }).fill('Win the LOTTERY');
  await owner.page.getByText('because of').first().waitFor();
  await expectAccessible(owner.page, 'the rules of moderation');
  await owner.page.getByRole('button', { name: 'Save' }).click();
  await owner.page.getByText('Saved').first().waitFor();

  const secret = newSecret();
  expect(await write('Mod: win the lottery', 'Luck', secret)).toBe(200);
  expect(await write('Mod: good words', 'Ola')).toBe(200);
  expect(await write('Mod: spammers', 'Luck', secret)).toBe(200);

  const person = await stage.visit(browser);
  const { page } = person;
  await page.goto(`${stage.url}/inbox?lang=en`);
  await page.locator('#email').fill(moderator);
  await page.locator('#password').fill(addModerator());
  await page.keyboard.press('Enter');
  const queue = page.locator('.moderation-queue');
  await queue.getByRole('searchbox').fill('Mod:');
  await expect.poll(() => queue.locator('ul > li').count()).toBe(3);
  const nav = page.getByRole('navigation', { name: 'Views' });
  expect(await nav.getByRole('link').allTextContents()).toEqual([
    expect.stringMatching(/^Moderation/),
    expect.stringMatching(/^Answers/),
    expect.stringMatching(/^Comments/),
    expect.stringMatching(/^Ideas/),
    'Your account',
  ]);
  await expectAccessible(page, 'the queue of moderators');

  const luck = queue.locator('li', { hasText: 'lottery' });
  expect(await luck.textContent()).toContain('contains something you block');
  await queue.getByRole('heading', { name: 'Moderation' }).click();
  // The oldest is under the keys. What was decided comes back while it is said.
  await page.keyboard.press('a');
  await queue.getByRole('status').getByText('1 post published').waitFor();
  await page.keyboard.press('z');
  await luck.waitFor();
  await page.keyboard.press('h');
  await luck.waitFor({ state: 'detached' });
  await page.keyboard.press('a');
  await queue.locator('li', { hasText: 'good words' }).waitFor({ state: 'detached' });

  await queue.locator('li', { hasText: 'spammers' }).getByRole('checkbox').focus();
  await page.keyboard.press('b');
  await queue.getByRole('form', { name: 'Block Luck' }).getByRole('button', { name: 'Block' }).click();
  await queue.getByRole('status').getByText('Luck is blocked').waitFor();
  expect(await write('Mod: once more', 'Luck', secret)).toBe(403);
  await expect.poll(readBodies).toContain('good words');
  expect(await readBodies()).not.toContain('lottery');
  await queue.getByRole('button', { name: 'Undo' }).click();
  await queue.getByText('Mod: spammers').waitFor();
  expect(await write('Mod: at last', 'Luck', secret)).toBe(200);
  // It comes by itself: the moderator's stream tells of it.
  await queue.getByText('Mod: at last').waitFor();
  // On a phone: the way to everything first, and back to it from the queue.
  await page.setViewportSize({ width: 360, height: 740 });
  await nav.getByRole('link', { name: /^Moderation/ }).click();
  await queue.getByRole('button', { name: 'Inbox' }).click();
  await queue.waitFor({ state: 'hidden' });
  await nav.getByRole('button', { name: 'Log out' }).waitFor();
  expect(person.problems).toEqual([]);
});
