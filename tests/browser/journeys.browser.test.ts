import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { type RealPostgres, startPostgres } from '../helpers/postgres.ts';
import { enterInbox, openPanel, openStage, showView, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let postgres: RealPostgres;

beforeAll(async () => {
  browser = await sharedBrowser();
  postgres = await startPostgres();
}, 120_000);
afterAll(async () => {
  await postgres?.stop();
});

describe.each(['SQLite', 'PostgreSQL'])('on %s', (engine) => {
  /** Runs once: a browser behaves the same with either engine behind it. */
  const inBrowser = (name: string, run: () => Promise<void>): void => {
    if (engine === 'SQLite') test(name, run);
  };
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(engine === 'PostgreSQL' ? { DATABASE_URL: postgres.url } : {});
  }, 60_000);
  afterAll(() => stage?.close());

  inBrowser(
    'before the visitor acts there is the script, one settings request, and nothing else',
    async () => {
      const person = await stage.visit(browser);
      const { page, requests } = person;
      await page.goto(`${stage.url}/demo/product.html`);
      await page.locator('foyer-root button').waitFor();
      const ours = requests
        .filter((url) => /\/(?:foyer\.js|assets|api|sites)/.test(url))
        .map((url) => url.slice(stage.url.length));
      expect(ours).toEqual(['/foyer.js', '/api/sites/demo/settings.js?0']);
      const traces = await page.evaluate(async () => ({
        local: { ...localStorage },
        session: { ...sessionStorage },
        cookie: document.cookie,
        databases: (await indexedDB.databases()).length,
        frames: document.querySelectorAll('iframe').length,
      }));
      expect(traces).toEqual({ local: {}, session: {}, cookie: '', databases: 0, frames: 0 });
      expect(await person.context.cookies()).toEqual([]);
      // Still nothing while one types: the first thing stored belongs to the first sending.
      await openPanel(page);
      await page.getByRole('dialog').getByRole('textbox').first().fill('how do i return a bag');
      await page.getByRole('dialog').locator('.list button').first().waitFor();
      expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
      expect(person.problems).toEqual([]);
    },
  );

  inBrowser('the script adds one global and changes no prototype', async () => {
    const { page } = await stage.visit(browser);
    const look = (): string[] => {
      const names = Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name));
      const prototypes = [
        Object,
        Array,
        String,
        Function,
        Promise,
        JSON,
        Node,
        Element,
        HTMLElement,
        EventTarget,
      ].flatMap((owner) =>
        Object.getOwnPropertyNames('prototype' in owner ? owner.prototype : owner).map(
          (name) => `${'name' in owner ? owner.name : 'JSON'}.${name}`,
        ),
      );
      return [...names, ...prototypes].sort();
    };
    await page.route('**/foyer.js', (route) => route.abort());
    await page.goto(`${stage.url}/demo/`);
    const before = await page.evaluate(look);
    await page.unroute('**/foyer.js');
    await page.goto(`${stage.url}/demo/`);
    await openPanel(page);
    const after = await page.evaluate(look);
    expect(after.filter((name) => !before.includes(name))).toEqual(['Foyer']);
    expect(before.filter((name) => !after.includes(name))).toEqual([]);
  });

  inBrowser('a visitor types, finds the answer, and is done in two actions', async () => {
    const { page, problems } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/`);
    await openPanel(page);
    const panel = page.getByRole('dialog');
    await page.keyboard.type('change my order after i payed');
    const found = panel.getByRole('button', { name: /Can I change my order/ });
    await found.waitFor();
    expect(await panel.locator('.list button').count()).toBeLessThanOrEqual(3);
    await found.click();
    await panel.getByRole('heading', { name: /Can I change my order/ }).waitFor();
    await panel.getByRole('button', { name: 'This solved it' }).click();
    await panel.getByText('Good to hear').waitFor();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
    expect(problems).toEqual([]);
  });

  test('a visitor asks, is told by when, and the answer from the inbox arrives live; then it answers the next visitor', async () => {
    const visitor = await stage.visit(browser);
    const staff = await stage.visit(browser);
    await enterInbox(stage, staff);

    await visitor.page.goto(`${stage.url}/demo/help.html`);
    await openPanel(visitor.page);
    const panel = visitor.page.getByRole('dialog');
    const question = `Do zebras ride bicycles on ${engine}?`;
    await visitor.page.keyboard.type(question);
    await panel.getByRole('button', { name: 'Ask a person' }).click();
    await panel.getByLabel('Details').fill('Asking for a friend with **stripes**.');
    await panel.getByRole('textbox', { name: /^Your name/ }).fill('Zoe');
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.getByText('We’ve got your question').waitFor();
    await panel.getByText(/will reply by|A person will read it next/).waitFor();
    await panel.getByRole('button', { name: 'See your question' }).click();
    await panel.getByText('stripes', { exact: true }).waitFor();

    // The inbox had it the moment it was sent; the newest first, it is in sight.
    const desk = staff.page;
    await showView(desk, /All open/);
    await desk.locator('.list .row', { hasText: question }).click();
    await desk.getByLabel(/^Reply to Zoe/).fill('They do, **slowly**.');
    await desk.getByRole('button', { name: 'Send', exact: true }).click();

    // It arrives in the open panel.
    await panel.getByText('slowly', { exact: true }).waitFor();
    await desk.getByText('Seen', { exact: false }).first().waitFor();

    // With the panel closed it is a badge; it is still there after the page was left and opened again.
    await visitor.page.keyboard.press('Escape');
    await desk.getByLabel(/^Reply to Zoe/).fill('And only on Sundays.');
    await desk.getByRole('button', { name: 'Send', exact: true }).click();
    const launcher = visitor.page.locator('foyer-root button.launcher');
    await expect.poll(() => launcher.getAttribute('aria-label')).toMatch(/1 new/);
    await visitor.page.goto(`${stage.url}/demo/article.html`);
    await expect.poll(() => launcher.getAttribute('aria-label')).toMatch(/1 new/);
    await openPanel(visitor.page);
    await visitor.page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(question.slice(0, 20)) })
      .click();
    await visitor.page.locator('.message', { hasText: 'And only on Sundays.' }).waitFor();

    // A private note stays private; publishing makes the next visitor find it.
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('n');
    await desk.locator('textarea:focus').waitFor();
    await desk.keyboard.type('Zoe is a zebra');
    await desk.keyboard.press('Control+Enter');
    await desk.locator('.message.note', { hasText: 'Zoe is a zebra' }).waitFor();
    await desk.getByRole('button', { name: 'Make public' }).click();
    await desk.getByLabel('Answer', { exact: true }).fill('They do, on Sundays.');
    // Zoe asked the team alone: that has to be said before it goes out, and she is told.
    await desk.getByText('The visitor asked for your team only').waitFor();
    await desk.getByRole('button', { name: 'Publish' }).click();
    expect(await desk.getByRole('link', { name: /^Public/ }).count()).toBe(0);
    await desk.getByLabel('Nothing here is about the visitor, or they agreed').check();
    await desk.getByRole('button', { name: 'Publish' }).click();
    await desk.getByRole('link', { name: /^Public/ }).waitFor();
    await visitor.page
      .getByRole('dialog')
      .locator('.day', { hasText: 'are now public, without your name' })
      .waitFor();
    expect(await visitor.page.content()).not.toContain('Zoe is a zebra');

    const next = await stage.visit(browser);
    await next.page.goto(`${stage.url}/demo/`);
    await openPanel(next.page);
    const field = next.page.getByRole('dialog').getByRole('textbox').first();
    const answer = next.page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`zebras ride bicycles on ${engine}`) });
    for (let tries = 0; tries < 20 && (await answer.count()) === 0; tries++) {
      await field.fill(`zebra bicycle ${engine}${' '.repeat(tries % 3)}`);
      await answer.waitFor({ timeout: 1_000 }).catch(() => {});
    }
    await answer.click();
    await next.page.getByRole('dialog').getByText('They do, on Sundays.').waitFor();
    const [page] = await Promise.all([
      next.context.waitForEvent('page'),
      next.page.getByRole('dialog').getByRole('link', { name: 'Public page' }).click(),
    ]);
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    for (const person of [visitor, staff, next]) expect(person.problems).toEqual([]);
  });

  test('with the keyboard alone: a visitor asks, an agent answers, closes and logs out', async () => {
    const visitor = await stage.visit(browser);
    await visitor.page.goto(`${stage.url}/demo/index.html`);
    await visitor.page.locator('foyer-root button.launcher').waitFor();
    const focused = (): Promise<string> =>
      visitor.page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return `${element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 40)}`;
      });
    for (let count = 0; count < 60 && !(await focused()).startsWith('BUTTON Help'); count++)
      await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    await expect.poll(focused).toMatch(/^TEXTAREA/);
    const title = `Keyboard question on ${engine}`;
    await visitor.page.keyboard.type(title);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('dialog').getByLabel('Details').waitFor();
    await expect.poll(focused).toMatch(/^TEXTAREA/);
    await visitor.page.keyboard.type('No mouse here.');
    for (let count = 0; count < 12 && !(await focused()).startsWith('BUTTON Send'); count++)
      await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('dialog').getByText('We’ve got your question').waitFor();
    await visitor.page.keyboard.press('Escape');
    await expect.poll(focused).toMatch(/^BUTTON/);
    expect(await visitor.page.getByRole('dialog').count()).toBe(0);

    const staff = await stage.visit(browser);
    const desk = staff.page;
    await desk.goto(`${stage.url}/inbox?lang=en`);
    await desk.locator('#email').waitFor();
    await desk.keyboard.type('mara@kettleandcrane.example');
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('kettle-and-crane');
    await desk.keyboard.press('Enter');
    await desk.locator('.list .row').first().waitFor();
    // Found by its words: it was promised last, so it stands where the list is not in sight.
    await desk.keyboard.press('/');
    await desk.keyboard.type(title);
    await desk.locator('.list .row mark').first().waitFor();
    await desk.keyboard.press('Enter');
    const atRow = (): Promise<string> =>
      desk.evaluate(() =>
        document.activeElement?.matches('button') ? (document.activeElement.textContent ?? '') : '',
      );
    await expect.poll(atRow).toContain(title);
    await desk.keyboard.press('Enter');
    await desk.locator('#conversation-title', { hasText: title }).waitFor();
    await desk.keyboard.press('a');
    await desk.keyboard.press('r');
    await desk.locator('textarea:focus').waitFor();
    await desk.keyboard.type('Answered by keyboard.');
    await desk.keyboard.press('Control+Enter');
    await desk.locator('.message.staff', { hasText: 'Answered by keyboard.' }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('e');
    await desk.getByRole('button', { name: 'Reopen' }).waitFor();
    await desk.keyboard.press('?');
    await desk.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await desk.keyboard.press('Enter');
    for (let count = 0; count < 40 && !(await atRow()).includes('Log out'); count++)
      await desk.keyboard.press('Shift+Tab');
    await desk.keyboard.press('Enter');
    await desk.locator('#password').waitFor();
    expect(staff.problems).toEqual([]);
  });

  inBrowser(
    'on a phone, from right to left: asked, heard, and followed on the page without JavaScript, too',
    async () => {
      const phone = {
        viewport: { width: 360, height: 740 },
        locale: 'ar',
        hasTouch: true,
        isMobile: true,
      } as const;
      const visitor = await stage.visit(browser, phone);
      const { page } = visitor;
      await page.goto(`${stage.url}/demo/ar/`);
      await page.locator('foyer-root button.launcher').tap();
      const panel = page.getByRole('dialog');
      await panel.getByRole('textbox').first().fill('هل تصنعون دراجات للحمير؟');
      await panel.getByRole('button', { name: 'اسأل فريقنا' }).tap();
      const box = await panel.boundingBox();
      expect(box).toMatchObject({ x: 0, width: 360 });
      expect(await panel.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      await panel.locator('button[type=submit]').tap();
      await panel.locator('.heard').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      const plain = await stage.visit(browser, { ...phone, javaScriptEnabled: false });
      await plain.page.goto(`${stage.url}/sites/demo/ask?lang=ar`);
      await plain.page.locator('#title').fill('سؤال بلا جافاسكربت');
      await plain.page.locator('form button').last().tap();
      await plain.page.locator('#details').fill('تفاصيل');
      await plain.page.locator('main form button').last().tap();
      await plain.page.waitForURL(/\/conversations\//);
      expect(await plain.page.locator('.thread').innerText()).toContain('تفاصيل');
      expect(await plain.page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(visitor.problems).toEqual([]);
    },
  );

  inBrowser('the inbox opened under another address says under which to open it', async () => {
    const { page } = await stage.visit(browser);
    await page.goto(`${stage.url.replace('localhost', '127.0.0.1')}/inbox?lang=en`);
    await page.getByText(`Go to ${stage.url}/inbox.`).waitFor();
  });

  inBrowser('inline on the help page the same flow works where the element stands', async () => {
    const { page, problems } = await stage.visit(browser);
    await page.goto(`${stage.url}/demo/help.html`);
    const inline = page.locator('foyer-ask').first();
    await inline.scrollIntoViewIfNeeded();
    await inline.getByRole('textbox').first().fill('how do i return a bag');
    await inline.locator('.list button').first().click();
    await inline.getByRole('button', { name: 'Not quite' }).click();
    // What was typed is still there: it is the question now.
    expect(await inline.getByLabel('Your question').inputValue()).toBe('how do i return a bag');
    await inline.getByRole('button', { name: 'Send' }).click();
    await inline.getByText('We’ve got your question').waitFor();
    expect(problems).toEqual([]);
  });
});
