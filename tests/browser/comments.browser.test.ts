import { createRenderer } from '../../server/core/content/renderer.ts';
import { letterHtml } from '../../server/core/mail/letter.tsx';
import { mailLanguage } from '../../server/core/mail/texts.ts';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SignJWT } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '../../shared/comments/routes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { defaultModeration } from '../../shared/core/moderation/defaults.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { hostile } from '../helpers/data.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, expectAccessible, hasFocus, openStage, type Stage } from '../helpers/stage.ts';

/* Comments under a page, in a real browser. */

let browser: Browser;
let stage: Stage;
let agent: Agent;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  agent = await enterAsAgent(stage);
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

/** Comments that the queue shows at first. */
const queuePage = 60;

const article = 'article.html';
const rootOf = (page: Page) => page.locator('foyer-comments .foyer');
const boxOf = (page: Page) => rootOf(page).locator('textarea').first();

const openComments = async (page: Page, path = article): Promise<void> => {
  await page.goto(`${stage.url}/demo/${path}`);
  await page.locator('foyer-comments').scrollIntoViewIfNeeded();
  await boxOf(page).waitFor();
};

/** Writes a comment from elsewhere. */
const writeElsewhere = async (body: string, path: string, parent?: string): Promise<string> => {
  const id = newId();
  const reply = await fetch(`${stage.url}/api/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${newSecret()}` },
    body: JSON.stringify({
      id,
      url: `${stage.url}/demo/${path}`,
      body,
      language: 'en',
      name: 'Elsewhere',
      took: 9_000,
      ...(parent && { parent }),
    }),
  });
  expect(reply.status, await reply.clone().text()).toBe(200);
  return id;
};

const approve = (ids: string[]) => agent.call(contract.postDecisions, { body: { ids, decision: 'approve' } });

test('write first, name after: held and seen by its author, approved it is there for everybody; reply, edit, vote, report, delete', async () => {
  const { page, problems } = await stage.visit(browser);
  await openComments(page);
  // Nothing is kept of who only reads.
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await boxOf(page).click();
  await page.keyboard.type('The lamp trick **works**. I measured it twice.', { delay: 60 });
  await rootOf(page).getByLabel('Your name').fill('Nadia');
  await rootOf(page).getByRole('button', { name: 'Preview' }).click();
  await rootOf(page).locator('.preview strong', { hasText: 'works' }).waitFor();
  await rootOf(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'lamp.png',
      mimeType: 'image/png',
      buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 80, height: 60 } }),
    });
  await rootOf(page).getByText('lamp.png').waitFor();
  await rootOf(page).getByRole('button', { name: 'Publish' }).click();
  const own = rootOf(page).locator('article', { hasText: 'The lamp trick' });
  await own.getByText('Only you can see this.').waitFor();
  await own.getByText('Our team reviews everyone’s first comment', { exact: false }).waitFor();

  // A picture of a comment that waits is its author's alone, and there.
  const lamp = own.getByRole('img', { name: 'lamp.png' });
  const isDrawn = () =>
    lamp.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const pixels = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height).data;
      return pixels.some((value) => value !== 0);
    });
  await expect.poll(isDrawn).toBe(true);
  await page.reload();
  await openComments(page);
  await expect.poll(isDrawn).toBe(true);

  const other = await stage.visit(browser);
  await openComments(other.page);
  expect(await rootOf(other.page).locator('article', { hasText: 'The lamp trick' }).count()).toBe(0);

  const { comments } = await agent.call(contract.listStaffComments, { query: { state: 'pending' } });
  await approve(comments.filter(({ author }) => author.name === 'Nadia').map(({ id }) => id));
  await openComments(page);
  await own.waitFor();
  expect(await own.getByText('Only you can see this.').count()).toBe(0);
  await lamp.scrollIntoViewIfNeeded();
  await expect
    .poll(() => lamp.evaluate((element) => (element as HTMLImageElement).naturalWidth ?? 0))
    .toBeGreaterThan(0);

  // Trusted now: a reply stands at once, under what it answers.
  const thread = rootOf(page).locator('article', { hasText: 'My uncle makes awnings' });
  await thread.getByRole('button', { name: 'Reply' }).click();
  const reply = rootOf(page).getByRole('textbox', { name: 'Reply to Bashir' });
  await hasFocus(reply);
  await page.keyboard.type('Please salute your uncle from all of us.', { delay: 70 });
  expect(await reply.inputValue()).toContain('salute your uncle');
  await page.keyboard.press('Control+Enter');
  const answered = rootOf(page).locator('article', { hasText: 'salute your uncle' });
  await answered.waitFor();

  await answered.getByRole('button', { name: 'Edit' }).click();
  await rootOf(page).getByRole('textbox', { name: 'Edit' }).fill('Please salute your uncle from Leeds.');
  await rootOf(page).getByRole('button', { name: 'Save' }).click();
  await answered.getByText('from Leeds').waitFor();
  await answered.getByText('edited').waitFor();

  const up = thread.getByRole('button', { name: 'Vote up' });
  await up.click();
  await rootOf(page).locator('button[aria-pressed=true]', { hasText: '22' }).waitFor();
  await up.click();
  await thread.locator('button[aria-pressed=false]', { hasText: '21' }).waitFor();

  const rude = rootOf(page).locator('article', { hasText: 'take the bus' });
  await rude.getByRole('button', { name: 'Report' }).click();
  // Nothing is reported by a slip: it is asked, and can be left.
  const sure = rude.getByRole('form', { name: 'Report' });
  await sure.getByRole('button', { name: 'Cancel' }).click();
  await rude.getByRole('button', { name: 'Report' }).click();
  await sure.getByRole('textbox', { name: 'Why? (optional)' }).fill('Not nice');
  await sure.getByRole('button', { name: 'Report' }).click();
  await rude.getByText('Our team will take a look.').waitFor();
  await rude.getByRole('button', { name: 'Undo' }).click();
  // A report that hides it at once leaves its undo with whoever sent it, and what is taken back is there for everybody.
  const reader = await stage.visit(browser);
  const isThere = async (there: boolean): Promise<void> => {
    await openComments(reader.page);
    await rootOf(reader.page)
      .locator('article', { hasText: 'take the bus' })
      .waitFor({
        state: there ? 'visible' : 'detached',
      });
  };
  await agent.set({ moderation: { ...defaultModeration(), trustAfter: 1, holdAfterReports: 1 } });
  await rude.getByRole('button', { name: 'Report' }).click();
  await sure.getByRole('button', { name: 'Report' }).click();
  await rude.getByText('Our team will take a look.').waitFor();
  await isThere(false);
  await rude.getByRole('button', { name: 'Undo' }).click();
  await rude.getByRole('button', { name: 'Report' }).waitFor();
  await isThere(true);
  await agent.set({ moderation: defaultModeration() });
  await rude.getByRole('button', { name: 'Report' }).click();
  await sure.getByRole('button', { name: 'Report' }).click();
  await rude.getByText('Our team will take a look.').waitFor();

  await rude.getByRole('button', { name: 'Share' }).click();
  const ways = rude.getByRole('group', { name: 'Share' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.url });
  await ways.getByRole('button', { name: 'Copy link' }).click();
  await ways.getByText('Link copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/demo\/article\.html#foyer-comment-[\w-]+$/);
  expect(await ways.getByRole('link', { name: 'WhatsApp' }).getAttribute('href')).toContain(
    encodeURIComponent(link),
  );
  await ways.getByRole('button', { name: 'Close' }).click();

  await answered.getByRole('button', { name: 'Delete' }).click();
  await answered.getByRole('group').getByRole('button', { name: 'Delete' }).click();
  await answered.waitFor({ state: 'detached' });
  await expectAccessible(page, 'comments');
  expect(problems).toEqual([]);
  // No secret is in an address.
  const secret = await page.evaluate(() => JSON.parse(localStorage.getItem('foyer:demo')!).secret as string);
  expect((await page.evaluate(() => performance.getEntries().map(({ name }) => name))).join()).not.toContain(
    secret,
  );
});

test('what arrives meanwhile is told, and moves nothing until it is wanted', async () => {
  const { page } = await stage.visit(browser);
  await page.clock.install();
  await openComments(page);
  await rootOf(page).locator('article', { hasText: 'measured with the bags on' }).waitFor();
  const before = await rootOf(page).locator('article').count();
  const id = await writeElsewhere('Something new under the sun.', article);
  await approve([id]);
  await page.clock.runFor(25_000);
  const fresh = rootOf(page).getByRole('button', { name: '1 new comment' });
  await fresh.waitFor();
  expect(await rootOf(page).locator('article').count()).toBe(before);
  await fresh.click();
  await rootOf(page).locator('article', { hasText: 'Something new under the sun.' }).waitFor();
});

test('with the fragment in place nothing moves, crawlers read it, and who has no scripts reads and writes', async () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    const { page } = await stage.visit(browser, { viewport });
    await page.addInitScript(() => {
      const seen = window as unknown as { shift: number };
      seen.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${stage.url}/demo/${article}`);
    await page.locator('foyer-comments').scrollIntoViewIfNeeded();
    await boxOf(page).waitFor();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
    // A phone has room for two levels; a third names whom it answers.
    const isPhone = viewport.width === 360;
    expect(await rootOf(page).locator('.replies .replies').count()).toBe(isPhone ? 0 : 2);
    expect(await rootOf(page).getByText('to Mara Lindqvist').count()).toBe(isPhone ? 1 : 0);
  }

  const { page } = await stage.visit(browser, { javaScriptEnabled: false });
  await page.goto(`${stage.url}/demo/${article}`);
  const fragment = page.locator('foyer-comments section');
  await fragment.getByText('My uncle makes awnings').waitFor();
  expect(await fragment.locator('[itemprop=comment] [itemprop=comment]').count()).toBeGreaterThan(2);
  await fragment.getByLabel('Write a comment').fill('Written without scripts.');
  await fragment.getByLabel('Your name').fill('Lynx');
  await fragment.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Your comment is awaiting review.').waitFor();
  await page.getByText('Written without scripts.').waitFor();
  await page.getByRole('link', { name: 'What 41,000 kilometres', exact: false }).click();
  await fragment.waitFor();
});

test('right to left on a phone, by keyboard alone', async () => {
  const { page, problems } = await stage.visit(browser, {
    viewport: { width: 360, height: 740 },
    locale: 'ar',
    colorScheme: 'dark',
  });
  await openComments(page, 'hazards/rtl.html');
  expect(await rootOf(page).getAttribute('dir')).toBe('rtl');
  await boxOf(page).focus();
  await rootOf(page).locator('.who').waitFor();
  await page.keyboard.type('تعليق قصير من لوحة المفاتيح.', { delay: 90 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('ليلى');
  for (let step = 0; step < 2; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await rootOf(page).locator('article .notice').waitFor();
  await expectAccessible(page, 'comments in Arabic');
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
  expect(problems).toEqual([]);
});

test('what could not be sent stays in the box, and the same press sends it later, once', async () => {
  const { page, context } = await stage.visit(browser);
  await openComments(page, 'hazards/strict-csp.html');
  await boxOf(page).click();
  await rootOf(page).locator('.who').waitFor();
  await page.keyboard.type('Patience is a part of steel.', { delay: 90 });
  await context.setOffline(true);
  await rootOf(page).getByRole('button', { name: 'Publish' }).click();
  await rootOf(page).getByText('You seem to be offline. Your text is still here.').waitFor();
  expect(await boxOf(page).inputValue()).toBe('Patience is a part of steel.');
  await context.setOffline(false);
  await rootOf(page).getByRole('button', { name: 'Publish' }).click();
  await rootOf(page).locator('article .notice').waitFor();
  expect(await rootOf(page).locator('article').count()).toBe(1);
  expect(await boxOf(page).inputValue()).toBe('');
});

test('the team works through what waits by keyboard: publishes, takes for spam, answers, many at once', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  const path = 'hazards/no-javascript.html';
  const [first, second, third, fourth] = [
    await writeElsewhere('Queue: good words.', path),
    await writeElsewhere('Queue: cheap words.', path),
    await writeElsewhere('Queue: a question?', path),
    await writeElsewhere('Queue: more words.', path),
  ];
  await enterInbox(stage, person);
  const link = page.getByRole('link', { name: /^Comments/ });
  await link.click();
  const queue = page.locator('.comment-queue');
  await queue.getByRole('searchbox').fill('Queue:');
  await expect.poll(() => queue.locator('li').count()).toBe(4);
  await expectAccessible(page, 'the queue of comments');
  await queue.getByRole('heading', { name: 'Comments' }).click();
  // The oldest is under the keys. What was deleted comes back while it is said.
  await page.keyboard.press('#');
  await queue.getByText('Queue: good words.').waitFor({ state: 'detached' });
  await queue.getByRole('status').getByText('1 comment deleted').waitFor();
  await queue.getByRole('button', { name: 'Undo' }).click();
  await queue.getByText('Queue: good words.').waitFor();
  await expect.poll(() => queue.locator('li').first().textContent()).toContain('Queue: good words.');
  await page.keyboard.press('a');
  await queue.getByText('Queue: good words.').waitFor({ state: 'detached' });
  await page.keyboard.press('s');
  await queue.getByText('Queue: cheap words.').waitFor({ state: 'detached' });
  await page.keyboard.press('r');
  await queue.getByRole('textbox', { name: 'Reply to Elsewhere as the team' }).waitFor();
  await page.keyboard.type('Good question.');
  await page.keyboard.press('Control+Enter');
  await queue.getByText('Queue: a question?').waitFor({ state: 'detached' });
  const fifth = await writeElsewhere('Queue: even more.', path);
  // It comes by itself: the inbox hears of it.
  await queue.getByText('Queue: even more.').waitFor();
  await queue.getByLabel('Select all').check();
  await queue.locator('.bulk').getByRole('button', { name: 'Publish' }).click();
  await queue.getByText('Nothing found.').waitFor();
  // Who leaves the list has decided.
  await queue.getByRole('button', { name: 'Published' }).click();
  const url = `${stage.url}/demo/${path}`;
  const read = async () =>
    (
      (await (await fetch(`${stage.url}/api/sites/demo/comments?url=${encodeURIComponent(url)}`)).json()) as {
        comments: { id: string; parent: string | null; author: { kind: string } }[];
      }
    ).comments;
  // Gone from the list at once; there for everybody when the server has said so.
  for (const id of [first, third, fourth, fifth])
    await expect.poll(async () => (await read()).some((comment) => comment.id === id)).toBe(true);
  const comments = await read();
  expect(comments.some(({ id }) => id === second)).toBe(false);
  expect(comments.find(({ parent }) => parent === third)!.author.kind).toBe('staff');
});

test('the team moderates on the page itself, from a link in the inbox; visitors see nothing of it', async () => {
  // Of this try alone.
  const [good, bad] = [`Good ${newId()}.`, `Bad ${newId()}.`];
  await approve([await writeElsewhere(good, article), await writeElsewhere(bad, article)]);
  const person = await stage.visit(browser);
  await enterInbox(stage, person);
  await person.page.getByRole('link', { name: /^Comments/ }).click();
  const queue = person.page.locator('.comment-queue');
  await queue.getByRole('button', { name: 'Published' }).click();
  await queue.getByRole('searchbox').fill(good);
  await expect.poll(() => queue.locator('li').count()).toBe(1);
  const opened = person.page.context().waitForEvent('page');
  await queue.getByRole('button', { name: 'Moderate on the page' }).press('Enter');
  const page = await opened;
  await page.waitForURL(/article\.html#foyer-moderate=/);
  await page.locator('foyer-comments').scrollIntoViewIfNeeded();
  await rootOf(page).getByText('moderating as', { exact: false }).waitFor();
  // The pass is out of the address, which people copy.
  expect(page.url()).toBe(`${stage.url}/demo/${article}`);
  await expectAccessible(page, 'comments for whoever moderates them');
  const comment = (text: string) => rootOf(page).getByRole('article').filter({ hasText: text });
  await comment(good).getByRole('button', { name: 'Pin' }).press('Enter');
  await comment(good).getByText('Pinned').waitFor();
  await comment(bad).getByRole('button', { name: 'Hide' }).press('Enter');
  await comment(bad).waitFor({ state: 'detached' });
  await rootOf(page).getByRole('button', { name: 'Undo' }).press('Enter');
  await comment(bad).waitFor();
  await rootOf(page).getByRole('button', { name: 'Close comments' }).press('Enter');
  await rootOf(page).getByText('Comments are closed.').waitFor();
  // For the tab, as long as they are not done; and for nobody else.
  await page.reload();
  await page.locator('foyer-comments').scrollIntoViewIfNeeded();
  const visitor = await stage.visit(browser);
  await visitor.page.goto(`${stage.url}/demo/${article}`);
  await visitor.page.locator('foyer-comments').scrollIntoViewIfNeeded();
  await rootOf(visitor.page).getByText('Comments are closed.').waitFor();
  await rootOf(page).getByRole('button', { name: 'Open comments' }).press('Enter');
  await boxOf(page).waitFor();
  await comment(good).getByRole('button', { name: 'Unpin' }).press('Enter');
  await comment(good).getByRole('button', { name: 'Pin', exact: true }).waitFor();
  await rootOf(page).getByRole('button', { name: 'Done' }).press('Enter');
  await rootOf(page).getByText('moderating as').waitFor({ state: 'detached' });
  await expect.poll(() => rootOf(visitor.page).getByText('moderating as').count()).toBe(0);
});

/** Takes a file in beside the running server, as an owner does. */
const takeIn = (name: string, content: string): void => {
  const file = join(stage.folder, name);
  writeFileSync(file, content);
  execFileSync(
    process.execPath,
    ['dist/server/foyer.js', 'import-comments', file, '--site', 'demo', '--base', stage.url],
    { env: { ...process.env, DATA_DIR: stage.folder, PUBLIC_URL: stage.url } },
  );
};

test('three hundred comments: read on without a jump, sorted, and a link to the last finds it', async () => {
  const path = 'hazards/late.html';
  const at = (index: number) => new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString();
  const rows = Array.from(
    { length: 300 },
    (_, index) =>
      `${index},/demo/${path},${at(index)},Reader ${index},Words number ${index}.,${index % 5 === 1 ? index - 1 : ''},${index % 7}`,
  );
  takeIn('many.csv', `id,url,date,name,text,parent,up\n${rows.join('\n')}\n`);
  const { page, problems } = await stage.visit(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(`${stage.url}/demo/${article}`);
  // The page itself has no comments: an element is put into it.
  const show = async (hash = ''): Promise<void> => {
    await page.goto(`${stage.url}/demo/product.html${hash}`);
    await page.evaluate((url) => {
      const element = document.createElement('foyer-comments');
      element.setAttribute('page-url', url);
      document.querySelector('main')!.append(element);
    }, `${stage.url}/demo/${path}`);
    await page.locator('foyer-comments').scrollIntoViewIfNeeded();
    await boxOf(page).waitFor();
  };
  await show();
  await rootOf(page).getByRole('heading', { name: '300 comments' }).waitFor();
  const last = rootOf(page).locator('article').last();
  const before = await last.getAttribute('aria-label');
  const more = rootOf(page).getByRole('button', { name: 'More comments' });
  await more.scrollIntoViewIfNeeded();
  const anchored = rootOf(page).locator(`article[aria-label="${before}"]`);
  const top = (await anchored.boundingBox())!.y;
  await more.click();
  await expect.poll(() => rootOf(page).locator('article').count()).toBeGreaterThan(60);
  expect(Math.abs((await anchored.boundingBox())!.y - top)).toBeLessThan(2);
  while (await more.count()) {
    const count = await rootOf(page).locator('article').count();
    await more.click();
    await expect.poll(() => rootOf(page).locator('article').count()).toBeGreaterThan(count);
  }
  expect(await rootOf(page).locator('article').count()).toBe(300);
  await expectAccessible(page, 'three hundred comments');
  await rootOf(page).getByLabel('Sort by').selectOption('newest');
  await rootOf(page).locator('article').first().getByText('Words number 299.').waitFor();

  await rootOf(page).getByLabel('Sort by').selectOption('oldest');
  const list = (await (
    await fetch(
      `${stage.url}/api/sites/demo/comments?sort=newest&url=${encodeURIComponent(`${stage.url}/demo/${path}`)}`,
    )
  ).json()) as { comments: { id: string }[] };
  const wanted = list.comments[0]!.id;
  await page.goto('about:blank');
  await show(`#foyer-comment-${wanted}`);
  await rootOf(page).locator('article.here', { hasText: 'Words number 299.' }).waitFor();
  expect(problems).toEqual([]);
});

test('hostile words run nowhere: not in the element under the strictest policy, the fragment, the page, the feed, mails, the queue', async () => {
  const path = 'hazards/strict-csp.html';
  const words = [...hostile('dompurify'), ...hostile('blns')].filter(
    (text) => text.trim() !== '' && !text.includes('\0') && text.isWellFormed(),
  );
  const lines = words.map((body, index) =>
    JSON.stringify({
      kind: 'comment',
      id: newId(),
      page: { url: `${stage.url}/demo/${path}` },
      source: `hostile:${index}`,
      parent: null,
      state: index % 2 ? 'approved' : 'pending',
      reason: null,
      byStaff: false,
      verified: false,
      name: body.slice(0, 80).toWellFormed(),
      email: null,
      website: body.slice(0, 200).toWellFormed(),
      body,
      language: 'en',
      up: 0,
      down: 0,
      at: 1_600_000_000_000 + index,
      editedAt: null,
    }),
  );
  takeIn('hostile.jsonl', `{"kind":"foyer","version":1}\n${lines.join('\n')}\n`);
  const person = await stage.visit(browser);
  const { page, problems } = person;
  await page.addInitScript(() => {
    const seen = window as unknown as { ran: string[] };
    seen.ran = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      window[name] = (() => void seen.ran.push(name)) as never;
  });
  const calm = async (where: string): Promise<void> => {
    expect(await page.evaluate(() => (window as unknown as { ran: string[] }).ran), where).toEqual([]);
    expect(problems, where).toEqual([]);
  };
  await openComments(page, path);
  // Every other one is approved; where the large sets are missing, there are fewer than a page holds.
  const shown = Math.min(20, Math.floor(words.length / 2) - 1);
  await expect.poll(() => rootOf(page).locator('article').count()).toBeGreaterThan(shown);
  await calm('the element');
  const query = `url=${encodeURIComponent(`${stage.url}/demo/${path}`)}`;
  for (const part of ['/fragment?as=json-ld&', '?']) {
    await page.goto(`${stage.url}/sites/demo/comments${part}${query}`);
    await page.getByText('comments', { exact: false }).first().waitFor();
    await calm(part);
  }
  // A reader of feeds, and a mail program, put our HTML into pages of their own, with no policy to help.
  const feed = await (await fetch(`${stage.url}/sites/demo/comments.atom?${query}`)).text();
  await page.goto('about:blank');
  const stories = await page.evaluate(
    (xml) =>
      [...new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('content')].map(
        (content) => content.textContent ?? '',
      ),
    feed,
  );
  expect(stories.length).toBeGreaterThanOrEqual(shown);
  await page.setContent(stories.join('<hr>'));
  await calm('the feed');
  const renderer = createRenderer(null, () => {});
  for (let first = 0; first < words.length; first += 50) {
    const letters = await Promise.all(
      words.slice(first, first + 50).map(async (text) =>
        letterHtml(
          {
            language: mailLanguage('en', 'en'),
            accent: '#2f5d50',
            paragraphs: [text],
            quotes: [
              {
                who: text,
                when: '',
                rich: await renderer.render(text.slice(0, 4_000), { site: 's', person: 'p' }),
                files: text,
              },
            ],
            action: { label: text, href: `${stage.url}/`, note: text },
            footer: [text],
            stop: null,
          },
          null,
        ),
      ),
    );
    await page.setContent(letters.join(''));
    await calm(`mails from ${first}`);
  }
  await renderer.close();
  await enterInbox(stage, person);
  await page.getByRole('link', { name: /^Comments/ }).click();
  const queue = page.locator('.comment-queue');
  await queue.locator('li').first().waitFor();
  // Every other one waits, but for those that say nothing; where the large sets are missing, they are fewer than a page.
  const waiting = Math.floor(words.length / 2) - 5;
  if (waiting > queuePage) await queue.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => queue.locator('li').count()).toBeGreaterThan(Math.min(waiting, queuePage));
  await calm('the queue');
});

test('a fast writer works for it: the browser solves the challenge by itself, and the comment is there', async () => {
  const { page, requests } = await stage.visit(browser);
  await openComments(page, 'hazards/strict-csp.html');
  await boxOf(page).click();
  await rootOf(page).locator('.who').waitFor();
  await boxOf(page).fill('Written in no time at all.');
  await rootOf(page).getByRole('button', { name: 'Publish' }).click();
  await rootOf(page).locator('article', { hasText: 'Written in no time' }).waitFor();
  expect(requests.filter((url) => url.endsWith('/challenge'))).toHaveLength(1);
});

test('who is signed in on the site is shown as verified, and another person at the same page is another', async () => {
  const { page } = await stage.visit(browser);
  const database = new Sqlite(join(stage.folder, 'foyer.sqlite'), { readonly: true });
  const { secret } = database.prepare("select secret from sites where key = 'demo'").get() as {
    secret: string;
  };
  database.close();
  const token = await new SignJWT({ name: 'Signe Holt' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('signe')
    .setAudience('demo')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
  await page.addInitScript((given) => {
    const stub = ((...command: unknown[]) => void stub.q.push(command)) as unknown as { q: unknown[][] };
    stub.q = [['identify', { token: given }]];
    (window as unknown as { Foyer: unknown }).Foyer = stub;
  }, token);
  await page.goto(`${stage.url}/demo/hazards/strict-csp.html`);
  await page.locator('foyer-comments').scrollIntoViewIfNeeded();
  await boxOf(page).click();
  await rootOf(page).locator('.who').waitFor();
  await page.keyboard.type('Signed, so you know that it is me.', { delay: 90 });
  await rootOf(page).getByRole('button', { name: 'Publish' }).click();
  const own = rootOf(page).locator('article', { hasText: 'Signed, so you know' });
  await own.getByText('Verified').waitFor();
  await own.getByText('Signe Holt').waitFor();
  await page.evaluate(() => (window as unknown as { Foyer(name: string): void }).Foyer('logout'));
  await own.waitFor({ state: 'detached' });
});

test('a list page shows how many there are, in one request', async () => {
  const { page } = await stage.visit(browser);
  await page.goto(`${stage.url}/demo/product.html`);
  const asked = page.waitForRequest(/comments\/counts$/);
  await page.evaluate(() => {
    const add = (href: string): void => {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = 'Comments';
      for (const [name, value] of [
        ['foyerCount', ''],
        ['foyerZero', 'No comments'],
        ['foyerOther', '{count} comments'],
      ])
        link.dataset[name!] = value!;
      document.querySelector('main')!.append(link);
    };
    add('article.html#x');
    add('nothing-here.html');
    const script = document.createElement('script');
    script.src = '/foyer-counts.js';
    script.dataset['site'] = 'demo';
    document.head.append(script);
  });
  await asked;
  await page.getByText(/^\d+ comments$/).waitFor();
  await page.getByText('No comments', { exact: true }).waitFor();
  // A list that the page draws anew, as applications of one page do.
  await page.evaluate(() => {
    const link = document.querySelector<HTMLAnchorElement>('[data-foyer-count][href^="nothing"]')!;
    link.href = 'article.html';
  });
  await expect.poll(() => page.getByText(/^\d+ comments$/).count()).toBe(2);
});

test('a page that becomes another without being loaded shows and takes that one’s comments; attributes are followed', async () => {
  const { page, problems } = await stage.visit(browser);
  await openComments(page);
  await rootOf(page).locator('article', { hasText: 'My uncle makes awnings' }).waitFor();
  await page.evaluate(() => history.pushState(null, '', 'the-next-page.html'));
  await rootOf(page).getByText('No comments yet.', { exact: false }).waitFor();
  expect(await rootOf(page).locator('article').count()).toBe(0);
  await boxOf(page).click();
  await page.keyboard.type('These words belong to the next page.', { delay: 60 });
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && /comments$/.test(request.url()),
  );
  await rootOf(page).getByRole('button', { name: 'Publish' }).click();
  expect((await sent).postDataJSON()).toMatchObject({ url: `${stage.url}/demo/the-next-page.html` });
  await rootOf(page).locator('article', { hasText: 'belong to the next page' }).waitFor();

  const set = (name: string, value: string) =>
    page
      .locator('foyer-comments')
      .evaluate((element, [name, value]) => element.setAttribute(name!, value!), [name, value]);
  await set('page-url', `${stage.url}/demo/${article}`);
  await rootOf(page).locator('article', { hasText: 'My uncle makes awnings' }).waitFor();
  await set('page-id', 'a-name-of-its-own');
  await rootOf(page).getByText('No comments yet.', { exact: false }).waitFor();
  await page.goBack();
  expect(problems).toEqual([]);
});

test('a link to a comment far down the page leads to it, and the keyboard goes on from there', async () => {
  const { page, problems } = await stage.visit(browser);
  await openComments(page);
  const href = await rootOf(page)
    .locator('article', { hasText: 'My uncle makes awnings' })
    .locator('header a')
    .getAttribute('href');
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      document.querySelector<HTMLElement>('foyer-comments')?.style.setProperty('margin-top', '9000px');
    }),
  );
  await page.goto('about:blank');
  await page.goto(href!);
  const linked = rootOf(page).locator('article.here', { hasText: 'My uncle makes awnings' });
  await linked.waitFor();
  await expect.poll(() => linked.evaluate((element) => element.matches(':focus'))).toBe(true);
  const { top, bottom } = await linked.evaluate((element) => element.getBoundingClientRect().toJSON());
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(800);

  // The same on a page that is open, and has not drawn them yet.
  await page.goto('about:blank');
  await page.goto(`${stage.url}/demo/${article}`);
  await page.locator('foyer-root button.launcher').waitFor();
  expect(await rootOf(page).count()).toBe(0);
  await page.evaluate((hash) => (location.hash = hash), new URL(href!).hash);
  await linked.waitFor();
  await expect.poll(() => linked.evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(problems).toEqual([]);
});

test('what was written and not taken yet is there after a reload, an answer to a comment too', async () => {
  const { page, problems } = await stage.visit(browser);
  await openComments(page);
  await boxOf(page).click();
  await page.keyboard.type('Half a thought');
  await rootOf(page).getByLabel('Your name').fill('Ines');
  const thread = rootOf(page).locator('article', { hasText: 'My uncle makes awnings' });
  await thread.getByRole('button', { name: 'Reply' }).click();
  await rootOf(page).getByRole('textbox', { name: 'Reply to Bashir' }).fill('And half an answer');
  await page.reload();
  await page.locator('foyer-comments').scrollIntoViewIfNeeded();
  await expect.poll(() => boxOf(page).inputValue()).toBe('Half a thought');
  await expect
    .poll(() => rootOf(page).getByRole('textbox', { name: 'Reply to Bashir' }).inputValue())
    .toBe('And half an answer');
  expect(await rootOf(page).getByLabel('Your name').first().inputValue()).toBe('Ines');
  // Who logs out on the page leaves nothing to the next person.
  await page.evaluate(() => (window as unknown as { Foyer(command: string): void }).Foyer('logout'));
  await expect.poll(() => boxOf(page).inputValue()).toBe('');
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  expect(problems).toEqual([]);
});
