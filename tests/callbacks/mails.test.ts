import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '../../shared/callbacks/routes.ts';
import type { CallbackForm, RequestCallback } from '../../shared/callbacks/schema.ts';
import { getInboxThread, postAction, undoAction } from '../../shared/inbox/routes.ts';
import { maxMails } from '../../server/core/mail/writes/budget.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId } from '../helpers/server.ts';
import type { ReceivedMail } from '../helpers/smtp.ts';

const address = 'zoe@visitor.example';
let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage({
    settings: {
      features: { ask: true, chat: true, callback: true, comments: false },
      callback: { ...defaultSettings().callback, retry: { no_answer: [], busy: [], voicemail: [] } },
    },
  });
});
afterEach(() => stage.close());

const form = async (): Promise<CallbackForm> =>
  (await stage.server.call(contract.getCallbackForm, { query: { language: 'en' } })).body;

const ask = async (more: Partial<RequestCallback> = {}) => {
  const [, slot] = (await form()).slots;
  const body: RequestCallback = {
    id: newId(),
    number: '+49 30 901820',
    country: 'DE',
    when: { start: slot!.start },
    zone: 'Europe/Athens',
    language: 'en',
    email: address,
    ...more,
  };
  const reply = await stage.server.call(contract.postCallback, { secret: stage.secret, body });
  expect(reply.status).toBe(200);
  await stage.pass(1);
  return reply.body.call;
};

const toVisitor = (): ReceivedMail[] => stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === address);

/** A mail's calendar part, as an independent parser reads it. */
const entryOf = ({ parsed }: ReceivedMail) => {
  const part = parsed.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  const text = part?.content.toString('utf8') ?? '';
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().getTime(),
    end: event.endDate.toJSDate().getTime(),
    status: event.component.getFirstPropertyValue('status'),
    text,
  };
};

const step = (callback: string, body: Record<string, unknown>) =>
  stage.server.call(contract.postCallbackStep, {
    cookie: stage.cookie,
    path: { callback },
    body: { id: newId(), ...body } as never,
  });

const linkOf = (mail: ReceivedMail): string =>
  /https?:\/\/\S+\/callbacks\/manage\S+/.exec(mail.parsed.text!)![0];
const tokenOf = (mail: ReceivedMail): string => linkOf(mail).split('#')[1]!;

const press = (fields: Record<string, string>, origin = 'http://help.test') =>
  stage.server.request('POST', '/sites/shop/callbacks/manage?lang=en', {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams(fields).toString(),
  });

describe('mails about a call', () => {
  test('promised, moved, called off: one entry in the calendar that grows older, and a link', async () => {
    const call = await ask();
    await stage.pass(minute);
    expect(toVisitor()).toHaveLength(1);
    const first = entryOf(toVisitor()[0]!);
    expect(first).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      start: call.slot!.start,
      end: call.slot!.end,
      status: 'CONFIRMED',
    });
    for (const line of first.text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThan(76);
    expect(toVisitor()[0]!.raw).toMatch(/content-type: text\/calendar;[\s\S]*method=REQUEST/i);

    const later = (await form()).slots[5]!;
    const body = { id: newId(), when: { start: later.start } };
    await stage.server.call(contract.postMoveCallback, {
      secret: stage.secret,
      path: { callback: call.id },
      body,
    });
    await stage.pass(1);
    await step(call.id, { step: 'accept' });
    await stage.pass(1);
    expect(toVisitor()).toHaveLength(2);
    const second = entryOf(toVisitor()[1]!);
    expect(second).toMatchObject({
      method: 'REQUEST',
      uid: first.uid,
      start: later.start,
      end: later.end,
    });
    expect(second.sequence).toBeGreaterThan(first.sequence);

    await stage.server.call(contract.postCancelCallback, {
      secret: stage.secret,
      path: { callback: call.id },
      body: { id: newId() },
    });
    await stage.pass(1);
    expect(toVisitor()).toHaveLength(3);
    const third = entryOf(toVisitor()[2]!);
    expect(third).toMatchObject({
      method: 'CANCEL',
      uid: first.uid,
      status: 'CANCELLED',
      start: later.start,
    });
    expect(third.sequence).toBeGreaterThan(second.sequence);
  });

  test('tried in vain offers other times; what takes longer is told with the new time', async () => {
    const call = await ask();
    await stage.pass(call.slot!.start - stage.server.clock.now());
    await stage.pass(0.85 * (call.slot!.end - call.slot!.start));
    await stage.pass(1);
    expect(toVisitor().at(-1)!.parsed.subject).toContain('running late');
    expect(entryOf(toVisitor().at(-1)!).end).toBeGreaterThan(call.slot!.end);
    await step(call.id, { step: 'no_answer' });
    await stage.pass(1);
    expect(toVisitor().at(-1)!.parsed.subject).toBe('We couldn’t reach you');
    expect(toVisitor().at(-1)!.parsed.text).toContain('Choose another time');
    expect(toVisitor()).toHaveLength(3);
  });

  test('nobody who left no address, and an address that is nobody’s yet has a limit a day', async () => {
    const call = await ask({ email: undefined });
    expect(stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === address)).toEqual([]);
    await stage.server.call(contract.postCancelCallback, {
      secret: stage.secret,
      path: { callback: call.id },
      body: { id: newId() },
    });
    const other = await ask();
    const { slots } = await form();
    for (let turn = 0; turn < maxMails.unverified + 3; turn++) {
      await stage.server.call(contract.postMoveCallback, {
        secret: stage.secret,
        path: { callback: other.id },
        body: { id: newId(), when: { start: slots[6 + turn]!.start } },
      });
      await stage.pass(minute);
    }
    expect(toVisitor()).toHaveLength(maxMails.unverified);
  });
});

describe('the page behind the link', () => {
  test('opening it changes nothing; a press shows, moves and calls off; with another site’s words nothing', async () => {
    const call = await ask();
    const [mail] = toVisitor();
    const token = tokenOf(mail!);
    const opened = await stage.server.request('GET', '/sites/shop/callbacks/manage?lang=en');
    expect(opened.status).toBe(200);
    expect(await opened.text()).not.toContain(call.written);
    const shown = await press({ token });
    expect(await shown.text()).toContain(call.written);
    expect((await press({ token, act: 'cancel', id: newId() }, 'https://evil.example')).status).toBe(403);
    expect((await press({ token: `${token.slice(0, -2)}AA`, act: 'cancel', id: newId() })).status).toBe(403);

    const later = (await form()).slots[7]!;
    const moved = { token, act: 'move', id: newId(), when: String(later.start) };
    expect((await press(moved)).status).toBe(200);
    expect((await press(moved)).status).toBe(200);
    const read = () =>
      stage.server.call(contract.getCallback, { secret: stage.secret, path: { callback: call.id } });
    expect((await read()).body.call).toMatchObject({ state: 'rescheduled', slot: { start: later.start } });
    const past = await press({ ...moved, id: newId(), when: String(stage.server.clock.now() - minute) });
    expect(past.status).toBe(409);
    expect((await press({ token, act: 'cancel', id: newId() })).status).toBe(200);
    expect((await read()).body.call.state).toBe('cancelled');
  });
});

describe('without JavaScript', () => {
  const send = (fields: Record<string, string>) =>
    stage.server.request('POST', '/sites/shop/callback?lang=en', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://help.test' },
      body: new URLSearchParams({ id: newId(), country: 'DE', ...fields }).toString(),
    });

  test('a form with the slots by day; what is wrong is said with everything kept; then the call, with its way out', async () => {
    const page = await (await stage.server.request('GET', '/sites/shop/callback?lang=en')).text();
    expect(page).toContain('<optgroup');
    expect(page).toContain('Times are in the');
    const [slot] = (await form()).slots;
    const wrong = await send({ number: '12', when: String(slot!.start), note: 'The bell rattles.' });
    expect(wrong.status).toBe(400);
    const again = await wrong.text();
    expect(again).toContain('This doesn’t look like a phone number');
    expect(again).toContain('The bell rattles.');
    const done = await send({ number: '030 901820', when: String(slot!.start) });
    expect(done.status).toBe(303);
    const cookie = done.headers.get('set-cookie')!.split(';')[0]!;
    const shown = await stage.server.request('GET', done.headers.get('location')!, { headers: { cookie } });
    expect(await shown.text()).toContain('+49 30 901820');
    expect((await stage.server.request('GET', done.headers.get('location')!)).status).toBe(404);
  });

  test('who would be asked to work for it is held for a look instead, and hears of it once it is let in', async () => {
    const { slots } = await form();
    const kept: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const reply = await send({
        number: `030 90182${turn}`,
        when: String(slots[turn * 2]!.start),
        email: `visitor${turn}@visitor.example`,
      });
      expect(reply.status).toBe(303);
      kept.push(/callbacks\/([0-9a-f-]{36})/.exec(reply.headers.get('location')!)![1]!);
    }
    const read = async (conversation: string) =>
      (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;
    expect((await read(kept[0]!)).conversation.held).toBe(false);
    expect((await read(kept[4]!)).conversation.held).toBe(true);
    const mails = (turn: number) =>
      stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === `visitor${turn}@visitor.example`);
    await stage.pass(minute);
    expect(mails(0)).toHaveLength(1);
    expect(mails(4)).toHaveLength(0);

    const letIn = async () => {
      const action = newId();
      const body = { id: action, conversations: [kept[4]!], change: { held: false as const } };
      expect((await stage.server.call(postAction, { cookie: stage.cookie, body })).status).toBe(200);
      await stage.pass(1);
      return action;
    };
    const action = await letIn();
    expect(mails(4)).toHaveLength(1);
    expect(entryOf(mails(4)[0]!)).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      start: slots[8]!.start,
      status: 'CONFIRMED',
    });
    // Taken back and let in again: told once.
    await stage.server.call(undoAction, { cookie: stage.cookie, path: { action } });
    await stage.pass(1);
    await letIn();
    expect(mails(4)).toHaveLength(1);
  });
});

test('a call that came from another conversation has a note with the way to it, and the visitor sees none of it', async () => {
  const chat = await stage.open('Is my frame ready?');
  const call = await ask({ from: chat });
  const { messages } = (
    await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation: call.id } })
  ).body;
  const note = messages.find(({ visibility }) => visibility === 'note');
  expect(note?.body).toContain(`/inbox/sites/shop/conversations/${chat}`);
  const calendar = await stage.server.call(contract.getCallbackCalendar, {
    secret: stage.secret,
    path: { callback: call.id },
  });
  expect(ICAL.parse(calendar.body.calendar)).toBeTruthy();
});
