import { afterEach, describe, expect, test } from 'vitest';
import { medianMinutes } from '../../server/ask/community/peers.ts';
import * as contract from '../../shared/ask/answerRoutes.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { publishQuestion } from '../../shared/ask/staffRoutes.ts';
import { defaultModeration } from '../../shared/core/moderation/defaults.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { newId, newSecret, question, startTestServer, type TestServer } from '../helpers/server.ts';

const minute = 60_000;
const hour = 60 * minute;

let server: TestServer;
let cookie: string;
const start = async (settings: Record<string, unknown> = {}) => {
  server = await startTestServer({
    settings: {
      communityAnswers: 'trusted',
      moderation: { ...defaultModeration(), trustAfter: 1 },
      hours: { ...defaultSettings().hours, zone: 'UTC', week: Array.from({ length: 7 }, () => []) },
      ...settings,
    },
  });
  cookie = await server.logIn();
};
afterEach(() => server.close());

const peers = async () => (await server.call(contract.getPeers, {})).body;
const ask = async (secret = newSecret(), more: Record<string, unknown> = {}) => {
  const body = question({ title: 'Does the lamp fit outdoors?', visibility: 'public', ...more });
  const reply = await server.call(postQuestion, { body, secret, address: address() });
  expect(reply.status).toBe(200);
  return reply.body.conversation;
};
const publish = async (conversation: string) =>
  (
    await server.call(publishQuestion, {
      path: { conversation },
      cookie,
      body: { title: 'Does the lamp fit outdoors?', details: '', language: 'en', official: false },
    })
  ).body.question!.id;
let addresses = 0;
const address = () => `198.51.100.${1 + (addresses++ % 250)}`;
const answer = async (of: string, secret = newSecret()) => {
  const made = await server.call(contract.postCommunityAnswer, {
    path: { question: of },
    secret,
    address: address(),
    body: { id: newId(), body: `It does, ${addresses}.`, language: 'en' },
  });
  await server.call(contract.decideStaffAnswers, {
    cookie,
    body: { ids: [made.body.answer.id], decision: 'publish' },
  });
};

describe('asking in public while the team is away', () => {
  test('is offered out of hours alone, and where visitors answer', async () => {
    await start();
    expect(await peers()).toEqual({ offered: true, atOnce: false, minutes: null });
    await server.close();
    await start({ communityAnswers: 'off' });
    expect((await peers()).offered).toBe(false);
    await server.close();
    const all = [{ from: '00:00', to: '23:59' }];
    await start({
      hours: { ...defaultSettings().hours, zone: 'UTC', week: Array.from({ length: 7 }, () => all) },
    });
    expect((await peers()).offered).toBe(false);
  });

  test('says how soon half of all questions of this time were answered: those without an answer count as never', async () => {
    await start();
    for (let asked = 0; asked < 8; asked++) {
      cookie = await server.logIn();
      const { id } = await ask();
      const of = await publish(id);
      server.clock.pass(10 * minute);
      if (asked < 5) await answer(of);
      server.clock.pass(24 * hour - 10 * minute);
    }
    server.clock.pass(24 * hour);
    expect(await peers()).toEqual({ offered: true, atOnce: false, minutes: 10 });
    // Ten hours later nobody knows.
    server.clock.pass(10 * hour);
    expect((await peers()).minutes).toBeNull();
    expect(
      medianMinutes([...Array.from({ length: 4 }, () => minute), ...Array.from({ length: 5 }, () => null)]),
    ).toBeNull();
    expect(medianMinutes([minute, minute])).toBeNull();
  });
});

describe('a question asked in public', () => {
  test('of somebody trusted is public at once where the owner allows it; nobody else’s is', async () => {
    await start({ communityQuestions: 'trusted' });
    const ola = newSecret();
    const first = await ask(ola);
    expect(first.publicPath).toBeNull();
    await answer(await publish(first.id), ola);
    expect((await server.call(contract.getPeers, { secret: ola })).body.atOnce).toBe(true);
    expect((await server.call(contract.getPeers, { secret: newSecret() })).body.atOnce).toBe(false);
    const second = await ask(ola);
    expect(second.publicPath).toContain('/questions/');
    expect((await server.request('GET', second.publicPath!, { headers: { origin: '' } })).status).toBe(200);
    expect((await ask(ola, { visibility: 'private' })).publicPath).toBeNull();
    expect((await ask()).publicPath).toBeNull();
    // Words that aren't taken in public reach the team.
    expect((await ask(ola, { website: 'https://spam.example' })).publicPath).toBeNull();
  });

  test('waits for the team by default', async () => {
    await start();
    const ola = newSecret();
    await answer(await publish((await ask()).id), ola);
    expect((await ask(ola)).publicPath).toBeNull();
  });
});
