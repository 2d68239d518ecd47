import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { receivedMail } from '../helpers/receivedMail.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import {
  demoLogin,
  enterInbox,
  expectAccessible,
  hasFocus,
  openStage,
  type Stage,
} from '../helpers/stage.ts';

let browser: Browser;
let smtp: TestMailServer;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({ SMTP_URL: smtp.url, MAIL_FROM: 'help@help.test.example' });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

const codeOf = (secret: string, at = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), digits: 6, period: 30 }).generate({
    timestamp: at,
  });

test('with the keyboard: a second factor is turned on, asked for at the door, and a lost phone is no lost login', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await enterInbox(stage, person);
  await page.getByRole('link', { name: 'Your account' }).press('Enter');
  const factor = page.getByRole('region', { name: 'Two-factor authentication' });
  await factor.getByRole('button', { name: 'Turn on' }).press('Enter');
  await factor.getByLabel('Confirm your password').fill('not the password');
  await page.keyboard.press('Enter');
  await factor.getByText('That’s not right. Try again.').waitFor();
  await factor.getByLabel('Confirm your password').fill(demoLogin.password);
  await page.keyboard.press('Enter');
  await factor.getByRole('img', { name: 'QR code' }).waitFor();
  await expectAccessible(page, 'second factor, begun');
  const secret = (await factor.locator('code').innerText()).trim();
  // Not what was typed into the field before it.
  expect(await factor.getByRole('textbox', { name: 'Code' }).inputValue()).toBe('');
  await factor.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await factor.getByText('Your recovery codes').waitFor();
  const codes = await factor.locator('.codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  await expectAccessible(page, 'recovery codes');
  await factor.getByRole('button', { name: 'I’ve saved them' }).press('Enter');
  await factor.getByText('10 recovery codes left').waitFor();
  expect(await page.getByRole('region', { name: 'Where you’re logged in' }).locator('li').count()).toBe(1);

  const other = await stage.visit(browser);
  const door = other.page;
  await door.goto(`${stage.url}/inbox?lang=en`);
  await door.locator('#email').fill(demoLogin.email);
  await door.locator('#password').fill(demoLogin.password);
  await door.keyboard.press('Enter');
  await door.getByLabel('Code').waitFor();
  expect(await door.evaluate(() => document.activeElement?.id)).toBe('code');
  await expectAccessible(door, 'login, with a code');
  await door.keyboard.type('000000');
  await door.keyboard.press('Enter');
  await door.getByText('That code is wrong').waitFor();
  await door.locator('#code').fill(codes[0]!);
  await door.keyboard.press('Enter');
  await door.locator('.list li').first().waitFor();

  // The first browser sees the second, and ends it.
  await page.reload();
  const sessions = page.getByRole('region', { name: 'Where you’re logged in' });
  await sessions.locator('li').nth(1).waitFor();
  await sessions
    .getByRole('button', { name: /^Log out:/ })
    .first()
    .click();
  await hasFocus(sessions.getByLabel('Confirm your password'));
  await page.keyboard.type('not my password');
  await page.keyboard.press('Enter');
  await sessions.getByText('That’s not right. Try again.').waitFor();
  await sessions.getByLabel('Confirm your password').fill(demoLogin.password);
  await page.keyboard.press('Enter');
  await expect.poll(() => sessions.locator('li').count()).toBe(1);
  await door.reload();
  await door.locator('#email').waitFor();
  await page
    .getByRole('region', { name: 'Two-factor authentication' })
    .getByRole('button', { name: 'Turn off' })
    .click();
  await page.getByLabel('Confirm your password').fill(demoLogin.password);
  await page.getByRole('region', { name: 'Two-factor authentication' }).getByLabel('Code').fill(codes[1]!);
  await page.keyboard.press('Enter');
  await page.getByText('Protect your account').waitFor();
  expect(person.problems).toEqual([]);
});

test('a forgotten password: asked for, mailed, chosen anew; and the owner reads who did what', async () => {
  const person = await stage.visit(browser, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  const { page } = person;
  await page.goto(`${stage.url}/inbox?lang=en`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.locator('#reset-email').waitFor();
  await expectAccessible(page, 'reset, asked for');
  await page.locator('#reset-email').fill('tomas@kettleandcrane.example');
  await page.keyboard.press('Enter');
  await page.getByText('we’ve sent it a link').waitFor();
  const reset = /\S+\/inbox\/reset#[\w-]{43}/;
  const mail = await receivedMail(smtp, 'tomas@kettleandcrane.example', reset);
  const link = reset.exec(mail.parsed.text!)![0];
  await page.goto(link);
  await page.locator('#reset-password').fill('kettle and crane anew');
  expect(page.url()).not.toContain('#');
  await expectAccessible(page, 'reset, new password');
  await page.keyboard.press('Enter');
  await page.getByText('Your password has been changed').waitFor();
  await page.getByRole('link', { name: 'Back to login' }).click();
  await page.locator('#email').fill('tomas@kettleandcrane.example');
  await page.locator('#password').fill('kettle and crane anew');
  await page.keyboard.press('Enter');
  await page.locator('.list li').first().waitFor();

  const owner = await stage.visit(browser);
  await enterInbox(stage, owner);
  await owner.page.goto(`${stage.url}/inbox/console/history?lang=en`);
  const audit = owner.page.getByRole('region', { name: 'Activity log' });
  await audit.getByText('Tomás Reyes: reset their password by email').waitFor();
  await expectAccessible(owner.page, 'who did what');
  expect([...person.problems, ...owner.problems]).toEqual([]);
});

test('right to left, on a phone: one’s own login fits', async () => {
  const person = await stage.visit(browser, { viewport: { width: 360, height: 740 }, locale: 'ar' });
  const { page } = person;
  await enterInbox(stage, person, 'ar');
  await page.goto(`${stage.url}/inbox/account?lang=ar`);
  await page.locator('.account .card').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'one’s own login in Arabic');
});

test('how much one takes at once and in which languages is one’s own to say, and stays said', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await enterInbox(stage, person);
  await page.getByRole('link', { name: 'Your account' }).click();
  const work = page.getByRole('region', { name: 'Workload' });
  await work.getByText('Conversations aren’t assigned automatically right now.').waitFor();
  await work.getByLabel('Maximum at a time').selectOption('5');
  await work.getByText('Saved.').waitFor();
  await work.getByLabel('German').focus();
  await page.keyboard.press('Space');
  await work.getByText('Saved.').waitFor();
  await expectAccessible(page, 'what one takes on');
  await expect
    .poll(async () => {
      await page.reload();
      await work.getByLabel('German').waitFor();
      return [
        await work.getByLabel('Maximum at a time').inputValue(),
        await work.getByLabel('German').isChecked(),
        await work.getByLabel('Arabic').isChecked(),
      ];
    })
    .toEqual(['5', true, false]);
  expect(person.problems).toEqual([]);
});
