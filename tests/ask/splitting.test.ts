import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoTime } from '../../server/ask/community/jobs.ts';
import * as contract from '../../shared/ask/answerRoutes.ts';
import type { SplitBody } from '../../shared/ask/answerSchema.ts';
import { getQuestion, getSuggestions, postQuestion } from '../../shared/ask/routes.ts';
import { publishQuestion } from '../../shared/ask/staffRoutes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { newId, newSecret, password, publicUrl, question } from '../helpers/server.ts';

let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage({ settings: { communityAnswers: 'approve' } });
});
afterEach(() => stage.close());

const ask = async () => {
  const body = question({ title: 'Does the lamp fit outdoors?', visibility: 'public' });
  await stage.server.call(postQuestion, { body, secret: newSecret() });
  const made = await stage.server.call(publishQuestion, {
    path: { conversation: body.id },
    cookie: stage.cookie,
    body: { title: body.title, details: '', language: 'en', official: false },
  });
  return made.body.question!;
};
let addresses = 0;
const answer = async (of: string, body: string, secret = newSecret()) => {
  const made = await stage.server.call(contract.postCommunityAnswer, {
    path: { question: of },
    secret,
    address: `198.51.100.${1 + addresses++}`,
    body: { id: newId(), body, name: 'Ola', language: 'en' },
  });
  const { id } = made.body.answer;
  await stage.server.call(contract.decideStaffAnswers, {
    cookie: stage.cookie,
    body: { ids: [id], decision: 'publish' },
  });
  await stage.pass(undoTime);
  return id;
};
const read = async (id: string) => (await stage.server.call(getQuestion, { path: { question: id } })).body;
const get = (path: string) => stage.server.request('GET', path, { headers: { origin: '' } });
const split = (id: string, body: SplitBody, cookie = stage.cookie) =>
  stage.server.call(contract.splitAnswer, { cookie, path: { answer: id }, body });

describe('an answer that asks something of its own', () => {
  test('becomes a question of who wrote it: both lead to each other, it is found, and its asker accepts', async () => {
    const first = await ask();
    const ola = newSecret();
    const id = await answer(first.id, 'Mine flickers. **Why?**', ola);
    const body = {
      id: newId(),
      title: 'Why does my lamp flicker?',
      details: 'Mine flickers.',
      language: 'en',
    };
    const made = await split(id, body);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect((await split(id, body)).body).toEqual(made.body);
    expect((await split(id, { ...body, id: first.id })).status).toBe(409);

    expect(await read(body.id)).toMatchObject({
      title: body.title,
      askedBy: 'Ola',
      answers: [],
      splitFrom: { id: first.id, path: first.path },
      splits: [],
    });
    expect(await read(first.id)).toMatchObject({
      answers: [],
      splitFrom: null,
      splits: [{ answer: id, id: body.id, title: body.title }],
    });
    const { path } = made.body.question;
    const before = await (await get(first.path)).text();
    // Links to the answer arrive where it stood.
    expect(before).toContain(`id="answer-${id}"`);
    expect(before).toContain(path);
    expect(before).not.toContain('Mine flickers');
    expect(await (await get(path)).text()).toContain('Split off from:');
    const found = await stage.server.call(getSuggestions, { query: { q: 'lamp flicker', language: 'en' } });
    expect(JSON.stringify(found.body)).toContain(body.id);

    // It is no refusal, and nothing that waits.
    const own = await stage.server.call(contract.getOwnPart, { secret: ola, path: { question: first.id } });
    expect(own.body.answers).toEqual([]);
    const helpful = await answer(body.id, 'Turn the bulb.');
    expect(
      (await stage.server.call(contract.getOwnPart, { secret: ola, path: { question: body.id } })).body
        .isAsker,
    ).toBe(true);
    const accepted = await stage.server.call(contract.postAccepted, {
      secret: ola,
      path: { answer: helpful },
      body: { accepted: true },
    });
    expect(accepted.status).toBe(200);
  });

  test('is put back with what was said since; its address leads on, and twice is once', async () => {
    const first = await ask();
    const id = await answer(first.id, 'Mine flickers.');
    const body = { id: newId(), title: 'Why does my lamp flicker?', details: '', language: 'en' };
    const { path } = (await split(id, body)).body.question;
    await answer(body.id, 'Turn the bulb.');
    const hidden = await stage.server.call(contract.listStaffAnswers, {
      cookie: stage.cookie,
      query: { state: 'hidden' },
    });
    expect(hidden.body.answers).toMatchObject([{ id, splitTo: { id: body.id, title: body.title } }]);
    // What became a question is decided about there.
    await stage.server.call(contract.decideStaffAnswers, {
      cookie: stage.cookie,
      body: { ids: [id], decision: 'publish' },
    });
    expect((await read(first.id)).answers).toEqual([]);

    for (let time = 0; time < 2; time++)
      expect(
        (await stage.server.call(contract.joinAnswer, { cookie: stage.cookie, path: { answer: id } })).status,
      ).toBe(200);
    const back = await read(first.id);
    expect(back.splits).toEqual([]);
    expect(JSON.stringify(back.answers)).toContain('Mine flickers.');
    expect(JSON.stringify(back.answers)).toContain('Turn the bulb.');
    const led = await get(path);
    expect([led.status, led.headers.get('location')]).toEqual([301, expect.stringContaining(first.id)]);
    // It can be split off anew.
    expect((await split(id, { ...body, id: newId() })).status).toBe(200);
  });

  test('takes the followers of the first along, unless staff say otherwise', async () => {
    const first = await ask();
    const ben = 'ben@reader.example';
    const mails = () => stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === ben);
    await stage.server.call(contract.postFollow, {
      path: { question: first.id },
      secret: newSecret(),
      body: { id: newId(), email: ben, language: 'en' },
    });
    await stage.pass(1);
    const confirm = /\/questions\/follow\/[\w.-]+/.exec(mails()[0]!.parsed.text!)![0];
    await stage.server.request('POST', confirm, {
      body: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl },
    });
    const splitOff = async (followers?: boolean) => {
      const id = await answer(first.id, `Mine flickers. ${newId()}`);
      const body = { id: newId(), title: 'Why?', details: '', language: 'en' };
      await split(id, { ...body, ...(followers !== undefined && { followers }) });
      const before = mails().length;
      await answer(body.id, `Turn the bulb. ${newId()}`);
      await stage.pass(1);
      return mails().length - before;
    };
    expect(await splitOff()).toBe(1);
    expect(await splitOff(false)).toBe(0);
  });

  test('is public before: what waits or was said in a conversation is not split; nobody but staff does it', async () => {
    const first = await ask();
    const { body: waits } = await stage.server.call(contract.postCommunityAnswer, {
      path: { question: first.id },
      secret: newSecret(),
      body: { id: newId(), body: 'Held.', language: 'en' },
    });
    const body = { id: newId(), title: 'Held?', details: '', language: 'en' };
    expect((await split(waits.answer.id, body)).status).toBe(400);
    expect((await split(newId(), body)).status).toBe(404);
    expect((await split(waits.answer.id, body, '')).status).toBe(401);
    await createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email: 'mo@shop.test',
      name: 'Mo',
      password,
      role: 'moderator',
    });
    const id = await answer(first.id, 'Mine flickers.');
    expect((await split(id, body, await stage.server.logIn('mo@shop.test'))).status).toBe(200);
  });
});
