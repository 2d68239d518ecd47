import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SignJWT } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { boxOf, isSent, openChat, panelOf, say as sayInChat } from '../helpers/chat.ts';
import { enterInbox, openPanel, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** Says something to the widget, as the page's own script would. */
const say = (page: Page, ...command: unknown[]): Promise<void> =>
  page.evaluate(
    (given) => (window as unknown as { Foyer(...given: unknown[]): void }).Foyer(...given),
    command,
  );

/** Waits for an event of the widget; started before what brings it. */
const event = (page: Page, name: string): Promise<Record<string, unknown>> =>
  page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        addEventListener(`foyer:${wanted}`, (heard) => resolve((heard as CustomEvent).detail), {
          once: true,
        });
      }),
    name,
  );

const database = <Value>(read: (database: Sqlite.Database) => Value): Value => {
  const opened = new Sqlite(join(stage.folder, 'foyer.sqlite'), { readonly: true });
  try {
    return read(opened);
  } finally {
    opened.close();
  }
};

const sign = (sub: string, more: Record<string, unknown> = {}): Promise<string> => {
  const { secret } = database(
    (opened) => opened.prepare("select secret from sites where key = 'demo'").get() as { secret: string },
  );
  return new SignJWT({ sub, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
};

const goTo = async (page: Page): Promise<void> => {
  await page.goto(`${stage.url}/demo/`);
  await page.locator('foyer-root button.launcher').waitFor();
};

const ask = async (page: Page, title: string): Promise<void> => {
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox').first().fill(title);
  await panel.getByRole('button', { name: 'Ask a person' }).click();
  await panel.getByRole('button', { name: 'Send' }).click();
  await panel.locator('.heard').waitFor();
};

const rows = (page: Page) => page.getByRole('dialog').locator('.list button.row strong');
const backHome = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await say(page, 'open', 'home');
};

describe('identify and logout', () => {
  test('one person in two browsers has one history; logging out leaves nothing; the next one starts empty', async () => {
    const token = await sign('zoe', { name: 'Zoe' });
    const laptop = await stage.visit(browser);
    await goTo(laptop.page);
    await openPanel(laptop.page);
    await ask(laptop.page, 'Asked before logging in');
    const told = event(laptop.page, 'identify');
    await say(laptop.page, 'identify', { token });
    expect(await told).toEqual({ site: 'demo', signed: true });

    const phone = await stage.visit(browser);
    await goTo(phone.page);
    await say(phone.page, 'identify', { token });
    // Nothing before the visitor acts, not even for somebody who is known to the page.
    expect(await phone.page.evaluate(() => ({ ...localStorage }))).toEqual({});
    expect(phone.requests.filter((url) => url.includes('/identify'))).toEqual([]);
    await openPanel(phone.page);
    await expect.poll(() => rows(phone.page).allInnerTexts()).toEqual(['Asked before logging in']);

    const left = event(phone.page, 'logout');
    await say(phone.page, 'logout');
    await left;
    expect(await phone.page.evaluate(() => ({ ...localStorage }))).toEqual({});
    await expect.poll(() => phone.page.getByRole('dialog').getByRole('textbox').count()).toBe(1);
    expect(await rows(phone.page).count()).toBe(0);

    const next = event(phone.page, 'identify');
    await say(phone.page, 'identify', { token: await sign('adam') });
    await next;
    expect(await rows(phone.page).count()).toBe(0);
    expect([...laptop.problems, ...phone.problems]).toEqual([]);
  });

  test('another person in the same browser, without a logout between: never mixed', async () => {
    const { page, problems } = await stage.visit(browser);
    await goTo(page);
    await say(page, 'identify', { token: await sign('first') });
    await openPanel(page);
    await ask(page, 'Private to the first');
    await say(page, 'identify', { token: await sign('second') });
    await page.getByRole('dialog').getByRole('textbox', { name: 'What do you need help with?' }).waitFor();
    await expect.poll(() => rows(page).count()).toBe(0);
    await ask(page, 'Private to the second');
    await backHome(page);
    await say(page, 'identify', { token: await sign('first') });
    await expect.poll(() => rows(page).allInnerTexts()).toEqual(['Private to the first']);
    expect(problems).toEqual([]);
  });

  test('logged out before anything was opened: what an earlier page stored is gone, and its secret has ended', async () => {
    const { page, context } = await stage.visit(browser);
    await goTo(page);
    await openPanel(page);
    await ask(page, 'Then I leave');
    const secret = await page.evaluate(() => JSON.parse(localStorage['foyer:demo']).secret as string);
    // The panel cannot be loaded on the next page: the promise holds all the same.
    await context.route('**/assets/panel-*', (route) => route.abort());
    await goTo(page);
    await say(page, 'logout');
    await expect.poll(() => page.evaluate(() => ({ ...localStorage }))).toEqual({});
    const status = async () =>
      (
        await fetch(`${stage.url}/api/sites/demo/conversations`, {
          headers: { authorization: `Bearer ${secret}` },
        })
      ).status;
    await expect.poll(status).toBe(401);
  });

  test('what is not signed stands in the form, to be changed or taken out', async () => {
    const { page, problems } = await stage.visit(browser);
    await goTo(page);
    await say(page, 'identify', { name: 'Zoe', email: 'zoe@example.com' });
    await openPanel(page);
    const panel = page.getByRole('dialog');
    await panel.getByRole('textbox').first().fill('Filled in?');
    await panel.getByRole('button', { name: 'Ask a person' }).click();
    await expect.poll(() => panel.getByRole('textbox', { name: /^Your name/ }).inputValue()).toBe('Zoe');
    expect(await panel.getByRole('textbox', { name: /^Email/ }).inputValue()).toBe('zoe@example.com');
    expect(problems).toEqual([]);
  });
});

test('update changes the look at once and keeps what was typed; a language is a new start; page styles go first', async () => {
  const { page, problems } = await stage.visit(browser);
  await goTo(page);
  await openPanel(page);
  const launcher = page.locator('foyer-root button.launcher');
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox').first().fill('Still here?');
  const changed = event(page, 'update');
  await say(page, 'update', {
    accent: '#ffe600',
    label: 'Hilfe?',
    position: 'start',
    radius: 0,
    appearance: 'dark',
  });
  await changed;
  const styleOf = (name: string) =>
    launcher.evaluate((element, wanted) => getComputedStyle(element).getPropertyValue(wanted), name);
  expect(await styleOf('background-color')).toBe('rgb(255, 230, 0)');
  expect(await launcher.innerText()).toBe('Hilfe?');
  expect((await launcher.boundingBox())!.x).toBeLessThan(100);
  expect((await panel.boundingBox())!.x).toBeLessThan(100);
  expect(await styleOf('border-start-start-radius')).toBe('0px');
  expect(await panel.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('0px');
  expect(await panel.getByRole('textbox').first().inputValue()).toBe('Still here?');

  await say(page, 'update', { language: 'ar' });
  await page.getByRole('dialog').getByRole('button', { name: 'إغلاق' }).waitFor();
  expect(await page.getByRole('dialog').evaluate((element) => getComputedStyle(element).direction)).toBe(
    'rtl',
  );
  await say(page, 'update', { language: 'en', hidden: true });
  await expect.poll(() => launcher.isVisible()).toBe(false);
  await say(page, 'show');
  await expect.poll(() => launcher.isVisible()).toBe(true);

  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'foyer-root { --foyer-accent: rebeccapurple; --foyer-radius: 4px; --foyer-offset: 50px }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  expect(await styleOf('background-color')).toBe('rgb(102, 51, 153)');
  expect(await styleOf('color')).toMatch(/^color\(xyz-d65 1\.1/);
  expect(problems).toEqual([]);
});

test.each([
  [['update', { accent: 'red' }], 'update: accent takes #rrggbb'],
  [['update', { colour: '#ff0000' }], 'update: no setting "colour"'],
  [['update', { language: 'xx' }], 'update: language takes one of en, de, ar'],
  [['identify', { email: 'nobody' }], 'identify: email is an address'],
  [['track', 'x'.repeat(81)], 'track: a name of up to 80 characters'],
  [['track', 'bought', { 'a\nb': 1 }], 'attributes: "a\nb" is not a name'],
  [['opne'], 'there is no command "opne"'],
])('misuse is on the console, at the page and the owner nothing: %j', async (command, message) => {
  const { page, problems, requests } = await stage.visit(browser);
  await goTo(page);
  const said = page.waitForEvent('console', { predicate: (one) => one.text().startsWith('Foyer:') });
  await say(page, ...command);
  expect((await said).text()).toContain(message);
  expect(problems).toEqual([]);
  expect(requests.filter((url) => url.includes('/reports'))).toEqual([]);
});

test('a tracked moment is told to listeners and to the page, and nothing is sent or stored', async () => {
  const { page, requests } = await stage.visit(browser);
  await goTo(page);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    (window as unknown as { Foyer(...given: unknown[]): void }).Foyer('on', 'track', (moment: CustomEvent) =>
      heard.push(moment.detail.name),
    );
  });
  const told = event(page, 'track');
  await say(page, 'track', 'checkout', { step: 2, coupon: true });
  expect(await told).toEqual({ site: 'demo', name: 'checkout', attributes: { step: '2', coupon: 'true' } });
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['checkout']);
  expect(requests.filter((url) => /\/api\//.test(url)).map((url) => new URL(url).pathname)).toEqual([
    '/api/sites/demo/settings.js',
  ]);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
});

test('what of ours breaks on a page is said on the launcher and told to the owner, and the page has no error', async () => {
  const { page, problems } = await stage.visit(browser);
  await page.route('**/assets/panel-*', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "throw new Error('broken on https://shop.example/orders/4711 for zoe@example.com')",
    }),
  );
  await goTo(page);
  await page.locator('foyer-root button.launcher').click();
  await page.locator('foyer-root').getByText('Not available right now').waitFor();
  const read = () =>
    database(
      (opened) =>
        opened.prepare("select count, last_detail from widget_reports where kind = 'error'").get() as
          | { count: number; last_detail: string }
          | undefined,
    );
  await expect.poll(read).toEqual({ count: 1, last_detail: 'Error: broken on … for [email]' });
  expect(problems).toEqual([]);
});

test('a policy that would block us is told to the owner, with the directive and our host alone', async () => {
  const { page } = await stage.visit(browser);
  await page.route('**/demo/', async (route) => {
    const reply = await route.fetch();
    await route.fulfill({
      response: reply,
      headers: { ...reply.headers(), 'content-security-policy-report-only': "connect-src 'none'" },
    });
  });
  await goTo(page);
  // What comes as modules is the policy for scripts' to say; the panel's first bytes are fetched.
  await page.locator('foyer-root button.launcher').hover();
  const read = () =>
    database(
      (opened) =>
        opened.prepare("select last_detail as detail from widget_reports where kind = 'csp'").get() as
          | { detail: string }
          | undefined,
    );
  await expect.poll(read).toEqual({ detail: `connect-src ${new URL(stage.url).host}` });
});

test('the published types know every command and event that the widget has', () => {
  const types = readFileSync('dist/types/foyer.d.ts', 'utf8');
  const sources = [
    'widget/loader/loader.ts',
    'widget/core/script/script.ts',
    'widget/panel/dialog.tsx',
    'widget/core/conversations/badge.ts',
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const events = new Set([...sources.matchAll(/emit\((?:hidden \? )?'(\w+)'/g)].map((match) => match[1]!));
  expect(events.size).toBeGreaterThan(7);
  for (const name of events) expect(types, name).toMatch(new RegExp(`^  ${name}: `, 'm'));
});

test('on a phone Back closes the panel and leaves the page where it is; closed otherwise, nothing is left of it', async () => {
  const { page, problems } = await stage.visit(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(`${stage.url}/demo/help.html`);
  await page.goto(`${stage.url}/demo/`);
  await page.evaluate(() => {
    history.replaceState({ own: 'state' }, '');
    const popped: string[] = [];
    Object.assign(window, { popped });
    addEventListener('popstate', ({ state }) => popped.push(JSON.stringify(state) + location.pathname));
  });
  const entries = () => page.evaluate(() => [history.length, JSON.stringify(history.state)]);
  const [length] = await entries();
  await openPanel(page);
  await expect.poll(entries).toEqual([Number(length) + 1, '{"own":"state","foyerSheet":true}']);
  await page.goBack({ waitUntil: 'commit' }).catch(() => {});
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(page.url()).toBe(`${stage.url}/demo/`);
  expect((await entries())[1]).toBe('{"own":"state"}');

  await openPanel(page);
  await expect.poll(async () => (await entries())[1]).toContain('foyerSheet');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await entries())[1]).toBe('{"own":"state"}');
  const popped = await page.evaluate(() => (window as unknown as { popped: string[] }).popped);
  expect(popped).toEqual(['{"own":"state"}/demo/', '{"own":"state"}/demo/']);
  // From here Back is the page's again.
  await page.goBack();
  expect(page.url()).toBe(`${stage.url}/demo/help.html`);
  expect(problems).toEqual([]);
});

test('after logout the other tabs show nothing of the conversation any more', async () => {
  const { page, context, problems } = await stage.visit(browser);
  await openChat(stage, page);
  await sayInChat(page, 'A secret between us');
  await isSent(page);
  const other = await context.newPage();
  await other.goto(`${stage.url}/demo/`);
  await openPanel(other);
  await other.getByRole('dialog').getByRole('button', { name: 'A secret between us' }).click();
  await other.getByRole('dialog').locator('.message', { hasText: 'A secret between us' }).waitFor();
  await say(page, 'logout');
  await other.getByText('A secret between us').first().waitFor({ state: 'detached' });
  expect(await other.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(problems).toEqual([]);
});

test('what somebody writes before their first message is there after a reload, in this tab alone', async () => {
  const { page, context } = await stage.visit(browser);
  await openChat(stage, page);
  await boxOf(page).fill('Half of my first message');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.reload();
  await openPanel(page);
  await panelOf(page).locator('.home > button').first().click();
  await expect.poll(() => boxOf(page).inputValue()).toBe('Half of my first message');
  const other = await context.newPage();
  await openChat(stage, other);
  expect(await boxOf(other).inputValue()).toBe('');
});

test('the page’s own analytics hears of moments once the owner wants it and the visitor agreed, and of nobody’s words', async () => {
  const owner = await stage.visit(browser);
  await enterInbox(stage, owner);
  await owner.page.goto(`${stage.url}/inbox/console/site`);
  await owner.page.getByLabel('Events for your own analytics').selectOption('dataLayer');
  await owner.page.getByRole('button', { name: 'Save', exact: true }).click();
  await owner.page.getByText('Saved', { exact: false }).first().waitFor();

  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/`);
  const heard = () =>
    page.evaluate(() => ((window as unknown as { dataLayer?: object[] }).dataLayer ?? []) as unknown[]);
  await openPanel(page);
  // What is said before the script's later part is there waits for it, and closing doesn't.
  const track = async (attributes: object): Promise<void> => {
    const tracked = event(page, 'track');
    await say(page, 'track', 'checkout', attributes);
    await tracked;
  };
  await track({});
  expect(await heard()).toEqual([]);
  await say(page, 'consent', true);
  await track({ plan: 'secret plan' });
  await say(page, 'close');
  await openPanel(page);
  await panelOf(page).locator('.home > button').first().click();
  await boxOf(page).waitFor();
  const begun = event(page, 'conversation');
  await sayInChat(page, 'My own words');
  expect(await begun).toMatchObject({ site: 'demo', kind: 'chat' });
  expect(await heard()).toEqual([
    { event: 'foyer_track', foyer_site: 'demo', foyer_name: 'checkout' },
    { event: 'foyer_close', foyer_site: 'demo' },
    { event: 'foyer_open', foyer_site: 'demo' },
    { event: 'foyer_conversation', foyer_site: 'demo', foyer_kind: 'chat' },
  ]);
  await sayInChat(page, 'And more of them');
  expect(await heard()).toHaveLength(4);
  await say(page, 'consent', false);
  await track({});
  await say(page, 'close');
  expect(await heard()).toHaveLength(4);
});
