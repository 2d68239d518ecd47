import { afterEach, beforeEach, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import { postChat } from '../../shared/chat/routes.ts';
import * as contract from '../../shared/contacts/routes.ts';
import { postIdentify } from '../../shared/core/people/identityRoutes.ts';
import { listInbox } from '../../shared/inbox/routes.ts';
import { readSecret } from '../../server/core/people/sites/secret.ts';
import { findVisitor } from '../../server/core/people/visitors/visitors.ts';
import { erasePerson } from '../../shared/core/people/personalDataRoutes.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';

const plan = '0190a000-0000-7000-8000-000000000002';
const renews = '0190a000-0000-7000-8000-000000000001';
const customer = '0190a000-0000-7000-8000-00000000000b';

let server: TestServer;
let admin: string;
let agent: string;
beforeEach(async () => {
  server = await startTestServer({
    settings: {
      features: { ...defaultSettings().features },
      contacts: {
        attributes: [
          { id: renews, name: 'Renews on', type: 'date', choices: [] },
          { id: plan, name: 'Plan', type: 'choice', choices: ['Small', 'Large'] },
        ],
        stages: [{ id: customer, name: 'Customer' }],
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
afterEach(() => server.close());

const take = async (csv: string, apply = true, cookie = admin) =>
  server.call(contract.postImport, { cookie, body: { csv, apply } });
const taken = async (csv: string, apply = true) => (await take(csv, apply)).body;
const listed = async () => (await server.call(contract.listContacts, { cookie: agent })).body.contacts;
const contactOf = async (email: string) => {
  const { id } = (await listed()).find((one) => one.email === email)!;
  return (await server.call(contract.getContact, { cookie: agent, path: { contact: id } })).body.contact;
};

const table = [
  '\ufeffEmail;Name;Customer ID;Language;Stage;Plan;Renews on;Shoe size',
  'Zoë@visitor.example;Zoë Ng;c-1;de;customer;Large;2027-03-01;38',
  'bo@visitor.example;"Bo; the ""second""";;;;;;',
].join('\r\n');

test('a trial says what would come of a table and changes nothing; then contacts are there with all that was said', async () => {
  const expected = {
    added: 2,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    lines: [],
    columns: {
      taken: ['Email', 'Name', 'Customer ID', 'Language', 'Stage', 'Plan', 'Renews on'],
      ignored: ['Shoe size'],
    },
  };
  expect(await taken(table, false)).toEqual(expected);
  expect(await listed()).toEqual([]);
  expect(await taken(table)).toEqual(expected);
  expect(await contactOf('Zoë@visitor.example')).toMatchObject({
    name: 'Zoë Ng',
    subject: 'c-1',
    emailVerified: false,
    language: 'de',
    values: expect.arrayContaining([
      expect.objectContaining({ attribute: plan, value: 'Large', by: { name: 'Olga Owner', via: null } }),
      expect.objectContaining({ attribute: renews, value: '2027-03-01' }),
    ]),
    stages: [expect.objectContaining({ stage: customer })],
  });
  expect((await contactOf('bo@visitor.example')).name).toBe('Bo; the "second"');
});

test('the same table again changes nothing, another one only what it says otherwise', async () => {
  await taken(table);
  expect(await taken(table)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  // By the customer's ID, whatever the address; what is left empty stays.
  expect(await taken('customer id,email,plan\nc-1,zoe@new.example,Small')).toMatchObject({ changed: 1 });
  const zoe = await contactOf('zoe@new.example');
  expect(zoe).toMatchObject({ name: 'Zoë Ng', subject: 'c-1' });
  expect(zoe.values.find(({ attribute }) => attribute === plan)!.value).toBe('Small');
  expect(zoe.stages).toHaveLength(1);
});

test('our own export comes back unchanged', async () => {
  await taken('email,name\nx@visitor.example,=SUM(1)');
  const path = `/api/inbox/${server.site.id}/contacts/export`;
  const headers = { cookie: admin, origin: publicUrl };
  const csv = await (await server.request('GET', path, { headers })).text();
  expect(csv).toContain("'=SUM(1)");
  expect(await taken(csv)).toMatchObject({ added: 0, changed: 0, unchanged: 1, rejected: 0 });
});

test('lines that are wrong are refused as a whole, each with its place and reason; the others are taken', async () => {
  const reply = await taken(
    [
      'email,customer id,stage,plan,renews on,language,name',
      'no address,,,,,,',
      ',,,,,,Nobody',
      'a@visitor.example,,Partner,,,,',
      'b@visitor.example,,,Huge,,,',
      'c@visitor.example,,,,2027-02-30,,',
      'd@visitor.example,,,,,?!,',
      `e@visitor.example,,,,,,${'n'.repeat(81)}`,
      'f@visitor.example,,,,,,bell \u0007',
      'g@visitor.example,,,,,,',
      'G@visitor.example,,,,,,Again',
    ].join('\n'),
  );
  expect(reply).toMatchObject({ added: 1, rejected: 9 });
  expect(reply.lines.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [2, 'email', 'not_email'],
    [3, null, 'nobody'],
    [4, 'stage', 'no_stage'],
    [5, 'plan', 'not_of_type'],
    [6, 'renews on', 'not_of_type'],
    [7, 'language', 'not_language'],
    [8, 'name', 'too_long'],
    [9, 'name', 'unreadable'],
    [11, null, 'repeated'],
  ]);
  expect((await listed()).map(({ email }) => email)).toEqual(['g@visitor.example']);
});

test('an erased person is not brought back, and two people are never made one', async () => {
  await taken('email,customer id\na@visitor.example,c-1\nb@visitor.example,c-2');
  const { id } = (await listed()).find(({ email }) => email === 'a@visitor.example')!;
  await server.call(erasePerson, { body: { who: id }, cookie: admin });
  await runDueJobs(server.ctx);
  const b = (await listed()).find(({ email }) => email === 'b@visitor.example')!;
  const reply = await taken(`email,customer id,id\na@visitor.example,c-1,\n,c-3,${b.id}`);
  expect(reply.lines.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'erased'],
    [3, 'taken'],
  ]);
  // Another customer at the same address is another person.
  expect(await taken('email,customer id\nb@visitor.example,c-3')).toMatchObject({ added: 1, changed: 0 });
});

test('agents may not import, and what is no table changes nothing', async () => {
  expect((await take(table, true, agent)).status).toBe(403);
  expect(await taken('just a text')).toMatchObject({
    added: 0,
    columns: { taken: [], ignored: ['just a text'] },
  });
  expect(await taken(`email\n"${'x'.repeat(200_000)}`)).toMatchObject({
    added: 0,
    lines: [{ reason: 'unreadable' }],
  });
});

test('a thousand lines are taken in parts', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => `p${index}@visitor.example,Person ${index}`);
  expect(await taken(['email,name', ...rows].join('\n'))).toMatchObject({ added: 1_000, rejected: 0 });
  expect(await taken(['email,name', ...rows].join('\n'))).toMatchObject({ unchanged: 1_000 });
});

test('a customer ID of an import proves nothing: not to the team, not in public; signing in does', async () => {
  const secret = newSecret();
  const write = (body: string) =>
    server.call(postChat, {
      secret,
      body: { id: newId(), body, language: 'en', name: 'Mallory', email: 'victim@visitor.example' },
    });
  await write('I only typed this address');
  expect(
    await taken('email,customer id\nvictim@visitor.example,c-9\nnew@visitor.example,c-10'),
  ).toMatchObject({
    added: 1,
    changed: 1,
  });
  const groups = async (group?: 'verified' | 'imported') =>
    (
      await server.call(contract.listContacts, { cookie: agent, query: group ? { group } : {} })
    ).body.contacts.map((one) => [one.email, one.group]);
  expect(await groups('verified')).toEqual([]);
  expect((await groups('imported')).sort()).toEqual([
    ['new@visitor.example', 'imported'],
    ['victim@visitor.example', 'imported'],
  ]);
  // Whoever typed the address is no customer for that.
  const visitor = await findVisitor(server.ctx, server.site.id, secret);
  expect(visitor?.subject).toBeNull();
  const inbox = await server.call(listInbox, { cookie: agent, query: { view: 'all' } as never });
  expect(inbox.body.conversations[0]?.visitor.verified).toBe(false);
  const sheet = await server.request('GET', `/api/inbox/${server.site.id}/contacts/export`, {
    headers: { cookie: admin, origin: '' },
  });
  expect(await sheet.text()).toContain('new@visitor.example,no,imported,c-10');
  const token = await new SignJWT({ sub: 'c-10', name: 'Nia', email: 'new@visitor.example' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(server.clock.now() / 1_000) + 3_600)
    .sign(new TextEncoder().encode((await readSecret(server.ctx, server.site.id)).secret));
  const own = newSecret();
  const signed = await server.call(postIdentify, { secret: own, body: { token, language: 'en' } });
  expect(signed.body).toEqual({ verified: true });
  expect(await groups('verified')).toEqual([['new@visitor.example', 'verified']]);
  expect((await contactOf('new@visitor.example')).subject).toBe('c-10');
});
