import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { enterInbox, expectAccessible, logIn, openPanel, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let smtp: TestMailServer;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({ SMTP_URL: smtp.url, MAIL_FROM: 'help@help.test.example' });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

/** Somebody with the panel open on the demo site. */
const visitor = async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/`);
  await openPanel(page);
  const dialog = page.getByRole('dialog');
  return {
    /** Types a text, and waits until its first suggestion is the question. */
    async finds(text: string, question: string): Promise<void> {
      await dialog.getByRole('textbox').first().fill(text);
      await dialog.locator('.list button').first().filter({ hasText: question }).waitFor();
    },
    /** Types a text, and waits until the question is not suggested for it. */
    async misses(text: string, question: string): Promise<void> {
      const answer = page.waitForResponse((response) =>
        response.url().includes(`/suggestions?q=${encodeURIComponent(text).replaceAll('%20', '+')}`),
      );
      await dialog.getByRole('textbox').first().fill(text);
      expect(await (await answer).text()).not.toContain(question);
    },
  };
};

/** The admin's side: a section of the console. */
const enter = async (section: string): Promise<Page> => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/inbox/console/${section}?lang=en`);
  await logIn({ page });
  await page.locator('.cards .card').first().waitFor();
  return page;
};

/** Waits until what was just changed is what the search knows. */
const settle = async (page: Page): Promise<void> => {
  const answer = page.waitForResponse((response) => response.url().includes('/search-explanation'));
  await page.getByLabel('What a visitor types').fill(newId());
  await answer;
};

const post = async (path: string, secret: string, body: object): Promise<void> => {
  const response = await fetch(`${stage.url}/api/sites/demo/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBe(200);
};

const pinned = 'Which ways to pay do you accept?';

test('an admin pins an answer, adds a synonym and removes a phrasing; visitors who type see each at once', async () => {
  const anyone = await visitor();
  const page = await enter('search');
  const card = (name: string) => page.getByRole('region', { name, exact: true });

  // A search in vain, asked by somebody whom the site then knows.
  const secret = newSecret();
  const session = newId();
  await post('questions', secret, {
    id: newId(),
    title: 'quokka zebrafish',
    visibility: 'private',
    language: 'en',
    session,
  });
  await page.reload();
  const empty = card('Searches that found nothing');
  await empty.getByText('quokka zebrafish').waitFor();
  // Each text once: a browser keeps what was suggested for a minute.
  await anyone.misses('quokka zebrafishes', pinned);

  await empty.getByRole('button', { name: 'Pin an answer for quokka zebrafish' }).click();
  const pins = card('Pinned answers');
  expect(await pins.getByLabel('Phrase').inputValue()).toBe('quokka zebrafish');
  // The phrase is there already: the focus waits where the question is searched.
  await page.keyboard.type(pinned);
  await pins.getByRole('radio', { name: pinned }).check();
  await expectAccessible(page, 'pin editor');
  await pins.getByRole('button', { name: 'Save' }).click();
  await pins.locator('.entry-row', { hasText: pinned }).waitFor();
  await empty.getByText('quokka zebrafish').waitFor({ state: 'detached' });
  await anyone.finds('quokka zebrafish', pinned);

  // Why, as the admin sees it.
  const trial = card('Try a search');
  await trial.getByLabel('What a visitor types').fill('quokka zebrafish please');
  await trial.getByText('Shown first, pinned').waitFor();
  await trial.getByText('Pinned for').waitFor();
  await expectAccessible(page, 'try a search');

  await pins.getByRole('button', { name: 'Edit quokka zebrafish' }).click();
  await pins.getByLabel('Phrase').fill('quokka wombat');
  await pins.getByRole('button', { name: 'Save' }).click();
  await pins.getByText('quokka wombat').waitFor();
  await settle(page);
  await anyone.finds('quokka wombat', pinned);
  await pins.getByRole('button', { name: 'Remove quokka wombat' }).click();
  await pins.getByText('No pinned answers yet.').waitFor();
  await settle(page);
  await anyone.misses('quokka wombats', pinned);

  const synonyms = card('Synonyms');
  await anyone.misses('kryptos', pinned);
  await synonyms.getByRole('button', { name: 'Add synonyms' }).click();
  await synonyms.getByLabel('Words').fill('krypto');
  await synonyms.getByRole('button', { name: 'Save' }).click();
  await synonyms.getByText('Enter at least two words').waitFor();
  await synonyms.getByLabel('Words').fill('krypto, ways to pay');
  await synonyms.getByRole('button', { name: 'Save' }).click();
  await synonyms.getByText('krypto, ways to pay').waitFor();
  await settle(page);
  await anyone.finds('krypto', pinned);

  // The site knows who sent the question: what helps them is learned at once.
  const found = await (
    await fetch(`${stage.url}/api/sites/demo/suggestions?q=${encodeURIComponent(pinned)}`)
  ).json();
  await post('suggestion-events', secret, {
    id: newId(),
    session,
    kind: 'solved',
    question: found.suggestions[0].id,
    query: 'narwhal umbrella polka',
    language: 'en',
  });
  await page.reload();
  await settle(page);
  await anyone.finds('narwhal umbrella polka', pinned);
  const phrasings = card('Learned phrasings');
  await phrasings.getByText('narwhal umbrella polka').waitFor();
  await phrasings.getByRole('button', { name: 'Remove narwhal umbrella polka' }).click();
  await phrasings.getByText('Nothing learned yet.').waitFor();
  await settle(page);
  await anyone.misses('narwhal umbrella polkas', pinned);
});

test('two questions are linked and unlinked, with the keyboard', async () => {
  const page = await enter('search');
  const duplicates = page.getByRole('region', { name: 'Duplicate questions', exact: true });
  await duplicates.getByText('Link two questions').focus();
  await page.keyboard.press('Enter');
  for (const [label, title] of [
    ['Question', 'Which currency will I be charged in?'],
    ['Shares the answer of', pinned],
  ] as const) {
    await duplicates.getByRole('textbox', { name: label }).focus();
    await page.keyboard.type(title);
    await duplicates.getByRole('radio', { name: title }).focus();
    await page.keyboard.press('Space');
  }
  await duplicates.getByRole('button', { name: 'Link questions' }).focus();
  await page.keyboard.press('Enter');
  await duplicates.locator('.entry-row', { hasText: pinned }).waitFor();
  await expectAccessible(page, 'duplicates');
  await duplicates.getByRole('button', { name: 'Unlink Which currency will I be charged in?' }).focus();
  await page.keyboard.press('Enter');
  await duplicates.getByText('No questions are linked.').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Duplicate questions');
});

test('what could not be sent says why on both screens, and admins try it again from them', async () => {
  // The mail server refuses everything for good: the email that asks whose address it is is given up at once.
  smtp.answer = 550;
  const secret = newSecret();
  const conversation = newId();
  await post('questions', secret, {
    id: conversation,
    title: 'May I have this in writing?',
    visibility: 'private',
    language: 'en',
  });
  await post(`conversations/${conversation}/transcript`, secret, {
    id: newId(),
    email: 'ida@visitor.example',
  });
  const page = await enter('jobs');
  const dead = page.getByRole('region', { name: /^Given up/ });
  const row = dead.getByRole('listitem').filter({ hasText: 'Email to confirm an address' }).first();
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Refresh' }).click();
        return row.count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await row.getByText('The mail server refused it for good (550).').waitFor();
  await row.getByText('Tries: 1').waitFor();
  await expectAccessible(page, 'job queue');
  await row.getByRole('button', { name: /^Retry now: Email to confirm an address/ }).click();
  await page.getByText('Trying again now: 1').waitFor();
  // The focus went with the row, and stands where it was.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('jobs-dead');

  const admin = await stage.visit(browser);
  await enterInbox(stage, admin);
  await admin.page.goto(`${stage.url}/inbox/emails`);
  await admin.page.getByRole('button', { name: 'Not delivered' }).click();
  const mail = admin.page.locator('.desk-page .cards > li', { hasText: 'Address confirmation' }).first();
  await mail.getByText('Address confirmation').waitFor();
  await mail.getByText('The mail server refused it for good (550).').waitFor();
  await expectAccessible(admin.page, 'email log');
  // It was being tried again: refused once more, it can be tried from here.
  const again = mail.getByRole('button', { name: /^Try again: Address confirmation/ });
  await expect
    .poll(
      async () => {
        await admin.page.getByRole('button', { name: 'Refresh' }).click();
        await mail.waitFor();
        return again.count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  smtp.answer = null;
  await again.click();
  await admin.page.getByText('Trying again now.').waitFor();
  await expect
    .poll(() => smtp.mails.map(({ envelope }) => envelope.to[0]), { timeout: 20_000 })
    .toContain('ida@visitor.example');
  await admin.page.getByRole('button', { name: 'Set aside' }).click();
  await admin.page.getByText('Every email became a message').waitFor();

  // Agents read the log; what is tried again is for admins.
  const agent = await stage.visit(browser);
  await enterInbox(stage, agent, 'en', 'tomas@kettleandcrane.example');
  await agent.page.goto(`${stage.url}/inbox/emails`);
  await agent.page.locator('.desk-page .cards > li', { hasText: 'ida@visitor.example' }).first().waitFor();
  expect(await agent.page.getByRole('button', { name: /^Try again/ }).count()).toBe(0);
});
