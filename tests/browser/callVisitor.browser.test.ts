import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallbackForm } from '../../shared/callbacks/schema.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { panelOf } from '../helpers/chat.ts';
import { type ReceivedMail, startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { expectAccessible, openPanel, openStage, type Stage } from '../helpers/stage.ts';

/* A visitor's side of a call, in a real browser. */

let browser: Browser;
let stage: Stage;
let smtp: TestMailServer;
beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({ SMTP_URL: smtp.url, MAIL_FROM: 'help@help.test.example' });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

const api = (path: string): string => `${stage.url}/api/sites/demo/callbacks${path}`;

/** Somebody else takes a time. */
const take = async (start: number, number: string): Promise<number> => {
  const reply = await fetch(api(''), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${newSecret()}` },
    body: JSON.stringify({
      id: newId(),
      number,
      country: 'DE',
      when: { start },
      zone: 'Europe/Berlin',
      language: 'en',
      consent: true,
    }),
  });
  return reply.status;
};

const openForm = async (page: Page, path = '', query = ''): Promise<void> => {
  await page.goto(`${stage.url}/demo/${path}${query}`);
  await openPanel(page);
  await panelOf(page).locator('.home > button').nth(1).click();
  await panelOf(page).locator('input[type=tel]').waitFor();
};

/** The calendar entry of a mail. */
const calendarOf = ({ parsed, raw }: ReceivedMail): string =>
  parsed.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString() ?? raw;

const agree = async (page: Page): Promise<void> => {
  const box = panelOf(page).locator('input[name=consent]');
  if (await box.count()) await box.check();
};

test('book by keyboard, and the last place goes to somebody else: the next is offered with nothing retyped; then moved and called off', async () => {
  const { page, problems } = await stage.visit(browser);
  await openForm(page);
  const panel = panelOf(page);
  await expectAccessible(page, 'the form of a call');
  await panel.locator('input[type=tel]').fill('+30 21 0123 4567');
  await panel.getByText('We’ll call +30 21 0123 4567.').waitFor();
  expect(await panel.locator('select').first().inputValue()).toBe('GR');
  await panel.getByLabel('Anything we should know first?').fill('The bell rattles.');
  await panel.getByLabel('Your name').fill('Zoë');
  await agree(page);

  // A day by the keyboard, another by the arrow, and back: the choice moves with the focus.
  const day = panel.locator('input[name=call-day]');
  await day.nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  expect(await day.nth(2).isChecked()).toBe(true);
  await page.keyboard.press('ArrowLeft');
  expect(await day.nth(1).isChecked()).toBe(true);
  const times = panel.locator('input[name=call-time]');
  await times.first().waitFor();
  const { slots } = (await (await fetch(api('/form?language=en'))).json()) as CallbackForm;
  let people = 0;
  while ((await take(slots[0]!.start, `+49 30 9018${2000 + people}`)) === 200) people++;
  expect(people).toBeGreaterThan(0);
  await panel.locator('button[type=submit]').click();
  await panel.getByText('That time was just taken.').waitFor();
  expect(await panel.locator('input[type=tel]').inputValue()).toBe('+30 21 0123 4567');
  expect(await panel.getByLabel('Anything we should know first?').inputValue()).toBe('The bell rattles.');
  await panel.locator('button[type=submit]').focus();
  await page.keyboard.press('Enter');
  await panel.getByText(/^We’ll call you .*, between .* and .*\.$/).waitFor();
  await panel.locator('.message.visitor', { hasText: 'The bell rattles.' }).waitFor();
  await expectAccessible(page, 'a call that is promised');

  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Add to calendar' }).click();
  expect((await download).suggestedFilename()).toBe('call.ics');

  await panel.getByRole('button', { name: 'Change time' }).click();
  await panel.locator('input[name=call-day]').last().check();
  await panel.getByRole('button', { name: 'Choose this time' }).click();
  await panel.locator('.day', { hasText: 'The call was moved to' }).waitFor();

  // It is there again after a reload, and can be called off.
  await page.reload();
  await openPanel(page);
  await panel.locator('.home > button').nth(1).click();
  await panel.getByRole('button', { name: 'Cancel call' }).click();
  await panel.getByText('Cancel this call?').waitFor();
  await panel.getByRole('button', { name: 'Cancel call' }).click();
  await panel.getByRole('button', { name: 'Request another call' }).waitFor();
  await panel.locator('.message, .day', { hasText: 'This call was cancelled.' }).waitFor();
  expect(problems).toEqual([]);
});

test('asked for without scripts, put into the calendar, then moved and called off from the link of the mail', async () => {
  const plain = await stage.visit(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const asked = plain.page;
  await asked.goto(`${stage.url}/sites/demo/callback?lang=en`);
  await asked.locator('input[name=number]').fill('+49 30 90182 77');
  await asked.locator('input[name=email]').fill('zoe@visitor.example');
  const consent = asked.locator('input[name=consent]');
  if (await consent.count()) await consent.check();
  await asked.locator('button[type=submit]').first().click();
  const download = asked.waitForEvent('download');
  await asked.getByRole('button', { name: 'Add to calendar' }).click();
  expect((await download).suggestedFilename()).toBe('call.ics');

  const mails = () => smtp.mails.filter(({ envelope }) => envelope.to[0] === 'zoe@visitor.example');
  const sequence = (): string | undefined => /SEQUENCE:(\d+)/.exec(calendarOf(mails().at(-1)!))?.[1];
  await expect.poll(() => mails().length).toBe(1);
  expect(sequence()).toBe('0');
  const link = /https?:\/\/\S+\/callbacks\/manage\S+/.exec(mails()[0]!.parsed.text!)![0];

  // On another device: the link alone says whose call it is, and stays in no history.
  const { page, problems, requests } = await stage.visit(browser);
  await page.goto(link);
  await page.locator('select[name=when]').waitFor();
  expect(page.url()).not.toContain('#');
  await expectAccessible(page, 'the page behind the link of a mail');
  const last = await page.locator('select[name=when] option').last().getAttribute('value');
  await page.locator('select[name=when]').selectOption(last);
  await page.getByRole('button', { name: 'Change time' }).click();
  await expect.poll(() => mails().length).toBe(2);
  expect(sequence()).toBe('1');

  // A slip of the finger calls nothing off: it is asked first.
  await page.locator('summary').click();
  await page.getByText('Cancel this call?').waitFor();
  await expectAccessible(page, 'asked whether to call it off');
  await page.getByRole('button', { name: 'Cancel call' }).click();
  await page.getByText('This call was cancelled.').waitFor();
  await expect.poll(() => mails().length).toBe(3);
  expect(calendarOf(mails().at(-1)!)).toContain('METHOD:CANCEL');
  expect(requests.filter((address) => address.includes(link.split('#')[1]!))).toEqual([]);
  expect(problems).toEqual([]);
}, 180_000);

test('the plain form, from right to left and in the dark, is accessible', async () => {
  const { page } = await stage.visit(browser, { colorScheme: 'dark' });
  await page.goto(`${stage.url}/sites/demo/callback?lang=ar`);
  await page.locator('input[name=number]').waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  await expectAccessible(page, 'the plain form of a call');
});

test('what is typed is there after a reload; a line that is down is said, and the call is asked for by itself once it is back', async () => {
  const { page, context } = await stage.visit(browser, { viewport: { width: 360, height: 740 } });
  await openForm(page);
  const panel = panelOf(page);
  await panel.locator('input[type=tel]').fill('12');
  await panel.locator('button[type=submit]').click();
  await panel.getByText('This doesn’t look like a phone number.').waitFor();
  await panel.locator('input[type=tel]').fill('+49 30 901829');
  await agree(page);
  await page.reload();
  await openPanel(page);
  await panel.locator('.home > button').nth(1).click();
  await expect.poll(() => panel.locator('input[type=tel]').inputValue()).toBe('+49 30 901829');
  await agree(page);
  await context.route('**/callbacks', (route) => route.abort());
  await panel.locator('button[type=submit]').click();
  await panel.getByText('Not sent yet. We’ll keep trying.').waitFor();
  await context.unroute('**/callbacks');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await panel.getByText(/^We’ll call you by/).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('right to left, in Arabic', async () => {
  const { page } = await stage.visit(browser, {
    viewport: { width: 360, height: 740 },
    locale: 'ar',
    colorScheme: 'dark',
  });
  await openForm(page, 'ar/');
  await panelOf(page).getByText('اتصلوا بي').first().waitFor();
  await expectAccessible(page, 'the form of a call in Arabic');
});

test('who shares an address that asks often proves to be a person without noticing: the form works for it and sends', async () => {
  await stage.close();
  stage = await openStage({ RATES: '1' });
  const { slots } = (await (await fetch(api('/form?language=en'))).json()) as CallbackForm;
  const answered: number[] = [];
  while (answered.at(-1) !== 428 && answered.length < 8)
    answered.push(await take(slots.at(-1 - answered.length)!.start, `+49 30 9018${4000 + answered.length}`));
  expect(answered).toEqual([200, 200, 200, 200, 428]);

  const { page, problems } = await stage.visit(browser);
  const seen: string[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname.replace('/api/sites/demo', '');
    if (path === '/callbacks' || path === '/challenge') seen.push(`${path} ${response.status()}`);
  });
  await openForm(page);
  const panel = panelOf(page);
  await panel.locator('input[type=tel]').fill('+49 30 90184900');
  await panel.getByLabel('Anything we should know first?').fill('The bell rattles.');
  await agree(page);
  await panel.locator('button[type=submit]').click();
  await panel.locator('.message.visitor', { hasText: 'The bell rattles.' }).waitFor();
  await panel.getByText(/^We’ll call you /).waitFor();
  expect(seen).toEqual(['/callbacks 428', '/challenge 200', '/callbacks 200']);
  expect(problems).toEqual([]);
});
