import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import {
  demoLogin,
  enterInbox,
  expectAccessible,
  openStage,
  type Person,
  showView,
  type Stage,
} from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
/** Mara, an owner, and Tomás, an agent. */
let mara: Person;
let tomas: Person;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
  mara = await stage.visit(browser);
  tomas = await stage.visit(browser);
  await enterInbox(stage, mara);
  await enterInbox(stage, tomas, 'en', 'tomas@kettleandcrane.example');
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** Opens a conversation by words of its subject, as one finds it. */
const find = async (page: Page, words: string): Promise<void> => {
  await page.locator('#inbox-search').fill(words);
  await page
    .locator('.list .row', { has: page.locator('mark'), hasText: words })
    .first()
    .click();
  await page.locator('#conversation-title', { hasText: words }).waitFor();
  await page.locator('.message').first().waitFor();
};

const say = async (page: Page, words: string): Promise<void> => {
  await page.locator('.composer textarea').fill(words);
  await page.keyboard.press('Control+Enter');
};

const line = (page: Page, words: string | RegExp) => page.locator('.message.system', { hasText: words });
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName || '');

/** Calls the API as the page's own person. */
const call = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([how, where, what]) => {
      const me = await (await fetch('/api/staff/me')).json();
      const response = await fetch(`/api/inbox/${me.memberships[0].site}/${where}`, {
        method: how as string,
        ...(what ? { body: JSON.stringify(what), headers: { 'content-type': 'application/json' } } : {}),
      });
      return response.json();
    },
    [method, path, body] as const,
  );

test('however many labels there are, the way out stays in sight, and nothing that has the focus is behind it', async () => {
  const { page } = mara;
  const out = page.locator('.rail').getByRole('button', { name: 'Log out' });
  const isInSight = () =>
    out.evaluate(
      (element) => element.getBoundingClientRect().bottom <= document.documentElement.clientHeight,
    );
  expect(await page.locator('.rail').evaluate((rail) => rail.scrollHeight > rail.clientHeight)).toBe(true);
  expect(await isInSight()).toBe(true);
  const last = page.locator('.rail').getByRole('button', { name: /^Calls/ });
  await last.focus();
  const box = await last.boundingBox();
  const end = await page.locator('.rail-end').boundingBox();
  expect(box!.y + box!.height).toBeLessThanOrEqual(end!.y);
  expect(await isInSight()).toBe(true);
});

test('every page of the inbox stands beside its views', async () => {
  const person = await stage.visit(browser);
  await enterInbox(stage, person);
  for (const path of ['account', 'alerts', 'calls', 'comments']) {
    await person.page.goto(`${stage.url}/inbox/${path}?lang=en`);
    await person.page.locator('.desk > section h2').first().waitFor();
    const section = await person.page.locator('.desk > section').boundingBox();
    expect([section!.x, section!.y], path).toEqual([224, 0]);
  }
});

test('a laptop’s window belongs to the messages; “…” holds what belongs to the conversation; a call keeps its day', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await enterInbox(stage, person);
  await find(page, 'torque wrench');
  await page.locator('.message').first().waitFor();
  const heightOf = async (selector: string) => (await page.locator(selector).boundingBox())!.height;
  expect(await heightOf('.messages')).toBeGreaterThanOrEqual(400);
  expect(await heightOf('.head')).toBeLessThanOrEqual(60);
  expect(await heightOf('.composer textarea')).toBeLessThan(60);
  await page.locator('.composer textarea').fill('One\ntwo\nthree\nfour');
  expect(await heightOf('.composer textarea')).toBeGreaterThan(90);
  await page.locator('.composer textarea').fill('');
  expect(await page.locator('.conversation .primary').count()).toBe(1);
  await page.locator('.head').getByRole('button', { name: 'More' }).click();
  const menu = page.getByRole('dialog');
  await menu.getByText('Snooze').waitFor();
  expect(await menu.getByText(/^Go to/).count()).toBe(0);
  expect(await menu.getByText('Log out').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Call schedule' }).click();
  const call = page.locator('.call-day .call-row').first();
  await call.click();
  await page.locator('.call .dial').waitFor();
  expect(await call.getAttribute('aria-current')).toBe('true');
  expect(new URL(page.url()).pathname).toBe('/inbox/calls');
});

test('two agents in one conversation see each other, and the slower one is told before it is too late', async () => {
  await find(mara.page, 'torque wrench');
  await find(tomas.page, 'torque wrench');
  await mara.page.locator('.also', { hasText: 'Tomás Reyes is viewing this too' }).waitFor();
  await tomas.page.locator('.also', { hasText: 'Mara Lindqvist is viewing this too' }).waitFor();
  await mara.page.locator('.composer textarea').pressSequentially('You do.');
  await tomas.page.locator('.also.writing', { hasText: 'Mara Lindqvist is writing' }).waitFor();

  // Tomás has not heard of Mara's answer when he sends his: his line is down for a moment.
  await tomas.page.route('**/live**', (route) => route.abort());
  await tomas.context.setOffline(true);
  await tomas.page.locator('.composer textarea').fill('You do not.');
  await tomas.page.keyboard.press('Control+Enter');
  await tomas.page.getByText('Not sent yet. We’ll keep trying.').waitFor();
  await mara.page.keyboard.press('Control+Enter');
  await mara.page.locator('.message.staff', { hasText: 'You do.' }).waitFor();
  await tomas.context.setOffline(false);
  const race = tomas.page.locator('.race');
  await race.waitFor();
  await expectAccessible(tomas.page, 'a reply that came too late');
  await tomas.page.unroute('**/live**');
  await tomas.page.reload();
  await find(tomas.page, 'torque wrench');
  await race.getByText(/Mara Lindqvist replied .* ago/).waitFor();
  await race.getByRole('button', { name: 'Read it first' }).click();
  await expect.poll(() => tomas.page.locator('.composer textarea').inputValue()).toBe('You do not.');
  // He has seen it now, and says it all the same.
  await expect.poll(() => focused(tomas.page)).toBe('TEXTAREA');
  await tomas.page.keyboard.press('Control+Enter');
  await mara.page.locator('.message.staff', { hasText: 'You do not.' }).waitFor();
  expect(await mara.page.locator('.message.staff', { hasText: 'You do not.' }).count()).toBe(1);
});

test('take, label, note with a mention, canned reply with its variables, preview, draft on another machine', async () => {
  const { page } = mara;
  await find(page, 'mudguard rattles');
  await page.keyboard.press('a');
  await line(page, 'Mara Lindqvist took the conversation.').waitFor();
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Label' }).fill('ord');
  await page.keyboard.press('Enter');
  await line(page, 'added the label Order').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.facts .chip', { hasText: 'Order' }).waitFor();

  // A note that names Tomás: it is among his mentions at once.
  await page.keyboard.press('n');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('Have you seen this, @tom');
  await page.getByRole('option', { name: /Tomás Reyes/ }).waitFor();
  await expectAccessible(page, 'a list of colleagues');
  await page.keyboard.press('Enter');
  await page.keyboard.type('?');
  await page.keyboard.press('Control+Enter');
  await page.locator('.message.note', { hasText: '@Tomás Reyes' }).waitFor();
  await tomas.page
    .locator('.rail')
    .getByRole('button', { name: /Mentions\s*1/ })
    .waitFor();

  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('/greet');
  await page.getByRole('option', { name: /Greeting/ }).waitFor();
  await page.keyboard.press('Enter');
  const field = page.locator('.composer textarea');
  await expect.poll(() => field.inputValue()).toMatch(/^Hello Ruairi, thank you .*Mara Lindqvist$/s);
  await page.keyboard.press('End');
  await page.keyboard.type(' **by hand**');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.locator('.preview-box strong', { hasText: 'by hand' }).waitFor();
  await expectAccessible(page, 'preview');
  // With the preview in the field's place a canned reply brings the field back.
  await page.getByRole('button', { name: 'Canned replies' }).click();
  await page.getByRole('option', { name: /Greeting/ }).waitFor();
  await page.keyboard.press('Backspace');
  await expect.poll(() => field.inputValue()).toMatch(/by hand\*\* $/);

  // Half written here, there elsewhere: the draft is on the server.
  const other = await stage.visit(browser);
  await enterInbox(stage, other);
  await expect
    .poll(async () => {
      await find(other.page, 'mudguard rattles');
      const text = await other.page.locator('.composer textarea').inputValue();
      if (!text) await other.page.reload();
      return text;
    })
    .toContain('by hand');
  await other.context.close();
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await page.locator('.message.staff', { hasText: 'by hand' }).waitFor();
});

test('snooze and wake, close, undo: the list follows, and the focus is never lost', async () => {
  const { page } = mara;
  await showView(page, /All open/);
  const row = page.locator('.list .row', { hasText: 'mudguard rattles' });
  await row.click();
  await page.locator('#conversation-title', { hasText: 'mudguard' }).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('combobox', { name: 'Snooze' }).fill('hour');
  await page.keyboard.press('Enter');
  await page.getByText('Snoozed.', { exact: true }).waitFor();
  await row.waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await row.waitFor();
  await line(page, 'Mara Lindqvist undid that.').waitFor();

  // Put aside for a moment by the API: it comes back by itself, by a job.
  const { conversations } = await call(page, 'GET', 'conversations?view=all&limit=100');
  const { id } = conversations.find((one: { subject: string }) => /mudguard/.test(one.subject));
  await call(page, 'PATCH', `conversations/${id}`, { snooze: { until: Date.now() + 1_200 } });
  await row.waitFor({ state: 'detached' });
  await row.waitFor();
  await line(page, 'No longer snoozed.').waitFor();

  // The row with the focus leaves the list: the next one has it.
  await showView(page, /All open/);
  await page.locator('.list .row').nth(1).focus();
  const [before, heir] = await page
    .locator('.list .row')
    .evaluateAll((rows) => [rows[1]!.id, rows[2]!.id] as const);
  await call(page, 'PATCH', `conversations/${before.slice(4)}`, { status: 'closed' });
  await page.locator(`#${before}`).waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe(heir);
  await call(page, 'PATCH', `conversations/${before.slice(4)}`, { status: 'open' });
  await page.locator(`#${before}`).waitFor();
  expect(await focused(page)).toBe(heir);
});

test('several at once: picked with the keyboard, changed together, undone together', async () => {
  const { page } = tomas;
  await showView(page, /Mine/);
  await page.locator('.list .row').nth(2).waitFor();
  const count = await page.locator('.list .row').count();
  await page.locator('.list .row').first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toBe(await page.locator('.list .row').nth(1).getAttribute('id'));
  await page.keyboard.press('x');
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor();
  await expectAccessible(page, 'two selected');
  await page.keyboard.press('e');
  await page.getByText('Closed. (2)').waitFor();
  await expect.poll(() => page.locator('.list .row').count()).toBe(count - 2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.locator('.list .row').count()).toBe(count);
});

test('two conversations of one visitor become one, and two again', async () => {
  const visitor = await stage.visit(browser);
  await visitor.page.goto(`${stage.url}/demo/article.html`);
  const ids = await visitor.page.evaluate(async () => {
    const secret = `${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', '').slice(0, 43);
    const made: string[] = [];
    for (const title of ['The first zebra question', 'The second zebra question']) {
      const at = Date.now().toString(16).padStart(12, '0');
      const id = `${at.slice(0, 8)}-${at.slice(8)}-7${crypto.randomUUID().slice(15)}`;
      const response = await fetch('/api/sites/demo/questions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ id, title, visibility: 'private', language: 'en', name: 'Zed' }),
      });
      made.push((await response.json()).conversation?.id);
    }
    return made;
  });
  expect(ids.every(Boolean)).toBe(true);
  const { page } = mara;
  // Messages are found a moment after they were written.
  await expect
    .poll(async () => (await call(page, 'GET', 'search?q=second%20zebra')).results.length)
    .toBeGreaterThan(0);
  await find(page, 'second zebra');
  await page.keyboard.press('m');
  await page.getByRole('option', { name: /first zebra/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#conversation-title', { hasText: 'first zebra' }).waitFor();
  await page.locator('.message.visitor', { hasText: 'second zebra' }).waitFor();
  await line(page, 'merged “The second zebra question”').getByRole('button', { name: 'Unmerge' }).click();
  await line(page, 'unmerged “The second zebra question”').waitFor();
  await expect.poll(() => page.locator('.message.visitor', { hasText: 'second zebra' }).count()).toBe(0);
  await find(page, 'second zebra');
  expect(mara.problems).toEqual([]);
  expect(tomas.problems).toEqual([]);
});

test('with the keyboard alone: from login through the palette to a closed conversation and a kept search', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await page.goto(`${stage.url}/inbox?lang=en`);
  await page.locator('#email').waitFor();
  await page.keyboard.type(demoLogin.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(demoLogin.password);
  await page.keyboard.press('Enter');
  await page.locator('.list .row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor();
  await expectAccessible(page, 'palette');
  await page.keyboard.type('go unas');
  await page.keyboard.press('Enter');
  await page.locator('.list h2', { hasText: 'Unassigned' }).waitFor();
  await page.locator('.list .row').first().waitFor();
  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toMatch(/^row-/);
  await page.keyboard.press('Enter');
  await page.locator('.message').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor();
  await page.keyboard.type('prio');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Priority' }).waitFor();
  await page.keyboard.type('urg');
  await page.keyboard.press('Enter');
  await line(page, 'set the priority to Urgent').waitFor();
  await page.keyboard.press('e');
  await line(page, 'closed the conversation').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('priority:urgent');
  await page.locator('.list .row').first().waitFor();
  await page.getByRole('button', { name: 'Save search' }).press('Enter');
  await page.locator('.rail').getByRole('button', { name: 'priority:urgent' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  await expectAccessible(page, 'keys');
  expect(person.problems).toEqual([]);
  await person.context.close();
});

test('on a phone, from right to left: views, list, conversation, one at a time, and nothing wider than the screen', async () => {
  const person = await stage.visit(browser, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  });
  const { page } = person;
  const fits = async (screen: string): Promise<void> => {
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      screen,
    ).toBeLessThanOrEqual(0);
    await expectAccessible(page, screen);
  };
  await enterInbox(stage, person, 'ar');
  await fits('list');
  await page.locator('.list-title button').first().tap();
  await page.locator('.rail li').first().waitFor();
  await fits('views');
  await page.locator('.rail li button').nth(3).tap();
  await page.locator('.list .row').first().tap();
  await page.locator('.message').first().waitFor();
  expect(await page.locator('.list').isVisible()).toBe(false);
  await fits('conversation');
  await page.locator('.actions button[title]').last().tap();
  await page.locator('dialog.chooser input').waitFor();
  await fits('palette');
  await page.keyboard.press('Escape');
  await page.locator('.head button').first().tap();
  await page.locator('.list .row').first().waitFor();
  expect(person.problems).toEqual([]);
  await person.context.close();
});

test('an admin writes a canned reply and makes a team; both are there in the inbox at once', async () => {
  const person = await stage.visit(browser);
  const { page } = person;
  await enterInbox(stage, person);
  await page.goto(`${stage.url}/inbox/console/replies?lang=en`);
  await page.getByRole('button', { name: 'Add a canned reply' }).click();
  await page.getByLabel('Shortcut').fill('zebra');
  await page.getByLabel('Title').fill('About zebras');
  await page.getByLabel('Text', { exact: true }).fill('Dear {{visitor.nmae}}');
  await page.getByText('can’t be used', { exact: false }).first().waitFor();
  await page.getByLabel('Text', { exact: true }).fill('Dear {{visitor.name|friend}}, they have stripes.');
  await page.getByText('For example: Dear Zoe, they have stripes.').waitFor();
  await expectAccessible(page, 'canned reply');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('/zebra').waitFor();
  await page.goto(`${stage.url}/inbox/console/teams?lang=en`);
  await page.getByRole('button', { name: 'Add a team' }).click();
  await page.getByLabel('Team name').fill('Zebra team');
  await page.getByLabel('Tomás Reyes').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Zebra team').waitFor();
  await expectAccessible(page, 'teams and labels');
  await tomas.page.locator('.rail').getByRole('button', { name: 'Zebra team' }).waitFor();
  await find(tomas.page, 'Inside leg 89');
  await tomas.page.keyboard.press('r');
  await say(tomas.page, '');
  await tomas.page.keyboard.type('/zeb');
  await tomas.page.getByRole('option', { name: /About zebras/ }).waitFor();
  await tomas.page.keyboard.press('Tab');
  await expect
    .poll(() => tomas.page.locator('.composer textarea').inputValue())
    .toBe('Dear Henk, they have stripes.');
  await person.context.close();
});
