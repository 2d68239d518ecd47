import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { postQuestion } from '../../shared/ask/routes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { fillPath } from '../../shared/core/route.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { makeDue } from '../helpers/dueJobs.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import {
  enterInbox,
  expectAccessible,
  hasFocus,
  openStage,
  type Person,
  showView,
  type Stage,
} from '../helpers/stage.ts';

let browser: Browser;
let smtp: TestMailServer;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({ SMTP_URL: smtp.url, MAIL_FROM: 'help@kettleandcrane.example' });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

const zoe = 'zoe@visitor.example';

/** A customer asks for it in words of their own. @returns the conversation's subject */
const askForIt = async (mark: string): Promise<string> => {
  const subject = `How do I take my giraffe along? ${mark}`;
  const path = fillPath(postQuestion.path, { site: 'demo' });
  const reply = await fetch(stage.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: stage.url,
      authorization: `Bearer ${newSecret()}`,
    },
    body: JSON.stringify({
      id: newId(),
      title: subject,
      language: 'en',
      visibility: 'private',
      name: 'Zoë',
      email: zoe,
    }),
  });
  expect(reply.status).toBe(200);
  return subject;
};

test('idea to done: suggested without scripts, published, voted for, asked for in a conversation, planned, told, done', async () => {
  // A second try finds what the first one left.
  const mark = newId().slice(-5);
  const title = `A trailer hitch for giraffes ${mark}`;
  const subject = await askForIt(mark);
  const writer = await stage.visit(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  await writer.page.goto(`${stage.url}/sites/demo/ideas?lang=en`);
  await writer.page.getByRole('link', { name: 'Suggest an idea' }).click();
  await writer.page.getByLabel('Your idea in one line').fill(title);
  await writer.page.getByRole('button', { name: 'Next' }).click();
  await writer.page.getByLabel('What would it help you with?').fill('Mine is **too tall** for the bus.');
  await writer.page.getByRole('button', { name: 'Suggest idea' }).click();
  await writer.page.getByText('once our team has reviewed it').waitFor();

  const staff = await stage.visit(browser);
  const desk = staff.page;
  await enterInbox(stage, staff);
  await desk.getByRole('link', { name: /^Ideas/ }).click();
  const visibility = desk.getByRole('group', { name: 'Visibility' });
  await visibility.getByRole('button', { name: /^Waiting/ }).click();
  await desk.getByRole('button', { name: `Publish: ${title}` }).click();
  await desk.getByText('Idea published').waitFor();
  await visibility.getByRole('button', { name: 'Public' }).click();
  const row = desk.locator('.idea-list > li', { hasText: title });
  await row.waitFor();

  // By keyboard alone.
  const voter = await stage.visit(browser);
  await voter.page.goto(`${stage.url}/sites/demo/ideas?lang=en&order=new`);
  const vote = voter.page.getByRole('button', { name: title });
  await vote.focus();
  await voter.page.keyboard.press('Enter');
  // From the writer's own address: they are one voice.
  await voter.page.getByRole('button', { name: title, pressed: true }).getByText('1').waitFor();
  await expectAccessible(voter.page, 'ideas');
  await voter.page.getByRole('link', { name: title }).click();
  await voter.page.getByText('You voted').waitFor();
  await expectAccessible(voter.page, 'an idea');
  await voter.page.goto(`${stage.url}/sites/demo/ideas/new?lang=en&title=rain+cover`);
  await expectAccessible(voter.page, 'a new idea');

  await showView(desk, /All open/);
  await desk.locator('.list .row', { hasText: subject }).click();
  await desk.getByRole('button', { name: 'Vote on their behalf' }).click();
  const search = desk.getByPlaceholder('Search for an idea');
  await hasFocus(search);
  await desk.keyboard.type('giraffes');
  await desk.getByRole('button', { name: `Vote: ${title}` }).click();
  await desk.getByRole('button', { name: `Remove: ${title}` }).waitFor();
  await expectAccessible(desk, 'a conversation with an idea');

  await desk.getByRole('link', { name: /^Ideas/ }).click();
  await desk.getByLabel('Sort').selectOption('new');
  await row.getByText('Asked in 1 conversation').waitFor();
  await row.getByText('2 votes').waitFor();
  await row.getByRole('button', { name: `Set status: ${title}` }).click();
  const status = row.getByRole('combobox', { name: 'Status' });
  await hasFocus(status);
  await status.selectOption('planned');
  await row.getByLabel('Note for everyone').fill('With the **next** frame.');
  await expectAccessible(desk, 'ideas for staff');
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Enter');
  await row.locator('.idea-facts .chip', { hasText: 'Planned' }).waitFor();
  await row.getByRole('button', { name: `History, replies and requests: ${title}` }).click();
  await row.getByRole('button', { name: /giraffe along/ }).waitFor();

  const roadmap = async ({ page }: Person, column: string): Promise<void> => {
    await page.goto(`${stage.url}/sites/demo/roadmap?lang=en`);
    await page.getByRole('region', { name: column }).getByRole('link', { name: title }).waitFor();
  };
  await roadmap(voter, 'Planned');
  await expectAccessible(voter.page, 'the roadmap');

  // Half a minute is left to think again.
  await makeDue(stage, 'idea.tell_voters');
  const told = await vi.waitUntil(
    () =>
      smtp.mails.findLast(
        ({ envelope, parsed }) => envelope.to.includes(zoe) && /is now planned/.test(parsed.text ?? ''),
      ),
    { timeout: 60_000, interval: 200 },
  );
  // Nobody has shown that the address is hers: a stranger's words aren't in it.
  expect(told.parsed.text).not.toContain('hitch');
  const link = /http\S*\/sites\/demo\/ideas\/\S+/.exec(told.parsed.text ?? '')?.[0] ?? '';
  await voter.page.goto(link);
  await voter.page.getByRole('heading', { name: title }).waitFor();
  await voter.page.getByText('With the next frame.').waitFor();

  await row.getByRole('button', { name: `Set status: ${title}` }).click();
  await hasFocus(status);
  await status.selectOption('done');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.locator('.idea-facts .chip', { hasText: 'Done' }).waitFor();
  // A browser keeps the page that it had for a minute.
  await roadmap(writer, 'Done');
  for (const person of [writer, staff, voter]) expect(person.problems).toEqual([]);
}, 180_000);
