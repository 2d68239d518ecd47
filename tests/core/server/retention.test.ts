import { afterEach, expect, test } from 'vitest';
import { runDueJobs } from '../../../server/core/jobs/runner.ts';
import { lease } from '../../../server/core/jobs/schedule.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { getSuggestions } from '../../../shared/ask/routes.ts';
import { postCallback } from '../../../shared/callbacks/routes.ts';
import { listComments, postComment, postVote } from '../../../shared/comments/routes.ts';
import { getSaved, putSettings } from '../../../shared/console/routes.ts';
import { addEndpoint } from '../../../shared/webhooks/routes.ts';
import { dialect } from '../../../server/config.ts';
import { postMessage } from '../../../shared/core/conversations/routes.ts';
import { postIdentify } from '../../../shared/core/people/identityRoutes.ts';
import { defaultRetention, type RetentionKind } from '../../../shared/core/people/retentionKinds.ts';
import * as contract from '../../../shared/core/people/retentionRoutes.ts';
import { listInbox, patchConversation } from '../../../shared/inbox/routes.ts';
import { defaultSettings } from '../../../shared/siteSettings.ts';
import { mortal } from '../../helpers/mortal.ts';
import { type MailStage, mailStage } from '../../helpers/mailStage.ts';
import { newId, newSecret, password } from '../../helpers/server.ts';

const day = 24 * 3_600_000;
const page = { url: 'https://www.shop.test/news/spring' };

let stage: MailStage;
afterEach(() => stage.close());

const open = async (overrides: Parameters<typeof mailStage>[0] = {}): Promise<void> => {
  const { comments } = defaultSettings();
  stage = await mailStage({
    settings: {
      features: { ask: true, chat: true, callback: true, comments: true },
      comments: { ...comments, moderation: 'off', votes: 'both' },
    },
    ...overrides,
  });
  const { server } = stage;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
};
/** The owner's session: a new one where hours have passed. */
let session: { of: MailStage; cookie: string; until: number } | undefined;
const asOwner = async () => {
  const now = stage.server.ctx.clock.now();
  if (session?.of !== stage || now > session.until)
    session = {
      of: stage,
      cookie: await stage.server.logIn('olga@shop.test'),
      until: now + 6 * 3_600_000,
    };
  return { cookie: session.cookie };
};

const limit = async (limits: Partial<Record<RetentionKind, number | null>>) => {
  const owner = await asOwner();
  const { body } = await stage.server.call(getSaved, owner);
  const { settings } = body.document;
  return stage.server.call(putSettings, {
    ...owner,
    body: {
      revision: body.revision,
      document: {
        ...body.document,
        settings: { ...settings, retention: { ...settings.retention, ...limits } },
      },
    },
  });
};

const preview = async (): Promise<Partial<Record<RetentionKind, number>>> => {
  const reply = await stage.server.call(contract.previewRetention, await asOwner());
  expect(reply.status).toBe(200);
  return Object.fromEntries(
    reply.body.kinds.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]),
  );
};

/** Runs the hourly check, and what it planned. */
const runDaily = async (): Promise<void> => {
  await stage.server.ctx.pruneFeatures(stage.server.site.id);
  await runDueJobs(stage.server.ctx);
};

const runs = async () => (await stage.server.call(contract.listRetentionRuns, await asOwner())).body.runs;

const close = async (conversation: string): Promise<void> => {
  stage.cookie = await stage.server.logIn();
  const reply = await stage.server.call(patchConversation, {
    cookie: stage.cookie,
    path: { conversation },
    body: { status: 'closed' },
  });
  expect(reply.status).toBe(200);
};

/** Which conversations staff see, whatever their state. */
const seen = async (): Promise<string[]> => {
  const { cookie } = await asOwner();
  const list = await stage.server.call(listInbox, { cookie, query: { view: 'all' } as never });
  const closed = await stage.server.call(listInbox, { cookie, query: { view: 'closed' } as never });
  return [...new Set([...list.body.conversations, ...closed.body.conversations].map(({ id }) => id))].sort();
};

const rows = (table: string) =>
  stage.server.ctx.database.raw<Record<string, unknown>>(`select * from ${table}`, []);

const comment = async (body: string): Promise<string> => {
  const id = newId();
  const given = { ...page, id, title: 'Spring', body, language: 'en', name: 'Max', took: 9_000 };
  expect((await stage.server.call(postComment, { secret: newSecret(), body: given })).status).toBe(200);
  return id;
};
const vote = async (id: string): Promise<void> => {
  const reply = await stage.server.call(postVote, {
    secret: newSecret(),
    path: { comment: id },
    body: { value: 1 },
  });
  expect(reply.status).toBe(200);
};
const search = (q: string) => stage.server.call(getSuggestions, { query: { q } });
const votesOf = async (id: string) =>
  (await stage.server.call(listComments, { query: page })).body.comments.find((one) => one.id === id)?.up;

test('what is too old goes with all that hangs on it; what is younger, open or owed stays, and so do the numbers', async () => {
  await open();
  const { server } = stage;
  const old = await stage.open('Words that go');
  await close(old);
  stage.secret = newSecret();
  const isOpen = await stage.open('Words that stay');
  const callback = {
    id: newId(),
    number: '+49 30 901820',
    country: 'DE',
    when: 'soon',
    zone: 'Europe/Berlin',
    language: 'en',
    note: 'Ask for Zoë',
    name: 'Zoë',
  };
  expect((await server.call(postCallback, { secret: newSecret(), body: callback as never })).status).toBe(
    200,
  );
  const read = await comment('Somebody’s words');
  await vote(read);
  // Who answered once and is seen no more.
  expect((await server.call(postIdentify, { secret: newSecret(), body: { language: 'en' } })).status).toBe(
    200,
  );
  await stage.pass(1_000);
  const before = { conversations: await seen(), visitors: (await rows('visitors')).length };
  await stage.pass(200 * day);
  stage.secret = newSecret();
  const young = await stage.open('Young words');
  await close(young);
  await stage.pass(170 * day);
  expect(await preview()).toMatchObject({ visitors: 2, addresses: 1, audit: expect.any(Number) });
  expect(await preview()).not.toHaveProperty('conversations');
  expect((await limit({ conversations: 300, callbacks: 14 })).status).toBe(200);
  const found = await preview();
  expect(found).toMatchObject({ conversations: 1 });
  const [origin] = (await rows('comment_votes')).map((row) => row['origin']);

  await runDaily();
  expect(await seen()).toEqual(
    before.conversations
      .filter((id) => id !== old)
      .concat(young)
      .sort(),
  );
  expect(JSON.stringify(await rows('messages'))).not.toContain('Words that go');
  expect(JSON.stringify(await rows('messages'))).toContain('Words that stay');
  expect(await rows('erased_counts')).toMatchObject([{ kind: 'conversation.chat', count: 1 }]);
  expect((await rows('callbacks')).length).toBe(1);
  expect((await rows('conversations')).map(({ id }) => id)).toEqual(
    expect.arrayContaining([isOpen, callback.id]),
  );
  expect(await votesOf(read)).toBe(1);
  const [after] = (await rows('comment_votes')).map((row) => row['origin']);
  expect(after).not.toBe(origin);
  // Whoever's last conversation went is a visitor without one.
  const [run] = await runs();
  expect(run).toMatchObject({ by: 'daily', state: 'done', counts: { ...found, visitors: 3 } });

  // Twice changes nothing.
  await runDaily();
  expect((await runs()).length).toBe(1);
  expect(await preview()).toEqual({});
  server.clock.pass(1_000);
  const again = await server.call(contract.runRetention, await asOwner());
  expect(again.status).toBe(200);
  await runDueJobs(server.ctx);
  expect((await runs())[0]).toMatchObject({ by: 'staff', state: 'done', counts: {} });
});

test('nothing goes that is younger than its limit, and nothing stays that is older', async () => {
  await open();
  // Closed on days that are as good as any; limits between them.
  const ages = [...Array(24).keys()].map((place) => (place * 37) % 60);
  const closedAt = new Map<string, number>();
  for (const age of [...ages].sort((one, other) => other - one)) {
    const now = stage.server.clock.now();
    stage.server.clock.pass(Math.max(60_000, Date.UTC(2026, 2, 2, 9) + (60 - age) * day - now));
    stage.secret = newSecret();
    const id = await stage.open(`Closed ${age} days before`);
    await close(id);
    closedAt.set(id, stage.server.clock.now());
    await search(`days ${age}`);
  }
  for (const days of [50, 33, 20, 14]) {
    expect((await limit({ conversations: days, searches: Math.max(days, 7) })).status).toBe(200);
    stage.server.clock.pass(day);
    const edge = stage.server.clock.now() - days * day;
    await runDaily();
    const kept = [...closedAt].filter(([, at]) => at >= edge).map(([id]) => id);
    expect(await seen()).toEqual(kept.sort());
    for (const row of await rows('suggestion_events'))
      if (Number(row['at']) >= edge) expect(row['query']).not.toBe('');
      else expect(row['query']).toBe('');
  }
});

test('a run whose process dies at any write goes on, and counts each once', async () => {
  const process = await mortal();
  await open({ overrides: { clock: process.clock, database: process.database } });
  await limit({ conversations: 14 });
  const prepare = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (let place = 0; place < 3; place++) {
      stage.secret = newSecret();
      ids.push(await stage.open(`Old ${place}`));
      await close(ids[place] ?? '');
    }
    await stage.pass(1_000);
    process.clock.pass(15 * day);
    return ids;
  };
  await prepare();
  process.dieAfter(Number.POSITIVE_INFINITY);
  await runDaily();
  const steps = process.revive();
  expect((await runs())[0]?.counts.conversations).toBe(3);
  for (let step = 0; step < steps; step++) {
    const begun = process.clock.now();
    const ids = await prepare();
    process.dieAfter(step);
    await runDaily().catch(() => {});
    process.revive();
    process.clock.pass(lease + 60 * 60_000);
    await runDaily();
    // The next day's may have gone on with it, or found the rest.
    const all = (await runs()).filter(({ startedAt }) => startedAt > begun);
    expect(all.every(({ state }) => state === 'done')).toBe(true);
    const counted = all.reduce((sum, { counts }) => sum + (counts.conversations ?? 0), 0);
    expect(counted, `died at write ${step}`).toBe(3);
    expect((await seen()).filter((id) => ids.includes(id))).toEqual([]);
    for (const id of ids) expect(JSON.stringify(await rows('messages'))).not.toContain(id);
  }
});

test('whoever writes while it runs keeps what they wrote in', async () => {
  await open();
  const { server } = stage;
  await limit({ conversations: 14 });
  const conversation = await stage.open('Closed, then opened');
  await close(conversation);
  await stage.pass(20 * day);
  // Found as old, and written in before it is deleted.
  const before = server.clock.now() - 14 * day;
  const kept = server.ctx.retentions.find(({ kind }) => kind === 'conversations');
  const [batch] = (await kept?.next(server.site.id, before)) ?? [];
  const reply = await server.call(postMessage, {
    secret: stage.secret,
    path: { conversation },
    body: { id: newId(), body: 'One more thing' },
  });
  expect(reply.status).toBe(200);
  expect(await server.ctx.database.write((tx) => batch?.write(tx, 0) ?? [])).toBe(false);
  await runDaily();
  expect(await seen()).toEqual([conversation]);
});

test('limits have bounds; agents neither look nor run; who ran it is in the audit log', async () => {
  await open();
  const { server, cookie } = stage;
  const refused = await limit({ conversations: 13 });
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body)).toContain('settings.retention.conversations');
  expect((await limit({ audit: 3_651 })).status).toBe(400);
  expect((await limit({ ...defaultRetention(), conversations: null })).status).toBe(200);
  for (const route of [contract.previewRetention, contract.listRetentionRuns, contract.runRetention])
    expect((await server.call(route as typeof contract.runRetention, { cookie })).status).toBe(403);
  const owner = await asOwner();
  const first = await server.call(contract.runRetention, owner);
  const second = await server.call(contract.runRetention, owner);
  expect(second.body.run.id).toBe(first.body.run.id);
  expect(JSON.stringify(await rows('audit_entries'))).toContain('POST /api/inbox/:site/retention/runs');
});

test('what is stored, for how long and who gets it is said to everybody, and with hosts to the owner', async () => {
  await open();
  const { server } = stage;
  await limit({ conversations: 45 });
  const hook = {
    id: newId(),
    url: 'https://hooks.crm.example/in?key=zqsecret',
    types: ['*'],
    description: '',
  };
  expect((await server.call(addEndpoint, { ...(await asOwner()), body: hook })).status).toBe(200);
  const look = async (language: string) => {
    const response = await server.request('GET', `/sites/shop/privacy?lang=${language}`);
    return { status: response.status, text: await response.text() };
  };
  const shown = await look('en');
  expect(shown.status).toBe(200);
  for (const part of ['45 days', '90 days', 'Until it’s erased', 'Mail server', 'Our own programs'])
    expect(shown.text).toContain(part);
  expect(shown.text).not.toContain('crm.example');
  expect(shown.text).not.toContain('<script');
  const { body } = await server.call(contract.getProcessing, {
    ...(await asOwner()),
    query: { language: 'de' },
  });
  expect(body.title).toBe('Was gespeichert wird und wie lange');
  expect(body.markdown).toContain('45 Tage');
  expect(body.markdown).toContain('hooks.crm.example');
  expect(body.markdown).toMatch(dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL');
  // No addresses with what is secret in them, and no paths of the machine.
  expect(JSON.stringify(body)).not.toContain('zqsecret');
  expect(JSON.stringify(body)).not.toContain(server.ctx.config.dataDirectory);

  const owner = await asOwner();
  const { body: saved } = await server.call(getSaved, owner);
  const document = {
    ...saved.document,
    settings: { ...saved.document.settings, privacyPage: false },
  };
  expect(
    (await server.call(putSettings, { ...owner, body: { revision: saved.revision, document } })).status,
  ).toBe(200);
  expect((await look('en')).status).toBe(404);
});
