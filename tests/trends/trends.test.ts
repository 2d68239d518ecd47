import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMarks, postUpdate } from '../../shared/announcements/routes.ts';
import { getSuggestions, postQuestion } from '../../shared/ask/routes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { redactMessage } from '../../shared/inbox/routes.ts';
import * as contract from '../../shared/trends/routes.ts';
import { memory } from '../../server/trends/watch/itemWindow.ts';
import { eraseOwnData } from '../../shared/core/people/personalDataRoutes.ts';
import { forgetWindows } from '../../server/trends/look.ts';
import { mailStage, type MailStage, minute } from '../helpers/mailStage.ts';
import { newId, newSecret, question, type TestServer } from '../helpers/server.ts';

let stage: MailStage;
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  stage = await mailStage();
  server = stage.server;
  cookie = stage.cookie;
});
afterAll(() => stage.close());

const trouble = [
  'My card is declined at checkout',
  'checkout declines my credit card',
  'card declined when I pay at the checkout',
  'Checkout: cardd declined again and again',
  'why is my card declined at checkout?',
];

/** A visitor who asks. @returns their secret, and the conversation */
const ask = async (title: string, more: { email?: string } = {}) => {
  const secret = newSecret();
  const body = question({ title, details: '', ...more });
  expect((await server.call(postQuestion, { secret, body })).status).toBe(200);
  return { secret, conversation: body.id };
};
const list = async () => (await server.call(contract.listTrends, { cookie })).body.trends;
const openIncident = (trend: string, id = newId()) =>
  server.call(contract.openTrendIncident, {
    cookie,
    path: { trend },
    body: { id, language: 'en', title: 'Cards are declined at checkout', body: 'We’re on it.' },
  });
const alerts = () =>
  stage.smtp.mails.filter(({ parsed }) => parsed.subject?.includes('report the same')).length;

test('a burst is seen, alerted once, opened as an incident that answers who types the same, and its people are told', async () => {
  for (const title of ['Do you ship to Norway?', 'Which saddle fits a tandem?', 'Opening hours in July?'])
    await ask(title);
  await stage.pass(10 * minute);
  const people = [];
  for (const title of trouble.slice(0, 3)) people.push(await ask(title));
  // One person who repeats themselves is no burst.
  const again = question({ title: 'card declined at checkout, still', details: '' });
  await server.call(postQuestion, { secret: people[0]!.secret, body: again });
  await stage.pass(minute);
  expect(await list()).toEqual([]);

  people.push(await ask(trouble[3]!));
  await stage.pass(minute);
  const [trend, ...others] = await list();
  expect(others).toEqual([]);
  expect(trend).toMatchObject({
    state: 'current',
    people: 4,
    items: 5,
    kinds: { conversation: 5, comment: 0, search: 0 },
    reporters: 4,
    incident: null,
  });
  expect(trend!.words).toEqual(expect.arrayContaining(['card', 'checkout', 'declined']));
  expect(trend!.examples.map(({ text }) => text)).toContain(trouble[0]);
  expect(trend!.draft.title).toContain('declined');
  expect(alerts()).toBe(1);

  const opened = await openIncident(trend!.id);
  expect(opened.status).toBe(200);
  const incident = opened.body.trends[0]!.incident!;
  expect(opened.body.trends[0]).toMatchObject({ state: 'incident', incident: { closedAt: null } });
  expect((await openIncident(trend!.id, incident.id)).status).toBe(200);
  expect((await openIncident(trend!.id)).status).toBe(409);

  // Who types the same is shown it, and who writes all the same is linked, without another alert.
  const suggested = async () =>
    (
      await server.call(getSuggestions, { query: { q: 'card declined at checkout', language: 'en' } })
    ).body.suggestions.map(({ title }) => title);
  await expect.poll(suggested).toContain('Cards are declined at checkout');
  const late = await ask(trouble[4]!);
  await stage.pass(minute);
  expect((await list())[0]).toMatchObject({ items: 6, people: 5, state: 'incident' });
  expect(alerts()).toBe(1);
  const marks = await server.call(getMarks, { secret: late.secret });
  expect(marks.body.followed).toEqual([incident.id]);
  const page = async () =>
    (await server.request('GET', '/sites/shop/status?lang=en', { headers: { origin: '' } })).text();
  expect(await page()).toContain('Cards are declined at checkout');

  const update = { id: newId(), state: 'resolved' as const, texts: { en: 'Cards work again.' } };
  await server.call(postUpdate, { cookie, path: { announcement: incident.id }, body: update });
  await stage.pass(minute);
  for (const { secret, conversation } of [...people.slice(1), late]) {
    const { body } = await server.call(getThread, { secret, path: { conversation } });
    expect(body.messages.filter(({ body: text }) => text.includes('Cards work again.'))).toHaveLength(1);
  }
  await expect.poll(suggested).not.toContain('Cards are declined at checkout');
  expect((await list())[0]).toMatchObject({ state: 'over' });
  expect(await page()).toContain('Cards work again.');
});

test('what is no problem is quiet for those words, and that is taken back; what was seen outlives a restart', async () => {
  const texts = [
    'Where is the new catalogue?',
    'new catalogue where',
    'I look for the new catalogue',
    'is there a new catalogue',
  ];
  for (const title of texts) await ask(title);
  await stage.pass(minute);
  const [trend] = await list();
  expect(trend).toMatchObject({ people: 4, state: 'current' });
  const quiet = (isQuiet: boolean) =>
    server.call(contract.putTrendQuiet, { cookie, path: { trend: trend!.id }, body: { isQuiet } });
  expect((await quiet(true)).body.trends[0]!.state).toBe('quiet');
  // Hours later, by a process that has seen nothing of it.
  await stage.pass(3 * 60 * minute);
  forgetWindows(server.ctx, server.site.id);
  for (const title of texts) await ask(title);
  await stage.pass(minute);
  expect((await list()).filter(({ words }) => words.includes('catalogue'))).toMatchObject([
    { items: 8, state: 'quiet' },
  ]);
  expect((await quiet(false)).body.trends[0]!.state).toBe('current');
  expect(
    (await server.call(contract.putTrendQuiet, { cookie, path: { trend: newId() }, body: { isQuiet: true } }))
      .status,
  ).toBe(404);
});

test('a person’s own words go with them, and those of all after two weeks', async () => {
  const texts = [
    'My zither has no strings',
    'zither without strings',
    'no strings on the zither',
    'the zither came without strings',
  ];
  const people = [];
  for (const title of texts) people.push(await ask(title));
  await stage.pass(minute);
  const found = async () => (await list()).find(({ words }) => words.includes('zither'))!;
  expect((await found()).examples.map(({ text }) => text)).toContain(texts[0]);
  const erased = await server.call(eraseOwnData, { secret: people[0]!.secret });
  expect(erased.status).toBe(200);
  await stage.pass(minute);
  const { examples, reporters } = await found();
  expect(examples.map(({ text }) => text)).not.toContain(texts[0]);
  // So do those that staff take away, and it stays counted that somebody wrote.
  const path = { conversation: people[1]!.conversation, message: people[1]!.conversation };
  expect((await server.call(redactMessage, { cookie, path, body: {} })).status).toBe(200);
  expect((await found()).examples.map(({ text }) => text)).not.toContain(texts[1]);
  expect(reporters).toBe(3);
  server.clock.pass(memory);
  await server.ctx.pruneFeatures(server.site.id);
  cookie = await server.logIn();
  expect(await found()).toMatchObject({ people: 4, examples: [], reporters: 0, state: 'over' });
});
