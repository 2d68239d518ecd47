import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  demoLogin,
  expectAccessible,
  expectReadable,
  freePort,
  openStage,
  type Person,
  type Stage,
  showViews,
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

const sections = [
  'install',
  'site',
  'look',
  'texts',
  'ask',
  'search',
  'calls',
  'mail',
  'comments',
  'hours',
  'people',
  'teams',
  'replies',
  'webhooks',
  'privacy',
  'developers',
  'jobs',
  'history',
] as const;
const phone = { width: 360, height: 740 };

const logIn = async (page: Page, login = demoLogin): Promise<void> => {
  await page.locator('#email').fill(login.email);
  await page.locator('#password').fill(login.password);
  await page.keyboard.press('Enter');
};

/** A member of staff in a section of the console. */
const enter = async (
  section: string,
  options: BrowserContextOptions = {},
  language = 'en',
): Promise<Person> => {
  const person = await stage.visit(browser, options);
  await person.page.goto(`${stage.url}/inbox/console/${section}?lang=${language}`);
  await logIn(person.page);
  await person.page.locator('.cards').waitFor();
  return person;
};

/** The preview uses the widget as a visitor would; where everything runs at once, that takes its time. */
const shown = (page: Page, state: string) =>
  page.locator(`iframe[data-shown="${state}"]`).waitFor({ timeout: 60_000 });
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. Visitors will see it').waitFor();
};
const go = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();

/** A page of somebody's site, with the snippet in it. */
const openHost = async (snippet: () => string): Promise<{ server: Server; origin: string }> => {
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>${snippet()}</body></html>`),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const foyer = fileURLToPath(new URL('../../dist/server/foyer.js', import.meta.url));

/** `foyer serve` on an empty database, and the address that it prints. */
const serveEmpty = async (): Promise<{ address: string; output(): string; end(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-empty-'));
  const port = await freePort();
  const child = spawn(process.execPath, [foyer, 'serve'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /http\S+\/inbox\/setup#\S+/.exec(output)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
  return {
    address,
    output: () => output,
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

test('the first run: from an empty database to a live widget on a page, in five steps', async () => {
  const empty = await serveEmpty();
  let snippet = '';
  const host = await openHost(() => snippet);
  try {
    const { page, problems, requests } = await stage.visit(browser);
    // Who comes to the inbox first is told how to begin.
    await page.goto(`${new URL(empty.address).origin}/inbox`);
    await page.getByText('Foyer isn’t set up yet. Open the setup link').waitFor();
    await page.goto(empty.address);
    await page.getByLabel('Name').fill('Olga Owner');
    await page.getByLabel('Email').fill('olga@shop.example');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.getByRole('heading', { name: 'Your account' }).isVisible()).toBe(true);
    await page.getByLabel('Password').fill('a long password');
    await expectAccessible(page, 'account');
    await page.keyboard.press('Enter');

    await page.getByLabel('Name').fill('The Shop');
    expect(await page.getByLabel('Key').inputValue()).toBe('the-shop');
    await page.getByLabel('Your site’s address').fill(`${host.origin}/some/page`);
    await expectAccessible(page, 'site');
    await page.getByRole('button', { name: 'Next' }).click();

    await shown(page, 'home');
    const preview = page.frameLocator('iframe');
    await preview.getByText('Olga is here').waitFor();
    await page.getByLabel('Colour code').fill('#7a1f5c');
    await page.getByLabel('Greeting').fill('Welcome to the shop');
    await preview.getByText('Welcome to the shop').waitFor();
    await expectAccessible(page, 'look');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Time zone').fill('Berlin');
    await expectAccessible(page, 'hours');
    await page.getByRole('button', { name: 'Create widget' }).click();

    snippet = await page.getByRole('textbox', { name: 'Snippet' }).inputValue();
    expect(snippet).toContain('data-site="the-shop"');
    await page.getByText('Not seen yet').waitFor();
    await expectAccessible(page, 'live');

    const visitor = await stage.visit(browser);
    await visitor.page.goto(host.origin);
    await visitor.page.locator('foyer-root button.launcher').click();
    await visitor.page.getByText('Welcome to the shop').waitFor();
    const accent = await visitor.page
      .locator('foyer-root button.launcher')
      .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(accent).toBe('rgb(122, 31, 92)');

    await page.getByText(host.origin).waitFor();
    await page.getByRole('link', { name: 'Go to the inbox' }).click();
    await page.getByRole('heading', { name: 'Waiting for us' }).waitFor();

    // The code was in no request, and is worth nothing now.
    const code = empty.address.split('#')[1]!;
    expect(requests.filter((url) => new URL(url).pathname !== '/inbox/setup' && url.includes(code))).toEqual(
      [],
    );
    expect(
      empty
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{') && line.includes(code)),
    ).toEqual([]);
    const elsewhere = await stage.visit(browser);
    await elsewhere.page.goto(empty.address.replace('localhost', '127.0.0.1'));
    await elsewhere.page.getByText('You’ve opened this page at a different address').waitFor();
    const late = await stage.visit(browser);
    await late.page.goto(empty.address);
    await late.page.getByText('This link no longer works').waitFor();
    await expectAccessible(late.page, 'over');
    expect(problems).toEqual([]);
  } finally {
    host.server.close();
    await empty.end();
  }
});

test('a theme: seen in the preview at once, on the demo page after saving, and gone after undo', async () => {
  const { page, problems } = await enter('look');
  const accent = async (): Promise<string> => {
    const visitor = await stage.visit(browser);
    await visitor.page.goto(`${stage.url}/demo/`);
    const button = visitor.page.locator('foyer-root button.launcher');
    await button.waitFor();
    const found = await button.evaluate((element) => getComputedStyle(element).backgroundColor);
    await visitor.context.close();
    return found;
  };
  const before = await accent();
  await shown(page, 'home');
  await page.getByLabel('Colour code').fill('#aa0033');
  await page.getByLabel('Label').fill('Ask us');
  const launcher = page.frameLocator('iframe').locator('foyer-root button.launcher');
  await expect
    .poll(() => launcher.evaluate((element) => getComputedStyle(element).backgroundColor).catch(() => ''))
    .toBe('rgb(170, 0, 51)');
  expect(await accent()).toBe(before);
  await page.getByText('Unsaved changes: 2').waitFor();
  await save(page);
  expect(await accent()).toBe('rgb(170, 0, 51)');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByLabel('Colour code').waitFor();
  await page.getByText('Undone. The earlier settings are back.').waitFor();
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await expect.poll(() => page.getByLabel('Label').inputValue()).toBe('');
  expect(await accent()).toBe(before);

  // What is wrong is said at the field, and what is right is kept.
  await page.getByLabel('Colour code').fill('#12');
  await page.getByLabel('Label').fill('Kept');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Check the fields in “Appearance”').waitFor();
  expect(await page.getByLabel('Label').inputValue()).toBe('Kept');
  // The short form is a colour too, and what was said goes with the fix.
  await page.getByLabel('Colour code').fill('#000');
  await page.getByText('Check the fields in “Appearance”').waitFor({ state: 'detached' });
  await save(page);
  expect(await page.getByLabel('Colour code').inputValue()).toBe('#000000');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  await page.getByRole('button', { name: 'Reset this section' }).click();
  expect(problems).toEqual([]);
});

test('the preview plays every view, in the dark, on a phone and right to left', async () => {
  const { page, requests, problems } = await enter('look');
  const frame = page.frameLocator('iframe');
  for (const [state, words] of [
    ['home', 'are here'],
    ['suggestions', 'Can I change my order?'],
    ['answer', 'Yes, until it is packed'],
    ['form', 'Your question'],
    ['heard', 'We’ve got your question'],
    ['chat', 'Here now'],
    ['conversation', 'I have changed it for you'],
    ['offline', 'Not sent yet'],
    ['away', 'Back'],
    ['paused', 'We’re not taking new questions'],
  ] as const) {
    await page.getByLabel('View', { exact: true }).selectOption(state);
    await shown(page, state);
    await frame.getByRole('dialog').getByText(words).first().waitFor();
  }
  await page.getByLabel('View', { exact: true }).selectOption('closed');
  await shown(page, 'closed');
  expect(await frame.getByRole('dialog').count()).toBe(0);
  await page.getByLabel('View', { exact: true }).selectOption('home');
  await page.getByLabel('Dark', { exact: true }).check();
  await page.getByLabel('Phone').check();
  await page.getByLabel('Language').selectOption('ar');
  await expect
    .poll(() =>
      frame
        .locator('.foyer[dir=rtl]')
        .getAttribute('data-scheme')
        .catch(() => ''),
    )
    .toBe('dark');
  expect(await frame.getByRole('dialog').getAttribute('aria-modal')).toBe('true');
  // Nothing of it went to the server as a visitor's doing: its settings are a module that is the same for everybody.
  expect([
    ...new Set(requests.filter((url) => url.includes('/api/sites/')).map((url) => new URL(url).pathname)),
  ]).toEqual(['/api/sites/-preview-/settings.js']);
  expect(problems).toEqual([]);
});

test('an owner says what is promised and what is asked before a chat; steps out of order are refused in words', async () => {
  const { page, problems } = await enter('ask');
  await page.getByLabel('Tell the visitor a new time').fill('50');
  await page.getByRole('button', { name: 'Add your own question' }).click();
  await page.getByLabel('Question, English').fill('Order number');
  await page.getByRole('checkbox', { name: 'Required' }).check();
  await page.getByLabel('Consent, English').fill('You may keep what I write.');
  await page.getByLabel('View', { exact: true }).selectOption('chat');
  const asked = page.frameLocator('iframe').getByRole('dialog');
  await asked.getByText('You may keep what I write.').waitFor();
  await asked.getByRole('textbox', { name: 'Order number' }).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .locator('.field.bad', { hasText: 'Tell the visitor' })
    .getByText('This can’t be used.')
    .waitFor();
  await page.getByLabel('Tell the visitor a new time').fill('10');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  const settings = await (await fetch(`${stage.url}/api/sites/demo/settings`)).json();
  expect(settings.chat).toMatchObject({
    questions: [{ labels: { en: 'Order number' }, required: true }],
    consent: { en: 'You may keep what I write.' },
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByLabel('Consent, English').inputValue()).toBe('');
  expect(problems).toEqual([]);
});

test('the preview shows the last of many quick changes', async () => {
  const { page } = await enter('look');
  const view = page.getByLabel('View', { exact: true });
  for (let round = 0; round < 3; round++) {
    for (const state of ['form', 'closed', 'conversation', 'home', 'heard', 'suggestions']) {
      await view.selectOption(state);
      // Sent, and not played yet: the next comes in between.
      await page.locator(`iframe[data-asked="${state}"]`).waitFor();
    }
    await shown(page, 'suggestions');
  }
});

test('nobody else can frame the previewed page', async () => {
  const reply = await fetch(`${stage.url}/console/preview`);
  expect(reply.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  const host = await openHost(() => `<iframe src="${stage.url}/console/preview"></iframe>`);
  const other = await stage.visit(browser);
  await other.page.goto(host.origin);
  expect(await other.page.frameLocator('iframe').locator('.page').count()).toBe(0);
  host.server.close();
});

test('the owner’s own words reach the widget, and must keep their places', async () => {
  const { page } = await enter('texts');
  await page.getByLabel('Search texts').fill('What do you need help with');
  const field = page.getByLabel('What do you need help with?').first();
  await field.fill('What can the workshop do for you?');
  await page.frameLocator('iframe').getByText('What can the workshop do for you?').waitFor();
  await page.getByLabel('Search texts').fill('Usual reply time');
  await page.getByLabel('Usual reply time: {duration}').fill('Soon');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Check the fields in “Texts”').waitFor();
  await page.getByLabel('Usual reply time: {duration}').fill('');
  await save(page);
  const visitor = await stage.visit(browser);
  await visitor.page.goto(`${stage.url}/demo/`);
  await visitor.page.locator('foyer-root button.launcher').click();
  await visitor.page.getByText('What can the workshop do for you?').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
});

test('texts stand by screen beside the original, the preview follows the focus, and each goes back', async () => {
  const { page } = await enter('texts');
  const form = page.getByRole('region', { name: /^Question form/ });
  const field = form.getByLabel('What you tried, an order number, anything that helps');
  await field.focus();
  await shown(page, 'form');
  await field.fill('Your order number, please');
  expect(await form.getByText('Changed', { exact: true }).count()).toBe(1);
  await form.getByRole('heading', { name: 'Question form 1 changed' }).waitFor();
  await page
    .frameLocator('iframe')
    .getByPlaceholder('Your order number, please')
    .or(page.frameLocator('iframe').getByText('Your order number, please'))
    .first()
    .waitFor();

  await page.getByLabel('Screen').selectOption('Callback');
  expect(await page.locator('.cards h2').allTextContents()).toEqual(['Callback']);
  await page.getByLabel('Screen').selectOption('All screens');
  await page.getByLabel('Only texts I’ve changed').check();
  expect(await page.locator('.text-row').count()).toBe(1);
  await page.getByLabel('Only texts I’ve changed').uncheck();
  await form.getByRole('button', { name: 'Reset to original' }).click();
  expect(await field.inputValue()).toBe('');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);

  await page
    .getByRole('region', { name: /^Answer/ })
    .getByLabel('Not quite')
    .focus();
  await shown(page, 'answer');
  await page
    .getByRole('link', { name: 'Appearance', exact: true })
    .or(page.locator('a[href="/inbox/console/look"]'))
    .first()
    .click();
  await shown(page, 'home');
});

test('a logo and a link of the owner’s own: refused with the reason, seen in the preview, then on every public page', async () => {
  const { page } = await enter('look');
  const logo = page.getByRole('group', { name: 'Logo', exact: true });
  const choose = logo.locator('input[type=file]');
  await choose.setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await logo.getByRole('alert').getByText('Use a PNG, JPEG, WebP, AVIF or GIF file.').waitFor();
  const before = await logo.locator('img').getAttribute('src');
  const red = sharp({ create: { width: 400, height: 160, channels: 3, background: '#c00' } });
  await choose.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await red.png().toBuffer() });
  await expect.poll(() => logo.locator('img').getAttribute('src')).not.toBe(before);
  const src = await logo.locator('img').getAttribute('src');
  await page.locator(`.brand-page img[src="${src}"]`).first().waitFor();
  const links = page.getByRole('group', { name: 'Links at the bottom' });
  await links.getByRole('button', { name: 'Add link' }).click();
  const last = links.getByRole('group').last();
  await last.getByLabel('Text').fill('Legal notice');
  await last.getByLabel('Address').fill('shop.test');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await last.locator('.bad input').waitFor();
  await last.getByLabel('Address').fill('https://shop.test/legal');
  await save(page);
  await expectAccessible(page, 'the look of pages');
  const reader = await stage.visit(browser);
  await reader.page.goto(`${stage.url}/sites/demo`);
  await reader.page.locator(`header img[src="${src}"]`).waitFor();
  expect(await reader.page.getByRole('link', { name: 'Legal notice' }).getAttribute('href')).toBe(
    'https://shop.test/legal',
  );
});

test('a holiday closes the doors for visitors', async () => {
  // Who is at the desk is there, whatever the hours say: nobody is.
  await stage.leave();
  const { page } = await enter('hours');
  await (await enterAsAgent(stage)).be('away');
  // Open at all hours, then closed today and tomorrow: whenever the test runs, the doors are shut.
  const zone = await page.getByLabel('Time zone').inputValue();
  // Found by its city and by a name that was replaced; shown under today's.
  for (const typed of ['kyiv', 'Europe/Kiev']) {
    await page.getByLabel('Time zone').fill(typed);
    await page.keyboard.press('Tab');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Kyiv');
  }
  await page.getByLabel('Time zone').fill('Atlantis');
  await page.keyboard.press('Tab');
  await page.locator('.field.bad', { hasText: 'Time zone' }).waitFor();
  await page.getByLabel('Time zone').fill(zone);
  for (const shift of [0, 86_400_000]) {
    await page.getByRole('button', { name: 'Add a day' }).click();
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.now() + shift);
    await page.getByLabel('Date').last().fill(day);
    await page.getByLabel('Name').last().fill('Works outing');
  }
  await page.getByLabel('Every year').last().check();
  await save(page);
  const shownSettings = (await (await fetch(`${stage.url}/api/sites/demo/settings`)).json()) as {
    open: boolean;
    opensAt: number;
  };
  expect(shownSettings.open).toBe(false);
  const visitor = await stage.visit(browser);
  await visitor.page.goto(`${stage.url}/demo/`);
  await visitor.page.locator('foyer-root button.launcher').click();
  await visitor.page.getByText(/^Back /).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('None yet. Add days').waitFor();
});

test('installation: a refused origin is seen and let in by one tap, and what was being written stays', async () => {
  const host = await openHost(() => `<script async src="${stage.url}/foyer.js" data-site="demo"></script>`);
  try {
    const { page } = await enter('site');
    await page.getByLabel('Team').fill('Not saved');
    await go(page, 'Installation');
    const visitor = await stage.visit(browser);
    await visitor.page.goto(host.origin);
    await page.getByText('Blocked because it isn’t one of your pages').waitFor();
    await page.getByRole('button', { name: `Allow ${host.origin}` }).click();
    await page.getByText('Allowed now, but not seen since').waitFor();
    await page.getByText('Unsaved changes: 1').waitFor();
    await visitor.page.reload();
    await visitor.page.locator('foyer-root button.launcher').waitFor();
    await page.locator('.origin.works', { hasText: host.origin }).waitFor();
  } finally {
    host.server.close();
  }
});

test('two owners: who saves second is told, and puts theirs on top without losing either', async () => {
  const [one, other] = [await enter('look'), await enter('site')];
  await other.page.getByLabel('Team').fill('The second crew');
  await one.page.getByLabel('Label').fill('First');
  await save(one.page);
  await other.page.getByRole('button', { name: 'Save', exact: true }).click();
  await other.page.getByText('Someone else changed the settings in the meantime').waitFor();
  await expectAccessible(other.page, 'conflict');
  await other.page.getByRole('button', { name: 'Keep my changes' }).click();
  await save(other.page);
  await go(other.page, 'Appearance');
  expect(await other.page.getByLabel('Label').inputValue()).toBe('First');
  // What is not saved yet waits, in the inbox too.
  await other.page.getByLabel('Label').fill('Half a thought');
  await other.page.getByRole('link', { name: 'Back to the inbox' }).click();
  await other.page.getByRole('heading', { name: 'Waiting for us' }).waitFor();
  await other.page.goBack();
  expect(await other.page.getByLabel('Label').inputValue()).toBe('Half a thought');
  await other.page.getByRole('button', { name: 'Discard' }).click();
  await go(other.page, 'Site');
  expect(await other.page.getByLabel('Team').inputValue()).toBe('The second crew');
});

test('export, a change, import: what would change is shown before it does; the history goes back', async () => {
  const { page } = await enter('history');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download file' }).click();
  const file = await (await downloading).path();
  const exported = JSON.parse(readFileSync(file, 'utf8')) as {
    document: { settings: { theme: { radius: number } } };
  };
  exported.document.settings.theme.radius = 3;
  const choose = (text: string) =>
    page.locator('#import ~ .file-button input').setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await choose('not json');
  await page.getByText('This isn’t a settings file.').waitFor();
  await choose('{"format":"something"}');
  await page.getByText('This isn’t a settings file.').waitFor();
  await choose(JSON.stringify(exported));
  await page.getByRole('rowheader', { name: 'Appearance' }).waitFor();
  await expectAccessible(page, 'import');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Imported by Mara Lindqvist').waitFor();
  const imported = page.locator('.revision', { hasText: 'Imported by Mara Lindqvist' }).first();
  await imported.getByText('What changed').click();
  expect(await imported.getByRole('columnheader').allTextContents()).toEqual(['What', 'Before', 'After']);
  await imported.getByRole('row', { name: /^Appearance: Corner radius/ }).waitFor();
  await go(page, 'Appearance');
  expect(await page.getByLabel('Corner radius (pixels)').inputValue()).toBe('3');
  await go(page, 'History');
  await page
    .getByRole('button', { name: /^Restore this version/ })
    .last()
    .click();
  await page.locator('.revision:first-child', { hasText: 'Restored by Mara Lindqvist' }).waitFor();
  await go(page, 'Appearance');
  expect(await page.getByLabel('Corner radius (pixels)').inputValue()).toBe('16');
});

test('invite, set the password by the link, log in, change of role, removal', async () => {
  const { page } = await enter('people');
  await page.getByLabel('Name').fill('Nina New');
  await page.getByLabel('Email').fill('nina@kettleandcrane.example');
  await page.getByRole('button', { name: 'Create invitation' }).click();
  const link = await page.getByRole('textbox', { name: /Share this link/ }).inputValue();
  await page.getByText('Invited, hasn’t accepted yet').waitFor();
  await expectAccessible(page, 'link');

  const nina = await stage.visit(browser, { viewport: phone });
  await nina.page.goto(link);
  await nina.page.getByText('Welcome to Kettle & Crane').waitFor();
  await expectAccessible(nina.page, 'welcome');
  await nina.page.getByLabel('Password').fill('nina has a password');
  await nina.page.getByRole('button', { name: 'Set password and continue' }).click();
  await nina.page.getByRole('heading', { name: 'Waiting for us' }).waitFor();
  expect(await nina.page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  await nina.page.goto(`${stage.url}/inbox/console`);
  await nina.page.getByText('Only admins and owners can change settings').waitFor();
  expect(nina.requests.filter((url) => url.split('#')[0]!.includes(link.split('#')[1]!))).toEqual([]);
  const used = await stage.visit(browser);
  await used.page.goto(link);
  await used.page.getByText('This link no longer works').waitFor();

  const changed = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.getByLabel('Role of Nina New').selectOption('admin');
  await changed;
  await nina.page.goto(`${stage.url}/inbox`);
  await nina.page.locator('.list-title').waitFor();
  await showViews(nina.page);
  await nina.page.getByRole('link', { name: 'Settings' }).click();
  await nina.page.getByRole('heading', { name: 'Installation', exact: true }).waitFor();
  await nina.page.goto(`${stage.url}/inbox/console/people`);
  // An admin sees an owner, and has no way to touch one.
  await nina.page.getByText('Mara Lindqvist').waitFor();
  expect(await nina.page.getByLabel('Role of Mara Lindqvist').count()).toBe(0);

  await page.getByRole('button', { name: 'Remove Nina New' }).click();
  await page.getByText('Remove Nina New from this site?').waitFor();
  await expectAccessible(page, 'remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => page.getByLabel('Role of Nina New').count()).toBe(0);
  await nina.page.goto(`${stage.url}/inbox`);
  await nina.page.locator('#email').waitFor();
  await logIn(nina.page, { email: 'nina@kettleandcrane.example', password: 'nina has a password' });
  await nina.page.getByText('You’re not a member of any site').waitFor();
});

test('with the keyboard alone: from the inbox to a saved change and back by the browser', async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/inbox`);
  await logIn(page);
  await page.locator('.list li').first().waitFor();
  const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
    for (let count = 0; count < 160; count++) {
      if (await until()) return;
      await page.keyboard.press(key);
    }
    throw new Error('not reached');
  };
  const isOn = (name: RegExp) => () =>
    page.evaluate((pattern) => {
      const active = document.activeElement as HTMLInputElement | null;
      const words = active?.labels?.[0]?.textContent ?? active?.textContent ?? '';
      return new RegExp(pattern).test(words);
    }, name.source);
  await press('Tab', isOn(/^Settings$/));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Installation', exact: true }).waitFor();
  await press('Tab', isOn(/^Questions and chat$/));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Questions and chat' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await press('Tab', isOn(/^First reply within/));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('45');
  // The preview opens its form meanwhile, and leaves the focus where the owner is writing.
  await page.locator('.preview iframe[data-shown=form]').waitFor();
  expect(await isOn(/^First reply within/)()).toBe(true);
  await press('Tab', isOn(/^Save$/));
  await page.keyboard.press('Enter');
  await page.getByText('Saved. Visitors will see it').waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Installation', exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Waiting for us' }).waitFor();
});

describe.each([
  // Axe-core takes most of the time: what a section is made of is the same in each look, its colours in two.
  ['desk, light', { colorScheme: 'light' }, 'en', expectAccessible],
  ['phone, dark', { viewport: phone, colorScheme: 'dark' }, 'de', expectReadable],
  ['desk, dark, right to left', { colorScheme: 'dark' }, 'ar', null],
  ['phone, light, Russian', { viewport: phone, colorScheme: 'light' }, 'ru', null],
  // 1280 × 800 at twice the size.
  ['200 % zoom', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, 'en', null],
] as [string, BrowserContextOptions, string, typeof expectAccessible | null][])(
  '%s',
  (look, options, language, expectGood) => {
    test(`${expectGood ? 'axe-core finds nothing in any section, and ' : ''}nothing scrolls sideways`, async () => {
      const { page } = await enter('install', options, language);
      for (const section of sections) {
        // By its link, on the page that is there: to load the console and axe-core anew takes longer than the look.
        const link = `.console-nav a[href="/inbox/console/${section}"]`;
        await page.locator(link).click();
        await page.locator(`${link}[aria-current]`).waitFor();
        await page
          .locator(section === 'texts' ? '.text-row' : '.cards')
          .first()
          .waitFor();
        await page.waitForFunction(() => {
          const preview = document.querySelector('iframe')?.dataset;
          return !preview || (preview['shown'] && preview['shown'] === preview['asked']);
        });
        await expectGood?.(page, `${look}: ${section}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${look}: ${section} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  },
);
