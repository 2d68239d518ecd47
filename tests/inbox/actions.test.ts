import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postQuestion } from '../../shared/ask/routes.ts';
import { getThread, listConversations, postMessage } from '../../shared/core/conversations/routes.ts';
import { getMe } from '../../shared/core/people/staffRoutes.ts';
import * as inbox from '../../shared/inbox/routes.ts';
import type { ConversationChange, View } from '../../shared/inbox/schema.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { newId, newSecret, password, question, startTestServer, type TestServer } from '../helpers/server.ts';

const hour = 3_600_000;
let server: TestServer;
/** Ada, an agent, and Bo, an admin. */
let ada: string;
let bo: string;
let secret: string;
beforeEach(async () => {
  server = await startTestServer();
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'bo@shop.test',
    name: 'Bo Boss',
    password,
    role: 'admin',
  });
  ada = await server.logIn();
  bo = await server.logIn('bo@shop.test');
  secret = newSecret();
});
afterEach(() => server.close());

const open = async (title: string, own = secret): Promise<string> =>
  (await server.call(postQuestion, { body: question({ title, name: 'Eve' }), secret: own })).body.conversation
    .id;

const say = (conversation: string, body: string) =>
  server.call(postMessage, { path: { conversation }, secret, body: { id: newId(), body } });

const act = (conversations: string[], change: ConversationChange, cookie = ada, id = newId()) =>
  server.call(inbox.postAction, { cookie, body: { id, conversations, change } });

const undo = (action: string, cookie = ada) => server.call(inbox.undoAction, { cookie, path: { action } });

const thread = async (conversation: string, cookie = ada) =>
  (await server.call(inbox.getInboxThread, { path: { conversation }, cookie })).body;

/** Lines of the thread about what was done, in their order. */
const lines = async (conversation: string) =>
  (await thread(conversation)).messages.flatMap(({ notice, body }) => (notice ? [body] : []));

const subjects = async (view: View, cookie = ada) =>
  (await server.call(inbox.listInbox, { cookie, query: { view } })).body.conversations.map(
    (item) => item.subject,
  );

const idOf = async (cookie: string) => (await server.call(getMe, { cookie })).body.id;

const label = async (name: string, cookie = ada) => {
  const id = newId();
  const reply = await server.call(inbox.putLabel, {
    cookie,
    path: { label: id },
    body: { name, colour: 'teal' },
  });
  expect(reply.status).toBe(200);
  return id;
};

describe('an action', () => {
  test('is said in the thread with who did it, and the visitor hears nothing of it', async () => {
    const id = await open('Hello');
    const refund = await label('refund');
    await act([id], { assignee: await idOf(ada) });
    await act([id], { assignee: await idOf(bo), priority: 'urgent' });
    await act([id], { addLabels: [refund] });
    await act([id], { removeLabels: [refund], status: 'closed' });
    await act([id], { status: 'open' }, bo);
    expect(await lines(id)).toEqual([
      'Ada Agent took the conversation.',
      'Ada Agent assigned the conversation to Bo Boss.',
      'Ada Agent set the priority to urgent.',
      'Ada Agent added the label refund.',
      'Ada Agent closed the conversation.',
      'Ada Agent removed the label refund.',
      'Bo Boss reopened the conversation.',
    ]);
    const seen = (await server.call(getThread, { path: { conversation: id }, secret })).body;
    expect(seen.messages).toHaveLength(1);
  });

  test('sent twice is done and said once, and its id is good for nothing else', async () => {
    const id = await open('Hello');
    const action = newId();
    await act([id], { status: 'closed' }, ada, action);
    await act([id], { status: 'closed' }, ada, action);
    expect(await lines(id)).toHaveLength(1);
    expect((await act([id], { status: 'open' }, ada, action)).status).toBe(409);
    expect((await act([id], { status: 'closed' }, bo, action)).status).toBe(409);
    // What is so already is not done again under another id either.
    await act([id], { status: 'closed' });
    expect(await lines(id)).toHaveLength(1);
  });

  test('on many changes each that it can, and says which it could not', async () => {
    const first = await open('First');
    const second = await open('Second', newSecret());
    const gone = newId();
    const reply = await act([first, second, gone], { status: 'closed' });
    expect(reply.body.conversations.map((item) => item.status)).toEqual(['closed', 'closed']);
    expect(reply.body.refused).toEqual([gone]);
    expect((await act([gone], { status: 'closed' })).status).toBe(404);
    expect((await act([first], { assignee: newId() })).status).toBe(400);
    expect((await act([first], { team: newId() })).status).toBe(400);
    expect((await act([first], { addLabels: [newId()] })).status).toBe(400);
    expect((await act([first], { snooze: { until: server.clock.now() - 1 } })).status).toBe(400);
    expect((await act([first], { promiseAt: server.clock.now() - 1 })).status).toBe(400);
  });

  test('undone makes everything what it was, promise and labels included; what somebody changed since stays', async () => {
    const id = await open('Hello');
    const other = await open('Other', newSecret());
    const refund = await label('refund');
    await act([id], { addLabels: [refund] });
    const before = (await thread(id)).conversation;
    const action = newId();
    await act(
      [id, other],
      { status: 'closed', removeLabels: [refund], assignee: await idOf(ada) },
      ada,
      action,
    );
    await act([other], { assignee: await idOf(bo) }, bo);
    expect((await undo(action, bo)).status).toBe(404);
    const undone = await undo(action);
    expect(undone.status).toBe(200);
    expect((await thread(id)).conversation).toEqual(before);
    expect((await thread(other)).conversation).toMatchObject({
      assignee: { name: 'Bo Boss' },
      status: 'closed',
    });
    expect((await lines(id)).at(-1)).toBe('Ada Agent undid that.');
    expect((await undo(action)).status).toBe(200);
    expect((await lines(id)).filter((line) => line.includes('undid'))).toHaveLength(1);
    // A promise was told to the visitor: that cannot be taken back. Nor can what is long ago.
    const told = newId();
    const reply = await act([id], { promiseAt: server.clock.now() + 9 * hour }, ada, told);
    expect(reply.body.undoable).toBe(false);
    expect((await undo(told)).status).toBe(403);
    const late = newId();
    await act([id], { status: 'closed' }, ada, late);
    server.clock.pass(61_000);
    expect((await undo(late)).status).toBe(404);
  });

  test('that changes the promise tells the visitor, in words and in the row', async () => {
    const id = await open('Hello');
    const at = server.clock.now() + 30 * hour;
    await act([id], { promiseAt: at });
    const seen = (await server.call(getThread, { path: { conversation: id }, secret })).body;
    expect(seen.conversation.promise?.at).toBe(at);
    expect(seen.messages.at(-1)).toMatchObject({ notice: { kind: 'promise_moved', values: { at } } });
  });
});

describe('a snoozed conversation', () => {
  test('comes back at its time, once, after a restart too, and waits for staff', async () => {
    const id = await open('Hello');
    await server.call(inbox.postStaffMessage, {
      cookie: ada,
      path: { conversation: id },
      body: { id: newId(), body: 'We look into it', visibility: 'public' },
    });
    const until = server.clock.now() + 2 * hour;
    await act([id], { snooze: { until } });
    expect(await subjects('snoozed')).toEqual(['Hello']);
    expect(await subjects('all')).toEqual([]);
    server.clock.pass(2 * hour - 1);
    await runDueJobs(server.ctx);
    expect(await subjects('all')).toEqual([]);
    server.clock.pass(1);
    await runDueJobs(server.ctx);
    await runDueJobs(server.ctx);
    expect(await subjects('waiting')).toEqual(['Hello']);
    expect((await lines(id)).filter((line) => line.includes('no longer snoozed'))).toHaveLength(1);
  });

  test('put aside for longer comes back then, and undone not at all', async () => {
    const id = await open('Hello');
    await act([id], { snooze: { until: server.clock.now() + hour } });
    const longer = newId();
    await act([id], { snooze: { until: server.clock.now() + 20 * 24 * hour } }, ada, longer);
    await undo(longer);
    expect((await thread(id)).conversation.snoozedUntil).toBe(server.clock.now() + hour);
    await server.call(inbox.postStaffMessage, {
      cookie: ada,
      path: { conversation: id },
      body: { id: newId(), body: 'Tell us more', visibility: 'public' },
    });
    await act([id], { snooze: { until: null } });
    server.clock.pass(3 * hour);
    await runDueJobs(server.ctx);
    expect((await thread(id)).conversation.status).toBe('snoozed');
    await say(id, 'Are you there?');
    expect((await thread(id)).conversation).toMatchObject({ status: 'open', snoozedUntil: null });
  });

  test('comes back before its promise slips', async () => {
    const id = await open('Hello');
    const { promise } = (await thread(id)).conversation;
    await act([id], { snooze: { until: promise!.at + 48 * hour } });
    // The owner is reminded when 40 % of the time are left.
    server.clock.set(promise!.at - 0.35 * (promise!.at - server.clock.now()));
    await runDueJobs(server.ctx);
    expect((await thread(id)).conversation).toMatchObject({ status: 'open', snoozedUntil: null });
  });
});

describe('merging', () => {
  test('puts two conversations of one visitor into one; the visitor’s own tabs and mails follow', async () => {
    const first = await open('First question');
    const second = await open('Second question');
    await say(first, 'More about the first');
    expect((await act([second], { mergeInto: first })).status).toBe(200);
    const merged = await thread(first);
    expect(merged.messages.filter(({ author }) => author.kind === 'visitor').map(({ body }) => body)).toEqual(
      ['First question', 'Second question', 'More about the first'],
    );
    expect(await subjects('all')).toEqual(['First question']);
    expect(await subjects('closed')).toEqual([]);
    const mine = (await server.call(listConversations, { secret })).body.conversations;
    expect(mine.map(({ subject }) => subject)).toEqual(['First question']);
    // A tab that still shows the second writes into the first.
    const sent = await say(second, 'From an old tab');
    expect(sent.body.message.conversation).toBe(first);
    expect(
      (await server.call(getThread, { path: { conversation: second }, secret })).body.conversation.id,
    ).toBe(first);
    expect((await thread(second)).conversation.mergedInto).toBe(first);
  });

  test('is undone at once or later: each has its own again, and what was said since stays', async () => {
    const first = await open('First question');
    const second = await open('Second question');
    const before = (await thread(second)).messages;
    const action = newId();
    await act([second], { mergeInto: first }, ada, action);
    await say(first, 'Said after');
    expect((await undo(action)).status).toBe(200);
    expect((await thread(second)).messages).toEqual(before);
    expect((await thread(first)).messages.some(({ body }) => body === 'Said after')).toBe(true);
    expect((await subjects('all')).sort()).toEqual(['First question', 'Second question']);
    await act([second], { mergeInto: first });
    server.clock.pass(48 * hour);
    const taken = await server.call(inbox.unmerge, {
      cookie: await server.logIn(),
      path: { conversation: second },
    });
    expect(taken.body.conversation).toMatchObject({ id: second, status: 'open' });
  });

  test('brings labels and mentions, and takes out again what came with it alone', async () => {
    const first = await open('First question');
    const second = await open('Second question');
    const third = await open('Third question');
    const [both, refund, repair] = [await label('both'), await label('refund'), await label('repair')];
    await act([first, second], { addLabels: [both] });
    await act([second], { addLabels: [refund, repair] });
    await act([third], { addLabels: [repair] });
    await server.call(inbox.postStaffMessage, {
      cookie: ada,
      path: { conversation: second },
      body: { id: newId(), body: '@Bo look', visibility: 'note' },
    });
    const marked = async () => [
      await subjects(`label:${both}`),
      await subjects(`label:${refund}`),
      await subjects(`label:${repair}`),
      await subjects('mentions', bo),
    ];
    const counted = async () =>
      (await server.call(inbox.getOverview, { cookie: bo })).body.counts['mentions'];

    await act([second], { mergeInto: first });
    await act([third], { mergeInto: first });
    const one = ['First question'];
    expect(await marked()).toEqual([one, one, one, one]);
    expect(await counted()).toBe(1);

    await server.call(inbox.unmerge, { cookie: ada, path: { conversation: second } });
    const [withBoth, withRefund, withRepair, named] = await marked();
    expect(withBoth!.sort()).toEqual(['First question', 'Second question']);
    expect(withRefund).toEqual(['Second question']);
    // The third brought it, too.
    expect(withRepair!.sort()).toEqual(['First question', 'Second question']);
    expect(named).toEqual(['Second question']);
    expect(await counted()).toBe(1);
  });

  test('of two visitors’ conversations is refused', async () => {
    const first = await open('Mine');
    const second = await open('Theirs', newSecret());
    expect((await act([second], { mergeInto: first })).status).toBe(400);
    expect((await act([first], { mergeInto: first })).status).toBe(400);
    expect((await act([first], { mergeInto: newId() })).status).toBe(404);
  });
});

describe('two people', () => {
  const reply = (conversation: string, cookie: string, after: number | undefined, id = newId()) =>
    server.call(inbox.postStaffMessage, {
      cookie,
      path: { conversation },
      body: { id, body: 'An answer', visibility: 'public', ...(after !== undefined && { after }) },
    });

  test('who answer at the same moment: one is told, and may send it anyway', async () => {
    const id = await open('Hello');
    const after = (await thread(id)).messages.at(-1)!.seq;
    const late = newId();
    const outcomes = await Promise.all([reply(id, ada, after), reply(id, bo, after, late)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [refused] = outcomes.filter(({ status }) => status === 409) as unknown as {
      body: { error: { code: string } };
    }[];
    expect(refused!.body.error.code).toBe('answered_meanwhile');
    expect((await thread(id)).messages.filter(({ author }) => author.kind === 'staff')).toHaveLength(1);
    const loser = outcomes[0]!.status === 409 ? ada : bo;
    expect((await reply(id, loser, undefined, late)).status).toBe(200);
  });

  test('a retry of what arrived is no race, nor are notes, nor one’s own second reply', async () => {
    const id = await open('Hello');
    const after = (await thread(id)).messages.at(-1)!.seq;
    const first = newId();
    expect((await reply(id, ada, after, first)).status).toBe(200);
    expect((await reply(id, bo, undefined)).status).toBe(200);
    expect((await reply(id, ada, after, first)).status).toBe(200);
    const now = (await thread(id)).messages.at(-1)!.seq;
    expect((await reply(id, ada, now)).status).toBe(200);
    expect((await reply(id, ada, now)).status).toBe(200);
    const note = await server.call(inbox.postStaffMessage, {
      cookie: bo,
      path: { conversation: id },
      body: { id: newId(), body: 'A note', visibility: 'note', after },
    });
    expect(note.status).toBe(200);
  });
});

test('whom a note names finds it among their mentions until they look', async () => {
  const id = await open('Hello');
  const quiet = await open('Quiet', newSecret());
  for (const [conversation, body] of [
    [id, '@Bo please look'],
    [quiet, 'write to shop@bo.example'],
  ] as const)
    await server.call(inbox.postStaffMessage, {
      cookie: ada,
      path: { conversation },
      body: { id: newId(), body, visibility: 'note' },
    });
  const count = async () => (await server.call(inbox.getOverview, { cookie: bo })).body.counts['mentions'];
  expect(await subjects('mentions', bo)).toEqual(['Hello']);
  expect(await subjects('mentions', ada)).toEqual([]);
  expect(await count()).toBe(1);
  await server.call(inbox.postStaffSeen, { cookie: bo, path: { conversation: id }, body: { seq: 9 } });
  expect(await count()).toBe(0);
  expect(await subjects('mentions', bo)).toEqual(['Hello']);
});

test('a draft belongs to one person and one conversation, and is forgotten when it is empty', async () => {
  const id = await open('Hello');
  const save = (body: string, cookie = ada) =>
    server.call(inbox.putDraft, { cookie, path: { conversation: id }, body: { body, visibility: 'note' } });
  await save('Half a sen');
  await save('Half a sentence');
  expect((await thread(id)).draft).toMatchObject({ body: 'Half a sentence', visibility: 'note' });
  expect((await thread(id, bo)).draft).toBeNull();
  await save('');
  expect((await thread(id)).draft).toBeNull();
});

test('labels, teams and kinds are views with counts; what is taken away leaves nothing behind', async () => {
  const id = await open('Hello');
  const refund = await label('refund');
  const team = newId();
  const put = (cookie: string, members: string[]) =>
    server.call(inbox.putTeam, { cookie, path: { team }, body: { name: 'Workshop', members } });
  expect((await put(ada, [])).status).toBe(403);
  expect((await put(bo, [newId()])).status).toBe(400);
  expect((await put(bo, [await idOf(ada)])).status).toBe(200);
  await act([id], { addLabels: [refund], team });
  expect(await subjects(`label:${refund}`)).toEqual(['Hello']);
  expect(await subjects(`team:${team}`)).toEqual(['Hello']);
  expect(await subjects('kind:ask')).toEqual(['Hello']);
  const overview = (await server.call(inbox.getOverview, { cookie: ada })).body;
  expect(overview).toMatchObject({
    counts: { [`label:${refund}`]: 1, [`team:${team}`]: 1, 'kind:ask': 1, 'kind:chat': 0 },
    teams: [{ id: team, name: 'Workshop', members: [await idOf(ada)] }],
  });
  // What moves a conversation moves it in its labels, too.
  await act([id], { status: 'closed' });
  expect(await subjects(`label:${refund}`)).toEqual([]);
  await say(id, 'Still here');
  expect(await subjects(`label:${refund}`)).toEqual(['Hello']);
  const taken = await server.call(inbox.putLabel, {
    cookie: bo,
    path: { label: newId() },
    body: { name: 'refund', colour: 'red' },
  });
  expect(taken.status).toBe(409);
  await server.call(inbox.deleteLabel, { cookie: bo, path: { label: refund } });
  await server.call(inbox.deleteTeam, { cookie: bo, path: { team } });
  expect((await thread(id)).conversation).toMatchObject({ labels: [], team: null });
});

test('canned replies are the admins’ to write, one a shortcut and language, with variables that there are', async () => {
  const reply = newId();
  const put = (body: object, cookie = bo, id = reply) =>
    server.call(inbox.putCannedReply, {
      cookie,
      path: { reply: id },
      body: {
        shortcut: 'hi',
        title: 'Greeting',
        body: 'Hello {{visitor.name|there}}',
        language: '',
        ...body,
      },
    });
  expect((await put({}, ada)).status).toBe(403);
  expect((await put({})).status).toBe(200);
  expect((await put({ title: 'Hello' })).status).toBe(200);
  expect((await put({ body: 'Hello {{visitor.nmae}}' })).status).toBe(400);
  expect((await put({ shortcut: 'two words' })).status).toBe(400);
  expect((await put({}, bo, newId())).status).toBe(409);
  expect((await put({ language: 'de' }, bo, newId())).status).toBe(200);
  const { replies } = (await server.call(inbox.listCannedReplies, { cookie: ada })).body;
  expect(replies.map(({ title, language }) => [title, language])).toEqual([
    ['Hello', ''],
    ['Greeting', 'de'],
  ]);
});

test('a transcript is the thread as text, with notes only when they are wanted', async () => {
  const id = await open('Where is my bag?');
  await server.call(inbox.postStaffMessage, {
    cookie: ada,
    path: { conversation: id },
    body: { id: newId(), body: 'She is a regular', visibility: 'note' },
  });
  const read = async (query = '') => {
    const response = await server.request(
      'GET',
      `/api/inbox/${server.site.id}/conversations/${id}/transcript${query}`,
      { headers: { cookie: ada, origin: 'http://help.test' } },
    );
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="conversation-/);
    return response.text();
  };
  expect(await read()).toContain('Where is my bag?');
  expect(await read()).not.toContain('regular');
  expect(await read('?notes=1')).toContain('Ada Agent (private note)\nShe is a regular');
});
