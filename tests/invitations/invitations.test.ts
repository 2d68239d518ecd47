import { afterEach, beforeEach, expect, test } from 'vitest';
import { postPresence } from '../../shared/core/people/presenceRoutes.ts';
import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { listPrompts } from '../../shared/core/prompts/routes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import * as contract from '../../shared/invitations/routes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { newId, password, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let cookie: string;
let agent: string;
beforeEach(async () => {
  server = await startTestServer();
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'admin',
  });
  cookie = await server.logIn('olga@shop.test');
  agent = await server.logIn();
});
afterEach(() => server.close());

const draft = (more: Partial<contract.InvitationDraft> = {}): contract.InvitationDraft => ({
  name: 'Pricing',
  from: null,
  opens: 'chat',
  texts: {
    en: { text: 'Unsure which plan fits?', action: 'Chat with us' },
    de: { text: 'Unsicher, welcher Tarif passt?', action: 'Chat beginnen' },
  },
  rule: { ...defaultRule(), on: true },
  ...more,
});
const put = (invitation: string, revision: number, given = draft(), by = cookie) =>
  server.call(contract.putInvitation, { path: { invitation }, body: { revision, draft: given }, cookie: by });
const read = async (invitation: string, language = 'en') =>
  (await server.call(contract.getInvitation, { path: { invitation }, query: { language } })).body.invitation;
const rules = async () => (await server.call(getSettings)).body.prompts?.rules ?? [];

test('an admin writes one, browsers get its rule without a word, and visitors read it in their language', async () => {
  const id = newId();
  expect((await put(id, 0, draft(), agent)).status).toBe(403);
  const { status, body } = await put(id, 0);
  expect(status).toBe(200);
  expect(body.invitation).toMatchObject({ revision: 1, counts: { shown: 0 }, lift: null });
  const [rule] = await rules();
  expect(rule).toMatchObject({ id, kind: 'invitation', conditions: { languages: ['en', 'de'] } });
  expect(JSON.stringify(rule)).not.toContain('Unsure');
  expect(await read(id)).toEqual({
    from: 'Shop',
    text: 'Unsure which plan fits?',
    action: 'Chat with us',
    opens: 'chat',
  });
  expect((await read(id, 'de-AT'))?.action).toBe('Chat beginnen');
  expect(await read(id, 'fr')).toBeNull();
  const { body: list } = await server.call(listPrompts, { cookie: agent });
  expect(list.prompts.map(({ name }) => name)).toEqual(['Pricing']);
});

test('what is off, taken away, or leads to what is off, is not shown', async () => {
  const id = newId();
  await put(id, 0, draft({ rule: defaultRule() }));
  expect(await rules()).toEqual([]);
  expect(await read(id)).toBeNull();
  await put(id, 1, draft({ opens: 'callback' }));
  expect(await rules()).toHaveLength(1);
  expect(await read(id)).toBeNull();
  await put(id, 2);
  expect(await read(id)).not.toBeNull();
  const gone = await server.call(contract.deleteInvitation, {
    path: { invitation: id },
    body: { revision: 3 },
    cookie,
  });
  expect(gone.status).toBe(200);
  expect(await read(id)).toBeNull();
  expect(await rules()).toEqual([]);
});

test('one that asks for somebody with room comes only while there is one', async () => {
  const id = newId();
  await put(id, 0, draft({ rule: { ...defaultRule(), on: true, conditions: { online: true } } }));
  expect(await read(id)).toBeNull();
  await server.call(postPresence, { body: { state: 'online' }, cookie: agent });
  expect(await read(id)).not.toBeNull();
});

test('it is signed by who is on the site, by their first name', async () => {
  const id = newId();
  const people = await server.call(contract.listInvitations, { cookie });
  expect(people.status).toBe(200);
  expect((await put(id, 0, draft({ from: newId() }))).status).toBe(400);
  const { body } = (await (
    await server.request('GET', `/api/inbox/${server.site.id}/people`, {
      headers: { cookie, origin: server.ctx.config.publicUrl },
    })
  )
    .json()
    .then((reply) => ({ body: reply }))) as { body: { people: { id: string; name: string }[] } };
  const ada = body.people.find(({ name }) => name.startsWith('Ada'))!;
  expect((await put(id, 0, draft({ from: ada.id }))).status).toBe(200);
  expect((await read(id))?.from).toBe('Ada');
});

test('who wrote on an older one is told, and nothing is lost', async () => {
  const id = newId();
  await put(id, 0);
  await put(id, 1, draft({ name: 'Faster' }));
  const late = await put(id, 1, draft({ name: 'Slower' }));
  expect(late.status).toBe(409);
  expect((late.body as unknown as { error: { current: { name: string } } }).error.current.name).toBe(
    'Faster',
  );
});

test('an expression that may take long in a visitor’s browser is refused, by its field', async () => {
  const refused = async (value: string) => {
    const rule = { ...defaultRule(), on: true, conditions: { pages: [{ how: 'regex' as const, value }] } };
    const { status, body } = await put(newId(), 0, draft({ rule }));
    return [status, (body as unknown as { error?: { fields: unknown } }).error?.fields];
  };
  const field = { 'draft.rule.conditions.pages.0.value': 'not_allowed' };
  expect(await refused('(a+)+$')).toEqual([400, field]);
  expect(await refused('.*a.*b')).toEqual([400, field]);
  expect(await refused('(')).toEqual([400, field]);
  expect(await refused('/docs/[a-z-]+$')).toEqual([200, undefined]);
});

test.each([
  [{ name: '' }, 'name'],
  [{ texts: {} }, 'texts'],
  [{ texts: { en: { text: ' ', action: 'Go' } } }, 'texts.en.text'],
  [{ rule: { ...defaultRule(), sample: 101 } }, 'rule.sample'],
  [{ rule: { ...defaultRule(), conditions: { scroll: 0 } } }, 'rule.conditions.scroll'],
])('what cannot be is refused by its field: %j', async (more, field) => {
  const { status, body } = await put(newId(), 0, draft(more as never));
  expect(status).toBe(400);
  expect(Object.keys((body as unknown as { error: { fields: object } }).error.fields)).toEqual([
    `draft.${field}`,
  ]);
});
