import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMacros, listRules } from '../../shared/rules/routes.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { isSent, openChat, say } from '../helpers/chat.ts';
import { enterInbox, expectAccessible, hasFocus, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
let agent: Agent;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  agent = await enterAsAgent(stage);
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Goes to a control with the Tab key alone. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (wanted) =>
        (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent) ===
        wanted,
      name,
    );
    if (isThere) return;
  }
  throw new Error(`Tab never came to “${name}”`);
};

const chat = async (text: string): Promise<void> => {
  const { page } = await stage.visit(browser);
  await openChat(stage, page);
  await say(page, text);
  await isSent(page);
};

test('a rule is written, tried and switched on; what a visitor writes is assigned and labelled, and the log says why', async () => {
  await chat('Do you have wholesale prices for cafés?');
  const staff = await stage.visit(browser);
  const { page } = staff;
  await enterInbox(stage, staff);
  await page.goto(`${stage.url}/inbox/rules?lang=en`);
  await button(page, 'New rule').click();
  const form = page.getByRole('form');
  await hasFocus(form.getByLabel('Name', { exact: true }));
  await page.keyboard.type('Wholesale to Mara');
  await form.getByRole('button', { name: 'Add a condition' }).click();
  await form.getByLabel('What', { exact: true }).selectOption({ label: 'Text of the message' });
  await form.getByLabel('Value', { exact: true }).fill('wholesale');
  const me = await form
    .getByLabel('Assign to', { exact: true })
    .locator('option', { hasText: 'Mara' })
    .innerText();
  await form.getByLabel('Assign to', { exact: true }).selectOption({ label: me });
  await form.getByRole('button', { name: 'Add an action' }).click();
  await form.getByLabel('Action', { exact: true }).last().selectOption({ label: 'Add the label' });
  await form.getByLabel('Add the label', { exact: true }).selectOption({ label: 'Wholesale' });
  await button(page, 'Try it on the last week').click();
  await form.getByText(/It would have fired/).waitFor();
  await form
    .getByRole('button', { name: /wholesale prices/ })
    .first()
    .waitFor();
  await form.getByText('because Text of the message contains “⁨wholesale⁩”').first().waitFor();
  await expectAccessible(page, 'the form of a rule');
  await button(page, 'Save and turn on').press('Enter');
  await page.getByRole('switch', { name: /Wholesale to Mara/, checked: true }).waitFor();

  // The order, by keyboard alone: a second rule goes before the first.
  await button(page, 'Tell someone about bad ratings').click();
  await form.getByLabel('Tell', { exact: true }).selectOption({ label: me });
  await button(page, 'Save').press('Enter');
  await tabTo(page, 'Move up: Tell someone about bad ratings');
  await page.keyboard.press('Enter');
  await page.getByText('Tell someone about bad ratings is now number 2 of 3.').waitFor();
  await expect
    .poll(async () => (await agent.call(listRules)).rules.map(({ name }) => name))
    .toEqual(['Wholesale to Tomás', 'Tell someone about bad ratings', 'Wholesale to Mara']);
  await expectAccessible(page, 'the list of rules');

  await chat('Wholesale: 40 kg a month, please');
  await expect
    .poll(async () => (await agent.find('Wholesale: 40 kg')).conversation.labels.length, { timeout: 30_000 })
    .toBe(1);
  const { conversation } = await agent.find('Wholesale: 40 kg');
  expect(conversation.assignee?.name).toBe(me);
  await page.goto(`${stage.url}/inbox/sites/${agent.site}/conversations/${conversation.id}?lang=en`);
  await page.getByText(`Rule “Wholesale to Mara” assigned the conversation to ${me}.`).waitFor();
  await page.getByText('Rule “Wholesale to Mara” added the label Wholesale.').waitFor();
  const log = page.getByRole('region', { name: 'Rules', exact: true });
  await log.getByText(/because Text of the message contains/).waitFor();
  await log.getByRole('button', { name: 'Undo' }).click();
  await log.getByText('Undone').waitFor();
  await expect.poll(async () => (await agent.find('Wholesale: 40 kg')).conversation.labels).toEqual([]);
  expect(staff.problems).toEqual([]);
});

test('a macro is run by keyboard on two conversations, and undone as one', async () => {
  for (const text of ['Macro one, please', 'Macro two, please']) await chat(text);
  const staff = await stage.visit(browser);
  const { page } = staff;
  await enterInbox(stage, staff);
  await page.goto(`${stage.url}/inbox/rules?lang=en`);
  await button(page, 'Macros').click();
  await button(page, 'New macro').click();
  await hasFocus(page.getByLabel('Name', { exact: true }));
  await page.keyboard.type('Wholesale, done');
  await page.getByLabel('Add the label', { exact: true }).selectOption({ label: 'Wholesale' });
  await button(page, 'Add an action').click();
  await page.getByLabel('Action', { exact: true }).last().selectOption({ label: 'Close it' });
  await expectAccessible(page, 'the form of a macro');
  await button(page, 'Save').press('Enter');
  await expect.poll(async () => (await agent.call(listMacros)).macros.length).toBe(2);

  await page.goto(`${stage.url}/inbox?lang=en`);
  for (const text of ['Macro one', 'Macro two']) {
    const { conversation } = await agent.find(text);
    await page.locator(`#row-${conversation.id}`).focus();
    await page.keyboard.press('x');
  }
  await page.keyboard.press('y');
  await hasFocus(page.getByRole('combobox', { name: 'Run a macro' }));
  await page.keyboard.type('whole');
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .getByText(/The macro was run\..*2/)
    .waitFor();
  const states = async () =>
    Promise.all(
      ['Macro one', 'Macro two'].map(async (text) => {
        const { conversation } = await agent.find(text).catch(() => ({ conversation: null }));
        return conversation && [conversation.status, conversation.labels.length];
      }),
    );
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('z');
  await expect.poll(states).toEqual([
    ['open', 0],
    ['open', 0],
  ]);
  expect(staff.problems).toEqual([]);
});
