import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { enterInbox, findViolations, openPanel, openStage, showView, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

/** Lets visitors answer, as the console does. */
const letVisitorsAnswer = (page: Page) =>
  page.evaluate(async () => {
    const me = await (await fetch('/api/staff/me')).json();
    const path = `/api/console/${me.memberships[0].site}/settings`;
    const { revision, document } = await (await fetch(path)).json();
    document.settings.communityAnswers = 'approve';
    const body = JSON.stringify({ revision, document });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(path, { method: 'PUT', headers, body })).status;
  });

test('asked in the widget, opened to all, answered without JavaScript, published, made official, accepted, and found', async () => {
  const staff = await stage.visit(browser);
  const desk = staff.page;
  await enterInbox(stage, staff);
  expect(await letVisitorsAnswer(desk)).toBe(200);

  const asker = await stage.visit(browser);
  await asker.page.goto(`${stage.url}/demo/help.html`);
  await openPanel(asker.page);
  const panel = asker.page.getByRole('dialog');
  const question = 'Do giraffes fit on a tandem?';
  await panel.getByRole('textbox').first().fill(question);
  await panel.getByRole('button', { name: 'Ask a person' }).click();
  await panel.getByLabel('Everyone', { exact: false }).check();
  await panel.getByRole('button', { name: 'Send' }).click();
  await panel.getByText('We’ve got your question').waitFor();

  // Nobody of the team knows: it is opened to all.
  await showView(desk, /All open/);
  await desk.locator('.list .row', { hasText: question }).click();
  await desk.getByRole('button', { name: 'Make public' }).click();
  // As it was asked: who asked takes it along.
  await desk.getByText('These are the visitor’s own words.').waitFor();
  await desk.getByRole('button', { name: 'Publish' }).click();
  const link = desk.getByRole('link', { name: /^Public/ });
  await link.waitFor();
  const path = (await link.getAttribute('href'))!;
  await desk.getByRole('button', { name: 'Close to new answers' }).waitFor();

  const helper = await stage.visit(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  await helper.page.goto(`${stage.url}${path}?lang=en`);
  await helper.page.getByLabel('Your answer').fill('Yes, with a **long** saddle.');
  await helper.page.getByLabel('Your name').fill('Ola');
  await helper.page.getByRole('button', { name: 'Post answer' }).click();
  await helper.page.getByText('once our team has reviewed it').waitFor();
  await helper.page.getByText('Only you can see this.').waitFor();

  await desk.getByRole('button', { name: '1 answer waiting' }).click();
  const row = desk.locator('.answer-queue li', { hasText: 'giraffes' });
  await row.waitFor();
  expect(await findViolations(desk)).toEqual([]);
  await row.getByRole('button', { name: 'Hide' }).click();
  await desk.getByText('Answer hidden').waitFor();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await row.getByRole('button', { name: 'Publish' }).click();
  await desk.getByText('Answer published').waitFor();
  await desk.getByRole('button', { name: 'Published', exact: true }).click();
  await row.getByRole('button', { name: 'Official' }).click();
  await row.getByRole('button', { name: 'Official', pressed: true }).waitFor();

  // Who asked finds it where they asked, and says that it is the one.
  await asker.page.reload();
  await openPanel(asker.page);
  const find = async (page: Page) => {
    const field = page.getByRole('dialog').getByRole('textbox').first();
    const found = page.getByRole('dialog').locator('.find .list button', { hasText: 'giraffes' });
    for (let tries = 0; tries < 20 && (await found.count()) === 0; tries++) {
      await field.fill(`giraffe tandem${' '.repeat(tries % 3)}`);
      await found
        .first()
        .waitFor({ timeout: 1_000 })
        .catch(() => {});
    }
    await found.first().click();
  };
  await find(asker.page);
  await panel.getByRole('button', { name: 'Accept this answer' }).click();
  await panel.getByRole('button', { name: 'Remove acceptance' }).waitFor();

  const next = await stage.visit(browser);
  await next.page.goto(`${stage.url}/demo/`);
  await openPanel(next.page);
  await find(next.page);
  await next.page.getByRole('dialog').getByText('Official answer').waitFor();
  await next.page.getByRole('dialog').getByRole('button', { name: 'I have this question too' }).click();
  await next.page.getByRole('dialog').getByRole('button', { name: 'You have this question too' }).waitFor();
  await next.page.goto(`${stage.url}${path}?lang=en`);
  await next.page.getByText('1 other person has this question').waitFor();
  await next.page.getByText('Accepted answer').waitFor();
  expect(await findViolations(next.page)).toEqual([]);

  // Another answer asks something of its own: the team makes it a question, and its followers come along.
  await helper.page.goto(`${stage.url}${path}?lang=en`);
  await helper.page.getByLabel('Your answer').fill('Mine has the hiccups. What helps?');
  await helper.page.getByRole('button', { name: 'Post answer' }).click();
  await helper.page.getByText('once our team has reviewed it').waitFor();
  await desk
    .locator('.answer-queue header')
    .getByRole('button', { name: /^Waiting/ })
    .click();
  const asking = desk.locator('.answer-queue li', { hasText: 'hiccups' });
  await asking.getByRole('button', { name: 'Publish' }).click();
  await asking.waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Published', exact: true }).click();
  await asking.getByRole('button', { name: 'Split off as a question' }).click();
  await desk.getByLabel('Title of the new question').fill('What helps a giraffe’s hiccups?');
  expect(await desk.getByLabel('Followers of the question', { exact: false }).isChecked()).toBe(true);
  await asking.getByRole('button', { name: 'Split off as a question' }).last().click();
  await asking.waitFor({ state: 'detached' });
  await next.page.reload();
  // Below the list of what was split off it may stand among what is like it, too.
  await next.page.getByRole('link', { name: 'What helps a giraffe’s hiccups?' }).first().click();
  await next.page.getByText('Split off from:').waitFor();

  // A reader reports it, and takes that back.
  await next.page.getByRole('link', { name: 'Report' }).click();
  await next.page.getByLabel('What’s wrong with it?').fill('Not about tandems');
  await next.page.getByRole('button', { name: 'Send report' }).click();
  await next.page.getByText('Our team will take a look.').waitFor();
  expect(await findViolations(next.page)).toEqual([]);
  await next.page.getByRole('button', { name: 'Undo' }).click();
  await next.page.getByText('Your report was taken back.').waitFor();
  for (const person of [staff, asker, helper, next]) expect(person.problems).toEqual([]);
});
