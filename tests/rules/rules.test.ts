import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAudit } from '../../shared/account/routes.ts';
import { putAttribute } from '../../shared/contacts/routes.ts';
import { putSegment } from '../../shared/contacts/segments/routes.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { getThread, postMessage } from '../../shared/core/conversations/routes.ts';
import {
  getInboxThread,
  listPeople,
  patchConversation,
  postStaffMessage,
  putCannedReply,
  putLabel,
  undoAction,
} from '../../shared/inbox/routes.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import * as contract from '../../shared/rules/routes.ts';
import type { RuleDraft } from '../../shared/rules/schema.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

const minute = 60_000;
const plan = '0190a000-0000-7000-8000-000000000001';
let server: TestServer;
let cookie: string;
let ada: string;
let olga: string;
let vip: string;
let hello: string;

beforeEach(async () => {
  server = await startTestServer({
    settings: {
      assignment: { mode: 'off', acceptSeconds: 60, teams: {} },
      contacts: { attributes: [{ id: plan, name: 'Plan', type: 'text', choices: [] }], stages: [] },
    },
  });
  const owner = {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga',
    password,
    role: 'owner',
  } as const;
  await createStaff(server.ctx, owner);
  cookie = await server.logIn(owner.email);
  ada = (await server.call(listPeople, { cookie })).body.people.find(({ name }) =>
    name.startsWith('Ada'),
  )!.id;
  olga = (await server.call(listPeople, { cookie })).body.people.find(({ name }) => name === 'Olga')!.id;
  vip = newId();
  await server.call(putLabel, { cookie, path: { label: vip }, body: { name: 'VIP', colour: 'blue' } });
  hello = newId();
  await server.call(putCannedReply, {
    cookie,
    path: { reply: hello },
    body: {
      shortcut: 'there',
      title: 'Still there?',
      body: 'Hi {{visitor.name|there}}, still there?',
      language: '',
    },
  });
});
afterEach(() => server.close());

const work = () => runDueJobs(server.ctx);
const draft = (more: Partial<RuleDraft> = {}): RuleDraft => ({
  name: 'VIP to Ada',
  isOn: true,
  on: 'opened',
  minutes: null,
  groups: [[{ name: 'words', how: 'contains', value: 'invoice' }]],
  actions: [
    { do: 'assign', to: ada },
    { do: 'label', to: vip },
  ],
  stops: false,
  ...more,
});
const save = async (more: Partial<RuleDraft> = {}, id = newId()): Promise<string> => {
  const { status } = await server.call(contract.putRule, { cookie, path: { rule: id }, body: draft(more) });
  expect(status).toBe(200);
  return id;
};
const open = async (body: string, secret = newSecret()): Promise<string> => {
  const sent = await server.call(postChat, { secret, body: { id: newId(), body, language: 'en' } });
  expect(sent.status).toBe(200);
  await work();
  return sent.body.conversation.id;
};
const look = async (conversation: string) =>
  (await server.call(getInboxThread, { cookie, path: { conversation } })).body;
const kinds = async (conversation: string) =>
  (await look(conversation)).messages.flatMap(({ notice }) => notice?.kind ?? []);
const runs = async (query: { rule?: string; conversation?: string } = {}) =>
  (await server.call(contract.listRuleRuns, { cookie, query })).body.runs;
const answer = (conversation: string) =>
  server.call(postStaffMessage, {
    cookie,
    path: { conversation },
    body: { id: newId(), body: 'Yes.', visibility: 'public' },
  });

test('a rule assigns and labels what fits, the thread names it, and the log says why; it can be undone', async () => {
  const rule = await save();
  const other = await open('Where is my parcel?');
  const conversation = await open('My INVOICE is wrong');
  expect((await look(other)).conversation.assignee).toBeNull();
  const thread = await look(conversation);
  expect(thread.conversation.assignee?.id).toBe(ada);
  expect(thread.conversation.labels).toEqual([vip]);
  expect(thread.messages.flatMap(({ notice }) => (notice ? [notice] : []))).toEqual([
    { kind: 'given', values: { by: 'VIP to Ada', rule, name: expect.any(String), nameId: ada } },
    { kind: 'labelled', values: { by: 'VIP to Ada', rule, name: 'VIP' } },
  ]);
  const [run] = await runs({ conversation });
  expect(run).toMatchObject({
    rule: { id: rule, name: 'VIP to Ada' },
    state: 'done',
    why: [{ name: 'words', how: 'contains', value: 'invoice', is: null }],
    undoable: true,
  });
  await server.call(contract.undoRuleRun, { cookie, path: { run: run!.id } });
  await server.call(contract.undoRuleRun, { cookie, path: { run: run!.id } });
  const after = (await look(conversation)).conversation;
  expect([after.assignee, after.labels]).toEqual([null, []]);
  expect((await kinds(conversation)).filter((kind) => kind === 'undone')).toHaveLength(1);
  expect((await runs({ rule }))[0]!.state).toBe('undone');
  const audit = (await server.call(listAudit, { cookie })).body.entries;
  expect(audit.map(({ action, conversation: about }) => [action, about])).toContainEqual([
    'rule VIP to Ada',
    conversation,
  ]);
  const list = (await server.call(contract.listRules, { cookie })).body;
  expect(list.rules[0]).toMatchObject({ id: rule, fired: 1 });
});

test('rules go in their order, one that stops leaves out those behind it, and those that are off do nothing', async () => {
  const note = (text: string): Partial<RuleDraft> => ({
    name: text,
    groups: [],
    actions: [{ do: 'note', text }],
  });
  const [first, second, third] = [
    await save(note('one')),
    await save({ ...note('two'), on: 'message', stops: true }),
    await save(note('three')),
  ];
  await save({ ...note('off'), isOn: false });
  const said = async (conversation: string) =>
    (await look(conversation)).messages.flatMap(({ notice }) =>
      notice?.kind === 'rule_note' ? [notice.values['text']] : [],
    );
  expect(await said(await open('Hello'))).toEqual(['one', 'two']);
  await server.call(contract.orderRules, { cookie, body: { rules: [third, second, first] } });
  expect(await said(await open('Hello again'))).toEqual(['three', 'two']);
});

test('a dry run says what a rule would have fired on, and does nothing', async () => {
  const conversation = await open('My invoice is wrong');
  await open('Where is my parcel?');
  const { body } = await server.call(contract.tryRule, { cookie, body: draft({ isOn: false }) });
  expect(body).toEqual({
    looked: 2,
    fires: 1,
    isPart: false,
    first: [
      {
        conversation,
        subject: expect.any(String),
        at: expect.any(Number),
        why: [{ name: 'words', how: 'contains', value: 'invoice', is: null }],
      },
    ],
  });
  expect(await runs()).toEqual([]);
});

test('an idle chat is asked once, then closed with a text, and opened again by a reply; never while the team owes the answer', async () => {
  const waits = [[{ name: 'waitingFor', how: 'is' as const, value: 'visitor' }]];
  await save({
    name: 'Still there?',
    on: 'idle',
    minutes: 10,
    groups: waits,
    actions: [{ do: 'reply', to: hello }],
  });
  await save({
    name: 'Close',
    on: 'idle',
    minutes: 30,
    groups: [],
    actions: [{ do: 'reply', to: hello }, { do: 'close' }],
  });
  const secret = newSecret();
  const owed = await open('Nobody answers this');
  const conversation = await open('Hello', secret);
  await answer(conversation);
  await work();
  for (let passed = 0; passed < 50; passed += 5) {
    server.clock.pass(5 * minute);
    await work();
  }
  expect((await look(owed)).conversation.status).toBe('open');
  expect(await kinds(owed)).not.toContain('auto_reply');
  expect((await kinds(conversation)).filter((kind) => kind !== 'promise_moved')).toEqual([
    'auto_reply',
    'auto_reply',
    'closed',
  ]);
  const theirs = (await server.call(getThread, { secret, path: { conversation } })).body;
  const texts = theirs.messages.flatMap(({ notice, body, author }) =>
    notice?.kind === 'auto_reply' ? [[author.kind, body]] : [],
  );
  expect(texts[0]).toEqual([
    'system',
    expect.stringMatching(/^Hi there, still there\?\n\nThis is an automatic message.*person/),
  ]);
  expect(texts[1]![1]).toMatch(/opens again/);
  await server.call(postMessage, {
    secret,
    path: { conversation },
    body: { id: newId(), body: 'Here I am' },
  });
  expect((await look(conversation)).conversation.status).toBe('open');
});

test('rules that talk to a program fall silent, and those that do too much stop and say so', async () => {
  await save({
    on: 'message',
    groups: [],
    actions: [
      { do: 'reply', to: hello },
      { do: 'note', text: 'Seen' },
    ],
  });
  const secret = newSecret();
  const conversation = await open('ping', secret);
  for (let count = 0; count < 15; count++) {
    await server.call(postMessage, {
      secret,
      path: { conversation },
      body: { id: newId(), body: `ping ${count}` },
    });
    await work();
    server.clock.pass(minute);
  }
  const said = await kinds(conversation);
  const times = (kind: string): number => said.filter((one) => one === kind).length;
  expect([times('auto_reply'), times('rule_note'), times('rule_limited')]).toEqual([1, 10, 1]);
  // An hour later there's room again.
  server.clock.pass(61 * minute);
  await server.call(postMessage, { secret, path: { conversation }, body: { id: newId(), body: 'ping' } });
  await work();
  expect((await kinds(conversation)).filter((kind) => kind === 'rule_note')).toHaveLength(11);
});

test('what an action points at may be gone: the log says so, and the rest is done', async () => {
  await save({
    groups: [],
    actions: [
      { do: 'label', to: newId() },
      { do: 'note', text: 'Look' },
    ],
  });
  const conversation = await open('Hello');
  expect((await runs({ conversation }))[0]!.state).toBe('part');
  expect(await kinds(conversation)).toEqual(['rule_note']);
});

test('a macro is run on several conversations in the name of who ran it, and undone as one', async () => {
  const macro = newId();
  const actions = [{ do: 'label' as const, to: vip }, { do: 'close' as const }];
  await server.call(contract.putMacro, { cookie, path: { macro }, body: { name: 'Done', actions } });
  const conversations = [await open('One'), await open('Two')];
  const id = newId();
  for (let twice = 0; twice < 2; twice++) {
    const ran = await server.call(contract.runMacro, {
      cookie,
      path: { macro },
      body: { id, conversations },
    });
    expect(ran.body).toMatchObject({ refused: [], undoable: true });
  }
  for (const conversation of conversations) {
    const thread = await look(conversation);
    expect([thread.conversation.status, thread.conversation.labels]).toEqual(['closed', [vip]]);
    expect(thread.messages.flatMap(({ notice }) => notice?.values['byId'] ?? [])).toEqual([olga, olga]);
  }
  await server.call(undoAction, { cookie, path: { action: id } });
  const after = (await look(conversations[0]!)).conversation;
  expect([after.status, after.labels]).toEqual(['open', []]);
});

test('what is about to be late is told to a person by name, and programs hear of it', async () => {
  await save({
    on: 'promise',
    minutes: 20,
    groups: [],
    actions: [{ do: 'notify', to: ada }, { do: 'webhook' }, { do: 'priority', to: 'urgent' }],
  });
  const conversation = await open('Hello');
  const { promise } = (await look(conversation)).conversation;
  server.clock.pass(promise!.at - server.ctx.clock.now() - 20 * minute);
  await work();
  const thread = await look(conversation);
  expect(thread.conversation.priority).toBe('urgent');
  expect(await kinds(conversation)).toContain('rule_told');
  const patched = await server.call(patchConversation, {
    cookie,
    path: { conversation },
    body: { priority: 'normal' },
  });
  expect(patched.status).toBe(200);
  expect((await runs({ conversation })).map(({ state }) => state)).toEqual(['done']);
});

test('conditions ask what the team knows of a contact: attributes, segments, address and labels', async () => {
  const segment = newId();
  const often = { name: 'conversations', how: 'above' as const, value: '1' };
  await server.call(putSegment, {
    cookie,
    path: { segment },
    body: { name: 'Often', purpose: 'look', conditions: [often] },
  });
  const secret = newSecret();
  const first = await open('Hello', secret);
  const { visitor } = (await look(first)).conversation;
  await server.call(putAttribute, {
    cookie,
    path: { contact: visitor.id, attribute: plan },
    body: { value: 'gold' },
  });
  const note = (text: string, name: string, how: 'is' | 'not' | 'known', value: string) =>
    save({ name: text, on: 'message', groups: [[{ name, how, value }]], actions: [{ do: 'note', text }] });
  await note('gold', `attribute.${plan}`, 'is', 'gold');
  await note('often', 'segment', 'is', segment);
  await note('label', 'label', 'is', vip);
  await note('no label', 'label', 'not', vip);
  await note('address', 'email', 'known', '');
  const said = async (conversation: string) =>
    (await look(conversation)).messages.flatMap(({ notice }) => notice?.values['text'] ?? []);
  expect(await said(await open('Hello'))).toEqual(['no label']);
  await server.call(patchConversation, { cookie, path: { conversation: first }, body: { addLabels: [vip] } });
  await server.call(postMessage, {
    secret,
    path: { conversation: first },
    body: { id: newId(), body: 'Me' },
  });
  await work();
  expect(await said(first)).toEqual(['gold', 'label']);
  await open('Another one', secret);
  const second = await open('And one more', secret);
  expect(await said(second)).toEqual(['gold', 'often', 'no label']);
});

test('a rule that’s switched on sees what is open already, and lets be what would have come before', async () => {
  const stale = await open('An old one');
  await answer(stale);
  await work();
  server.clock.pass(30 * minute);
  const conversation = await open('Hello');
  await answer(conversation);
  await work();
  await save({ on: 'idle', minutes: 10, groups: [], actions: [{ do: 'note', text: 'Quiet' }] });
  await work();
  server.clock.pass(11 * minute);
  await work();
  expect(await kinds(conversation)).toContain('rule_note');
  expect(await kinds(stale)).not.toContain('rule_note');
});
