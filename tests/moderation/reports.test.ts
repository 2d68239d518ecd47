import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { editOwnQuestion, getQuestionHistory, postCommunityAnswer } from '../../shared/ask/answerRoutes.ts';
import { getQuestion, postQuestion } from '../../shared/ask/routes.ts';
import { patchAnswer, publishQuestion } from '../../shared/ask/staffRoutes.ts';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import { defaultModeration } from '../../shared/core/moderation/defaults.ts';
import * as contract from '../../shared/core/moderation/routes.ts';
import type { ModerationSubject } from '../../shared/core/moderation/schema.ts';
import type { ModerationDecision, QueueState } from '../../shared/core/moderation/states.ts';
import { getIdea, postIdea, postIdeaReply } from '../../shared/ideas/routes.ts';
import { postStaffReply } from '../../shared/ideas/staffRoutes.ts';
import { solve } from '../../widget/core/net/challenge.ts';
import {
  newId,
  newSecret,
  publicUrl,
  question,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';

let server: TestServer;
let cookie: string;
const start = async (communityQuestions: 'review' | 'trusted' = 'trusted'): Promise<void> => {
  server = await startTestServer({
    settings: {
      communityAnswers: 'trusted',
      communityQuestions,
      ideas: { mode: 'trusted', names: {} },
      // Anonymous reports count half: two of them are enough.
      moderation: { ...defaultModeration(), holdAfterReports: 1 },
    },
  });
  cookie = await server.logIn();
};
beforeEach(() => start());
afterEach(() => server.close());

let addresses = 0;
const somewhere = () => `203.0.113.${1 + (addresses++ % 250)}`;
const ask = async (secret = newSecret()) => {
  const body = question({ title: 'Does it fit?', visibility: 'public' });
  await server.call(postQuestion, { body, secret });
  const made = await server.call(publishQuestion, {
    path: { conversation: body.id },
    cookie,
    body: { title: 'Does it fit?', details: '', language: 'en', official: false },
  });
  return made.body.question!;
};
const decide = (of: ModerationSubject, decision: ModerationDecision) =>
  server.call(contract.decideModerated, { cookie, body: { items: [of], decision } });
const answer = (
  of: string,
  more: Record<string, unknown> = {},
  secret = newSecret(),
  address = somewhere(),
) =>
  server.call(postCommunityAnswer, {
    path: { question: of },
    secret,
    address,
    body: { id: newId(), body: `It does. ${newId()}`, language: 'en', ...more },
  });
const idea = (more: Record<string, unknown> = {}, address = somewhere()) =>
  server.call(postIdea, {
    secret: newSecret(),
    address,
    body: { id: newId(), title: `A rain cover ${newId()}`, language: 'en', ...more },
  });
const report = (
  { kind, id }: ModerationSubject,
  secret = newSecret(),
  more: Record<string, unknown> = {},
  address = somewhere(),
) => server.call(contract.postItemReport, { secret, address, body: { kind, id, language: 'en', ...more } });
const queue = async (state: QueueState) =>
  (await server.call(contract.listModerated, { cookie, query: { state } })).body;
/** Published by the server's own rules, not by hand: what staff approved is theirs. */
const unvetted = async (): Promise<Record<'answer' | 'question' | 'idea' | 'reply', string>> => {
  const asked = await ask();
  const known = newSecret();
  const first = await answer(asked.id, {}, known);
  await decide({ kind: 'answer', id: first.body.answer.id }, 'publish');
  const second = await answer(asked.id, {}, known);
  expect(second.body.answer.state).toBe('public');
  const own = await server.call(postIdea, {
    secret: known,
    address: somewhere(),
    body: { id: newId(), title: 'A rain cover', language: 'en' },
  });
  expect(own.body.idea.state).toBe('public');
  const reply = await server.call(postIdeaReply, {
    path: { idea: own.body.idea.id },
    secret: known,
    address: somewhere(),
    body: { id: newId(), body: 'With a zip', language: 'en' },
  });
  expect(reply.body.reply.state).toBe('public');
  return {
    answer: second.body.answer.id,
    question: asked.id,
    idea: own.body.idea.id,
    reply: reply.body.reply.id,
  };
};

describe('reports of readers', () => {
  test.each(['answer', 'idea', 'reply', 'question'] as const)(
    'of one %s are in the queue with their reasons, enough of them hold it, and staff have the last word',
    async (kind) => {
      const of = { kind, id: (await unvetted())[kind] };
      const secret = newSecret();
      expect((await report(of, secret, { reason: 'Spam' })).status).toBe(200);
      // Once a person, and once an address.
      expect((await report(of, secret, { reason: 'Again' })).status).toBe(200);
      expect((await queue('reported')).items).toMatchObject([{ ...of, reports: 1, reportReasons: ['Spam'] }]);
      expect((await queue('waiting')).items).toEqual([]);
      const last = newSecret();
      await report(of, last);
      expect((await queue('waiting')).items).toMatchObject([{ ...of, reason: 'reported', reports: 2 }]);
      // Taken back, it's there again.
      expect((await report(of, last, { withdraw: true })).status).toBe(200);
      expect((await queue('waiting')).items).toEqual([]);
      await report(of, last);
      await decide(of, 'publish');
      expect((await queue('reported')).items).toEqual([]);
      for (let times = 0; times < 4; times++) await report(of);
      expect((await queue('waiting')).items).toEqual([]);
      expect((await queue('reported')).items).toMatchObject([{ ...of, reports: 4 }]);
      await decide(of, 'hide');
      expect((await report(of)).status).toBe(404);
      expect((await queue('hidden')).items).toMatchObject([of]);
    },
  );

  test('never take away what is the team’s, or what the team made official', async () => {
    const all = await unvetted();
    const made = await server.call(postStaffReply, {
      cookie,
      path: { idea: all.idea },
      body: { id: newId(), body: 'Soon.' },
    });
    const team = made.body.replies.find(({ kind }) => kind === 'staff')!.id;
    await server.call(patchAnswer, { cookie, path: { answer: all.answer }, body: { official: true } });
    for (const of of [
      { kind: 'reply', id: team },
      { kind: 'answer', id: all.answer },
    ])
      for (let times = 0; times < 3; times++) await report(of);
    expect((await queue('waiting')).items).toEqual([]);
    expect((await queue('reported')).items).toHaveLength(2);
    expect((await report({ kind: 'nothing', id: newId() })).status).toBe(404);
  });

  test('are sent and taken back with a form, without JavaScript', async () => {
    const { answer: id, question: asked } = await unvetted();
    const page = await server.request(
      'GET',
      (await server.call(getQuestion, { path: { question: asked } })).body.path,
      {
        headers: { origin: '' },
      },
    );
    const path = /\/sites\/shop\/report\/answer\/[0-9a-f-]+/.exec(await page.text())![0];
    expect(path).toContain('/report/answer/');
    const own = `/sites/shop/report/answer/${id}`;
    const form = (fields: Record<string, string>, more: Record<string, string> = {}) =>
      server.request('POST', own, {
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl, ...more },
      });
    const get = async (visitor = '') =>
      (await server.request('GET', own, { headers: { origin: '', cookie: visitor } })).text();
    expect(await get()).toContain('Report to our team');
    const sent = await form({ reason: 'Rude <b>words</b>' });
    expect(sent.status).toBe(303);
    const visitor = sent.headers.getSetCookie()[0]!.split(';')[0]!;
    expect(await get(visitor)).toContain('Our team will take a look.');
    expect((await queue('reported')).items).toMatchObject([{ id, reportReasons: ['Rude <b>words</b>'] }]);
    const undone = await form({ undo: 'yes' }, { cookie: visitor });
    expect(undone.headers.get('location')).toContain('said=undone');
    expect((await queue('reported')).items).toEqual([]);
    expect((await form({}, { origin: 'https://evil.test' })).status).toBe(403);
    const none = await server.request('GET', `/sites/shop/report/nothing/${newId()}`, {
      headers: { origin: '' },
    });
    expect(none.status).toBe(404);
  });
});

describe('who writes faster than people do', () => {
  test('is asked for a proof of work, and let through with one', async () => {
    const asked = await ask();
    const hasty = { took: 10 };
    expect((await answer(asked.id, hasty)).status).toBe(428);
    expect((await idea(hasty)).status).toBe(428);
    const solved = async () => solve((await server.call(getChallenge, {})).body);
    const solution = await solved();
    expect((await answer(asked.id, { ...hasty, solution })).status).toBe(200);
    // Each counts once.
    expect((await answer(asked.id, { ...hasty, solution })).status).toBe(428);
    expect((await idea({ ...hasty, solution: await solved() })).status).toBe(200);
    const body = { ...question({ title: 'Hello', visibility: 'public' }), took: 10 };
    expect((await server.call(postQuestion, { body, secret: newSecret() })).status).toBe(428);
    const again = { ...body, solution: await solved() };
    expect((await server.call(postQuestion, { body: again, secret: newSecret() })).status).toBe(200);
    // What only the team reads needs none.
    const privately = { ...question({ title: 'Hello' }), took: 10 };
    expect((await server.call(postQuestion, { body: privately, secret: newSecret() })).status).toBe(200);
  });

  test('a burst from one address is held where it came by a form', async () => {
    const asked = await ask();
    const send = (place: number) =>
      server.request('POST', `/sites/shop/questions/${asked.id}/answers`, {
        body: new URLSearchParams({ body: `Answer ${place}` }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl },
      });
    for (let place = 0; place < 8; place++) expect((await send(place)).status).toBe(303);
    expect((await queue('waiting')).items.some(({ reason }) => reason === 'suspicious')).toBe(true);
  });
});

describe('a question of one’s own', () => {
  test('is changed by who asked, with its old words for the team, until there’s an official answer', async () => {
    await server.close();
    await start('review');
    const secret = newSecret();
    const { id, path } = await ask(secret);
    const edit = (who: string, title: string) =>
      server.call(editOwnQuestion, {
        path: { question: id },
        secret: who,
        body: { title, details: 'More.' },
      });
    expect((await edit(newSecret(), 'Mine now')).status).toBe(401);
    const made = await edit(secret, 'Does it fit outdoors?');
    expect(made.body).toMatchObject({ title: 'Does it fit outdoors?', state: 'waiting' });
    expect((await server.call(getQuestion, { path: { question: id } })).status).toBe(404);
    expect((await queue('waiting')).items).toMatchObject([{ kind: 'question', id, reason: 'edited' }]);
    // Changed once more, it goes on waiting.
    expect((await edit(secret, 'Does it fit outdoors?')).body.state).toBe('waiting');
    await decide({ kind: 'question', id }, 'publish');
    const now = (await server.call(getQuestion, { path: { question: id } })).body;
    expect(now).toMatchObject({ title: 'Does it fit outdoors?', editedAt: expect.any(Number) });
    const old = await server.request('GET', path, { headers: { origin: '' } });
    expect(old.status).toBe(301);
    const history = await server.call(getQuestionHistory, { cookie, path: { question: id } });
    expect(history.body.versions).toMatchObject([{ title: 'Does it fit?', byStaff: false }]);
    const answered = await answer(id);
    await decide({ kind: 'answer', id: answered.body.answer.id }, 'publish');
    await server.call(patchAnswer, {
      cookie,
      path: { answer: answered.body.answer.id },
      body: { official: true },
    });
    expect((await edit(secret, 'Something else')).status).toBe(403);
  });
});

test('where trusted people publish at once, a changed question stays public', async () => {
  const secret = newSecret();
  const { id } = await ask(secret);
  const body = { title: 'Does it fit?', details: 'On a **roof**.' };
  const made = await server.call(editOwnQuestion, { path: { question: id }, secret, body });
  expect(made.body).toMatchObject({ state: 'public', editedAt: expect.any(Number) });
});

test('an idea that readers reported isn’t there until the team has looked', async () => {
  const { idea: id } = await unvetted();
  await report({ kind: 'idea', id });
  await report({ kind: 'idea', id });
  expect((await server.call(getIdea, { path: { idea: id } })).status).toBe(404);
});
