import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DateTime } from 'luxon';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../helpers/browser.ts';
import { enterInbox, openPanel, openStage } from '../helpers/stage.ts';

/*
 * Makes the README's screenshots from the demo company, and with a folder as argument every screen in every look.
 * Usage: npm run screenshots [-- folder]
 */

const folder = process.argv[2];
const readme = fileURLToPath(new URL('../../demo-site/screenshots/', import.meta.url));
mkdirSync(readme, { recursive: true });
const browser = await launchBrowser();
const stage = await openStage();

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

const visit = async (options: BrowserContextOptions): Promise<Page> =>
  (await stage.visit(browser, options)).page;

const typing: Record<string, string> = {
  '': 'can i change my order after i pai',
  'de/': 'bremse quietscht bei',
  'ar/': 'كم يستغرق وصول الطل',
};

/** Finds the conversation about the hanger: only rows in sight are drawn. */
const openHanger = async (page: Page): Promise<void> => {
  await page.locator('#inbox-search').fill('hanger');
  await page
    .locator('.list .row', { has: page.locator('mark'), hasText: 'hanger' })
    .first()
    .click();
};

/** Opens the day that most calls are still to come of: in the afternoon that is the next. */
const openCalls = async (page: Page): Promise<void> => {
  await page.goto(`${stage.url}/inbox/calls`);
  let day = DateTime.now().setZone('Europe/Berlin').plus({ hours: 11 });
  while (day.weekday > 5) day = day.plus({ days: 1 });
  await page.locator('.call-day input[type=date]').fill(day.toISODate()!);
  await page.locator('.call-day .slots .call-row').first().waitFor();
  await page.locator('.call-day input[type=date]').blur();
};

try {
  const ask = await visit({ viewport: desk });
  await ask.goto(`${stage.url}/demo/`);
  await openPanel(ask);
  await ask.keyboard.type(typing['']!);
  await ask.getByRole('dialog').locator('.list button').first().waitFor();
  await ask.screenshot({ path: `${readme}ask.png` });

  const arabic = await visit({ viewport: phone, locale: 'ar', deviceScaleFactor: 2 });
  await arabic.goto(`${stage.url}/demo/ar/`);
  await openPanel(arabic);
  await arabic.keyboard.type(typing['ar/']!);
  await arabic.getByRole('dialog').locator('.list button, .soft').first().waitFor();
  await arabic.screenshot({ path: `${readme}phone-ar.png` });

  const staff = await stage.visit(browser, { viewport: desk });
  await enterInbox(stage, staff);
  await openHanger(staff.page);
  await staff.page.locator('.message').first().waitFor();
  await staff.page.screenshot({ path: `${readme}inbox.png` });

  await openCalls(staff.page);
  await staff.page.screenshot({ path: `${readme}calls.png` });

  const page = await visit({ viewport: desk });
  await page.goto(`${stage.url}/sites/demo/questions?q=change+my+order`);
  await page.locator('.list a').first().click();
  await page.locator('.card').first().waitFor();
  await page.screenshot({ path: `${readme}question.png` });

  const reader = await visit({ viewport: desk });
  await reader.goto(`${stage.url}/demo/article.html`);
  await reader.locator('foyer-comments').scrollIntoViewIfNeeded();
  await reader.locator('foyer-comments .foyer article').first().waitFor();
  await reader.locator('foyer-comments').evaluate((element) => element.scrollIntoView());
  await reader.screenshot({ path: `${readme}comments.png` });

  await staff.page.getByRole('link', { name: /^Comments/ }).click();
  await staff.page.locator('.comment-queue li').first().waitFor();
  await staff.page.screenshot({ path: `${readme}queue.png` });

  await staff.page.goto(`${stage.url}/inbox/nps`);
  await staff.page.getByRole('img', { name: 'What did they choose?' }).waitFor();
  await staff.page.screenshot({ path: `${readme}nps.png` });

  const reading = await visit({ viewport: desk });
  await reading.clock.install();
  await reading.goto(`${stage.url}/demo/product.html`);
  await reading.locator('foyer-root button.launcher').waitFor();
  await reading.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.7));
  await reading.clock.runFor(11_000);
  await reading.locator('foyer-root').getByRole('region').waitFor();
  await reading.screenshot({ path: `${readme}invitation.png` });

  const curious = await visit({ viewport: desk });
  await curious.goto(`${stage.url}/demo/`);
  await openPanel(curious);
  const story = curious.getByRole('dialog').getByRole('article').first();
  await story.waitFor();
  await story.scrollIntoViewIfNeeded();
  await curious.screenshot({ path: `${readme}news.png` });

  if (folder) {
    mkdirSync(folder, { recursive: true });
    for (const [size, viewport] of Object.entries({ desk, phone }))
      for (const colorScheme of ['light', 'dark'] as const)
        for (const [language, path] of [
          ['en', ''],
          ['de', 'de/'],
          ['ar', 'ar/'],
        ] as const) {
          const look = `${size}-${colorScheme}-${language}`;
          const shot = (target: Page, name: string): Promise<unknown> =>
            target.screenshot({ path: `${folder}/${name}-${look}.png` });
          const visitor = await visit({ viewport, colorScheme, locale: language });
          await visitor.goto(`${stage.url}/demo/${path}`);
          await openPanel(visitor);
          await shot(visitor, 'home');
          const panel = visitor.getByRole('dialog');
          await visitor.keyboard.type(typing[path]!);
          await panel.locator('.list button, .soft').first().waitFor();
          await shot(visitor, 'suggestions');
          await panel.locator('button.primary').last().click();
          await panel.locator('form').waitFor();
          await shot(visitor, 'form');
          await panel.locator('button[type=submit]').click();
          await panel.locator('.heard').waitFor();
          await shot(visitor, 'heard');
          await panel.locator('button.primary').first().click();
          await panel.locator('.message').first().waitFor();
          await shot(visitor, 'thread');
          for (const [name, address] of [
            ['questions', 'questions'],
            ['ask', 'ask'],
            ['ask-form', 'ask?more=1'],
          ] as const) {
            await visitor.goto(
              `${stage.url}/sites/demo/${address}${address.includes('?') ? '&' : '?'}lang=${language}`,
            );
            await shot(visitor, name);
          }
          const agent = await stage.visit(browser, { viewport, colorScheme });
          await enterInbox(stage, agent, language);
          await shot(agent.page, 'inbox-list');
          await openHanger(agent.page);
          await agent.page.locator('.message').first().waitFor();
          await shot(agent.page, 'inbox-thread');
          await openCalls(agent.page);
          await shot(agent.page, 'calls');
          await agent.context.close();
          await visitor.context().close();
        }
  }
} finally {
  await stage.close();
  await browser.close();
}
