import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import type { ChatRules } from '../../shared/chat/settings.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { boxOf, openChat, panelOf } from '../helpers/chat.ts';
import { expectAccessible, expectReadable, logIn, openStage, type Stage } from '../helpers/stage.ts';

/* Every state of a chat, in each look; with what a site asks before it. */

const rules: ChatRules = {
  name: 'optional',
  email: 'required',
  questions: [
    { key: 'order', labels: { en: 'Order number', ar: 'رقم الطلب' }, required: true },
    { key: 'how', labels: { en: 'How did you find us?', ar: 'كيف وجدتنا؟' }, required: false },
  ],
  consent: { en: 'You may keep what I write.', ar: 'يمكنكم حفظ ما أكتبه.' },
  consentLink: 'https://www.example.com/privacy',
};

let browser: Browser;
let stage: Stage;
let agent: Agent;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  agent = await enterAsAgent(stage);
  await agent.be('online');
  await agent.set({ chat: rules });
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** Finds elements that stand out of the panel at its sides. */
const findWide = (page: Page): Promise<string[]> =>
  panelOf(page).evaluate((panel) => {
    const edge = panel.getBoundingClientRect();
    return [...panel.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      if (!element.checkVisibility() || element.closest('.unseen')) return [];
      const { left, right } = element.getBoundingClientRect();
      return left < edge.left - 1 || right > edge.right + 1
        ? [`${element.tagName} ${element.className}`]
        : [];
    });
  });

/** Moves by Tab until something is reached. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let stops = 0; stops < 40; stops++) {
    const isThere = await page.evaluate((wanted) => {
      let active = document.activeElement;
      while (active?.shadowRoot) active = active.shadowRoot.activeElement;
      return active?.matches(wanted) ?? false;
    }, selector);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
};

const looks: [string, BrowserContextOptions, string, string][] = [
  ['phone', { viewport: { width: 360, height: 740 }, colorScheme: 'light' }, '', 'A'],
  ['phone, dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }, '', 'B'],
  ['Arabic', { viewport: { width: 1280, height: 800 }, locale: 'ar', colorScheme: 'light' }, 'ar/', 'C'],
  [
    'Arabic on a phone, dark',
    { viewport: { width: 360, height: 740 }, locale: 'ar', colorScheme: 'dark' },
    'ar/',
    'D',
  ],
];

test.each(looks)(
  '%s: asked, talked, ended and rated by keyboard alone, and nothing is out of place',
  async (look, options, path, mark) => {
    const { page, problems } = await stage.visit(browser, options);
    const panel = panelOf(page);
    const keyboard = page.keyboard;
    const check = async (state: string): Promise<void> => {
      expect(await findWide(page), `${look}, ${state}`).toEqual([]);
      // What a screen is made of is the same in each look.
      await (mark === 'A' ? expectAccessible : expectReadable)(page, `chat, ${look}, ${state}`);
    };
    await openChat(stage, page, path);
    await check('asked');

    // What is missing is said beside its field, what was written stays, and the first such field has the focus.
    await boxOf(page).focus();
    await keyboard.type(`Hello ${mark}`);
    await keyboard.press('Enter');
    await expect.poll(() => panel.locator('.wrong').count()).toBe(3);
    await check('with what is missing');
    await tabTo(page, 'input[type=email]');
    await keyboard.type('zoe@example.com');
    await tabTo(page, 'input[aria-describedby="foyer-answers.order"]');
    await keyboard.type('4711');
    await tabTo(page, 'input[type=checkbox]');
    await keyboard.press('Space');
    expect(await panel.locator('.wrong').count()).toBe(0);
    await tabTo(page, '.composer textarea');
    await keyboard.press('Enter');
    await panel.locator('.message.visitor .mark time').waitFor();
    const { conversation } = await agent.find(`Hello ${mark}`);
    expect(conversation.intake).toMatchObject({
      answers: [{ label: path ? 'رقم الطلب' : 'Order number', value: '4711' }],
      consent: { text: path ? rules.consent['ar'] : rules.consent['en'] },
    });
    expect(conversation.visitor.email).toBe('zoe@example.com');
    await agent.reply(conversation.id, 'Good morning!');
    await panel.locator('.message.staff').waitFor();
    await check('answered');

    const open = async (item: number, state: string): Promise<void> => {
      await tabTo(page, '[data-more]');
      await keyboard.press('Enter');
      // Escape closes the menu alone.
      await panel.locator('.more ul').waitFor();
      await keyboard.press('Escape');
      await panel.locator('.more ul').waitFor({ state: 'detached' });
      await keyboard.press('Enter');
      await check('menu');
      for (let step = 0; step <= item; step++) await keyboard.press('Tab');
      await keyboard.press('Enter');
      if (state) await check(state);
    };
    await open(1, 'transcript');
    await keyboard.press('Enter');
    // There is no mail server on this stage: it is said.
    await panel.locator('.notice.bad').waitFor();
    await check('transcript that is not sent');
    await open(2, 'address');
    await keyboard.press('Enter');
    await panel.locator('.card').waitFor({ state: 'detached' });
    await open(3, 'report');
    await tabTo(page, '.card button[type=submit]');
    await keyboard.press('Enter');
    await panel.locator('.card').waitFor({ state: 'detached' });
    await open(0, '');
    await panel.locator('.scores').waitFor();
    await check('ended');
    await tabTo(page, '.scores button:last-child');
    await keyboard.press('Enter');
    await tabTo(page, '.rating textarea');
    await keyboard.type('Well');
    await check('rated');
    await tabTo(page, '.rating button[type=submit]');
    await keyboard.press('Enter');
    await panel.locator('.rating textarea').waitFor({ state: 'detached' });
    await check('rated with words');
    await tabTo(page, '.thread > .actions button');
    await keyboard.press('Enter');
    await panel.locator('.agree').waitFor();
    // Who they are is known; what they agree to is asked anew.
    expect(await panel.locator('input[type=email]').inputValue()).toBe('zoe@example.com');
    expect(await panel.locator('input[type=checkbox]').isChecked()).toBe(false);
    expect(problems).toEqual([]);
  },
);

test('the owner asks for more after the page was opened: the refusal brings the fields, and nothing is lost', async () => {
  await agent.set({ chat: { ...rules, name: 'no', email: 'no', questions: [], consent: {} } });
  const { page } = await stage.visit(browser);
  await openChat(stage, page);
  expect(await panelOf(page).locator('.reach').count()).toBe(0);
  await agent.set({ chat: { ...rules, email: 'no' } });
  await boxOf(page).fill('Asked of nothing yet');
  await boxOf(page).press('Enter');
  await panelOf(page).getByRole('button', { name: 'Edit' }).click();
  await panelOf(page).getByRole('textbox', { name: 'Order number' }).fill('4711');
  await panelOf(page).getByRole('checkbox').check();
  expect(await boxOf(page).inputValue()).toBe('Asked of nothing yet');
  await boxOf(page).press('Enter');
  await panelOf(page).locator('.message.visitor .mark time').waitFor();
  const { id } = (await agent.find('Asked of nothing yet')).conversation;

  // Staff read it beside the conversation.
  const staff = await stage.visit(browser);
  await staff.page.goto(stage.url + inboxPath(agent.site, id));
  await logIn(staff);
  const side = staff.page.locator('aside.side');
  await side.locator('dt', { hasText: 'Order number' }).waitFor();
  await side.locator('dd', { hasText: '4711' }).waitFor();
  await side.getByText('You may keep what I write.').waitFor();
  await expectAccessible(staff.page, 'inbox, with what was asked');
});
