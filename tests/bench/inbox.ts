import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../helpers/browser.ts';
import { freePort } from '../helpers/stage.ts';
import { closeGoals, judge } from './goals.ts';
import { fillInbox } from './inboxData.ts';
import { percentile, type Program, startProgram } from './process.ts';

/*
 * The inbox with 100,000 conversations and 1,000,000 messages in SQLite: the first page of every view in every order, the
 * counts, and search as one types, over HTTP, beside a request of the same server that reads nothing; then in Chromium
 * with the processor slowed down four times, the time to the first row and the frames of a long scroll.
 * Usage: npm run bench:inbox -- [conversations]
 */

const conversations = Number(process.argv[2] ?? 100_000);
const rounds = 30;
const slowdown = 4;

const folder = mkdtempSync(join(tmpdir(), 'foyer-inbox-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const environment = { DATA_DIR: folder, PORT: String(port), PUBLIC_URL: url };
let program: Program | undefined;

const logIn = async (): Promise<{ cookie: string; site: string }> => {
  const response = await fetch(`${url}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'bench@foyer.example', password: 'a long password' }),
  });
  const me = (await response.json()) as { memberships: { site: string }[] };
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie, site: me.memberships[0]!.site };
};

const p = (values: number[], share: number): string => percentile(values, share).toFixed(1).padStart(7);
/** @param goal for the 95th percentile, milliseconds */
const row = (name: string, times: number[], goal: number | null): void =>
  console.log(
    `${name.padEnd(44)} ${p(times, 0.5)} ${p(times, 0.95)} ${p(times, 1)}   ${
      goal === null ? '' : judge(name, percentile(times, 0.95), { atMost: goal, noise: 0.15, unit: ' ms' })
    }`,
  );

/** Times some paths, one after the other, as somebody who types asks for them. */
const time = async (cookie: string, paths: string[]): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const path of paths) {
      const begin = performance.now();
      const response = await fetch(url + path, { headers: { cookie } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      if (round > 0) times.push(performance.now() - begin);
    }
  return times;
};

/** Beginnings of a text as it is typed, from its second letter on. */
const typed = (text: string): string[] =>
  Array.from({ length: Math.max(1, text.length - 1) }, (_, index) => text.slice(0, index + 2));

/** Notes when the first row of the list has been drawn, from inside the page. */
const watchFirstRow = (): void => {
  const look = (): void => {
    if (document.querySelector('.list .row'))
      requestAnimationFrame((now) => Object.assign(window, { firstRow: now }));
    else requestAnimationFrame(look);
  };
  look();
};

/** Scrolls the list down for a while. @returns milliseconds between frames */
const scroll = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const box = document.querySelector('.rows')!;
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          box.scrollTop += 180;
          if (frames.length < 300) requestAnimationFrame(step);
          else resolve(frames.slice(2));
        };
        requestAnimationFrame(step);
      }),
  );

try {
  // Once, so that the tables are there.
  program = await startProgram('foyer', environment);
  await program.stop('SIGTERM');
  const begin = performance.now();
  const { labels, words } = fillInbox(join(folder, 'foyer.sqlite'), conversations);
  const size = statSync(join(folder, 'foyer.sqlite')).size / 1024 / 1024;
  console.log(
    `${conversations.toLocaleString('en')} conversations, ${(conversations * 10).toLocaleString('en')} messages: ${size.toFixed(0)} MiB, made in ${((performance.now() - begin) / 1_000).toFixed(0)} s\n`,
  );
  program = await startProgram('foyer', environment);
  const { cookie, site } = await logIn();
  const base = `/api/inbox/${site}`;

  console.log(`${'milliseconds over HTTP'.padEnd(44)}  median     p95   worst`);
  row('bare: who is logged in', await time(cookie, ['/api/staff/me']), null);
  const all: number[] = [];
  const views = [
    'waiting',
    'mine',
    'unassigned',
    'all',
    'mentions',
    'snoozed',
    'closed',
    'held',
    'kind:chat',
  ];
  for (const view of [...views, `label:${labels[0]}`, `label:${labels[11]}`]) {
    const paths = ['promise', 'newest', 'oldest'].map(
      (sort) => `${base}/conversations?view=${view}&sort=${sort}&limit=100`,
    );
    const times = await time(cookie, paths);
    all.push(...times);
    row(`first page of ${view.slice(0, 20)}, three orders`, times, 20);
  }
  row('first page of any view', all, 20);
  row('counts of every view', await time(cookie, [`${base}/overview`]), 20);
  const found: number[] = [];
  for (const text of [
    words.common,
    words.middling,
    words.rare,
    `${words.common} ${words.middling}`,
    `${words.middling} ${words.rare}`,
    'ania',
    'v77777@mail.example',
    `${words.common} is:open`,
    `${words.common} label:"label 3"`,
    'is:closed kind:chat',
  ]) {
    const times = await time(
      cookie,
      typed(text).map((part) => `${base}/search?q=${encodeURIComponent(part)}`),
    );
    found.push(...times);
    row(`search as one types “${text}”`, times, 50);
  }
  row('search as one types, all', found, 50);

  const browser = await launchBrowser();
  const first: number[] = [];
  const frames: number[] = [];
  for (let round = 0; round < 5; round++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addCookies(
      cookie.split('; ').map((one) => {
        const [name, value] = one.split('=') as [string, string];
        return { name, value, url };
      }),
    );
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watchFirstRow);
    await page.goto(`${url}/inbox`);
    await page.locator('.list .row').first().waitFor();
    first.push(await page.evaluate(() => (window as unknown as { firstRow: number }).firstRow));
    await page
      .locator('.rail')
      .getByRole('button', { name: /All open/ })
      .click();
    await page.locator('.list .row').nth(5).waitFor();
    frames.push(...(await scroll(page)));
    await context.close();
  }
  console.log(`\nin Chromium, processor slowed down ${slowdown} times`);
  row('navigation to first row', first, null);
  row('between frames of a long scroll', frames, 50);
  console.log(`frames over 50 ms: ${frames.filter((frame) => frame > 50).length} of ${frames.length}`);
  await browser.close();
} finally {
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
