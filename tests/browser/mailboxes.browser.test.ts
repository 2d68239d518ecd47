import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { startMailbox, type TestMailbox } from '../helpers/imap.ts';
import { headerOf, startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { expectAccessible, logIn, openStage, type Stage } from '../helpers/stage.ts';

const login = { user: 'sales', password: 'a-long-password' };
const address = 'sales@kettleandcrane.example';

let browser: Browser;
let imap: TestMailbox;
let smtp: TestMailServer;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  imap = await startMailbox(login);
  smtp = await startMailServer(0, login);
  // What is sent to the mailbox arrives in it.
  smtp.onMail = ({ raw, envelope }) => {
    if (envelope.to.includes(address)) imap.append(raw, new Date());
  };
  stage = await openStage({ PRIVATE_HOSTS: '127.0.0.1', MAIL_CHECKS: 'off' });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
  await imap?.close();
});

test('an owner connects and tests a mailbox; a mail to it waits for its team, and the answer leaves by it', async () => {
  const { page } = await stage.visit(browser);
  page.setDefaultTimeout(20_000);
  await page.goto(`${stage.url}/inbox/console/mail`);
  await logIn({ page });
  await page.getByRole('button', { name: 'Connect a mailbox' }).click();
  const form = page.locator('form').filter({ hasText: 'Incoming mail (IMAP)' });
  await form.getByLabel('Email address', { exact: true }).fill(address);
  await form.getByLabel('Name in emails').fill('Kettle & Crane sales');
  // The servers are guessed from the address; these are others.
  expect(await form.getByLabel('Server', { exact: true }).first().inputValue()).toBe(
    'imap.kettleandcrane.example',
  );
  for (const [at, port] of [
    [0, imap.port],
    [1, Number(new URL(smtp.url).port)],
  ] as const) {
    await form.getByLabel('Server', { exact: true }).nth(at).fill('127.0.0.1');
    await form.getByLabel('Encryption').nth(at).selectOption('none');
    await form.getByLabel('Port').nth(at).fill(String(port));
  }
  await form.getByLabel('User name').fill(login.user);
  await form.getByLabel('Password').fill('wrong');
  await form.getByRole('button', { name: 'Connect mailbox' }).click();
  const card = page.getByRole('region', { name: address });
  await card.getByText('The mail server refuses the login.').waitFor();
  await expectAccessible(page, 'mailboxes');

  await card.getByRole('button', { name: 'Edit' }).click();
  await card.getByLabel('Password').fill(login.password);
  const team = card.getByLabel('Team');
  const name = (await team.locator('option').nth(1).textContent())!;
  await team.selectOption({ label: name });
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Connected').waitFor();

  await card.getByRole('button', { name: 'Test it' }).click();
  await card.getByText('The email was sent.').waitFor();
  await card.getByText('It arrived.').waitFor();
  await card.getByText('SPF: couldn’t be looked up right now.').waitFor();
  await expectAccessible(page, 'a tested mailbox');

  imap.append(
    `From: Mia Mail <mia@visitor.example>\nTo: ${address}\nSubject: Do you ship to Malta?\nMessage-ID: <1@visitor.example>\n\nI would like three kettles.`,
    new Date(),
  );
  await page.goto(`${stage.url}/inbox`);
  await page.getByText('Do you ship to Malta?').first().click();
  await page.getByText('I would like three kettles.').last().waitFor();
  await page.getByText(name).first().waitFor();
  const box = page.locator('textarea').last();
  await box.fill('We do, within a week.');
  await page.getByRole('button', { name: /^Send/ }).first().click();
  await expect
    .poll(() => smtp.mails.filter(({ envelope }) => envelope.to.includes('mia@visitor.example')).length, {
      timeout: 40_000,
    })
    .toBe(1);
  const sent = smtp.mails.find(({ envelope }) => envelope.to.includes('mia@visitor.example'))!;
  expect(headerOf(sent, 'from')).toContain(`(Kettle & Crane sales)" <${address}>`);
  expect(sent.parsed.text).toContain('We do, within a week.');
}, 120_000);
