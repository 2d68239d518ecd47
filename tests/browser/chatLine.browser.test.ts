import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getInboxThread } from '../../shared/inbox/routes.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { boxOf, isSent, openChat, panelOf, say } from '../helpers/chat.ts';
import { openPanel, openStage, type Stage } from '../helpers/stage.ts';

/* What a chat does on a line that breaks. */

let browser: Browser;
let stage: Stage;
let agent: Agent;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  agent = await enterAsAgent(stage);
  await agent.be('online');
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

const said = async (conversation: string): Promise<string[]> =>
  (await agent.call(getInboxThread, { path: { conversation } })).messages
    .filter(({ author }) => author.kind === 'visitor')
    .map(({ body }) => body);

test('the server goes down while one types: the words stay, the line says so, and they arrive once', async () => {
  const { page } = await stage.visit(browser);
  await openChat(stage, page);
  await say(page, 'Before the outage');
  await isSent(page);
  const { id } = (await agent.find('Before the outage')).conversation;
  await boxOf(page).pressSequentially('Written while');
  await stage.kill();
  await boxOf(page).pressSequentially(' it was down');
  await panelOf(page)
    .getByText('No connection. New replies will show once it’s back.')
    .waitFor({ timeout: 20_000 });
  await boxOf(page).press('Enter');
  await panelOf(page).getByText('Not sent yet. We’ll keep trying.').waitFor();
  await stage.start();
  await expect.poll(() => panelOf(page).locator('.notice').count()).toBe(0);
  await isSent(page);
  expect(await said(id)).toEqual(['Before the outage', 'Written while it was down']);
  await agent.reply(id, 'We are back.');
  await panelOf(page).locator('.message.staff', { hasText: 'We are back.' }).waitFor({ timeout: 20_000 });
});

test('the network goes when the message is there and its answer is not: it comes back, and there is one message', async () => {
  const { page } = await stage.visit(browser);
  await openChat(stage, page);
  await say(page, 'First of the two');
  await isSent(page);
  const { id } = (await agent.find('First of the two')).conversation;
  const answers: number[] = [];
  await page.context().route('**/messages', async (route) => {
    const answer = await route.fetch();
    answers.push(answer.status());
    if (answers.length > 1) return route.fulfill({ response: answer });
    await page.context().setOffline(true);
    return route.abort('internetdisconnected');
  });
  await say(page, 'Second of the two');
  await expect.poll(() => answers).toEqual([200]);
  await page.context().setOffline(false);
  await expect.poll(() => answers).toEqual([200, 200]);
  await isSent(page);
  await expect.poll(() => panelOf(page).locator('.notice').count()).toBe(0);
  expect(await said(id)).toEqual(['First of the two', 'Second of the two']);
  expect(await panelOf(page).locator('.bubble').allInnerTexts()).toEqual([
    'First of the two',
    'Second of the two',
  ]);
});

test('the tab that reads the stream is closed: the other takes over, and misses nothing', async () => {
  const { page: first, context, requests } = await stage.visit(browser);
  await openChat(stage, first);
  await say(first, 'Two tabs');
  await isSent(first);
  const { id } = (await agent.find('Two tabs')).conversation;
  const second = await context.newPage();
  await second.goto(`${stage.url}/demo/`);
  await openPanel(second);
  await panelOf(second)
    .getByRole('button', { name: /Two tabs/ })
    .click();
  await panelOf(second).locator('.message.visitor').waitFor();
  // One stream for both, and what is half written is half written in both.
  expect(requests.filter((url) => url.includes('/live'))).toHaveLength(1);
  await boxOf(first).fill('Half a thought');
  await expect.poll(() => boxOf(second).inputValue()).toBe('Half a thought');
  await agent.reply(id, 'To both of you.');
  for (const page of [first, second])
    await panelOf(page).locator('.message.staff', { hasText: 'To both of you.' }).waitFor();
  await first.close();
  await agent.reply(id, 'To the one that is left.');
  await panelOf(second)
    .locator('.message.staff', { hasText: 'To the one that is left.' })
    .waitFor({ timeout: 15_000 });
  await expect.poll(() => second.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(1);
});

test('where no stream comes through, who is there comes with the polls, and nobody asks besides', async () => {
  const { page, context, requests } = await stage.visit(browser);
  // What a proxy that buffers does: nothing of a stream arrives.
  await context.route('**/live?**', (route) =>
    new URL(route.request().url()).searchParams.has('poll') ? route.continue() : undefined,
  );
  await page.clock.install();
  await openChat(stage, page);
  await say(page, 'By the slow way');
  await isSent(page);
  // A stream that has not said a word for so long does not come through.
  await page.clock.fastForward(8_000);
  await panelOf(page).getByText('Slow connection').waitFor();
  const asked = () => requests.filter((url) => url.endsWith('/presence')).length;
  const before = asked();
  await agent.be('away');
  // By when comes in the place of who is there.
  await panelOf(page).locator('.team', { hasText: 'will reply by' }).waitFor();
  // A chat that has begun asks for an address, too.
  await panelOf(page).getByText('No one’s here right now. Leave your email?').waitFor();
  await agent.be('online');
  await panelOf(page).getByText('Here now').waitFor();
  await panelOf(page).getByText('No one’s here right now. Leave your email?').waitFor({ state: 'detached' });
  expect(asked()).toBe(before);
});
