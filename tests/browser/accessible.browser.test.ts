import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import arabic from '../../widget/core/text/texts/ar.ts';
import english from '../../widget/core/text/texts/en.ts';
import laterArabic from '../../widget/core/text/texts/later/ar.ts';
import laterEnglish from '../../widget/core/text/texts/later/en.ts';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import { enterAsAgent } from '../helpers/agent.ts';
import { isSent, openChat, panelOf, say } from '../helpers/chat.ts';
import { forgetSpoken, listenToSpoken, spokenOn } from '../helpers/spoken.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  enterInbox,
  expectAccessible,
  expectReadable,
  openPanel,
  openStage,
  type Stage,
} from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** The text spacing of WCAG 2.2 (1.4.12), put where a reader's own style sheet would reach. */
const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';

const spread = (page: Page): Promise<void> =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    const look = (root: ShadowRoot): void => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) look(element.shadowRoot);
    };
    look(document.querySelector('foyer-root')!.shadowRoot!);
  }, spacing);

/** Texts that are cut off, and controls that are lower than 24 pixels or stand out of the panel. */
const findCut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const panelOf = (root: ParentNode): Element | null => {
      for (const element of root.querySelectorAll('*')) {
        if (element.getAttribute('role') === 'dialog') return element;
        const inner = element.shadowRoot && panelOf(element.shadowRoot);
        if (inner) return inner;
      }
      return null;
    };
    const panel = panelOf(document.querySelector('foyer-root')!.shadowRoot!)!;
    const edge = panel.getBoundingClientRect();
    for (const element of panel.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility() || element.closest('.unseen, option')) continue;
      const { left, right, height, width } = element.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(element);
      const says = `${element.tagName} ${element.className} ${(element.textContent ?? '').slice(0, 40)}`;
      if (left < edge.left - 1 || right > edge.right + 1) found.push(`out of the panel: ${says}`);
      if (
        /hidden|clip/.test(overflowX) &&
        element.scrollWidth > element.clientWidth + 1 &&
        !element.matches('.name')
      )
        found.push(`cut at the side: ${says}`);
      if (
        /hidden|clip/.test(overflowY) &&
        element.scrollHeight > element.clientHeight + 1 &&
        !element.matches('.snippet, .list')
      )
        found.push(`cut below: ${says}`);
      if (
        /^(?:BUTTON|INPUT|SELECT|TEXTAREA)$/.test(element.tagName) &&
        element.getAttribute('type') !== 'radio'
      )
        if (height < 24 || width < 24) found.push(`too small: ${says}`);
    }
    return found;
  });

const languages = {
  en: { texts: { ...english, ...laterEnglish }, path: 'article.html', query: 'how do i return a bag' },
  ar: { texts: { ...arabic, ...laterArabic }, path: 'ar/', query: 'كم يستغرق وصول الطلب' },
};
type Spoken = (typeof languages)[keyof typeof languages];

/** Every screen of the panel, one after the other. */
const walk = async (
  page: Page,
  { texts: words, query }: Spoken,
  check: (screen: string) => Promise<void>,
): Promise<void> => {
  await openPanel(page);
  const panel = page.getByRole('dialog');
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  const field = (name: string) => panel.getByRole('textbox', { name: new RegExp(`^${name}`) });
  await check('home');
  await panel.getByRole('textbox').first().fill(query);
  await panel.locator('.list button').first().waitFor();
  await check('suggestions');
  await panel.locator('.list button').first().click();
  await button(words.notQuite).waitFor();
  await check('answer');
  await button(words.notQuite).click();
  await field(words.title).fill('');
  await field(words.email).fill('not an address');
  await button(words.send).click();
  await panel.getByText(words.required).waitFor();
  await check('form with what is wrong');
  await field(words.title).fill('Can everybody use it?');
  await field(words.email).fill('');
  await button(words.send).click();
  await panel.getByText(words.heard).waitFor();
  await check('heard');
  await button(words.seeQuestion).click();
  await panel.locator('.message').first().waitFor();
  await check('thread');
  await button(words.back).click();
  await panel.locator('.list').first().waitFor();
  await check('home with a conversation');
};

/** The checks of axe-core: a screen's parts are the same in each look, its colours in most. */
type Looked = 'all' | 'contrast' | 'nothing';

const looks: [string, BrowserContextOptions, Looked, boolean, (keyof typeof languages)?][] = [
  ['Arabic, light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, 'all', false, 'ar'],
  [
    'Arabic on a phone, dark',
    { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
    'contrast',
    false,
    'ar',
  ],
  // 1280 × 800 at 200 %: half the CSS pixels, each twice as large.
  [
    '200 % zoom, light',
    { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, colorScheme: 'light' },
    'all',
    false,
  ],
  [
    '200 % zoom, dark',
    { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, colorScheme: 'dark' },
    'contrast',
    false,
  ],
  [
    '320 pixels wide (400 % zoom)',
    { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    'nothing',
    false,
  ],
  ['text spacing', { viewport: { width: 1280, height: 800 } }, 'nothing', true],
  ['text spacing on a phone', { viewport: { width: 360, height: 740 } }, 'nothing', true],
  ['forced colours', { viewport: { width: 1280, height: 800 }, forcedColors: 'active' }, 'nothing', false],
  ['more contrast', { viewport: { width: 1280, height: 800 }, contrast: 'more' }, 'contrast', false],
];

test.each(looks)(
  '%s: nothing is lost or cut off, and axe-core finds nothing',
  async (look, options, looked, spaced, language = 'en') => {
    const spoken = languages[language];
    const { page, problems } = await stage.visit(browser, { ...options, locale: language });
    await page.goto(`${stage.url}/demo/${spoken.path}`);
    await walk(page, spoken, async (screen) => {
      if (spaced) await spread(page);
      expect(await findCut(page), `${look}, ${screen}`).toEqual([]);
      if (looked === 'all') await expectAccessible(page, `${look}, ${screen}`);
      // Forced colours are the system's: what a page would have painted is not what is seen.
      if (looked === 'contrast') await expectReadable(page, `${look}, ${screen}`);
    });
    expect(problems).toEqual([]);
  },
);

test('forced colours: the launcher, the panel and the chosen option keep an edge that is drawn', async () => {
  const { page } = await stage.visit(browser, { forcedColors: 'active' });
  await page.goto(`${stage.url}/demo/article.html`);
  const launcher = page.locator('foyer-root button.launcher');
  await launcher.waitFor();
  const border = await launcher.evaluate((element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
    return {
      drawn: borderTopWidth !== '0px' && borderTopStyle === 'solid',
      same: borderTopColor === backgroundColor,
    };
  });
  expect(border).toEqual({ drawn: true, same: false });
  const icon = await launcher.evaluate((element) => {
    const { borderTopColor, borderTopWidth } = getComputedStyle(element, '::before');
    return { borderTopWidth, same: borderTopColor === getComputedStyle(element).backgroundColor };
  });
  expect(icon).toEqual({ borderTopWidth: '2px', same: false });
  await openPanel(page);
  const panel = page.getByRole('dialog');
  expect(await panel.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
});

test('less motion: nothing moves', async () => {
  const { page } = await stage.visit(browser, { reducedMotion: 'reduce' });
  await page.goto(`${stage.url}/demo/article.html`);
  await openPanel(page);
  const motionOf = (looked: Page) =>
    looked.getByRole('dialog').evaluate((element) => getComputedStyle(element).animationName);
  expect(await motionOf(page)).toBe('none');
  const other = await stage.visit(browser, { reducedMotion: 'no-preference' });
  await other.page.goto(`${stage.url}/demo/article.html`);
  await openPanel(other.page);
  expect(await motionOf(other.page)).toBe('rise');
});

test('a message of the other side is read out once, open or closed; one’s own and an opened thread are not', async () => {
  const agent = await enterAsAgent(stage);
  const { page } = await stage.visit(browser);
  await listenToSpoken(page);
  await openChat(stage, page);
  await say(page, 'Who reads this out?');
  await isSent(page);
  const { id } = (await agent.find('Who reads this out?')).conversation;
  const messageOf = (text: string) => panelOf(page).locator('.message', { hasText: text });
  expect((await spokenOn(page)).filter((text) => text.includes('Who reads'))).toEqual([]);

  await agent.reply(id, 'I do.');
  await messageOf('I do.').waitFor();
  await expect.poll(() => spokenOn(page)).toEqual(['Mara Lindqvist: I do.']);
  await forgetSpoken(page);
  await say(page, 'Good to hear');
  await isSent(page);
  expect(await spokenOn(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'detached' });
  await forgetSpoken(page);
  await agent.reply(id, 'And with the panel closed.');
  await expect.poll(() => spokenOn(page)).toEqual(['Mara Lindqvist: And with the panel closed.']);

  // A thread that is opened says its name, by where the focus comes to be, and nothing of what was said before.
  await page.reload();
  await openPanel(page);
  await forgetSpoken(page);
  await panelOf(page).getByRole('button', { name: 'Who reads this out?' }).click();
  await messageOf('And with the panel closed.').waitFor();
  await panelOf(page).getByRole('group', { name: 'Who reads this out?' }).waitFor();
  expect(await spokenOn(page)).toEqual([]);

  const staff = await stage.visit(browser);
  await listenToSpoken(staff.page);
  await enterInbox(stage, staff);
  await staff.page.goto(`${stage.url}${inboxPath(agent.site, id)}`);
  await staff.page.locator('.message', { hasText: 'And with the panel closed.' }).waitFor();
  const told = async () =>
    (await spokenOn(staff.page)).filter((text) => /reads|I do|Good to|closed/.test(text));
  expect(await told()).toEqual([]);
  await say(page, 'Is this read out to the team?');
  await staff.page.locator('.message', { hasText: 'read out to the team' }).waitFor();
  await expect
    .poll(() => spokenOn(staff.page))
    .toContainEqual(expect.stringContaining('Is this read out to the team?'));
});
