import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postUpdate } from '../../shared/announcements/routes.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { fillPath } from '../../shared/core/route.ts';
import { listTrends } from '../../shared/trends/routes.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { panelOf } from '../helpers/chat.ts';
import { enterInbox, expectAccessible, openPanel, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
let agent: Agent;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  agent = await enterAsAgent(stage);
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

const site = 'demo';
const headersOf = (secret: string) => ({
  'content-type': 'application/json',
  origin: stage.url,
  authorization: `Bearer ${secret}`,
});

/** A visitor who asks. @returns how they read their thread */
const ask = async (title: string): Promise<() => Promise<string>> => {
  const [secret, id] = [newSecret(), newId()];
  const asked = await fetch(stage.url + fillPath(postQuestion.path, { site }), {
    method: 'POST',
    headers: headersOf(secret),
    body: JSON.stringify({ id, title, details: '', language: 'en', visibility: 'private' }),
  });
  expect([asked.status, asked.ok ? '' : await asked.text()]).toEqual([200, '']);
  return async () => {
    const path = fillPath(getThread.path, { site, conversation: id });
    return (await fetch(stage.url + path, { headers: headersOf(secret) })).text();
  };
};

test('from a burst to its end: seen, opened as an incident, shown to who types the same, and told to who reported it', async () => {
  const threads = await Promise.all(
    [
      'The turnstile app shows error 4711',
      'error 4711 in the turnstile app',
      'Turnstile app: error 4711 since today',
      'I get error 4711, turnstile app',
      'turnstile ap error 4711 again',
    ].map(ask),
  );
  const staff = await stage.visit(browser);
  const { page } = staff;
  await enterInbox(stage, staff);
  await page.goto(`${stage.url}/inbox/trends?lang=en`);
  const row = page.getByRole('listitem').filter({ hasText: '5 people' }).filter({ hasText: '4711' });
  await row.waitFor({ timeout: 30_000 });
  await expectAccessible(page, 'trends');
  // Quiet, and back.
  await row.getByRole('button', { name: /^Not a problem/ }).click();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await row.getByRole('button', { name: /^Open an incident/ }).click();
  const title = page.getByLabel('Title', { exact: true });
  await expect.poll(() => title.inputValue()).toMatch(/^Known issue: .*turnstile/);
  await title.fill('The turnstile app shows an error');
  await page.getByRole('button', { name: 'Open incident', exact: true }).click();
  await page.getByText('The incident is open.').waitFor();

  const visitor = await stage.visit(browser);
  await visitor.page.goto(`${stage.url}/demo/`);
  await openPanel(visitor.page);
  const panel = panelOf(visitor.page);
  let tries = 0;
  await expect
    .poll(
      async () => {
        await panel
          .getByRole('textbox')
          .first()
          .fill(`turnstile error 4711 ${'?'.repeat(tries++ % 9)}`);
        return panel.getByRole('button', { name: /The turnstile app shows an error/ }).count();
      },
      { interval: 500 },
    )
    .toBeGreaterThan(0);

  const { trends } = await agent.call(listTrends);
  const incident = trends.find(({ words }) => words.includes('turnstile'))!.incident!;
  await agent.call(postUpdate, {
    path: { announcement: incident.id },
    body: { id: newId(), state: 'resolved', texts: { en: 'Error 4711 is gone.' } },
  });
  for (const read of threads) await expect.poll(read, { timeout: 30_000 }).toContain('Error 4711 is gone.');
  const reader = await stage.visit(browser, { javaScriptEnabled: false });
  await reader.page.goto(`${stage.url}/sites/${site}/status?lang=en`);
  await reader.page.getByText('Error 4711 is gone.').waitFor();
  expect([...staff.problems, ...visitor.problems]).toEqual([]);
});
