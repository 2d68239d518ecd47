import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallbackForm, RequestCallback } from '../../shared/callbacks/schema.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

const api = (path: string): string => `${stage.url}/api/sites/demo/callbacks${path}`;

/** Asks for a call as a visitor's browser would. @returns its id */
const ask = async (more: Partial<RequestCallback>): Promise<string> => {
  const id = newId();
  const reply = await fetch(api(''), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${newSecret()}` },
    body: JSON.stringify({
      id,
      country: 'DE',
      when: 'soon',
      zone: 'Europe/Athens',
      language: 'en',
      ...more,
    } as RequestCallback),
  });
  if (reply.status !== 200) throw new Error(`asking answered ${reply.status}: ${await reply.text()}`);
  return id;
};

const slots = async (): Promise<CallbackForm['slots']> =>
  ((await (await fetch(api('/form?language=en'))).json()) as CallbackForm).slots;

const noSidewaysScroll = async (page: Page): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
};

test('an agent’s day: takes a call, makes it, tries again, moves it, and says how it was', async () => {
  const [first, , , fourth] = await slots();
  const id = await ask({
    number: '030 901820',
    name: 'Zoë Zimmer',
    topic: 'repair',
    note: 'The **bell** rattles.',
    when: { start: first!.start },
  });
  await ask({ number: '030 901821', name: 'Yusuf', topic: 'order', when: { start: fourth!.start } });
  const staff = await stage.visit(browser);
  const { page } = staff;
  await enterInbox(stage, staff);
  await page.getByRole('link', { name: 'Call schedule' }).click();
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(first!.start);
  await page.getByLabel('Day', { exact: true }).fill(day);
  const row = page.locator('.call-row', { hasText: 'Zoë Zimmer' });
  await row.waitFor();
  await expectAccessible(page, 'day of calls');
  await row.click();
  const panel = page.getByRole('region', { name: 'Calls' });
  await panel.getByText('Scheduled').waitFor();
  expect(await panel.locator('a.dial').getAttribute('href')).toBe('tel:+4930901820');
  await panel.getByText(/their time \(Athens\)/).waitFor();
  await expectAccessible(page, 'a call');
  await panel.getByRole('button', { name: 'I’ll call' }).click();
  await panel
    .getByText('Mara Lindqvist will call')
    .or(panel.getByText(/Mara.* will call/))
    .first()
    .waitFor();
  // The link would open the telephone.
  await page.evaluate(() =>
    document.addEventListener(
      'click',
      (event) => (event.target as Element).closest('a.dial') && event.preventDefault(),
    ),
  );
  await panel.locator('a.dial').click();
  await panel.getByText('Calling', { exact: true }).waitFor();
  await panel.getByLabel('Note for the history').fill('Rang twice.');
  await panel.getByRole('button', { name: 'No answer' }).click();
  await panel.getByText('1 failed attempt').waitFor();
  await panel.getByText(/Next attempt/).waitFor();
  await panel.getByText('Call history').click();
  await panel.locator('q', { hasText: 'Rang twice.' }).waitFor();
  await panel.getByRole('button', { name: 'Change time' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await panel.getByText('Moved', { exact: true }).waitFor();
  await panel.locator('a.dial').click();
  await panel.getByRole('button', { name: 'Reached' }).click();
  await panel.locator('.chip', { hasText: 'Reached' }).waitFor();
  await page.getByRole('button', { name: 'Reopen' }).waitFor();
  expect(await panel.locator('a.dial').count()).toBe(0);
  expect(staff.problems).toEqual([]);
  expect(id).toBeTruthy();
});

test('two agents at one call: who is second sees how it is now', async () => {
  const id = await ask({ number: '030 901830', name: 'Xenia' });
  const people = await Promise.all([stage.visit(browser), stage.visit(browser)]);
  const panels = [];
  for (const person of people) {
    await enterInbox(stage, person);
    await person.page
      .locator('.rail')
      .getByRole('button', { name: /All open/ })
      .click();
    await person.page.locator('.list .row', { hasText: 'Xenia' }).first().click();
    const panel = person.page.getByRole('region', { name: 'Calls' });
    await panel.getByRole('button', { name: 'Busy' }).waitFor();
    panels.push(panel);
  }
  // The second presses before hearing of it.
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await people[1]!.page.route('**/steps', async (route) => {
    await held;
    await route.continue();
  });
  await panels[1]!.getByRole('button', { name: 'Busy' }).click();
  await panels[0]!.getByRole('button', { name: 'Reached' }).click();
  await panels[0]!.locator('.chip', { hasText: 'Reached' }).waitFor();
  release();
  await panels[1]!.getByText('Someone else was faster').waitFor();
  await panels[1]!.locator('.chip', { hasText: 'Reached' }).waitFor();
  expect(await panels[1]!.getByRole('button', { name: 'Busy' }).count()).toBe(0);
  expect(id).toBeTruthy();
});

test('on a phone, from right to left, in the dark: the day and a call fit, and axe-core finds nothing', async () => {
  await ask({ number: '030 901840', name: 'Walid', topic: 'fitting' });
  const staff = await stage.visit(browser, {
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
    locale: 'ar',
  });
  const { page } = staff;
  await enterInbox(stage, staff, 'ar');
  await page.goto(`${stage.url}/inbox/calls?lang=ar`);
  await page.locator('.call-day .slots, .call-day .empty').first().waitFor();
  await noSidewaysScroll(page);
  await expectAccessible(page, 'day of calls in Arabic');
  await page.goto(`${stage.url}/inbox?lang=ar`);
  await page.locator('.list .row', { hasText: 'Walid' }).first().click();
  await page.locator('.call a.dial').waitFor();
  await noSidewaysScroll(page);
  await expectAccessible(page, 'a call in Arabic');
  expect(staff.problems).toEqual([]);
});
