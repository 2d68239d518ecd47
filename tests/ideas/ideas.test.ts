import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '../../shared/ideas/routes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import * as staffContract from '../../shared/ideas/staffRoutes.ts';
import * as privacy from '../../shared/core/people/personalDataRoutes.ts';
import { undoTime } from '../../server/ideas/jobs.ts';
import { ideaFacts } from '../../server/ideas/facts.ts';
import { readEventsAfter } from '../../server/core/events/cursors.ts';
import type { Filled } from '../../server/core/facts/types.ts';
import { newId, newSecret } from '../helpers/server.ts';
import { type IdeasStage, ideasStage } from './ideasStage.ts';

let on: IdeasStage;
beforeEach(async () => {
  on = await ideasStage();
});
afterEach(() => on.close());

const press = (path: string) =>
  on.server.request('POST', path, {
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: '' },
  });
const linkIn = (text: string, part: string): string =>
  new URL(new RegExp(`http\\S*/ideas/${part}/\\S+`).exec(text)![0]).pathname;

describe('an idea', () => {
  test('waits for the team, with its writer’s vote; twice is once, and other words under its id are refused', async () => {
    const made = await on.suggest('A rain cover for the child seat');
    expect(made.body.idea).toMatchObject({ state: 'waiting', votes: 1, status: 'new', author: 'Ola' });
    const again = await on.server.call(contract.postIdea, { secret: made.secret, body: made.sent });
    expect(again.body.idea.id).toBe(made.id);
    const other = { ...made.sent, title: 'Something else' };
    expect((await on.server.call(contract.postIdea, { secret: made.secret, body: other })).status).toBe(409);
    expect((await on.server.call(contract.getIdea, { path: { idea: made.id } })).status).toBe(404);
    const waiting = await on.server.call(staffContract.listStaffIdeas, {
      cookie: on.cookie,
      query: { state: 'waiting' },
    });
    expect(waiting.body).toMatchObject({ waiting: 1, total: 1, ideas: [{ id: made.id, reason: 'always' }] });
    await on.decide(made.id, 'publish');
    expect(await on.read(made.id)).toMatchObject({ title: 'A rain cover for the child seat', votes: 1 });
    await on.decide(made.id, 'hide');
    expect((await on.server.call(contract.getIdea, { path: { idea: made.id } })).status).toBe(404);
  });

  test('of the same words within minutes is refused at its field; a filled honeypot waits as suspicious', async () => {
    const secret = newSecret();
    await on.suggest('A rain cover', secret);
    expect((await on.suggest('A rain cover', secret)).body).toMatchObject({
      error: { fields: { title: 'already_there' } },
    });
    await on.suggest('Cheap watches', newSecret(), { website: 'https://spam.test' });
    const { ideas } = (
      await on.server.call(staffContract.listStaffIdeas, { cookie: on.cookie, query: { state: 'waiting' } })
    ).body;
    expect(ideas.map(({ reason }) => reason)).toEqual(['always', 'suspicious']);
  });

  test('of people who are trusted is public at once, where the owner wants that', async () => {
    await on.close();
    on = await ideasStage('trusted');
    const secret = newSecret();
    await on.publish('First', secret);
    await on.publish('Second', secret);
    expect((await on.suggest('Third', secret)).body.idea.state).toBe('public');
    expect((await on.suggest('A stranger’s')).body.idea.state).toBe('waiting');
  });

  test('is nowhere on a site that has none', async () => {
    await on.close();
    on = await ideasStage('off');
    expect((await on.suggest('Anything')).status).toBe(404);
    expect((await on.server.call(contract.listIdeas, {})).status).toBe(404);
    for (const path of ['ideas', 'roadmap', 'ideas.md', 'ideas.atom', 'ideas/new'])
      expect((await on.get(`/sites/shop/${path}`)).status, path).toBe(404);
    expect(await (await on.get('/sites/shop')).text()).not.toContain('/sites/shop/ideas');
  });

  test('is edited by staff with what it said before kept, and its old address leads to the new one', async () => {
    const id = await on.publish('A rain covr');
    const { path } = await on.read(id);
    const edited = await on.server.call(staffContract.patchStaffIdea, {
      cookie: on.cookie,
      path: { idea: id },
      body: { title: 'A rain cover', details: 'For **two** seats.' },
    });
    expect(edited.body.versions).toMatchObject([{ title: 'A rain covr', details: '' }]);
    expect(edited.body.idea.editedAt).not.toBeNull();
    const moved = await on.get(path);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toContain('/a-rain-cover');
  });
});

describe('votes', () => {
  test('count once a person and once an address, and are taken back', async () => {
    const id = await on.publish('A rain cover');
    const voter = newSecret();
    expect((await on.vote(id, voter, true, '192.0.2.1')).body).toEqual({ voted: true, votes: 2 });
    expect((await on.vote(id, voter, true, '192.0.2.1')).body.votes).toBe(2);
    // Other browsers of one place are one voice.
    expect((await on.vote(id, newSecret(), true, '192.0.2.1')).body.votes).toBe(2);
    expect((await on.vote(id, newSecret(), true, '192.0.2.2')).body.votes).toBe(3);
    const own = await on.server.call(contract.getOwnIdeaPart, { path: { idea: id }, secret: voter });
    expect(own.body).toMatchObject({ voted: true, isAuthor: false });
    await on.vote(id, voter, false, '192.0.2.1');
    expect((await on.read(id)).votes).toBe(3);
    expect((await on.vote(newId(), voter)).status).toBe(404);
  });

  test('on behalf of a customer count once a visitor, keep where they asked, and are undone', async () => {
    const id = await on.publish('A rain cover');
    const first = await on.stage.open('Do you sell rain covers?');
    const second = await on.stage.open('Rain covers, please');
    const linked = await on.behalf(first, id);
    expect(linked.body).toMatchObject({ isOn: true, ideas: [{ id, votes: 2 }] });
    await on.behalf(first, id);
    on.server.clock.pass(1);
    await on.behalf(second, id);
    const { idea, conversations } = await on.detail(id);
    expect(idea).toMatchObject({ votes: 2, conversations: 2 });
    expect(conversations).toMatchObject([
      { conversation: second, visitor: 'Zoë' },
      { conversation: first, visitor: 'Zoë' },
    ]);
    // Nothing of it is told to anybody else.
    expect(JSON.stringify(await on.read(id))).not.toContain('Zoë');
    // The other conversation still asks for it.
    await on.takeBack(first, id);
    expect((await on.detail(id)).idea).toMatchObject({ votes: 2, conversations: 1 });
    expect((await on.takeBack(second, id)).body.ideas).toEqual([]);
    expect((await on.detail(id)).idea).toMatchObject({ votes: 1, conversations: 0 });
    // A vote of the visitor's own is theirs.
    await on.behalf(first, id);
    await on.vote(id, on.stage.secret);
    await on.takeBack(first, id);
    expect((await on.detail(id)).idea).toMatchObject({ votes: 2, conversations: 0 });
    expect((await on.behalf(newId(), id)).status).toBe(404);
  });
});

describe('a status', () => {
  test('needs a reason where it is no, is public with its note, and the same again is once', async () => {
    const id = await on.publish('A rain cover');
    expect((await on.setStatus(id, 'declined', ' ')).body).toMatchObject({
      error: { fields: { note: 'required' } },
    });
    const step = newId();
    await on.setStatus(id, 'planned', 'In **spring**.', step);
    const again = await on.setStatus(id, 'planned', 'In **spring**.', step);
    expect(again.body.history).toMatchObject([
      { status: 'planned', note: 'In **spring**.', by: 'Ada Agent' },
    ]);
    expect((await on.setStatus(id, 'done', '', step)).status).toBe(409);
    expect(await on.read(id)).toMatchObject({ status: 'planned', history: [{ status: 'planned' }] });
    const planned = await on.server.call(contract.listIdeas, { query: { status: 'planned' } });
    expect(planned.body).toMatchObject({ total: 1, ideas: [{ id }] });
  });

  test('is told once to each who voted or follows; a stranger’s words go to no address that nobody proved', async () => {
    const id = await on.publish('Stranger’s cover');
    const conversation = await on.stage.open('Rain covers, please');
    await on.behalf(conversation, id);
    const ben = 'ben@visitor.example';
    await on.server.call(contract.postIdeaFollow, {
      path: { idea: id },
      secret: newSecret(),
      body: { id: newId(), email: ben, language: 'en' },
    });
    await on.stage.pass(1);
    const [confirm] = on.mailsTo(ben);
    expect(confirm!.subject).toBe('Follow an idea on Shop?');
    // A form is no relay: nothing of what strangers wrote is in it.
    expect(confirm!.raw).not.toContain('cover');
    expect((await press(linkIn(confirm!.text!, 'follow'))).status).toBe(200);

    const zoe = 'zoe@visitor.example';
    const before = on.mailsTo(zoe).length;
    // Taken back at once, nobody hears of the first.
    await on.setStatus(id, 'done');
    on.server.clock.pass(1);
    await on.setStatus(id, 'planned', 'In spring.');
    await on.stage.pass(undoTime);
    await on.stage.pass(undoTime);
    const told = on.mailsTo(ben).slice(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      subject: 'Idea update: Shop',
      text: expect.stringContaining('is now planned'),
    });
    expect(told[0]!.text).toContain('Stranger’s cover');
    expect(told[0]!.text).toContain('In spring.');
    const asked = on.mailsTo(zoe).slice(before);
    expect(asked).toHaveLength(1);
    expect(asked[0]!.text).toContain('is now planned');
    expect(asked[0]!.raw).not.toContain('cover');

    // Where they asked for it, it stands, too.
    const thread = await on.server.call(getThread, { secret: on.stage.secret, path: { conversation } });
    expect(thread.body.messages.flatMap(({ notice }) => notice ?? [])).toEqual([
      { kind: 'idea_news', values: { title: 'Stranger’s cover' } },
    ]);

    expect((await press(linkIn(told[0]!.text!, 'unfollow'))).status).toBe(200);
    await on.setStatus(id, 'done');
    await on.stage.pass(undoTime);
    expect(on.mailsTo(ben)).toHaveLength(2);
    expect(on.mailsTo(zoe).slice(before)).toHaveLength(2);
    // Who takes the vote back hears no more.
    await on.takeBack(conversation, id);
    await on.setStatus(id, 'started');
    await on.stage.pass(undoTime);
    expect(on.mailsTo(zoe).slice(before)).toHaveLength(2);
  });
});

test('a merge carries votes, voters and conversations over, leads there, and is undone', async () => {
  const one = await on.publish('A rain cover for the child seat');
  const other = await on.publish('Rain protection for kids');
  const both = newSecret();
  await on.vote(one, both, true, '192.0.2.1');
  await on.vote(other, both, true, '192.0.2.1');
  const conversation = await on.stage.open('Rain covers, please');
  await on.behalf(conversation, other);
  const path = { idea: other };
  const merge = (into: string) =>
    on.server.call(staffContract.mergeIdea, { cookie: on.cookie, path, body: { into } });
  expect((await merge(other)).status).toBe(400);
  expect((await merge(newId())).status).toBe(400);
  expect((await merge(one)).body.idea.mergedInto).toBe(one);
  // Its writer, the other's, who voted for both once, and the customer.
  expect(await on.detail(one)).toMatchObject({
    idea: { votes: 4, conversations: 1 },
    merged: [{ id: other }],
    conversations: [{ conversation }],
  });
  const { path: old } = (await on.detail(other)).idea;
  expect((await on.get(old)).headers.get('location')).toContain(one);
  expect((await on.server.call(contract.listIdeas, {})).body.total).toBe(1);
  // Under the old address it counts for the one that stays.
  expect((await on.vote(other, newSecret())).body.votes).toBe(5);
  // Found by the other's words, it is the one that stays.
  await on.server.ctx.search.settled(on.server.site.id);
  const found = await on.server.call(contract.listIdeas, { query: { q: 'rain protection kids' } });
  expect(found.body.ideas.map(({ id }) => id)).toEqual([one]);
  await on.setStatus(one, 'done');
  await on.stage.pass(undoTime);
  expect(on.mailsTo('zoe@visitor.example').at(-1)!.text).toContain('is done');
  await on.server.call(staffContract.unmergeIdea, { cookie: on.cookie, path });
  expect(await on.read(one)).toMatchObject({ votes: 3 });
  expect(await on.read(other)).toMatchObject({ votes: 3 });
  expect((await on.detail(other)).idea.conversations).toBe(1);
});

test('an erased person’s words and votes go, and the numbers stay', async () => {
  const author = newSecret();
  const own = await on.publish('My own idea', author);
  const others = await on.publish('Somebody else’s');
  const conversation = await on.stage.open('Please do that');
  await on.behalf(conversation, others);
  await on.vote(others, author);
  const before = (await on.detail(others)).idea;
  expect(before).toMatchObject({ votes: 3, conversations: 1 });
  for (const secret of [author, on.stage.secret])
    expect((await on.server.call(privacy.eraseOwnData, { secret })).status).toBe(200);
  await on.stage.pass(1);
  expect((await on.detail(others)).idea).toMatchObject({ votes: 3, conversations: 1 });
  expect((await on.detail(others)).conversations).toMatchObject([{ conversation: null, visitor: '' }]);
  expect((await on.server.call(contract.getIdea, { path: { idea: own } })).status).toBe(404);
  expect((await on.detail(own)).idea).toMatchObject({ title: '', author: '', state: 'hidden' });
  // What comes after counts on from there.
  expect((await on.vote(others)).body.votes).toBe(4);
});

test('reports and webhooks hear of it: suggested, voted for, given a status', async () => {
  const id = await on.publish('A rain cover');
  await on.vote(id);
  await on.setStatus(id, 'planned');
  const { ctx, site } = on.server;
  const facts = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Filled = await ideaFacts.fill(ctx, site.id, {
      start: 0,
      after,
      before: Number.POSITIVE_INFINITY,
    });
    facts.push(...page.facts);
    after = page.after;
  }
  expect(facts).toMatchObject([
    { kind: 'idea.added', subjectId: id },
    { kind: 'idea.voted', subjectId: id },
    { kind: 'idea.voted', subjectId: id },
    { kind: 'idea.status', subjectId: id, value: 1 },
  ]);
  const log = await readEventsAfter(ctx.database, site.id, 0, 1_000);
  const told = await ctx.webhooks.read(site.id, log);
  expect(told.filter(({ type }) => type.startsWith('idea.'))).toMatchObject([
    { type: 'idea.created', data: { idea: { id, votes: 2 }, url: expect.stringContaining(id) } },
    { type: 'idea.status_changed', data: { status: 'planned', note: '', idea: { id } } },
  ]);
  const kept = await ctx.facts.read(site.id, log);
  expect(kept.filter(({ kind }) => kind.startsWith('idea.')).map(({ kind }) => kind)).toEqual([
    'idea.added',
    'idea.voted',
    'idea.status',
  ]);
});
