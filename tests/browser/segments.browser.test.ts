import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

test('from a segment to a list of calls to an outcome; whoever wants no calls is on no list', async () => {
  const staff = await stage.visit(browser);
  const { page } = staff;
  await enterInbox(stage, staff);
  await page.goto(`${stage.url}/inbox/contacts?lang=en`);
  await page.getByRole('button', { name: 'Segments', exact: true }).click();
  await page.getByLabel('Segment', { exact: true }).selectOption({ label: 'New segment' });
  await page.getByLabel('What').selectOption({ label: 'Open conversations' });
  await page.getByLabel('Test').selectOption({ label: 'is more than' });
  await page.getByText('Complete the conditions to see who fits.').waitFor();
  await page.getByLabel('Value').fill('0');
  const count = page.getByRole('status').filter({ hasText: /^\d+ contacts$/ });
  await count.waitFor();
  const before = Number.parseInt((await count.textContent()) ?? '', 10);
  await page.getByText('Why: Open conversations: 1').first().waitFor();
  await page.getByLabel('Purpose', { exact: true }).selectOption({ label: 'Calling' });
  await page.getByLabel(/^Tell the team who enters/).selectOption({ label: 'Mara Lindqvist' });
  await page.getByRole('button', { name: 'Stop telling Mara Lindqvist' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Open now');
  await page.getByRole('button', { name: 'Save segment' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await expectAccessible(page, 'segments');

  await page.getByText('With all of them').click();
  await page.getByLabel('Text for the callers, for example a coupon').fill('SORRY10: ten percent off');
  await page.getByRole('button', { name: 'Make a call list' }).click();
  await page.getByText(`${before} calls added to the list.`).waitFor();
  await page.getByRole('button', { name: 'Call list', exact: true }).last().click();
  await page.getByText(`${before} calls to make`).waitFor();
  await page.getByText('SORRY10: ten percent off').first().waitFor();
  await expectAccessible(page, 'the list of calls');

  const entries = page.locator('.contact-list > li');
  await entries.first().getByRole('textbox').fill('At work until five');
  await entries.first().getByRole('button', { name: 'No answer' }).click();
  await page.getByText('Last time: No answer').waitFor();
  expect(await entries.last().getByRole('textbox').inputValue()).toBe('At work until five');
  const name = await entries.first().locator('.link').textContent();
  await entries.first().getByRole('button', { name: 'Wants no calls' }).click();
  await page.getByText(`${before - 1} calls to make`).waitFor();

  await page.getByRole('button', { name: 'Segments', exact: true }).click();
  await page.getByLabel('Segment', { exact: true }).selectOption({ label: 'Open now' });
  await page.getByText(before === 2 ? '1 contact' : `${before - 1} contacts`, { exact: true }).waitFor();
  await page.getByLabel('Purpose', { exact: true }).selectOption({ label: 'Looking through' });
  await page.getByText(`${before} contacts`, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add an “or”' }).click();
  const other = page.locator('fieldset', { hasText: 'Remove this “or”' });
  await other.getByLabel('Value').fill('100000');
  await page.getByText(`${before} contacts`, { exact: true }).waitFor();
  await page.getByText('With all of them').click();
  await page.getByLabel('Their open conversations').selectOption({ label: 'Mara Lindqvist' });
  await page.getByRole('button', { name: /^Change \d+ conversations?$/ }).click();
  await page.getByText(/^\d+ conversations? changed\.$/).waitFor();
  await expectAccessible(page, 'a segment with an “or”');
  await other.getByRole('button', { name: 'Remove this “or”' }).click();
  await other.waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: name ?? '', exact: true })
    .first()
    .click();
  const mayCall = page.getByLabel('May be called');
  await mayCall.waitFor();
  expect(await mayCall.isChecked()).toBe(false);
  expect(staff.problems).toEqual([]);
}, 120_000);
