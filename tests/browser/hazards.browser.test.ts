import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { openPanel, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

type Foyer = (...command: unknown[]) => void;
const launcherOf = (page: Page | Frame) => page.locator('foyer-root button.launcher');

/** Goes the widget's whole way, from the open panel on. */
const typeAndSend = async (
  page: Page,
  frame: Page | Frame = page,
  text = 'Does it work here?',
): Promise<void> => {
  const panel = frame.getByRole('dialog');
  await panel.getByRole('textbox').first().click();
  await page.keyboard.type(text);
  await expect.poll(() => panel.getByRole('textbox').first().inputValue()).toBe(text);
  await panel.getByRole('button', { name: 'Ask a person' }).click();
  await panel.locator('button[type=submit]').click();
  await panel.locator('.heard').waitFor();
};

describe('opens, types and sends, and the page has no error', () => {
  test.each([
    'hostile-css',
    'strict-csp',
    'spa',
    'old-library',
    'frozen',
    'patched',
    'amd',
    'blocked-storage',
    'twice',
    'replaced-page',
    'no-javascript',
    'module',
  ])('%s', async (name) => {
    const { page, problems, requests } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/hazards/${name}.html`);
    await openPanel(page);
    await typeAndSend(page);
    expect(await page.locator('foyer-root').count()).toBe(1);
    expect(problems).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(stage.url) && !url.startsWith('data:'))).toEqual([]);
  });

  test('rtl', async () => {
    const { page, problems } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/hazards/rtl.html`);
    await openPanel(page);
    const panel = page.getByRole('dialog');
    await panel.getByRole('textbox').first().fill('هل تعمل هنا؟');
    await panel.locator('button.primary').first().click();
    await panel.locator('button[type=submit]').click();
    await panel.locator('.heard').waitFor();
    const { x } = (await launcherOf(page).boundingBox())!;
    expect(x).toBeLessThan(100);
    expect(problems).toEqual([]);
  });

  test('swallowed-events: keys and clicks that the page takes for itself still do what they say', async () => {
    const { page, problems } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/hazards/swallowed-events.html`);
    // The panel asks for its texts once it runs; a press before that is the page's.
    const runs = page.waitForRequest(/assets\/en-/);
    await launcherOf(page).hover();
    await runs;
    await launcherOf(page).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('textbox').first().waitFor();
    await typeAndSend(page, page, 'Do letters arrive?');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
    // And the page is as it was: its own field works, its shortcuts hear nothing twice.
    await page.getByLabel('A field of the page').click();
    await page.keyboard.type('own');
    expect(await page.getByLabel('A field of the page').inputValue()).toBe('own');
    expect(problems).toEqual([]);
  });

  test('swallowed-events: letters that come two milliseconds apart stay in order', async () => {
    const { page } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/hazards/swallowed-events.html`);
    const loaded = page.waitForResponse(/assets\/panel-/);
    await launcherOf(page).hover();
    await loaded;
    await openPanel(page);
    const box = page.getByRole('dialog').getByRole('textbox').first();
    await box.click();
    const text = 'The quick brown fox jumps over the lazy dog, twice over.';
    await page.keyboard.type(text, { delay: 2 });
    await expect.poll(() => box.inputValue()).toBe(text);
  });

  test('broken: what the page broke is not its console’s business', async () => {
    const { page, problems } = await stage.visit(browser);
    const heard: string[] = [];
    page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
    await page.goto(`${stage.url}/demo/hazards/broken.html`);
    await launcherOf(page).click();
    const box = page.getByRole('dialog').getByRole('textbox').first();
    await box.click();
    await page.keyboard.type('Is it here?');
    expect(await box.inputValue()).toBe('Is it here?');
    await page.waitForFunction(() => /broken/.test(`${Array.prototype.filter}`));
    await page.keyboard.type(' Still?');
    await page.getByRole('dialog').getByRole('button', { name: 'Ask a person' }).click();
    expect(problems).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('no-crypto: what cannot be sent is not blamed on the line', async () => {
    const { page, problems } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/hazards/no-crypto.html`);
    await openPanel(page);
    await page.keyboard.type('Is it here?');
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Ask a person' }).click();
    await panel.getByText('Something went wrong on our side.').waitFor();
    expect(await panel.getByText('offline').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('a page that enlarges itself with `zoom` has the panel in its window', async () => {
    const { page } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/`);
    await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
    await openPanel(page);
    const panel = page.getByRole('dialog');
    const { top, left, right, bottom } = await panel.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const zoom = element.currentCSSZoom ?? 1;
      return { top: box.top, left: box.left, right: box.right, bottom: box.bottom, zoom };
    });
    expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(1280);
    expect(bottom).toBeLessThanOrEqual(800);
  });

  test('sandboxed-frame: no origin, no storage, and yet', async () => {
    const { page, problems } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/hazards/sandboxed-frame.html`);
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1]!;
    await launcherOf(frame).click();
    await frame.getByRole('dialog').getByRole('textbox').first().waitFor();
    await typeAndSend(page, frame);
    expect(problems).toEqual([]);
  });

  test('late: comes when it is put in, goes without a trace, and comes again', async () => {
    const { page, problems } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/hazards/late.html`);
    const names = () => page.evaluate(() => Object.getOwnPropertyNames(window).sort());
    const before = await names();
    for (let round = 0; round < 3; round++) {
      await page.getByRole('button', { name: 'Add the script' }).click();
      await openPanel(page);
      // What was written before may be at home already: it starts with an empty box all the same.
      await typeAndSend(page, page, `Late, round ${round}?`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Remove it' }).click();
      await expect.poll(() => page.locator('foyer-root').count()).toBe(0);
      expect(await names()).toEqual(before);
    }
    expect(problems).toEqual([]);
  });
});

test('a page that replaces its body, everything, or with a transition has the panel still, with what was typed', async () => {
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/hazards/replaced-page.html`);
  await openPanel(page);
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox').first().fill('Still here?');
  for (const way of ['Replace the body', 'Replace all', 'With a transition']) {
    await page.evaluate((label) => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === label) button.click();
    }, way);
    await page.getByRole('heading', { name: /^Replaced/ }).waitFor();
    await panel.getByRole('textbox').first().waitFor();
    expect(await panel.getByRole('textbox').first().inputValue()).toBe('Still here?');
  }
  await panel.getByRole('button', { name: 'Close' }).click();
  await launcherOf(page).waitFor();
  expect(problems).toEqual([]);
});

test('a page that takes it out every time gets its way', async () => {
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/`);
  await launcherOf(page).waitFor();
  await page.evaluate(() => {
    const seen = window as unknown as { removals: number };
    seen.removals = 0;
    const remove = (): void => {
      const widget = document.querySelector('foyer-root');
      if (!widget) return;
      seen.removals++;
      widget.remove();
    };
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
  });
  // It comes back eight times, and then gives the page its way.
  await expect.poll(() => page.evaluate(() => (window as unknown as { removals: number }).removals)).toBe(9);
  expect(await page.locator('foyer-root').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('a call that waited in the page’s stub is heard once, though the script is there twice', async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/hazards/twice.html`);
  await launcherOf(page).waitFor();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heardBefore: number }).heardBefore))
    .toBe(1);
});

test('two sites on one page: each has its launcher, its events and its own name under the one global', async () => {
  const run = promisify(execFile);
  await run(
    process.execPath,
    [
      fileURLToPath(new URL('../../dist/server/foyer.js', import.meta.url)),
      'create-site',
      'annex',
      '--name',
      'The annex',
      '--origin',
      stage.url,
    ],
    { env: { ...process.env, DATA_DIR: stage.folder, PUBLIC_URL: stage.url } },
  );
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/`);
  await launcherOf(page).waitFor();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.src = '/foyer.js';
    script.dataset['site'] = 'annex';
    document.body.append(script);
  });
  await expect.poll(() => page.locator('foyer-root').count()).toBe(2);
  const opened = await page.evaluate(async () => {
    const { Foyer } = window as unknown as { Foyer: Foyer & { sites: Record<string, Foyer> } };
    const heard: string[] = [];
    addEventListener('foyer:open', (event) => heard.push(`page ${(event as CustomEvent).detail.site}`));
    Foyer('on', 'open', () => heard.push('first'));
    Foyer.sites['annex']!('on', 'open', () => heard.push('annex'));
    Foyer.sites['annex']!('open');
    await new Promise((resolve) => addEventListener('foyer:open', resolve, { once: true }));
    return heard;
  });
  expect(opened).toEqual(['annex', 'page annex']);
  await page.getByRole('dialog', { name: 'The annex' }).waitFor();
  await page.evaluate(() => (window as unknown as { Foyer: Foyer }).Foyer('destroy'));
  await expect.poll(() => page.locator('foyer-root').count()).toBe(1);
  // The other one is the first now.
  await page.evaluate(() => (window as unknown as { Foyer: Foyer }).Foyer('destroy'));
  await expect.poll(() => page.locator('foyer-root').count()).toBe(0);
  expect(await page.evaluate(() => 'Foyer' in window)).toBe(false);
  expect(problems).toEqual([]);
});

test('on paper there is nothing of it', async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/article.html`);
  await openPanel(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('dialog').isVisible()).toBe(false);
  expect(await launcherOf(page).isVisible()).toBe(false);
});

test('a server that takes the line and says nothing: the page is as it is, and whoever clicks is told', async () => {
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/`);
  await launcherOf(page).waitFor();
  await page.clock.install();
  await page.route('**/assets/**', () => {});
  await launcherOf(page).click();
  await page.clock.fastForward(9_500);
  await page.locator('foyer-root').getByText('Not available right now').waitFor({ timeout: 15_000 });
  expect(problems).toEqual([]);
});

test('nothing listens to scrolling or touch in a way that could hold it up', async () => {
  const { page } = await stage.visit(browser);
  await page.addInitScript(() => {
    const blocking: string[] = [];
    Object.assign(window, { blocking });
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (/^(?:touch(?:start|move)|wheel|mousewheel|scroll)$/.test(type) && this !== window.visualViewport)
        if (typeof options !== 'object' || !options?.passive) blocking.push(type);
      return addEventListener.call(this, type, listener, options);
    };
  });
  await page.goto(`${stage.url}/demo/`);
  await openPanel(page);
  expect(await page.evaluate(() => (window as unknown as { blocking: string[] }).blocking)).toEqual([]);
});

test('the strict page is served under the policy that it prints', async () => {
  const { page } = await stage.visit(browser);
  const reply = await page.goto(`${stage.url}/demo/hazards/strict-csp.html`);
  const policy = reply!.headers()['content-security-policy']!;
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect((await page.locator('body').innerText()).replace(/\s+/g, ' ')).toContain(policy);
});

test('without JavaScript the plain link leads to the form', async () => {
  const { page } = await stage.visit(browser, { javaScriptEnabled: false });
  await page.goto(`${stage.url}/demo/hazards/no-javascript.html`);
  await page.locator('a[href="/sites/demo/ask"]').first().click();
  await page.getByRole('heading', { name: 'What do you need help with?' }).waitFor();
});

test('an unreachable server leaves the page as it is; the widget says so only when it is used', async () => {
  const { page, problems } = await stage.visit(browser);
  await page.route('**/api/**', (route) => route.abort());
  await page.goto(`${stage.url}/demo/`);
  await page.waitForLoadState('networkidle');
  expect(await page.locator('foyer-root').count()).toBe(0);
  await page.unroute('**/api/**');
  await page.goto(`${stage.url}/demo/`);
  await page.locator('foyer-root button.launcher').waitFor();
  await page.route('**/assets/**', (route) => route.abort());
  await page.locator('foyer-root button.launcher').click();
  await page.locator('foyer-root').getByText('Not available right now').waitFor();
  await page.unroute('**/assets/**');
  await page.locator('foyer-root button.launcher').click();
  await page.getByRole('dialog').waitFor();
  expect(problems).toEqual([]);
});

test('a button of the page’s own is told that nobody is reached, and each press tries again', async () => {
  const { page, problems, requests } = await stage.visit(browser);
  const press = () => page.evaluate(() => (window as unknown as { Foyer: Foyer }).Foyer('open'));
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    addEventListener('foyer:error', (event) => told.push((event as CustomEvent).detail.site));
  });
  await page.route('**/api/**', (route) => route.abort());
  await page.goto(`${stage.url}/demo/`);
  await expect.poll(told).toEqual(['demo']);
  await press();
  await expect.poll(told).toEqual(['demo', 'demo']);
  // An answer that is none, as a proxy's "bad gateway" page, asks nobody again by itself.
  await page.unroute('**/api/**');
  await page.route('**/settings.js*', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
  await press();
  await expect.poll(told).toEqual(['demo', 'demo', 'demo']);
  expect(requests.filter((url) => url.includes('/settings.js'))).toHaveLength(3);
  await page.unroute('**/settings.js*');
  await press();
  await page.getByRole('dialog').waitFor();
  expect(problems).toEqual([]);
});

test('destroy leaves nothing behind, and a second script makes no second widget', async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/`);
  await openPanel(page);
  await page.evaluate(async () => {
    const again = document.createElement('script');
    again.src = '/foyer.js';
    again.dataset['site'] = 'demo';
    const loaded = new Promise((resolve) => again.addEventListener('load', resolve));
    document.body.append(again);
    await loaded;
  });
  expect(await page.locator('foyer-root').count()).toBe(1);
  await page.evaluate(() => (window as unknown as { Foyer(command: string): void }).Foyer('destroy'));
  await expect.poll(() => page.locator('foyer-root').count()).toBe(0);
  expect(await page.evaluate(() => 'Foyer' in window)).toBe(false);
});
