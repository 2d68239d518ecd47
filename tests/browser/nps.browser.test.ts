import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSurveys, postLinks } from '../../shared/nps/routes.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, openStage, type Person, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
let agent: Agent;
let survey: string;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  agent = await enterAsAgent(stage);
  survey = (await agent.call(listSurveys)).surveys[0]!.id;
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** Answers since the company was seeded, from the file itself. */
const answers = (): { score: number; text: string; source: string }[] => {
  const opened = new Sqlite(join(stage.folder, 'foyer.sqlite'), { readonly: true });
  try {
    return opened
      .prepare("select score, text, source from nps_responses where person not like 'demo %' order by at, id")
      .all() as never;
  } finally {
    opened.close();
  }
};

const goTo = async ({ page }: Person, path = '/demo/'): Promise<void> => {
  await page.clock.install();
  await page.goto(stage.url + path);
  await page.locator('foyer-root button.launcher').waitFor();
};
const track = async (page: Page, name: string): Promise<void> => {
  const told = page.evaluate(
    () => new Promise((resolve) => addEventListener('foyer:track', resolve, { once: true })),
  );
  await page.evaluate(
    (given) => (window as unknown as { Foyer(...given: unknown[]): void }).Foyer('track', given),
    name,
  );
  await told;
};
const card = (page: Page) => page.locator('foyer-root .prompt');

test('asked after what it waits for, a detractor answers by keyboard, is heard, answered in the inbox, and reads it', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await goTo(person);
  await page.clock.runFor(8_000);
  expect(await card(page).count()).toBe(0);
  await track(page, 'order_arrived');
  await page.clock.runFor(2_000);
  await card(page).getByText('How likely are you to recommend').waitFor();
  await expectAccessible(page, 'survey');
  const before = answers().length;
  await card(page).getByRole('button', { name: '0 of 10', exact: true }).focus();
  // Digits and arrows go to a number; only a press chooses it.
  await page.keyboard.press('4');
  await page.keyboard.press('ArrowLeft');
  expect(answers()).toHaveLength(before);
  await page.keyboard.press('Enter');
  await card(page).getByText('What went wrong?').waitFor();
  expect(answers().at(-1)).toEqual({ score: 3, text: '', source: 'prompt' });
  // What is next has the focus.
  await page.keyboard.press('Tab');
  await page.keyboard.type('The rack came a week late.');
  await card(page).getByText('We want to make it right').waitFor();
  await expectAccessible(page, 'making it right');
  await page.keyboard.press('Tab');
  await page.keyboard.type('zoe@example.com');
  await page.keyboard.press('Enter');
  await card(page)
    .getByText(/You’ll hear from us by/)
    .waitFor();
  expect(answers().at(-1)).toEqual({ score: 3, text: 'The rack came a week late.', source: 'prompt' });

  const thread = await agent.find('3/10 · The rack came a week late.');
  expect(thread.conversation).toMatchObject({ kind: 'nps', assignee: { name: 'Mara Lindqvist' } });
  const owner = await stage.visit(browser);
  await enterInbox(stage, owner);
  await owner.page.locator('.list .row', { hasText: '3/10 · The rack came a week late.' }).click();
  await owner.page.locator('#conversation-title', { hasText: '3/10' }).waitFor();
  await owner.page.locator('.composer textarea').fill('I send you another one today, free of charge.');
  await owner.page.keyboard.press('Control+Enter');
  await owner.page.locator('.message', { hasText: 'I send you another one today' }).waitFor();
  expect(owner.problems).toEqual([]);
  await card(page).getByRole('button', { name: 'Close' }).last().click();
  await page.locator('foyer-root button.launcher').click();
  const panel = page.getByRole('dialog');
  await panel.getByText('3/10 · The rack').first().click();
  await panel.locator('.message', { hasText: 'I send you another one today' }).waitFor();
  expect(person.problems).toEqual([]);
});

test('on a phone from right to left, inline: every number can be touched, and the order is the reader’s', async () => {
  const person = await stage.visit(browser, {
    viewport: { width: 360, height: 740 },
    locale: 'ar',
    colorScheme: 'dark',
    hasTouch: true,
  });
  const { page } = person;
  await page.goto(`${stage.url}/demo/ar/`);
  await page.locator('foyer-root button.launcher').waitFor();
  await page.evaluate((id) => {
    const element = document.createElement('foyer-nps');
    element.dataset['survey'] = id;
    document.querySelector('main')!.prepend(element);
  }, survey);
  const element = page.locator('foyer-nps');
  await element.getByRole('group').waitFor();
  const boxes = await element
    .getByRole('group')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON()));
  expect(boxes).toHaveLength(11);
  for (const { width, height } of boxes as { width: number; height: number }[]) {
    expect(width).toBeGreaterThanOrEqual(44);
    expect(height).toBeGreaterThanOrEqual(44);
  }
  expect((boxes[0] as { x: number }).x).toBeGreaterThan((boxes[1] as { x: number }).x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page, 'inline survey');
  await element.getByRole('group').getByRole('button').last().tap();
  await element.getByRole('textbox').waitFor();
  await expect.poll(() => answers().at(-1)).toEqual({ score: 10, text: '', source: 'inline' });
  expect(person.problems).toEqual([]);
});

test('offline the number and the words stay, and go when the line is back', async () => {
  const person = await stage.visit(browser);
  const { page, context } = person;
  await goTo(person);
  await page.clock.runFor(8_000);
  await track(page, 'order_arrived');
  await page.clock.runFor(2_000);
  await card(page).getByRole('group').waitFor();
  await context.setOffline(true);
  const before = answers().length;
  await card(page).getByRole('button', { name: '9 of 10' }).click();
  await card(page).getByRole('alert').waitFor();
  expect(await card(page).getByRole('button', { name: '9 of 10' }).getAttribute('aria-pressed')).toBe('true');
  expect(answers()).toHaveLength(before);
  await context.setOffline(false);
  await card(page).getByRole('button', { name: '9 of 10' }).click();
  await card(page).getByText('What do you like most?').waitFor();
  expect(answers().at(-1)).toMatchObject({ score: 9, source: 'prompt' });
});

test('a scanner that loads the link of a mail, scripts and all, does not vote; the reader’s first move does', async () => {
  const { links } = await agent.call(postLinks, {
    path: { survey },
    body: { recipients: ['reader@example.com'], language: 'en' },
  });
  const address = `${links[0]!.url}&score=8`;
  const before = answers().length;
  const scanner = await stage.visit(browser);
  // Its scripts are deferred: they have run when the page is loaded.
  await scanner.page.goto(address, { waitUntil: 'load' });
  expect(await scanner.page.getByRole('radio', { name: '8', exact: true }).isChecked()).toBe(true);
  // A pointer that lies where the page appears is no hand, though Chromium says that it moved (and does so by itself
  // on every page that it opens without anybody in front of it).
  await scanner.page.mouse.move(0, 0);
  // A script may click for itself: that is nobody's hand, either.
  await scanner.page.evaluate(() =>
    document.dispatchEvent(new PointerEvent('pointermove', { bubbles: true })),
  );
  // Whatever was sent before this was is at the server.
  await scanner.page.evaluate(async () => (await fetch('/healthz')).text());
  expect(answers()).toHaveLength(before);
  expect(scanner.requests.filter((url) => url.includes('/opinion/'))).toHaveLength(1);

  const reader = await stage.visit(browser);
  await reader.page.goto(address);
  await expectAccessible(reader.page, 'the page behind a mail’s link');
  await reader.page.mouse.move(200, 200, { steps: 4 });
  await reader.page.getByText('Thank you').waitFor();
  expect(answers().at(-1)).toEqual({ score: 8, text: '', source: 'mail' });
  await reader.page.getByText('10', { exact: true }).click();
  await reader.page.getByRole('button', { name: 'Send' }).click();
  await reader.page.getByText('What do you like most?').waitFor();
  await expect.poll(() => answers().at(-1)).toEqual({ score: 10, text: '', source: 'mail' });
  expect([...scanner.problems, ...reader.problems]).toEqual([]);
});

test('the owner sees on the page why something does not come', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await goTo(person, '/demo/product.html#foyer-prompts');
  const panel = page.locator('foyer-root').getByRole('region', { name: 'Prompts on this page' });
  await panel.getByText('After this tracked event').waitFor();
  await panel.getByText(/“On these pages”, “About to leave”/).waitFor();
  await expectAccessible(page, 'debugger');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.clock.runFor(12_000);
  await panel
    .getByText(/Another prompt is showing/)
    .first()
    .waitFor();
  await panel.getByRole('button', { name: '×' }).click();
  expect(await panel.count()).toBe(0);
  expect(person.problems).toEqual([]);
});

test('the team’s pages hold in every look, and what is written there is kept and tried', async () => {
  const person = await stage.visit(browser, { colorScheme: 'dark', timezoneId: 'Pacific/Honolulu' });
  const { page } = person;
  await enterInbox(stage, person);
  await page.goto(`${stage.url}/inbox/nps`);
  await page.getByRole('img', { name: 'What did they choose?' }).waitFor();
  await page.getByText('Numbers').first().click();
  await page.getByRole('columnheader', { name: 'Score' }).first().waitFor();
  // The last month is the one that it is where the company is, wherever this browser says that it is.
  const month = new Intl.DateTimeFormat('en-GB', {
    month: 'short',
    year: '2-digit',
    timeZone: 'Europe/Berlin',
  });
  await page.getByRole('img', { name: 'And month by month?' }).getByText(month.format(Date.now())).waitFor();
  // Two times of the owner's choosing: one that ends before it begins is said, and not asked for.
  await page.getByRole('button', { name: 'Custom period' }).click();
  const before = page.getByRole('group', { name: /^Compare with/ });
  await before.getByLabel('From').fill('2020-03-31');
  await before.getByLabel('To').fill('2020-03-01');
  await before.getByText('The end is before the start.').waitFor();
  await expectAccessible(page, 'report');
  await before.getByLabel('From').fill('2020-02-01');
  await page.getByText('No answers in 1 Feb – 1 Mar 2020, so there’s nothing to compare.').waitFor();
  await page.getByRole('button', { name: 'Last 90 days' }).click();
  await page.getByText(/points vs/).waitFor();
  await page.getByRole('button', { name: 'Answers' }).click();
  await page.getByRole('combobox', { name: 'Group' }).selectOption('detractor');
  await page.getByText('The rack came a week late.').first().waitFor();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await page.getByText('The rack came a week late.').waitFor({ state: 'hidden' });
  await page.getByRole('combobox', { name: 'Language' }).selectOption('');
  await page.getByRole('group', { name: 'Period' }).getByLabel('To').fill('2020-01-01');
  await page.getByText('No matching answers.').waitFor();
  await page.getByRole('group', { name: 'Period' }).getByLabel('To').fill('');
  await page.getByText('The rack came a week late.').first().waitFor();
  await page.getByRole('textbox', { name: 'Add a label' }).first().fill('parts');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete: parts' }).waitFor();
  await page.goto(`${stage.url}/inbox/prompts`);
  await page.getByRole('button', { name: 'New invitation' }).click();
  await page.getByLabel('Name (for your team)').fill('Care page');
  await page.getByLabel('Text', { exact: true }).fill('Something squeaks?');
  await page.getByLabel('Button', { exact: true }).fill('Ask us');
  await page.getByRole('checkbox', { name: 'On', exact: true }).check();
  await page.getByRole('button', { name: 'Add a page' }).first().click();
  await page.getByRole('combobox', { name: 'On these pages' }).selectOption('regex');
  await page.getByRole('textbox', { name: 'Value' }).fill('(a+)+$');
  await page.getByRole('button', { name: 'Save' }).click();
  // By the label, never by the name that the server has for it; and gone with the fix.
  await page.getByText('Check these fields: On these pages').waitFor();
  expect(await page.getByLabel('Name (for your team)').inputValue()).toBe('Care page');
  await page.getByRole('textbox', { name: 'Value' }).fill('/help');
  await page.getByText('Check these fields').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Care page' }).waitFor();
  await expectAccessible(page, 'invitations');
  await page.getByRole('button', { name: 'Test targeting' }).click();
  await page.getByLabel('Page URL').fill(`${stage.url}/demo/help.html`);
  await page.getByText('It would show now: everything it asks for holds').waitFor();
  await page.getByRole('button', { name: 'Shared limit' }).click();
  await page.getByLabel('Maximum per visit').fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  await page.getByRole('button', { name: 'Test targeting' }).click();
  await page.getByLabel('Page URL').fill(`${stage.url}/demo/help.html`);
  await page.getByText('Limit reached for this visit').first().waitFor();
  expect(person.problems).toEqual([]);
});
