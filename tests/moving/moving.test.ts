import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveConversations } from '../../server/moving/moveConversations.ts';
import type { Source } from '../../server/moving/shape.ts';
import { chatwoot } from '../../server/moving/sources/chatwoot.ts';
import { crisp } from '../../server/moving/sources/crisp.ts';
import { helpscout } from '../../server/moving/sources/helpscout.ts';
import { intercom } from '../../server/moving/sources/intercom.ts';
import { zendesk } from '../../server/moving/sources/zendesk.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { findVisitor } from '../../server/core/people/visitors/visitors.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { listContacts } from '../../shared/contacts/routes.ts';
import { listConversations } from '../../shared/core/conversations/routes.ts';
import { erasePerson } from '../../shared/core/people/personalDataRoutes.ts';
import { getInboxThread, listInbox, searchInbox } from '../../shared/inbox/routes.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let agent: string;
beforeEach(async () => {
  server = await startTestServer();
  server.clock.pass(Math.max(0, Date.UTC(2026, 1, 1) - server.clock.now()));
  agent = await server.logIn();
});
afterEach(() => server.close());

const files: Record<string, [file: string, source: Source]> = {
  zendesk: ['zendesk.jsonl', zendesk],
  chatwoot: ['chatwoot.json', chatwoot],
  intercom: ['intercom.json', intercom],
  helpscout: ['helpscout.json', helpscout],
  crisp: ['crisp.jsonl', crisp],
};
const move = (from: string, dryRun = false) => {
  const [file, source] = files[from]!;
  const path = join(import.meta.dirname, 'examples', file);
  return moveConversations(server.ctx, server.site, path, { from, source, dryRun });
};
const all = async () =>
  (await server.call(listInbox, { cookie: agent, query: { view: 'all', status: 'any' } as never })).body
    .conversations;
const conversations = async (): Promise<string[]> =>
  (
    await server.ctx.database.raw<{ id: string }>('select id from conversations order by created_at, id', [])
  ).map(({ id }) => id);
const thread = async (conversation: string) =>
  (await server.call(getInboxThread, { cookie: agent, path: { conversation } })).body;
const labelNames = async (ids: readonly string[]): Promise<string[]> =>
  (
    await server.ctx.database.raw<{ id: string; name: string }>(
      'select id, name from labels order by name',
      [],
    )
  )
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name);
/** A conversation as a person reads it. */
const told = async (conversation: string) => {
  const { conversation: row, messages } = await thread(conversation);
  return {
    subject: row.subject,
    status: row.status,
    visitor: row.visitor.email ?? row.visitor.name,
    labels: await labelNames(row.labels),
    messages: messages
      .filter(({ notice }) => !notice)
      .map(({ author, body, visibility, at }) => [
        visibility === 'note' ? 'note' : author.kind,
        author.name,
        body,
        new Date(at).toISOString().slice(0, 16),
      ]),
  };
};

test('Zendesk: a trial changes nothing; then tickets are here with dates, authors, notes and labels, once', async () => {
  const trial = await move('zendesk', true);
  expect(trial).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
  expect(await conversations()).toEqual([]);
  const report = await move('zendesk');
  expect(report).toMatchObject({ added: 2, unchanged: 0 });
  expect(report.notes.rejected).toEqual([
    { row: 'line 6', reason: 'it has no messages' },
    { row: 'line 8', reason: 'it isn’t valid JSON' },
  ]);
  const [first, second] = await conversations();
  expect(await told(first!)).toEqual({
    subject: 'Where is my order?',
    status: 'closed',
    visitor: 'mara@visitor.example',
    labels: ['orders', 'vip'],
    messages: [
      ['visitor', 'Mara Visitor', 'It should have come on Monday.\n\n📎 receipt.pdf', '2026-01-05T09:00'],
      ['note', 'Gone Greta', 'The carrier lost it again.', '2026-01-05T09:20'],
      ['staff', 'Ada Agent', 'Sorry! A new one is on its way.', '2026-01-05T10:00'],
    ],
  });
  expect((await thread(first!)).conversation.assignee?.name).toBe('Ada Agent');
  expect(await told(second!)).toMatchObject({ subject: 'Opening hours', status: 'open' });
  // Facts have the dates of then.
  await runDueJobs(server.ctx);
  const facts = await server.ctx.database.raw<{ kind: string; at: number; clock: number | null }>(
    'select kind, at, clock from facts where subject_id = $1 order by at, place'.replace('$1', `'${first}'`),
    [],
  );
  expect(
    facts.map(({ kind, at, clock }) => [
      kind,
      new Date(Number(at)).toISOString().slice(0, 16),
      clock === null ? null : Number(clock),
    ]),
  ).toEqual([
    ['conversation.opened', '2026-01-05T09:00', null],
    ['message.in', '2026-01-05T09:00', null],
    ['message.out', '2026-01-05T10:00', null],
    ['reply.first', '2026-01-05T10:00', 3_600_000],
    ['conversation.closed', '2026-01-06T10:00', 25 * 3_600_000],
    ['rating.given', '2026-01-06T11:00', null],
    ['rating.asked', '2026-01-06T11:00', null],
  ]);
  // Nobody was mailed.
  expect(await server.ctx.database.raw('select * from mails', [])).toEqual([]);
  expect(await move('zendesk')).toMatchObject({ added: 0, unchanged: 2 });
  expect(await conversations()).toHaveLength(2);
  // What was said is found in the inbox.
  const found = await server.call(searchInbox, { cookie: agent, query: { q: 'carrier' } });
  expect(found.status).toBe(200);
  expect(JSON.stringify(found.body)).toContain(first);
});

test('Chatwoot, Intercom, Help Scout and Crisp say the same in their own words', async () => {
  for (const from of ['chatwoot', 'intercom', 'helpscout', 'crisp'])
    expect([from, await move(from)]).toMatchObject([from, { added: 1 }]);
  const stories = await Promise.all((await conversations()).map(told));
  const by = (visitor: string) => stories.find((story) => story.visitor === visitor);
  expect(by('leo@visitor.example')).toMatchObject({
    status: 'closed',
    labels: ['billing'],
    messages: [
      ['visitor', 'Leo Lead', 'Can I pay by invoice?', '2026-01-05T09:00'],
      ['note', 'Ada Agent', 'Ask finance first', expect.any(String)],
      ['staff', 'Ada Agent', 'Yes, you can.\n\n📎 invoice form.pdf', expect.any(String)],
    ],
  });
  expect(by('ines@visitor.example')).toMatchObject({
    subject: 'Does it work offline?',
    status: 'closed',
    labels: ['offline'],
    messages: [
      ['visitor', 'Ines', 'Does it work offline?', expect.any(String)],
      ['note', 'Ada Agent', 'Ask the engineers', expect.any(String)],
      ['staff', 'Ada Agent', 'It does.\n\n📎 guide.pdf', expect.any(String)],
    ],
  });
  expect(by('tom@visitor.example')).toMatchObject({
    subject: 'Returns',
    status: 'closed',
    labels: ['returns'],
    messages: [
      ['visitor', 'Tom Tester', 'How long can I return it?\n\n📎 shoe.jpg', '2026-01-05T09:00'],
      ['note', 'Ada Agent', 'He is a regular', '2026-01-05T09:30'],
      ['staff', 'Ada Agent', 'Within 30 days.', '2026-01-05T10:00'],
    ],
  });
  expect(by('visitor12')).toMatchObject({
    status: 'closed',
    messages: [
      ['visitor', 'visitor12', 'Hello?', expect.any(String)],
      ['note', 'Old Otto', 'Seems new', expect.any(String)],
      ['staff', 'Old Otto', 'Hello! How can I help?', expect.any(String)],
      ['visitor', 'visitor12', '📎 screen.png', expect.any(String)],
    ],
  });
  for (const from of ['chatwoot', 'intercom', 'helpscout', 'crisp'])
    expect(await move(from)).toMatchObject({ added: 0, unchanged: 1 });
  expect(await all()).toBeDefined();
});

test('ratings come with their dates and words, fields of conversations beside them, those of people as attributes', async () => {
  const attribute = (name: string, type: 'text' | 'number' | 'date', id = newId()) => ({
    id,
    name,
    type,
    choices: [],
  });
  const attributes = [attribute('Plan', 'text'), attribute('Size', 'number'), attribute('Birthday', 'date')];
  server.site.settings.contacts = { attributes, stages: [] };
  const reports = new Map<string, Awaited<ReturnType<typeof move>>>();
  for (const from of Object.keys(files)) {
    const trial = await move(from, true);
    reports.set(from, await move(from));
    // A trial says the same of what isn't kept.
    expect(trial.leftOut).toEqual(reports.get(from)?.leftOut);
  }
  const left = (from: string) => Object.fromEntries(reports.get(from)?.leftOut ?? []);
  expect(left('zendesk')).toEqual({ hobby: 2, 'size (not of the attribute’s type)': 2 });
  expect(left('chatwoot')).toEqual({ hobby: 1 });
  expect(left('crisp')).toEqual({ points: 1 });
  expect([left('intercom'), left('helpscout')]).toEqual([{}, {}]);
  const rows = await server.ctx.database.raw<Record<string, unknown>>(
    'select c.subject, c.rating, c.rating_scale as scale, c.rating_value as value, c.rating_comment as comment, c.rated_at as at, c.intake from conversations c',
    [],
  );
  const of = (subject: string) => {
    const { intake, at, value, ...row } = rows.find((one) => one['subject'] === subject) ?? {};
    const read = typeof intake === 'string' ? (JSON.parse(intake) as object) : intake;
    return {
      ...row,
      value: value === null ? null : Number(value),
      at: at === null ? null : new Date(Number(at)).toISOString().slice(0, 16),
      fields: ((read as { answers?: { label: string; value: string }[] } | null)?.answers ?? []).map(
        (answer) => [answer.label, answer.value],
      ),
    };
  };
  expect(of('Where is my order?')).toMatchObject({
    rating: 'bad',
    scale: 'thumbs',
    value: 1,
    comment: 'It took a week',
    at: '2026-01-06T11:00',
    fields: [
      ['Order number', 'A-35'],
      ['Field 362', 'red, blue'],
    ],
  });
  expect(of('Can I pay by invoice?')).toMatchObject({
    rating: 'good',
    scale: 'stars',
    value: 4,
    comment: 'Quick',
    at: '2026-01-05T10:03',
    fields: [
      ['order_number', 'A-77'],
      ['gift', 'true'],
    ],
  });
  expect(of('Does it work offline?')).toMatchObject({
    rating: 'bad',
    value: 2,
    comment: 'Too slow',
    fields: [
      ['Product', 'Desktop'],
      ['cost', '{"amount":5}'],
    ],
  });
  expect(of('Returns')).toMatchObject({ rating: null, at: null, fields: [['Size', 'Large']] });
  const values = async () =>
    server.ctx.database.raw<{ value: string; via: string; at: number }>(
      'select value, via, at from contact_values order by via, value',
      [],
    );
  const before = await values();
  expect(before.map(({ value, via }) => [via, value])).toEqual([
    ['chatwoot', '1990-05-04'],
    ['chatwoot', 'Gold'],
    ['crisp', 'Gold'],
    ['helpscout', 'Gold'],
    ['intercom', 'Silver'],
    ['zendesk', 'Gold'],
  ]);
  for (const from of Object.keys(files)) expect(await move(from)).toMatchObject({ added: 0 });
  expect(await values()).toEqual(before);
});

test('whoever only typed the address reads nothing of it, and who was erased is not brought back', async () => {
  const secret = newSecret();
  await server.call(postChat, {
    secret,
    body: { id: newId(), body: 'Hi', language: 'en', email: 'mara@visitor.example' } as never,
  });
  await move('zendesk');
  expect((await server.call(listConversations, { secret })).body.conversations).toHaveLength(1);
  const typed = await findVisitor(server.ctx, server.site.id, secret);
  const { body } = await server.call(listContacts, { cookie: agent, query: { search: 'mara' } });
  const moved = body.contacts.find(({ id }) => id !== typed!.id)!;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  const owner = await server.logIn('olga@shop.test');
  await server.call(erasePerson, { cookie: owner, body: { who: 'mara@visitor.example' } });
  await server.call(erasePerson, { cookie: owner, body: { who: moved.id } });
  await runDueJobs(server.ctx);
  const again = await move('zendesk');
  expect(again.added).toBe(0);
  expect(again.notes.rejected.map(({ reason }) => reason)).toContain('this person’s data was erased');
});

test('a file of anything at all is taken or refused record by record, and stops nothing', async () => {
  const anything = fc.anything({ withNullPrototype: false, maxDepth: 3 });
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('a\u0000b\ud800c\nd'));
  const message = fc.record(
    {
      id: fc.nat(5),
      author_id: fc.nat(3),
      public: fc.boolean(),
      private: fc.boolean(),
      message_type: fc.nat(4),
      type: fc.constantFrom('text', 'note', 'file', 'customer', 'message'),
      from: fc.constantFrom('user', 'operator'),
      fingerprint: fc.nat(9),
      plain_body: text,
      content: text,
      body: text,
      created_at: fc.oneof(fc.integer({ min: 1_700_000_000, max: 1_760_000_000 }), anything),
      timestamp: fc.integer({ min: 1_700_000_000_000, max: 1_760_000_000_000 }),
      createdAt: fc.constant('2026-01-05T10:00:00Z'),
      sender: fc.record({ name: text, email: text }),
      createdBy: fc.record({ first: text, type: fc.constantFrom('user', 'customer') }),
      attachments: anything,
    },
    { requiredKeys: [] },
  );
  const record = fc.record(
    {
      id: fc.oneof(fc.nat(1_000_000), text),
      session_id: text,
      status: fc.constantFrom('open', 'closed', 'resolved'),
      subject: text,
      requester: fc.record({ id: fc.nat(3), name: text, email: fc.constantFrom('a@b.example', 'no', '') }),
      primaryCustomer: fc.record({ first: text }),
      meta: fc.record({ sender: fc.record({ name: text }), nickname: text }),
      source: fc.record({ body: text, author: fc.record({ type: text, name: text }) }),
      tags: fc.oneof(fc.array(text, { maxLength: 3 }), anything),
      labels: fc.oneof(fc.array(text, { maxLength: 3 }), anything),
      created_at: fc.constant(1_750_000_000),
      comments: fc.array(message, { maxLength: 4 }),
      messages: fc.array(message, { maxLength: 4 }),
      threads: fc.array(message, { maxLength: 4 }),
    },
    { requiredKeys: ['id', 'status'] },
  );
  const folder = mkdtempSync(join(tmpdir(), 'foyer-moving-'));
  const file = join(folder, 'export.jsonl');
  let added = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(record, anything), { maxLength: 6 }), async (records) => {
        writeFileSync(file, records.map((one) => JSON.stringify(one, bigIntAsText) ?? 'null').join('\n'));
        for (const [from, [, source]] of Object.entries(files)) {
          const report = await moveConversations(server.ctx, server.site, file, {
            from,
            source,
            dryRun: false,
          });
          added += report.added;
        }
      }),
      { numRuns: 40 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(added).toBeGreaterThan(0);
});

const bigIntAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
