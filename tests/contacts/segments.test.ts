import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { putAttribute, putLink, putStage } from '../../shared/contacts/routes.ts';
import * as contract from '../../shared/contacts/segments/routes.ts';
import { readySegments } from '../../shared/contacts/segments/fields.ts';
import type { SegmentRule } from '../../shared/contacts/segments/schema.ts';
import { postRating } from '../../shared/core/conversations/endRoutes.ts';
import type { AttributeTest } from '../../shared/core/prompts/kinds.ts';
import { fits } from '../../shared/core/prompts/rules.ts';
import { getOverview, patchConversation, postAction, postStaffMessage } from '../../shared/inbox/routes.ts';
import * as nps from '../../shared/nps/routes.ts';
import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { segmentWebhooks } from '../../server/contacts/segments/webhooks.ts';
import { readEventsAfter } from '../../server/core/events/cursors.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { stopMails } from '../../server/core/mail/queries.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { findVisitor } from '../../server/core/people/visitors/visitors.ts';
import { verifyEmail } from '../../server/core/people/visitors/writes.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

const [hour, day] = [3_600_000, 24 * 3_600_000];
const [size, note, lead, lost] = [1, 2, 3, 4].map((place) => `0190a000-0000-7000-8000-00000000000${place}`);

let server: TestServer;
let owner: string;
let agent: string;
beforeEach(async () => {
  server = await startTestServer({
    settings: {
      contacts: {
        attributes: [
          { id: size!, name: 'Size', type: 'number', choices: [] },
          { id: note!, name: 'Note', type: 'text', choices: [] },
        ],
        stages: [
          { id: lead!, name: 'Lead' },
          { id: lost!, name: 'Lost' },
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
  await logIn();
});
afterEach(() => server.close());

const logIn = async (): Promise<void> => {
  owner = await server.logIn('olga@shop.test');
  agent = await server.logIn();
};
const pass = async (time: number): Promise<void> => {
  server.clock.pass(time);
  await logIn();
};

interface Somebody {
  secret: string;
  id: string;
  conversation: string;
}
const write = async (name: string, secret = newSecret(), email?: string): Promise<Somebody> => {
  const conversation = newId();
  const { status } = await server.call(postChat, {
    secret,
    body: { id: conversation, body: `I am ${name}`, language: 'en', name, ...(email && { email }) },
  });
  expect(status).toBe(200);
  const visitor = await findVisitor(server.ctx, server.site.id, secret);
  return { secret, id: visitor!.id, conversation };
};
const answer = async ({ conversation }: Somebody): Promise<void> => {
  const body = { id: newId(), body: 'Sure.', visibility: 'public' as const };
  await server.call(postStaffMessage, { cookie: agent, path: { conversation }, body });
};
const close = async ({ conversation }: Somebody): Promise<void> => {
  const path = { conversation };
  await server.call(patchConversation, { cookie: agent, path, body: { status: 'closed' } });
};
const rate = ({ secret, conversation }: Somebody, rating: 'good' | 'okay' | 'bad') =>
  server.call(postRating, { secret, path: { conversation }, body: { rating } });

const look = async (rule: SegmentRule) => {
  const { status, body } = await server.call(contract.previewSegment, { cookie: agent, body: rule });
  expect([status, status === 200 ? '' : body]).toEqual([200, '']);
  return body;
};
const namesIn = async (conditions: AttributeTest[], purpose: SegmentRule['purpose'] = 'look') => {
  const { count, contacts } = await look({ purpose, conditions });
  expect(count).toBe(contacts.length);
  return contacts.map(({ name }) => name).sort();
};
const ready = (key: string): SegmentRule => {
  const { purpose, conditions } = readySegments.find((one) => one.key === key)!;
  return { purpose, conditions };
};
const is = (name: string, value: string): AttributeTest => ({ name, how: 'is', value });

describe('a segment', () => {
  test('counts who fits now, lists them and says why; as things change, it follows', async () => {
    const ann = await write('Ann');
    const ben = await write('Ben');
    await answer(ann);
    await close(ann);
    await rate(ann, 'bad');
    expect(await namesIn([is('rating', 'bad')])).toEqual(['Ann']);
    expect(await namesIn([is('open', '1')])).toEqual(['Ben']);
    await rate(ann, 'good');
    expect(await namesIn([is('rating', 'bad')])).toEqual([]);
    await pass(30 * hour);
    const { contacts } = await look({
      purpose: 'look',
      conditions: [
        { name: 'waitingHours', how: 'above', value: '24' },
        { name: 'rating', how: 'unknown', value: '' },
      ],
    });
    expect(contacts).toMatchObject([{ id: ben.id, name: 'Ben', open: 1, why: ['30', null] }]);
  });

  test('comes ready-made: unhappy and silent, promoters, asked twice in a week, waiting long, lost', async () => {
    const survey = newId();
    await server.call(nps.putSurvey, {
      cookie: owner,
      path: { survey },
      body: {
        revision: 0,
        draft: {
          name: 'All',
          question: {},
          follow: { promoter: {}, passive: {}, detractor: {} },
          link: '',
          makeRight: false,
          owner: null,
          apartDays: 90,
          rule: { ...defaultRule(), on: true },
        },
      },
    });
    const score = async ({ secret }: Somebody, value: number): Promise<void> => {
      const body = {
        survey,
        score: value,
        text: '',
        language: 'en',
        source: 'page' as const,
        page: '',
      };
      const { status } = await server.call(nps.postAnswer, { secret, path: { response: newId() }, body });
      expect(status).toBe(200);
    };
    const dora = await write('Dora');
    const paul = await write('Paul', newSecret(), 'paul@visitor.example');
    const twice = await write('Twice');
    const bad = await write('Bad');
    await write('Twice', twice.secret);
    for (const one of [dora, paul, bad]) {
      await answer(one);
      await close(one);
    }
    await score(dora, 2);
    await score(paul, 10);
    await rate(bad, 'bad');
    const names = async (key: string) => (await look(ready(key))).contacts.map(({ name }) => name).sort();
    expect(await names('promoters')).toEqual(['Paul']);
    expect(await names('askedTwice')).toEqual(['Twice']);
    expect(await names('unhappySilent')).toEqual([]);
    await pass(20 * day);
    expect(await names('unhappySilent')).toEqual(['Bad', 'Dora']);
    expect(await names('askedTwice')).toEqual([]);
    expect(await names('waiting')).toEqual(['Twice']);
    expect(await names('lost')).toEqual([]);
    await pass(15 * day);
    expect(await names('lost')).toEqual(['Bad']);
  });

  test('speaks the language of prompts: its SQL says what the tests of prompts say of what is known', async () => {
    const values = ['5', '12.5', '-3', '1-2', 'Big', ''];
    const people: { id: string; known: Record<string, string> }[] = [];
    for (const value of values) {
      const one = await write(`N${value}`);
      if (value) {
        const path = { contact: one.id, attribute: note! };
        expect((await server.call(putAttribute, { cookie: agent, path, body: { value } })).status).toBe(200);
      }
      people.push({ id: one.id, known: value ? { [`attribute.${note}`]: value } : {} });
    }
    for (const how of ['is', 'not', 'contains', 'above', 'below', 'known', 'unknown'] as const)
      for (const value of how === 'above' || how === 'below' ? ['4', '-4', '12'] : ['5', 'big', '-', 'Big']) {
        const condition = { name: `attribute.${note}`, how, value };
        const { contacts } = await look({ purpose: 'look', conditions: [condition] });
        const expected = people.filter(({ known }) => fits(condition, known)).map(({ id }) => id);
        expect([how, value, contacts.map(({ id }) => id).sort()]).toEqual([how, value, expected.sort()]);
      }
  });

  test('is one of all browsers of a person, whose address is theirs', async () => {
    const [one, other] = [await write('Zoë', newSecret(), 'zoe@visitor.example'), await write('Zoë 2')];
    const path = { contact: one.id, attribute: note! };
    await server.call(putAttribute, { cookie: agent, path, body: { value: 'gold' } });
    server.clock.pass(1_000);
    await write('Zoë 2', other.secret, 'zoe@visitor.example');
    await server.ctx.database.commit({
      site: server.site.id,
      events: [one, other].map(({ id }) => ({ kind: 'visitor.changed', visitor: id, subject: id })),
      write: (tx) =>
        [one, other].map(({ id }) =>
          verifyEmail(tx, server.site.id, id, 'zoe@visitor.example', server.clock.now()),
        ),
    });
    const { count, contacts } = await look({
      purpose: 'look',
      conditions: [is(`attribute.${note}`, 'gold'), { name: 'conversations', how: 'above', value: '1' }],
    });
    expect([count, contacts.length]).toEqual([1, 1]);
    expect(contacts[0]?.why[0]).toBe('gold');
  });

  test('is saved by the team, exported by admins, and refused where a test makes no sense', async () => {
    await write('=Ann');
    const segment = newId();
    const draft = { name: 'Open', purpose: 'look' as const, conditions: [is('open', '1')] };
    const put = (body: object, id = segment) =>
      server.call(contract.putSegment, { cookie: agent, path: { segment: id }, body: body as never });
    expect((await put(draft)).body).toEqual({
      id: segment,
      ...draft,
      watched: false,
      notify: { people: [], teams: [] },
    });
    for (const wrong of [
      is('height', '1'),
      is('open', 'many'),
      { name: 'stage', how: 'above', value: '1' },
      { name: 'attribute.x', how: 'known', value: '' },
    ])
      expect((await put({ ...draft, conditions: [wrong] })).status).toBe(400);
    expect((await put(draft, readySegments[0]!.id)).status).toBe(409);
    const file = (cookie: string, id = segment) =>
      server.request('GET', `/api/inbox/${server.site.id}/segments/${id}/export`, {
        headers: { cookie, origin: '' },
      });
    expect((await file(agent)).status).toBe(403);
    expect(await (await file(owner)).text()).toContain("'=Ann");
    expect((await file(owner, newId())).status).toBe(404);
    expect((await server.call(contract.listSegments, { cookie: agent })).body.segments).toHaveLength(1);
    await server.call(contract.deleteSegment, { cookie: agent, path: { segment } });
    expect((await server.call(contract.listSegments, { cookie: agent })).body.segments).toEqual([]);
  });
});

describe('who said no', () => {
  test('to calls or emails is in no list for them, by staff’s word or their own unsubscribing', async () => {
    const ann = await write('Ann', newSecret(), 'ann@visitor.example');
    await write('Bo');
    const open = [is('open', '1')];
    expect(await namesIn(open, 'call')).toEqual(['Ann', 'Bo']);
    // Whoever has no address can't be written to.
    expect(await namesIn(open, 'mail')).toEqual(['Ann']);
    await stopMails(server.ctx, server.site.id, 'ann@visitor.example');
    expect(await namesIn(open, 'mail')).toEqual([]);
    const path = { contact: ann.id };
    expect((await server.call(contract.getPermissions, { cookie: agent, path })).body).toEqual({
      calls: true,
      mails: false,
    });
    const body = { calls: false, mails: true };
    expect((await server.call(contract.putPermissions, { cookie: agent, path, body })).body).toEqual({
      calls: false,
      mails: false,
    });
    expect(await namesIn(open, 'call')).toEqual(['Bo']);
    expect(await namesIn(open)).toEqual(['Ann', 'Bo']);
  });
});

describe('a list of calls', () => {
  const rule: SegmentRule = { purpose: 'look', conditions: [is('open', '1')] };
  const make = (id: string) =>
    server.call(contract.makeCallList, {
      cookie: agent,
      body: { id, rule, name: 'Say sorry', text: 'Coupon SORRY10' },
    });
  const calls = async () => (await server.call(contract.listCallList, { cookie: agent })).body.calls;
  const say = (call: string, outcome: 'reached' | 'no_answer' | 'declined') =>
    server.call(contract.putOutcome, { cookie: agent, path: { call }, body: { outcome, note: 'At work' } });

  test('is made once, worked through with outcomes, and whoever declines is called no more', async () => {
    for (const name of ['Ann', 'Bo', 'Cleo']) await write(name);
    const id = newId();
    expect((await make(id)).body).toEqual({ calls: 3 });
    expect((await make(id)).body).toEqual({ calls: 3 });
    const listed = await calls();
    expect(listed.map(({ contact, text }) => [contact.name, text])).toHaveLength(3);
    expect(listed[0]).toMatchObject({ list: 'Say sorry', text: 'Coupon SORRY10', outcome: null });
    const [first, second, third] = listed;
    await say(first!.id, 'reached');
    await say(second!.id, 'no_answer');
    await say(third!.id, 'declined');
    expect(await calls()).toMatchObject([{ id: second!.id, outcome: 'no_answer', note: 'At work' }]);
    expect(await namesIn(rule.conditions, 'call')).not.toContain(third!.contact.name);
    expect((await make(newId())).body).toEqual({ calls: 2 });
  });

  test('sets stages of all at once', async () => {
    const ann = await write('Ann');
    await write('Bo');
    const path = { contact: ann.id };
    await server.call(putStage, { cookie: agent, path, body: { stage: lost! } });
    const body = { rule, stage: lost! };
    const set = () => server.call(contract.stageSegment, { cookie: agent, body });
    expect((await set()).body).toEqual({ changed: 1 });
    expect((await set()).body).toEqual({ changed: 0 });
    expect(await namesIn([is('stage', lost!)])).toEqual(['Ann', 'Bo']);
    const unknown = await server.call(contract.stageSegment, {
      cookie: agent,
      body: { rule, stage: newId() },
    });
    expect(unknown.status).toBe(400);
  });
});

describe('groups, watching and actions', () => {
  test('“or” takes whoever fits one group, and says which', async () => {
    const ann = await write('Ann');
    await write('Ben');
    const cleo = await write('Cleo');
    await rate(ann, 'bad');
    await rate(cleo, 'good');
    const rule: SegmentRule = {
      purpose: 'look',
      conditions: [is('rating', 'bad')],
      alternatives: [[is('rating', 'good'), is('open', '1')]],
    };
    const { count, contacts } = await look(rule);
    expect(count).toBe(2);
    const shown = contacts.map(({ name, group, why }) => [name, group, why]);
    expect(shown.sort()).toEqual([
      ['Ann', 0, ['bad']],
      ['Cleo', 1, ['good', '1']],
    ]);
    const segment = newId();
    const saved = await server.call(contract.putSegment, {
      cookie: agent,
      path: { segment },
      body: { name: 'Rated', ...rule },
    });
    expect(saved.body).toMatchObject({ ...rule, watched: false });
    const { body } = await server.call(contract.listSegments, { cookie: agent });
    expect(body.segments).toMatchObject([{ id: segment, ...rule }]);
    const empty = { ...rule, alternatives: [[]] };
    expect((await server.call(contract.previewSegment, { cookie: agent, body: empty })).status).toBe(400);
  });

  test('open conversations of everyone in it are listed for one action, of all who were linked', async () => {
    const ann = await write('Ann');
    const ben = await write('Ben');
    const cleo = await write('Cleo');
    await rate(ann, 'bad');
    await server.call(putLink, {
      cookie: agent,
      path: { contact: ann.id, link: newId() },
      body: { other: ben.id },
    });
    await close(cleo);
    const rule: SegmentRule = { purpose: 'look', conditions: [is('rating', 'bad')] };
    const { body } = await server.call(contract.listOpen, { cookie: agent, body: { rule } });
    expect(body.isMore).toBe(false);
    expect(body.conversations.sort()).toEqual([ann.conversation, ben.conversation].sort());
    const [assignee] = (await server.call(getOverview, { cookie: agent })).body.people;
    const acted = await server.call(postAction, {
      cookie: agent,
      body: { id: newId(), conversations: body.conversations, change: { assignee: assignee!.id } },
    });
    expect(acted.body.conversations.map(({ assignee: to }) => to?.id)).toEqual([assignee!.id, assignee!.id]);
  });

  test('programs are told once of each entry into a watched segment, and not of who was there', async () => {
    const [ann, ben] = [await write('Ann'), await write('Ben')];
    await rate(ann, 'bad');
    const segment = newId();
    await server.call(contract.putSegment, {
      cookie: agent,
      path: { segment },
      body: { name: 'Unhappy', purpose: 'look', conditions: [is('rating', 'bad')], watched: true },
    });
    const entered = async (): Promise<string[]> => {
      await pass(hour);
      await runDueJobs(server.ctx);
      const rows = await server.ctx.database.raw<{ visitor_id: string; subject_id: string }>(
        `select visitor_id, subject_id from events where kind = 'segment.entered' order by seq`,
        [],
      );
      expect(rows.every(({ subject_id }) => subject_id === segment)).toBe(true);
      return rows.map(({ visitor_id }) => visitor_id);
    };
    expect(await entered()).toEqual([]);
    await rate(ben, 'bad');
    expect(await entered()).toEqual([ben.id]);
    expect(await entered()).toEqual([ben.id]);
    await rate(ben, 'good');
    expect(await entered()).toEqual([ben.id]);
    await rate(ben, 'bad');
    expect(await entered()).toEqual([ben.id, ben.id]);
    const events = await readEventsAfter(server.ctx.database, server.site.id, 0, 500);
    const told = await segmentWebhooks.read(server.ctx, server.site.id, events);
    expect(told.map(({ type, data }) => [type, data])).toMatchObject([
      ['segment.entered', { segment: { name: 'Unhappy' }, contact: { name: 'Ben' } }],
      ['segment.entered', { segment: { name: 'Unhappy' }, contact: { name: 'Ben' } }],
    ]);
    await server.call(contract.deleteSegment, { cookie: agent, path: { segment } });
    await rate(ann, 'good');
    expect(await entered()).toHaveLength(2);
    expect(await server.ctx.database.raw('select * from segment_members', [])).toEqual([]);
  });
});
