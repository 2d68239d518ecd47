import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { isSent, openChat, panelOf, say } from '../helpers/chat.ts';
import { enterInbox, expectAccessible, openPanel, openStage, type Stage } from '../helpers/stage.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** The content of a download, as text: the archive holds its files as they are. */
const saved = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  expect(download.suggestedFilename()).toBe('personal-data.zip');
  return readFileSync(await download.path(), 'utf8');
};

test('what was said is taken back by its visitor, taken away by staff, exported and erased from both sides', async () => {
  const visitor = await stage.visit(browser);
  const { page } = visitor;
  await openChat(stage, page);
  await say(page, 'Where is my parcel zq1?');
  await isSent(page);
  await say(page, 'My password is zqpass');
  await isSent(page);
  await panelOf(page).getByRole('button', { name: 'Delete message' }).click();
  await panelOf(page).getByRole('button', { name: 'Remove', exact: true }).click();
  await panelOf(page).getByText('You deleted this message.').waitFor();
  expect(await panelOf(page).getByText('zqpass').count()).toBe(0);
  await expectAccessible(page, 'a message taken back');

  const staff = await stage.visit(browser);
  const inbox = staff.page;
  await enterInbox(stage, staff);
  await inbox.getByText('Where is my parcel zq1?').first().click();
  await inbox.getByText('Removed by the visitor').waitFor();
  await inbox
    .locator('.message.visitor')
    .filter({ hasText: 'zq1' })
    .getByRole('button', { name: 'Remove content' })
    .click();
  await expectAccessible(inbox, 'removing content');
  await button(inbox, 'Remove for good').click();
  await inbox.getByText(/^Removed by Mara/).waitFor();
  // The visitor sees it at once.
  await panelOf(page)
    .getByText(/^Removed by Mara/)
    .waitFor();
  await say(page, 'Then erase me, zq2');
  await isSent(page);

  await inbox.getByRole('complementary').getByRole('button', { name: 'Personal data' }).click();
  await inbox.getByRole('region', { name: 'Anonymous visitor' }).waitFor();
  await expectAccessible(inbox, 'personal data');
  const archive = await saved(inbox, () => inbox.getByRole('link', { name: 'Export' }).click());
  expect(archive).toContain('Then erase me, zq2');
  expect(archive).not.toContain('zqpass');
  await button(inbox, 'Erase').click();
  const sure = inbox.getByRole('button', { name: 'Erase for good' });
  expect(await sure.isDisabled()).toBe(true);
  await inbox.getByLabel('Type “Anonymous visitor” to confirm').fill('anonymous visitor');
  await expectAccessible(inbox, 'erasing a person');
  await sure.click();
  await inbox.getByText('Erased', { exact: true }).waitFor();
  await inbox.getByText('Asked for by your team').waitFor();

  // What the visitor's page still shows is gone with the next look.
  await page.reload();
  await page.locator('foyer-root button.launcher').waitFor();
  await page.locator('foyer-root button.launcher').click();
  await panelOf(page).locator('.home').waitFor();
  expect(await panelOf(page).getByText('zq').count()).toBe(0);

  // And by themselves, with all that they said since.
  await openChat(stage, page);
  await say(page, 'Here again, zq3');
  await isSent(page);
  await panelOf(page).getByRole('button', { name: 'Back' }).click();
  await panelOf(page).getByRole('button', { name: 'Your data' }).click();
  await panelOf(page).getByText('See everything this site keeps about you').waitFor();
  await expectAccessible(page, 'your data');
  const own = await saved(page, () =>
    panelOf(page).getByRole('button', { name: 'Download my data' }).click(),
  );
  expect(own).toContain('Here again, zq3');
  await panelOf(page).getByRole('button', { name: 'Erase my data' }).click();
  await panelOf(page).getByRole('button', { name: 'Erase for good' }).click();
  await panelOf(page).getByText('Here again, zq3').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain('zq');
  // Whose secret is known for something else than a conversation finds theirs in the same place.
  const other = await stage.visit(browser);
  await other.page.goto(`${stage.url}/demo/article.html`);
  const secret = newSecret();
  const rated = await fetch(`${stage.url}/api/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({
      id: newId(),
      url: `${stage.url}/demo/article.html`,
      title: 'An article',
      body: 'Only a comment, zq4',
      language: 'en',
      name: 'Zoë',
      took: 10_000,
    }),
  });
  expect(rated.status).toBe(200);
  await other.page.evaluate(
    (stored) => localStorage.setItem('foyer:demo', JSON.stringify({ secret: stored, at: Date.now() })),
    secret,
  );
  await other.page.reload();
  await openPanel(other.page);
  await panelOf(other.page).getByRole('button', { name: 'Your data' }).click();
  const theirs = await saved(other.page, () =>
    panelOf(other.page).getByRole('button', { name: 'Download my data' }).click(),
  );
  expect(theirs).toContain('Only a comment, zq4');
  await inbox.reload();
  await inbox.getByText('Asked for by the person').waitFor();
}, 60_000);

test('an owner sets how long data is kept, sees what would go, deletes it and sees what went; everybody reads what is stored', async () => {
  // No browser waits for a year.
  const database = new Sqlite(join(stage.folder, 'foyer.sqlite'));
  const aYearAgo = Date.now() - 400 * 24 * 3_600_000;
  database
    .prepare(
      "insert into suggestion_events (site_id, id, session, kind, query, language, at) select id, 'old', 'old', 'shown', 'zqold', 'en', ? from sites where key = 'demo'",
    )
    .run(aYearAgo);
  database.close();
  const owner = await stage.visit(browser);
  const { page } = owner;
  await enterInbox(stage, owner);
  await page.goto(`${stage.url}/inbox/console/privacy?lang=en`);
  const limit = page.getByLabel('Closed conversations');
  await limit.fill('13');
  await button(page, 'Save').click();
  await page
    .getByRole('status')
    .filter({ hasText: 'check' })
    .or(page.locator('.field.bad'))
    .first()
    .waitFor();
  await limit.fill('14');
  await button(page, 'Save').click();
  await page.getByText('Saved. Visitors will see it').waitFor();
  const due = page.getByRole('region', { name: 'What would be deleted now' });
  await due.getByText('Searched texts').waitFor();
  await expectAccessible(page, 'privacy');
  await button(page, 'Delete now').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete now' }).click();
  const runs = page.getByRole('region', { name: 'What was deleted' });
  await runs.getByText(/Searched texts: \d/).waitFor();
  await runs.getByText('Started by your team').waitFor();
  await due.getByText('Nothing is too old.').waitFor();
  const processing = page.getByRole('region', { name: 'Data processing' });
  await processing.getByText('14 days').first().waitFor();
  // On paper it's alone, and as wide as lines may be.
  await page.emulateMedia({ media: 'print' });
  const width = await page.locator('.printed').evaluate((part) => part.clientWidth);
  expect(width).toBeGreaterThan(700);
  expect(await page.getByRole('heading', { name: 'Preview', exact: true }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  // Complete without JavaScript, and linked from every public page.
  const reader = await stage.visit(browser, { javaScriptEnabled: false });
  await reader.page.goto(`${stage.url}/sites/demo/questions?lang=en`);
  await reader.page.getByRole('link', { name: 'What this site stores' }).click();
  await reader.page.getByRole('heading', { name: 'What’s stored, and for how long' }).waitFor();
  await reader.page.getByText('14 days').first().waitFor();
}, 60_000);
