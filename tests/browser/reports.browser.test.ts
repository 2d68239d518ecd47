import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestDue } from '../../server/reports/mail/due.ts';
import type { SiteSettings } from '../../shared/siteSettings.ts';
import { newId } from '../../shared/core/ids.ts';
import { insertMadeFacts } from '../bench/reportFacts.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { receivedMail } from '../helpers/receivedMail.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { demoLogin, enterInbox, expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

const day = 86_400_000;
let browser: Browser;
let stage: Stage;
let siteId: string;
let smtp: TestMailServer;
beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({ SMTP_URL: smtp.url });
  // Whatever the server sends when it's back comes of the generated quarter.
  await stage.kill();
  const client = new Sqlite(join(stage.folder, 'foyer.sqlite'));
  siteId = client.prepare('select id from sites').pluck().get() as string;
  const staff = client.prepare('select id from staff').pluck().all() as string[];
  const until = Date.now();
  insertMadeFacts(client, { siteId, count: 2_600, from: until - 91 * day, until, staff, teams: [] });
  const { hours } = JSON.parse(
    client.prepare('select settings from sites').pluck().get() as string,
  ) as SiteSettings;
  const { from } = latestDue('week', until, hours.zone);
  // As the hourly planner does, who finds it overdue.
  client
    .prepare(
      "insert into jobs (site_id, id, kind, key, payload, run_at, attempts, state, created_at) values (?, ?, 'report.due', ?, ?, ?, 0, 'waiting', ?)",
    )
    .run(siteId, newId(), `week ${from}`, JSON.stringify({ grain: 'week', from }), until, until);
  client.close();
  smtp.mails.splice(0);
  await stage.start();
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

test('a report is opened, another period chosen, and a number followed to its rows and back', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await enterInbox(stage, person);
  // As mails name it: the site's, whichever the reader had open last.
  await page.goto(`${stage.url}/inbox/sites/${siteId}/reports`);
  await page.getByRole('heading', { name: 'How soon do we reply?' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/inbox/reports');
  await expectAccessible(page, 'reports');
  const lead = page.locator('.desk-page > header > p');
  const week = await lead.textContent();
  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await expect.poll(() => lead.textContent()).not.toBe(week);
  const figure = page.getByRole('button', { name: /^Conversations: / });
  const count = Number((await figure.textContent())?.replace(/\D/g, ''));
  expect(count).toBeGreaterThan(50);
  await figure.click();
  const rows = page.locator('.report-rows');
  await rows.locator('li').first().waitFor();
  await expectAccessible(page, 'rows behind a number');
  // As many rows as the number says.
  while (await rows.getByRole('button', { name: 'More' }).isVisible()) {
    const shown = await rows.locator('li').count();
    await rows.getByRole('button', { name: 'More' }).click();
    await expect.poll(() => rows.locator('li').count()).toBeGreaterThan(shown);
  }
  expect(await rows.locator('li').count()).toBe(count);
  await page.getByRole('button', { name: 'Back to the report' }).click();
  await page.getByRole('heading', { name: 'How much came in?' }).waitFor();
  // What was searched for in vain is written about from here.
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  const gap = page.getByRole('button', { name: /^Write an article: / }).first();
  const title = (await gap.getAttribute('aria-label'))?.replace(/^[^:]+: /, '') ?? '';
  await expectAccessible(page, 'lists of the report');
  await gap.click();
  await page.waitForURL(/\/inbox\/articles\/[\w-]{36}$/);
  const field = page.getByRole('textbox', { name: /^Title/ });
  await expect.poll(() => field.inputValue()).toBe(title);
  expect(person.problems).toEqual([]);
});

test('the Monday mail that nobody sent while the server was down arrives, fits, and leads to the rows behind its numbers', async () => {
  const mail = await receivedMail(smtp, demoLogin.email, /Open the report/);
  expect(mail.parsed.subject).toMatch(/Your week: /);
  const html = mail.parsed.html || '';
  // Read as mail programs show it: without scripts, pictures inside, on a phone and a desk, light and dark.
  for (const width of [360, 800])
    for (const colorScheme of ['light', 'dark'] as const) {
      const reader = await stage.visit(browser, {
        viewport: { width, height: 740 },
        colorScheme,
        javaScriptEnabled: false,
      });
      await reader.page.setContent(html);
      const widest = await reader.page.evaluate(() => document.documentElement.scrollWidth);
      expect([colorScheme, width, widest <= width]).toEqual([colorScheme, width, true]);
      if (process.env['FOYER_SHOTS'])
        await reader.page.screenshot({
          path: join(process.env['FOYER_SHOTS'], `report-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      await reader.context.close();
    }
  expect(mail.parsed.text).toMatch(/^Conversations/m);

  const person = await stage.visit(browser);
  await enterInbox(stage, person);
  const link = /http\S+\/reports\?\S+/.exec(mail.parsed.text!)![0];
  await person.page.goto(link);
  // The number that the mail names is the page's, and as many rows stand behind it.
  const figure = person.page.getByRole('button', { name: /^Conversations: / });
  const count = Number((await figure.textContent())?.replace(/\D/g, ''));
  expect(count).toBeGreaterThan(0);
  expect(mail.parsed.text).toMatch(new RegExp(`^Conversations\\D+${count}\\b`, 'm'));
  await figure.click();
  const rows = person.page.locator('.report-rows');
  await rows.locator('li').first().waitFor();
  while (await rows.getByRole('button', { name: 'More' }).isVisible()) {
    const shown = await rows.locator('li').count();
    await rows.getByRole('button', { name: 'More' }).click();
    await expect.poll(() => rows.locator('li').count()).toBeGreaterThan(shown);
  }
  expect(await rows.locator('li').count()).toBe(count);
});
