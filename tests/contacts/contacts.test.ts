import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSecret } from '../../server/core/people/sites/secret.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { postComment } from '../../shared/comments/routes.ts';
import * as contract from '../../shared/contacts/routes.ts';
import { postIdentify } from '../../shared/core/people/identityRoutes.ts';
import { erasePerson } from '../../shared/core/people/personalDataRoutes.ts';
import { postStaffMessage } from '../../shared/inbox/routes.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';

const city = '0190a000-0000-7000-8000-000000000001';
const plan = '0190a000-0000-7000-8000-000000000002';
const lead = '0190a000-0000-7000-8000-00000000000a';
const customer = '0190a000-0000-7000-8000-00000000000b';

let server: TestServer;
let agent: string;
let admin: string;
beforeAll(async () => {
  server = await startTestServer({
    settings: {
      features: { ...defaultSettings().features, comments: true },
      contacts: {
        attributes: [
          { id: city, name: 'Renews on', type: 'date', choices: [] },
          { id: plan, name: 'Plan', type: 'choice', choices: ['Small', 'Large'] },
        ],
        stages: [
          { id: lead, name: 'Lead' },
          { id: customer, name: 'Customer' },
        ],
      },
    },
  });
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'admin',
  });
  agent = await server.logIn();
  admin = await server.logIn('olga@shop.test');
});
afterAll(() => server.close());

const chat = async (
  secret: string,
  text: string,
  more: { name?: string; email?: string; language?: string },
) => {
  server.clock.pass(60_000);
  const { language = 'en', ...identity } = more;
  const { status, body } = await server.call(postChat, {
    secret,
    body: { id: newId(), body: text, language, ...identity } as never,
  });
  expect(status).toBe(200);
  return body;
};
const list = async (query: object = {}) =>
  (await server.call(contract.listContacts, { query: query as never, cookie: agent })).body;
const names = async (query: object = {}) => (await list(query)).contacts.map(({ name }) => name);

test('contacts are listed by who was seen last, searched, filtered, and paged without a gap', async () => {
  await chat(newSecret(), 'Where is my order?', { name: 'Иван Петров', email: 'ivan@mail.test' });
  await chat(newSecret(), 'Hallo', { name: 'Berta', language: 'de' });
  const signed = newSecret();
  const token = await new SignJWT({ sub: 'u-17', name: 'Cleo Customer', email: 'cleo@mail.test' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(server.clock.now() / 1_000) + 3_600)
    .sign(new TextEncoder().encode((await readSecret(server.ctx, server.site.id)).secret));
  await server.call(postIdentify, { secret: signed, body: { token, language: 'en' } });
  await chat(signed, 'About my plan', {});

  expect(await names()).toEqual(['Cleo Customer', 'Berta', 'Иван Петров']);
  expect(await names({ search: 'иван' })).toEqual(['Иван Петров']);
  expect(await names({ search: 'IVAN@' })).toEqual(['Иван Петров']);
  expect(await names({ search: 'u-17' })).toEqual(['Cleo Customer']);
  expect(await names({ search: '%' })).toEqual([]);
  expect(await names({ group: 'verified' })).toEqual(['Cleo Customer']);
  expect(await names({ group: 'email' })).toEqual(['Иван Петров']);
  expect(await names({ group: 'anonymous' })).toEqual(['Berta']);
  expect(await names({ language: 'de', open: '1' })).toEqual(['Berta']);
  expect((await list()).contacts[0]).toMatchObject({ group: 'verified', emailVerified: true, open: 1 });
  expect(await list()).toMatchObject({ total: 3, isMore: false, before: null, languages: ['de', 'en'] });
  const [first] = (await list()).contacts;
  expect(await names({ before: `${first!.seenAt}.${first!.id}` })).toEqual(['Berta', 'Иван Петров']);
});

test('one time line holds what every feature keeps, the newest first, and its pages meet', async () => {
  const secret = newSecret();
  const { conversation } = await chat(secret, 'First words of Dora', { name: 'Dora' });
  server.clock.pass(60_000);
  await server.call(postStaffMessage, {
    path: { conversation: conversation.id },
    body: { id: newId(), body: 'A reply', visibility: 'public' } as never,
    cookie: agent,
  });
  server.clock.pass(60_000);
  await server.call(postComment, {
    secret,
    body: {
      id: newId(),
      url: 'https://www.shop.test/shoes',
      title: 'Shoes',
      body: 'Nice shoes',
      name: 'Dora',
      language: 'en',
    } as never,
  });
  const { id } = (await list({ search: 'dora' })).contacts[0]!;
  const read = async (after?: string) =>
    (
      await server.call(contract.getTimeline, {
        path: { contact: id },
        query: after === undefined ? {} : { after },
        cookie: agent,
      })
    ).body;
  const { entries, next } = await read();
  const order = entries.map(({ kind, by, text }) => [kind, by, text]);
  expect(next).toBeNull();
  expect(order).toEqual([
    ['comment', 'person', 'Nice shoes'],
    ['message', 'staff', 'A reply'],
    ['conversation', 'person', conversation.subject],
    ['message', 'person', 'First words of Dora'],
  ]);
  expect(entries[0]?.url).toBe('https://www.shop.test/shoes');
  expect(entries[2]).toMatchObject({ detail: 'chat', conversation: conversation.id });

  for (let turn = 0; turn < 60; turn++)
    await server.call(postStaffMessage, {
      path: { conversation: conversation.id },
      body: { id: newId(), body: `Reply ${turn}`, visibility: 'public' } as never,
      cookie: agent,
    });
  // All at one time: pages meet by id and by source.
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await read(after);
    seen.push(...page.entries.map((entry) => `${entry.kind} ${entry.id}`));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen.length).toBe(64);
  expect(new Set(seen).size).toBe(64);
  const refused = await server.call(contract.getTimeline, {
    path: { contact: id },
    query: { after: 'nonsense' },
    cookie: agent,
  });
  expect([refused.status, refused.body]).toMatchObject([400, { error: { fields: { after: 'invalid' } } }]);
});

test('attributes and stages keep who set them and when, refuse what does not fit, and go with the person', async () => {
  await chat(newSecret(), 'Hello from Emil', { name: 'Emil', email: 'emil@mail.test' });
  const { id } = (await list({ search: 'emil' })).contacts[0]!;
  const set = (attribute: string, value: string) =>
    server.call(contract.putAttribute, { path: { contact: id, attribute }, body: { value }, cookie: agent });
  expect((await set(city, '2027-02-30')).body).toMatchObject({ error: { fields: { value: 'invalid' } } });
  expect((await set(plan, 'Huge')).body).toMatchObject({ error: { fields: { value: 'unknown' } } });
  expect((await set(newId(), 'x')).status).toBe(404);
  await set(plan, 'Small');
  await set(plan, 'Large');
  const { contact } = (await set(city, '2027-02-28')).body;
  expect(contact.values.map(({ attribute, value, by }) => [attribute, value, by.name]).sort()).toEqual([
    [city, '2027-02-28', 'Ada Agent'],
    [plan, 'Large', 'Ada Agent'],
  ]);
  expect((await set(city, ' ')).body.contact.values).toHaveLength(1);

  const move = (stage: string | null, cookie = agent) =>
    server.call(contract.putStage, { path: { contact: id }, body: { stage }, cookie });
  expect((await move(newId())).body).toMatchObject({ error: { fields: { stage: 'unknown' } } });
  await move(lead);
  server.clock.pass(1_000);
  await move(customer, admin);
  const moved = (await move(customer)).body.contact;
  expect(moved.stages.map(({ stage, by }) => [stage, by.name])).toEqual([
    [customer, 'Olga Owner'],
    [lead, 'Ada Agent'],
  ]);

  const exported = await server.request('GET', `/api/inbox/${server.site.id}/contacts/export?search=emil`, {
    headers: { cookie: admin, origin: publicUrl },
  });
  const [head, row] = (await exported.text()).split('\r\n');
  expect(head).toContain('stage,Renews on,Plan,id');
  expect(row).toContain(`Customer,,Large,${id}`);
  const forAgents = await server.call(contract.exportContacts, { cookie: agent });
  expect(forAgents.status).toBe(403);

  await server.call(erasePerson, { body: { who: id }, cookie: admin });
  await runDueJobs(server.ctx);
  expect(await names({ search: 'emil' })).toEqual([]);
  for (const table of ['contact_values', 'contact_stages'])
    expect(await server.ctx.database.raw(`select * from ${table}`, [])).toEqual([]);
});

test('a contact of another site, or of nobody, is not found', async () => {
  const reply = await server.call(contract.getContact, { path: { contact: newId() }, cookie: agent });
  expect(reply.status).toBe(404);
  expect((await server.call(contract.listContacts, {})).status).toBe(401);
});

test('one person in two browsers is one row of the table, with what was set under either', async () => {
  const enter = async (sub: string) => {
    server.clock.pass(60_000);
    const secret = newSecret();
    const token = await new SignJWT({ sub, name: 'Twin', email: 'twin@mail.test' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(Math.floor(server.clock.now() / 1_000) + 3_600)
      .sign(new TextEncoder().encode((await readSecret(server.ctx, server.site.id)).secret));
    await server.call(postIdentify, { secret, body: { token, language: 'en' } });
    await chat(secret, `Hello as ${sub}`, {});
    const [shown, ...others] = (await list({ search: 'twin' })).contacts;
    expect(others).toEqual([]);
    return shown!.id;
  };
  const first = await enter('u-1');
  const body = { value: 'Large' };
  await server.call(contract.putAttribute, {
    path: { contact: first, attribute: plan },
    body,
    cookie: agent,
  });
  await server.call(contract.putStage, { path: { contact: first }, body: { stage: lead }, cookie: agent });
  const second = await enter('u-2');
  expect(second).not.toBe(first);
  const exported = await server.request('GET', `/api/inbox/${server.site.id}/contacts/export?search=twin`, {
    headers: { cookie: admin, origin: publicUrl },
  });
  expect((await exported.text()).split('\r\n')[1]).toContain(`Lead,,Large,${second}`);
});
