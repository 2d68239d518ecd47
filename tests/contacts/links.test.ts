import { afterEach, beforeEach, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { findPerson } from '../../server/core/people/privacy/queries/erasures.ts';
import { partPersons, type VisitorRow } from '../../server/core/people/links/together.ts';
import { readSecret } from '../../server/core/people/sites/secret.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { findVisitor } from '../../server/core/people/visitors/visitors.ts';
import { verifyEmail } from '../../server/core/people/visitors/writes.ts';
import { postChat } from '../../shared/chat/routes.ts';
import * as contract from '../../shared/contacts/routes.ts';
import { previewSegment } from '../../shared/contacts/segments/routes.ts';
import { listConversations } from '../../shared/core/conversations/routes.ts';
import { postIdentify } from '../../shared/core/people/identityRoutes.ts';
import { erasePerson } from '../../shared/core/people/personalDataRoutes.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';

const [plan, lead, customer] = [1, 2, 3].map((place) => `0190a000-0000-7000-8000-00000000000${place}`) as [
  string,
  string,
  string,
];

let server: TestServer;
let agent: string;
let admin: string;
beforeEach(async () => {
  server = await startTestServer({
    settings: {
      contacts: {
        attributes: [{ id: plan, name: 'Plan', type: 'text', choices: [] }],
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
afterEach(() => server.close());

interface Somebody {
  secret: string;
  id: string;
}

const write = async (
  text: string,
  who: { name?: string; email?: string },
  secret = newSecret(),
): Promise<Somebody> => {
  server.clock.pass(60_000);
  const { status } = await server.call(postChat, {
    secret,
    body: { id: newId(), body: text, language: 'en', ...who } as never,
  });
  expect(status).toBe(200);
  const visitor = await findVisitor(server.ctx, server.site.id, secret);
  return { secret, id: visitor!.id };
};

const signIn = async (sub: string, name: string): Promise<Somebody> => {
  const secret = newSecret();
  const token = await new SignJWT({ sub, name })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(server.clock.now() / 1_000) + 3_600)
    .sign(new TextEncoder().encode((await readSecret(server.ctx, server.site.id)).secret));
  await server.call(postIdentify, { secret, body: { token, language: 'en' } });
  return write(`I am ${name}`, {}, secret);
};

const list = async (query: object = {}) =>
  (await server.call(contract.listContacts, { query: query as never, cookie: agent })).body;
const names = async (query: object = {}) => (await list(query)).contacts.map(({ name }) => name);
const read = async (contact: string) =>
  (await server.call(contract.getContact, { path: { contact }, cookie: agent })).body.contact;
const link = (contact: string, other: string, customers?: boolean, id = newId()) =>
  server.call(contract.putLink, {
    path: { contact, link: id },
    body: { other, ...(customers !== undefined && { customers }) },
    cookie: agent,
  });
const separate = (contact: string, id: string) =>
  server.call(contract.deleteLink, { path: { contact, link: id }, cookie: agent });
const wordsOf = async (contact: string) =>
  (await server.call(contract.getTimeline, { path: { contact }, query: {}, cookie: agent })).body.entries
    .filter(({ kind }) => kind === 'message')
    .map(({ text }) => text);
const inSegment = async (conversations: string) => {
  const { body } = await server.call(previewSegment, {
    cookie: agent,
    body: { purpose: 'look', conditions: [{ name: 'conversations', how: 'is', value: conversations }] },
  });
  return body.contacts.map(({ id }) => id);
};

test('two contacts become one for the team, everywhere, and are separated again with all that each had', async () => {
  const rob = await write('From the phone', { name: 'Rob' });
  const robert = await write('From the office', { name: 'Robert', email: 'robert@mail.test' });
  const set = { path: { contact: rob.id, attribute: plan }, body: { value: 'Small' }, cookie: agent };
  await server.call(contract.putAttribute, set);
  await server.call(contract.putStage, { path: { contact: rob.id }, body: { stage: lead }, cookie: agent });
  const before = [await read(rob.id), await read(robert.id)];

  const seen = await server.call(contract.previewLink, {
    path: { contact: robert.id, other: rob.id },
    cookie: agent,
  });
  expect(seen.body).toMatchObject({
    isSame: false,
    areCustomers: false,
    contact: { name: 'Robert', conversations: 1, values: [] },
    other: { name: 'Rob', conversations: 1, stage: lead, values: [{ attribute: plan, value: 'Small' }] },
  });
  expect(await names()).toEqual(['Robert', 'Rob']);

  const id = newId();
  const linked = await link(robert.id, rob.id, undefined, id);
  expect([linked.status, linked.body.contact.links]).toMatchObject([
    200,
    [{ id, by: { name: 'Ada Agent' }, contacts: [{ name: 'Robert' }, { name: 'Rob' }] }],
  ]);
  // The same again changes nothing.
  expect((await link(robert.id, rob.id)).body.contact.links).toHaveLength(1);
  for (const contact of [rob.id, robert.id]) {
    expect(await wordsOf(contact)).toEqual(['From the office', 'From the phone']);
    expect(await read(contact)).toMatchObject({
      email: 'robert@mail.test',
      open: 2,
      devices: 2,
      values: [{ value: 'Small' }],
      stages: [{ stage: lead }],
    });
  }
  expect((await list()).contacts).toMatchObject([{ id: robert.id, open: 2 }]);
  expect((await list()).total).toBe(1);
  // Found by what either is known by.
  for (const search of ['rob', 'ROBERT@']) expect(await names({ search })).toEqual(['Robert']);
  expect(await names({ group: 'anonymous', open: '1' })).toEqual(['Robert']);
  const exported = await server.request('GET', `/api/inbox/${server.site.id}/contacts/export`, {
    headers: { cookie: admin, origin: publicUrl },
  });
  const rows = (await exported.text()).trim().split('\r\n');
  expect([rows.length, rows[1]]).toEqual([2, expect.stringContaining('2,Lead,Small')]);
  expect(await inSegment('2')).toEqual([robert.id]);
  const person = await findPerson(server.ctx, server.site.id, { visitor: rob.id });
  expect(person?.person.visitors.sort()).toEqual([rob.id, robert.id].sort());

  // Neither visitor sees the other's conversations.
  for (const { secret } of [rob, robert]) {
    const { body } = await server.call(listConversations, { secret });
    expect(body.conversations).toHaveLength(1);
  }

  expect((await separate(newId(), id)).status).toBe(404);
  expect((await separate(rob.id, id)).body.contact.links).toEqual([]);
  expect([await read(rob.id), await read(robert.id)]).toEqual(before);
  expect(await names()).toEqual(['Robert', 'Rob']);
  expect((await inSegment('1')).sort()).toEqual([rob.id, robert.id].sort());
  expect(await inSegment('2')).toEqual([]);
  const audited = await server.ctx.database.raw<{ action: string }>(
    `select distinct action from audit_entries where action like '%links%' order by action`,
    [],
  );
  expect(audited.map(({ action }) => action.split(' ')[0])).toEqual(['DELETE', 'PUT']);
});

test('two customers of the site are linked only where that is said', async () => {
  const one = await signIn('u-1', 'Cleo');
  const two = await signIn('u-2', 'Cleo Twice');
  const { body } = await server.call(contract.previewLink, {
    path: { contact: one.id, other: two.id },
    cookie: agent,
  });
  expect(body.areCustomers).toBe(true);
  expect((await link(one.id, two.id)).body).toMatchObject({ error: { fields: { customers: 'required' } } });
  expect((await link(one.id, two.id, true)).body.contact.customers.sort()).toEqual(['u-1', 'u-2']);
});

test('an erasure of one is of both while they are linked, and of neither’s other after', async () => {
  const anna = await write('Hello from Anna', { name: 'Anna' });
  const second = await write('Anna again', { name: 'Anna B', email: 'anna@mail.test' });
  const third = await write('Not Anna', { name: 'Hannah' });
  await link(anna.id, second.id);
  const apart = newId();
  await link(second.id, third.id, undefined, apart);
  expect(await wordsOf(third.id)).toHaveLength(3);
  await separate(anna.id, apart);
  await server.call(erasePerson, { body: { who: second.id }, cookie: admin });
  await runDueJobs(server.ctx);
  expect(await names()).toEqual(['Hannah']);
  expect(await server.ctx.database.raw('select * from person_links', [])).toEqual([]);
});

test('whoever signs in later brings their links along, and shows of one address need none', async () => {
  const eva = await write('Hi', { name: 'Eva', email: 'eva@mail.test' });
  const other = await write('Hi too', { name: 'Eva at work', email: 'eva@work.test' });
  await link(eva.id, other.id);
  // Somebody who shows the linked contact's address later is that person, too.
  const home = await write('From home', { name: 'Eva at home', email: 'eva@work.test' });
  for (const { id } of [other, home])
    await server.ctx.database.write((tx) => [
      verifyEmail(tx, server.site.id, id, 'eva@work.test', server.clock.now()),
    ]);
  expect(await names()).toEqual(['Eva at home']);
  expect(await wordsOf(eva.id)).toEqual(['From home', 'Hi too', 'Hi']);

  await signIn('u-9', 'Eva Signed');
  const token = await new SignJWT({ sub: 'u-9' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(server.clock.now() / 1_000) + 3_600)
    .sign(new TextEncoder().encode((await readSecret(server.ctx, server.site.id)).secret));
  await server.call(postIdentify, { secret: eva.secret, body: { token, language: 'en' } });
  const [shown, ...more] = (await list()).contacts;
  expect(more).toEqual([]);
  expect((await read(shown!.id)).customers).toEqual(['u-9']);
  expect(await wordsOf(shown!.id)).toHaveLength(4);
});

test('persons are parted over however many steps, whatever the order', () => {
  const row = (id: string, emailKey: string | null, seenAt: number, emailVerifiedAt: number | null = 1) =>
    ({ id, emailKey, seenAt, emailVerifiedAt, emailSigned: false }) as VisitorRow;
  const rows = [row('a', 'x@x', 1), row('b', 'x@x', 3), row('c', null, 2), row('d', 'x@x', 9, null)];
  const parted = (links: [string, string][]) =>
    partPersons(
      rows,
      links.map(([visitorId, otherId]) => ({ visitorId, otherId })),
    ).map((person) => person.map(({ id }) => id).join(''));
  expect(parted([])).toEqual(['ba', 'c', 'd']);
  expect(parted([['c', 'a']])).toEqual(['bca', 'd']);
  expect(
    parted([
      ['d', 'c'],
      ['c', 'b'],
    ]),
  ).toEqual(['dbca']);
});
