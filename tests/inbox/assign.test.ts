import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import type { PresenceState } from '../../shared/core/people/presence.ts';
import type { AssignmentRules } from '../../shared/inbox/settings.ts';
import { postPresence } from '../../shared/core/people/presenceRoutes.ts';
import { logout } from '../../shared/core/people/staffRoutes.ts';
import {
  getInboxThread,
  listWork,
  patchConversation,
  postStaffMessage,
  postViewing,
  putTeam,
  putWork,
} from '../../shared/inbox/routes.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

const minute = 60_000;
let server: TestServer;
let ids: Record<string, string>;
let cookies: Record<string, string>;

const start = async (assignment: Partial<AssignmentRules> = {}): Promise<void> => {
  server = await startTestServer({
    settings: { assignment: { mode: 'chats', acceptSeconds: 60, teams: {}, ...assignment } },
  });
  const { site, ctx } = server;
  for (const [name, role] of [
    ['bo', 'admin'],
    ['cy', 'agent'],
  ] as const)
    await createStaff(ctx, { site: site.id, email: `${name}@shop.test`, name, password, role });
  cookies = {};
  for (const name of ['ada', 'bo', 'cy']) cookies[name] = await server.logIn(`${name}@shop.test`);
  const { people } = (await server.call(listWork, { cookie: cookies['ada']! })).body;
  ids = Object.fromEntries(people.map(({ id, name }) => [name.split(' ')[0]!.toLowerCase(), id]));
};
beforeEach(() => start());
afterEach(() => server.close());

const be = async (name: string, state: PresenceState = 'online'): Promise<void> => {
  await server.call(postPresence, { cookie: cookies[name]!, body: { state } });
  await runDueJobs(server.ctx);
};

/** Lets time pass in steps in which those who are there say so. */
const pass = async (milliseconds: number, ...there: string[]): Promise<void> => {
  for (let left = milliseconds; left > 0; left -= 20_000) {
    server.clock.pass(Math.min(left, 20_000));
    for (const name of there)
      await server.call(postPresence, { cookie: cookies[name]!, body: { state: 'online' } });
    await runDueJobs(server.ctx);
  }
};

const ask = async (language = 'en', secret = newSecret()): Promise<string> => {
  const { body } = await server.call(postChat, {
    secret,
    body: { id: newId(), body: 'Hello', language },
  });
  await runDueJobs(server.ctx);
  return body.conversation.id;
};

const look = async (conversation: string) => {
  const { body } = await server.call(getInboxThread, { cookie: cookies['bo']!, path: { conversation } });
  return {
    with: Object.keys(ids).find((name) => ids[name] === body.conversation.assignee?.id) ?? null,
    said: body.messages.flatMap(({ notice, visibility }) => (notice ? [{ ...notice, visibility }] : [])),
  };
};
const holder = async (conversation: string) => (await look(conversation)).with;

const reply = (name: string, conversation: string) =>
  server.call(postStaffMessage, {
    cookie: cookies[name]!,
    path: { conversation },
    body: { id: newId(), body: 'Yes.', visibility: 'public' },
  });

const open = (name: string, conversation: string) =>
  server.call(postViewing, {
    cookie: cookies[name]!,
    path: { conversation },
    body: { state: 'here', arrives: true },
  });

const work = (by: string, of: string, body: { capacity: number; languages: string[] }) =>
  server.call(putWork, { cookie: cookies[by]!, path: { person: ids[of]! }, body });

describe('what waits', () => {
  test('is given in turn to who is there, and the thread says why', async () => {
    await be('ada');
    await be('bo');
    const given = [];
    for (let each = 0; each < 4; each++) {
      given.push(await holder(await ask()));
      server.clock.pass(1_000);
    }
    expect(given.slice(0, 2).sort()).toEqual(['ada', 'bo']);
    expect(given.slice(2)).toEqual(given.slice(0, 2));
    const { said } = await look(await ask('de'));
    expect(said).toEqual([
      {
        kind: 'auto_given',
        visibility: 'note',
        values: {
          name: expect.any(String),
          nameId: expect.any(String),
          why: 'turn',
          language: 'de',
          chats: 3,
          capacity: 3,
        },
      },
    ]);
  });

  test('waits while nobody is there, and is given to who comes', async () => {
    const conversation = await ask();
    expect(await holder(conversation)).toBe(null);
    await be('cy');
    expect(await holder(conversation)).toBe('cy');
  });

  test('is never more than somebody takes, and is given when a place becomes free', async () => {
    await work('ada', 'ada', { capacity: 1, languages: [] });
    await be('ada');
    const [first, second] = [await ask(), await ask()];
    expect([await holder(first), await holder(second)]).toEqual(['ada', null]);
    await open('ada', first);
    await server.call(patchConversation, {
      cookie: cookies['ada']!,
      path: { conversation: first },
      body: { status: 'closed' },
    });
    await runDueJobs(server.ctx);
    expect(await holder(second)).toBe('ada');
  });

  test('goes to who speaks the visitor’s language, and back to who answered the visitor before', async () => {
    await work('bo', 'cy', { capacity: 3, languages: ['de'] });
    for (const name of ['ada', 'bo', 'cy']) await be(name);
    const secret = newSecret();
    const german = await ask('de-AT', secret);
    expect(await look(german)).toMatchObject({ with: 'cy', said: [{ values: { why: 'language' } }] });
    await reply('cy', german);
    await pass(1_000, 'ada', 'bo', 'cy');
    // Another language this time: the person counts for more.
    expect(await look(await ask('en', secret))).toMatchObject({
      with: 'cy',
      said: [{ values: { why: 'returning' } }],
    });
  });

  test('goes to the team of its language, and waits for it', async () => {
    await server.close();
    const team = newId();
    await start({ teams: { fr: team } });
    await server.call(putTeam, {
      cookie: cookies['bo']!,
      path: { team },
      body: { name: 'France', members: [ids['cy']!] },
    });
    await be('ada');
    const conversation = await ask('fr-CA');
    expect(await holder(conversation)).toBe(null);
    await be('cy');
    expect(await holder(conversation)).toBe('cy');
  });

  test('is left alone where the site does not want it', async () => {
    await server.close();
    await start({ mode: 'off' });
    await be('ada');
    expect(await look(await ask())).toEqual({ with: null, said: [] });
  });
});

describe('what was given', () => {
  test('goes to the next when it is not opened in time, and stays with who opens it', async () => {
    await be('ada');
    const conversation = await ask();
    await be('bo');
    await pass(59_000, 'ada', 'bo');
    expect(await holder(conversation)).toBe('ada');
    await pass(10_000, 'ada', 'bo');
    expect(await look(conversation)).toMatchObject({
      with: 'bo',
      said: [
        { kind: 'auto_given' },
        { kind: 'auto_passed', values: { name: 'Ada Agent', seconds: 60 } },
        { kind: 'auto_given', values: { name: 'bo' } },
      ],
    });
    await open('bo', conversation);
    await pass(10 * minute, 'ada', 'bo');
    expect(await holder(conversation)).toBe('bo');
  });

  test('is nobody’s once all have let it pass, and is offered again later', async () => {
    await be('ada');
    const conversation = await ask();
    await pass(70_000, 'ada');
    expect(await holder(conversation)).toBe(null);
    await pass(10 * minute, 'ada');
    expect(await holder(conversation)).toBe(null);
    await pass(6 * minute, 'ada');
    expect((await look(conversation)).said.map(({ kind }) => kind)).toEqual([
      'auto_given',
      'auto_passed',
      'auto_given',
      'auto_passed',
    ]);
  });

  test('comes back when who has it goes away untouched, and stays when they had opened it', async () => {
    await be('ada');
    const [untouched, opened] = [await ask(), await ask()];
    await open('ada', opened);
    await be('ada', 'away');
    expect(await look(untouched)).toMatchObject({
      with: null,
      said: [{ kind: 'auto_given' }, { kind: 'auto_returned' }],
    });
    expect(await holder(opened)).toBe('ada');
    // They are the first to get it when they are back: leaving is not passing.
    await be('ada');
    expect(await holder(untouched)).toBe('ada');
  });

  test('comes back when who has it logs out, or is gone without a word', async () => {
    await be('ada');
    const first = await ask();
    await server.call(logout, { cookie: cookies['ada']! });
    await pass(6_000);
    expect(await holder(first)).toBe(null);
    cookies['ada'] = await server.logIn();
    await pass(minute + 20_000);
    await be('ada');
    const second = await ask();
    expect(await holder(second)).toBe('ada');
    await pass(59_000);
    expect(await holder(second)).toBe('ada');
    await pass(6_000);
    expect((await look(second)).said.at(-1)!.kind).toMatch(/^auto_(?:returned|passed)$/);
    expect(await holder(second)).toBe(null);
  });

  test('is not given again to who gave it back', async () => {
    await be('ada');
    const conversation = await ask();
    await server.call(patchConversation, {
      cookie: cookies['ada']!,
      path: { conversation },
      body: { assignee: null },
    });
    await pass(2 * minute, 'ada');
    expect(await holder(conversation)).toBe(null);
    await be('cy');
    expect(await holder(conversation)).toBe('cy');
  });
});

describe('how much somebody takes', () => {
  test('they set themselves, and admins for others; within bounds', async () => {
    const body = { capacity: 5, languages: ['de', 'fr', 'de'] };
    expect((await work('cy', 'cy', body)).body.person).toMatchObject({
      capacity: 5,
      languages: ['de', 'fr'],
    });
    expect((await work('cy', 'ada', body)).status).toBe(403);
    expect((await work('bo', 'ada', body)).status).toBe(200);
    expect((await work('cy', 'cy', { ...body, capacity: 11 })).status).toBe(400);
    const unknown = { cookie: cookies['bo']!, path: { person: newId() }, body };
    expect((await server.call(putWork, unknown)).status).toBe(404);

    // What each may choose from, and whether it counts yet.
    const known = async () => (await server.call(listWork, { cookie: cookies['cy']! })).body;
    expect(await known()).toMatchObject({ languages: server.site.settings.languages, gives: true });
    expect((await known()).people.find(({ id }) => id === ids['cy'])).toMatchObject({ capacity: 5 });
    await server.close();
    await start({ mode: 'off' });
    expect((await known()).gives).toBe(false);
  });
});
