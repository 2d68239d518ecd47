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

test('a contact is found, moved to another stage, and leads to its conversation and back; another comes from a file', async () => {
  const staff = await stage.visit(browser);
  const { page } = staff;
  await enterInbox(stage, staff);
  await page.goto(`${stage.url}/inbox/contacts`);
  await page.locator('.contact-list li').first().waitFor();
  await expectAccessible(page, 'contacts');
  await page.getByLabel('Known by').selectOption('email');
  const first = page.locator('.contact-list li', { has: page.getByText('Email', { exact: true }) }).first();
  const name = (await first.locator('.link').textContent()) ?? '';
  await first.locator('.link').click();
  await page.getByRole('heading', { name }).waitFor();
  await page.locator('.timeline li').first().waitFor();
  // One after the other: of two choices at once, the first is none of the earlier stages.
  for (const one of ['Regular', 'Lead'])
    await Promise.all([
      page.waitForResponse((reply) => reply.url().endsWith('/stage') && reply.ok()),
      page.getByLabel('Stage', { exact: true }).selectOption(one),
    ]);
  // A colleague's change arrives by itself, and leaves alone what is being written.
  const written = page.locator('.contact-values input[type=url]').first();
  await written.fill('https://shop.example/o');
  const [cleared] = await Promise.all([
    page.waitForRequest((request) => request.url().endsWith('/stage')),
    page.getByLabel('Stage', { exact: true }).selectOption('Regular'),
  ]);
  await page.evaluate(
    ([url, body]) =>
      fetch(url ?? '', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: body ?? '' }),
    [cleared.url(), '{"stage":null}'],
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll('select')].some(
      (one) => one.value === '' && one.closest('.contact-values'),
    ),
  );
  expect(await written.inputValue()).toBe('https://shop.example/o');
  await page.getByText('Earlier stages').click();
  await page.locator('details li', { hasText: 'Regular' }).first().waitFor();
  await expectAccessible(page, 'a contact');
  await page.getByRole('button', { name: 'Same person as …' }).click();
  await page.getByLabel('Same person as … Name, email or customer ID').fill('example');
  const other = page.locator('section', { hasText: 'Same person' }).locator('.contact-list .link').first();
  const otherName = (await other.textContent()) ?? '';
  await other.click();
  await page.getByRole('heading', { name: 'Put these together?' }).waitFor();
  await expectAccessible(page, 'two contacts before they are put together');
  await page.getByRole('button', { name: 'Put together' }).click();
  await page.getByText('They’re together now.').waitFor();
  await page.locator('.contact-links li', { hasText: otherName }).waitFor();
  await expectAccessible(page, 'contacts that were put together');
  await page.getByRole('button', { name: /^Separate/ }).click();
  await page.getByText('Separated. Each has what was theirs.').waitFor();
  await page.getByRole('button', { name: 'Open conversation' }).first().click();
  await page.getByRole('button', { name: 'Open contact' }).waitFor();
  await page.getByRole('button', { name: 'Open contact' }).click();
  await page.getByRole('heading', { name }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/inbox/contacts');

  await page.getByRole('button', { name: 'All contacts' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.locator('.import-contacts input[type=file]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('email,name,shoe size\nnoor@visitor.example,Noor,38\nnobody,,\n'),
  });
  await page.getByText('Line 3, email: Not an email address').waitFor();
  await expectAccessible(page, 'an import that was tried');
  await page.getByRole('button', { name: 'Import 1 contact' }).click();
  await page.getByText('The contacts are imported.').waitFor();
  await page.locator('.contact-list').getByText('noor@visitor.example').waitFor();
});
