import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postEnd } from '../../shared/core/conversations/endRoutes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { postPresence } from '../../shared/core/people/presenceRoutes.ts';
import { getInboxThread, listPeople, patchConversation } from '../../shared/inbox/routes.ts';
import { events } from '../../server/core/events/tables.ts';
import { jobs } from '../../server/core/jobs/tables.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { password } from '../helpers/server.ts';

let stage: MailStage;
beforeEach(async () => {
  // 120 minutes promised at 10:00: reminded at 72, escalated at 96, told at 110.4.
  stage = await mailStage({ settings: { targetMinutes: 120 } });
});
afterEach(() => stage.close());

const thread = async (conversation: string) =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;

const noticesOf = async (conversation: string) =>
  (await thread(conversation)).messages.flatMap(({ notice, visibility }) =>
    notice && notice.kind !== 'taken' ? [`${notice.kind} ${visibility}`] : [],
  );

const promiseEvents = async () =>
  (await stage.server.ctx.database.read.select({ kind: events.kind }).from(events)).flatMap(({ kind }) =>
    kind.startsWith('promise.') ? [kind] : [],
  );

const mailed = () =>
  stage.smtp.mails.map(({ envelope, parsed }) => `${envelope.to[0]}: ${parsed.subject?.split(' ')[1]}`);

const addStaff = (email: string, name: string, role: 'admin' | 'owner' | 'agent') =>
  createStaff(stage.server.ctx, { site: stage.server.site.id, email, name, password, role });

const assignToAda = async (conversation: string) => {
  const { people } = (await stage.server.call(listPeople, { cookie: stage.cookie })).body;
  const ada = people.find(({ name }) => name === 'Ada Agent')!;
  await stage.server.call(patchConversation, {
    cookie: stage.cookie,
    path: { conversation },
    body: { assignee: ada.id },
  });
  return ada.id;
};

describe('before a promise slips', () => {
  test('its owner is reminded, an admin is asked, and the visitor hears of a new time: each once, in this order', async () => {
    await addStaff('bo@shop.test', 'Bo Boss', 'admin');
    const conversation = await stage.open();
    await assignToAda(conversation);
    const due = (await thread(conversation)).conversation.promise!.at;
    expect(due - stage.server.clock.now()).toBe(120 * minute);
    await stage.pass(71 * minute);
    expect(await noticesOf(conversation)).toEqual([]);
    await stage.pass(2 * minute);
    expect(await noticesOf(conversation)).toEqual(['promise_reminded note']);
    expect(mailed()).toEqual(['ada@shop.test: Due']);
    await stage.pass(24 * minute);
    expect(await noticesOf(conversation)).toEqual(['promise_reminded note', 'promise_escalated note']);
    expect(mailed()).toEqual(['ada@shop.test: Due', 'bo@shop.test: Almost']);
    await stage.pass(14 * minute);
    const path = { conversation };
    const { body } = await stage.server.call(getThread, { secret: stage.secret, path });
    expect(body.messages.at(-1)).toMatchObject({
      author: { kind: 'system' },
      notice: { kind: 'promise_moved', values: { before: due } },
    });
    expect(stage.server.clock.now()).toBeLessThan(due);
    expect(body.conversation.promise!.at).toBeGreaterThan(due);
    expect(body.messages.at(-1)!.notice!.values['at']).toBe(body.conversation.promise!.at);
    expect(await promiseEvents()).toEqual(['promise.reminded', 'promise.escalated', 'promise.moved']);
    // The visitor has left an address and does not look: they hear of it by mail, too.
    await stage.pass(4 * minute);
    const mail = stage.smtp.mails.at(-1)!;
    expect(mail.envelope.to).toEqual(['zoe@visitor.example']);
    expect(mail.parsed.text).toMatch(
      /Shop needs a little longer and will reply by Mon, 2 Mar, 13:55 \(Central European Standard Time\)/,
    );
  });

  test('its steps are planned from any moment on, at whole milliseconds: PostgreSQL takes nothing else', async () => {
    stage.server.clock.pass(61_237);
    await stage.open();
    await stage.pass(0);
    const planned = await stage.server.ctx.database.read.select().from(jobs);
    const steps = planned.filter(({ kind }) => kind.startsWith('promise.'));
    expect(steps.map(({ kind }) => kind).sort()).toEqual([
      'promise.escalate',
      'promise.remind',
      'promise.tell',
    ]);
    expect(steps.filter(({ runAt }) => !Number.isInteger(runAt))).toEqual([]);
  });

  test('a reminder comes in opening hours, however the night lies in between', async () => {
    await stage.pass(6.5 * 60 * minute);
    const conversation = await stage.open('At half past four');
    await stage.pass(10 * 60 * minute);
    stage.cookie = await stage.server.logIn();
    expect(await noticesOf(conversation)).toEqual([]);
    // 30 minutes yesterday and 42 today: at 9:42.
    await stage.pass(7 * 60 * minute + 11 * minute);
    stage.cookie = await stage.server.logIn();
    expect(await noticesOf(conversation)).toEqual([]);
    await stage.pass(2 * minute);
    expect(await noticesOf(conversation)).toEqual(['promise_reminded note']);
  });

  test('who is there takes over from who is not', async () => {
    const bo = await addStaff('bo@shop.test', 'Bo Boss', 'admin');
    await addStaff('cy@shop.test', 'Cy Colleague', 'agent');
    const conversation = await stage.open();
    await assignToAda(conversation);
    await stage.pass(95 * minute);
    const cookie = await stage.server.logIn('bo@shop.test');
    await stage.server.call(postPresence, { cookie, body: { state: 'online' } });
    await stage.pass(0.9 * minute + 1_000);
    await stage.server.call(postPresence, { cookie, body: { state: 'online' } });
    await stage.pass(30_000);
    const { conversation: row, messages } = await thread(conversation);
    expect(row.assignee).toEqual({ id: bo, name: 'Bo Boss' });
    expect(row.promise!.owner!.id).toBe(bo);
    expect(messages.at(-1)!.notice).toMatchObject({ kind: 'assigned', values: { name: 'Bo Boss' } });
  });

  test('nothing happens once somebody has answered, and the promise counts as kept', async () => {
    const conversation = await stage.open();
    await stage.pass(60 * minute);
    await stage.reply(conversation, 'Yes.');
    await stage.pass(200 * minute);
    expect(await noticesOf(conversation)).toEqual([]);
    expect(await promiseEvents()).toEqual(['promise.kept']);
  });

  test('an answer after it counts as broken, and a visitor is told a new time twice at the most', async () => {
    const conversation = await stage.open();
    for (let hour = 0; hour < 14; hour++) await stage.pass(30 * minute);
    for (let day = 0; day < 4; day++) for (let hour = 0; hour < 24; hour++) await stage.pass(60 * minute);
    stage.cookie = await stage.server.logIn();
    const told = (await noticesOf(conversation)).filter((notice) => notice === 'promise_moved public');
    expect(told).toHaveLength(2);
    await stage.reply(conversation, 'Sorry.');
    expect((await promiseEvents()).at(-1)).toBe('promise.broken');
  });

  test('a conversation that the visitor ended is nobody’s debt', async () => {
    const conversation = await stage.open();
    await stage.server.call(postEnd, { secret: stage.secret, path: { conversation } });
    await stage.pass(200 * minute);
    expect(await noticesOf(conversation)).toEqual(['ended public']);
    expect(mailed()).toEqual([]);
  });

  test('the site says at which share of its first replies it promises, and when each step comes', async () => {
    await stage.close();
    stage = await mailStage({
      settings: {
        targetMinutes: 100,
        promise: { percentile: 0.5, leastSamples: 3, remindLeft: 0.5, escalateLeft: 0.3, tellLeft: 0.1 },
      },
    });
    for (const minutes of [10, 20, 60]) {
      const conversation = await stage.open();
      stage.server.clock.pass(minutes * minute);
      await stage.reply(conversation, 'Yes.');
    }
    const conversation = await stage.open();
    const { promise } = (await thread(conversation)).conversation;
    // The median of three, and rounded up to five minutes.
    expect(promise!.at - stage.server.clock.now()).toBe(20 * minute);
    await stage.pass(11 * minute);
    expect(await noticesOf(conversation)).toEqual(['promise_reminded note']);
  });
});

describe('staff are mailed', () => {
  test('when nobody has taken a new conversation, and not when somebody has', async () => {
    await stage.open('Nobody');
    const taken = await stage.open('Somebody');
    await assignToAda(taken);
    await stage.pass(6 * minute);
    const mails = stage.smtp.mails;
    expect(mails.map(({ parsed }) => parsed.subject)).toEqual(['[Shop] Unassigned: Nobody']);
    // The visitor's address stands where a reply goes, and nowhere else.
    expect(mails[0]!.parsed.replyTo?.text).toBe('zoe@visitor.example');
    expect(mails[0]!.envelope.to).toEqual(['ada@shop.test']);
    expect(mails[0]!.raw.match(/zoe@visitor\.example/g)).toHaveLength(1);
  });

  test('when a note mentions them, unless they have been at the inbox since', async () => {
    await addStaff('bo@shop.test', 'Bo Boss', 'admin');
    const conversation = await stage.open();
    await assignToAda(conversation);
    await stage.reply(conversation, '@Bo can you look?', 'note');
    await stage.pass(4 * minute);
    expect(mailed()).toEqual(['bo@shop.test: Ada']);
    await stage.reply(conversation, '@Bo again?', 'note');
    stage.server.clock.pass(minute);
    const cookie = await stage.server.logIn('bo@shop.test');
    await stage.server.call(postPresence, { cookie, body: { state: 'online' } });
    await stage.pass(4 * minute);
    expect(mailed()).toHaveLength(1);
  });
});
