import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importEntry } from '../../server/ask/importFaq.ts';
import { learnablePhrase, maxLearned, overflow, tuneFloor } from '../../server/ask/learningRules.ts';
import { findBySource } from '../../server/ask/queries/answers.ts';
import { floorsOf } from '../../server/ask/suggestions.ts';
import { fingerprint } from '../../server/core/people/secrets.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { getSuggestions, postQuestion, postSuggestionEvent } from '../../shared/ask/routes.ts';
import * as staff from '../../shared/ask/staffRoutes.ts';
import { newId, newSecret, password, question, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const add = (source: string, title: string) =>
  importEntry(
    server.ctx,
    server.site,
    { id: source, title, details: '', answer: 'See there.', language: 'en', category: null, phrasings: [] },
    false,
  );

/** Imports questions. @returns their ids, by source */
const addAll = async (given: Record<string, string>): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const [source, title] of Object.entries(given)) {
    await add(source, title);
    const row = await findBySource(server.ctx, server.site.id, fingerprint('faq', source));
    found[source] = row!.id;
  }
  return found;
};

const settle = () => server.ctx.search.settled(server.site.id);
const find = async (q: string) => {
  await settle();
  return (await server.call(getSuggestions, { query: { q } })).body.suggestions.map((item) => item.id);
};
const say = (
  kind: 'solved' | 'not_quite',
  id: string,
  query: string,
  from: { address?: string; session?: string; secret?: string } = {},
) =>
  server.call(postSuggestionEvent, {
    body: { id: newId(), session: from.session ?? newId(), kind, question: id, query, language: 'en' },
    ...(from.address && { address: from.address }),
    ...(from.secret && { headers: { authorization: `Bearer ${from.secret}` } }),
  });
const phrasingsOf = async (id: string, cookie: string) =>
  (await server.call(staff.listPhrasings, { path: { question: id }, cookie })).body.phrasings;

const asAdmin = async (): Promise<string> => {
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'owner@shop.test',
    name: 'Olga Owner',
    password,
    role: 'admin',
  });
  return server.logIn('owner@shop.test');
};

describe('words that led to an answer', () => {
  test('lead there again once two people agree, and can be forgotten by staff', async () => {
    const { a } = await addAll({ a: 'Can I return a bag?', b: 'Where is my invoice?' });
    const cookie = await server.logIn();
    expect(await find('zipper tore apart')).toEqual([]);
    await say('solved', a!, 'Zipper tore apart!', { address: '198.51.100.1' });
    expect(await phrasingsOf(a!, cookie)).toEqual([]);
    await say('solved', a!, 'zipper  tore apart', { address: '198.51.100.2' });
    expect(await phrasingsOf(a!, cookie)).toMatchObject([
      { text: 'zipper  tore apart', source: 'learned', agreed: 2 },
    ]);
    expect(await find('zipper tore apart')).toEqual([a]);
    const [learned] = await phrasingsOf(a!, cookie);
    await server.call(staff.deletePhrasing, { path: { phrasing: learned!.id }, cookie });
    expect(await find('zipper tore apart')).toEqual([]);
  });

  test('are not learned from one address, however many sessions it makes', async () => {
    const { a } = await addAll({ a: 'Can I return a bag?' });
    for (let count = 0; count < 5; count++) await say('solved', a!, 'cheap watches here');
    expect(await phrasingsOf(a!, await server.logIn())).toEqual([]);
  });

  test('are learned at once from a visitor whom the site knows, a few of them', async () => {
    const { a } = await addAll({ a: 'Can I return a bag?' });
    const secret = newSecret();
    await server.call(postQuestion, { body: question(), secret });
    for (let count = 0; count < 8; count++)
      await say('solved', a!, `zipper number ${'abcdefgh'[count]} tore`, { secret });
    expect(await phrasingsOf(a!, await server.logIn())).toHaveLength(5);
    await say('solved', a!, 'zipper by a stranger', { secret: newSecret() });
    expect(await phrasingsOf(a!, await server.logIn())).toHaveLength(5);
  });

  test('are forgotten when as many people say that it was not quite that', async () => {
    const { a } = await addAll({ a: 'Can I return a bag?' });
    const cookie = await server.logIn();
    for (const address of ['198.51.100.1', '198.51.100.2'])
      await say('solved', a!, 'zipper tore apart', { address });
    for (let count = 0; count < 3; count++)
      await say('not_quite', a!, 'zipper tore apart', { address: '198.51.100.3' });
    expect(await phrasingsOf(a!, cookie)).toMatchObject([{ agreed: 1 }]);
    await say('not_quite', a!, 'zipper tore apart', { address: '198.51.100.4' });
    expect(await phrasingsOf(a!, cookie)).toEqual([]);
    expect(await find('zipper tore apart')).toEqual([]);
  });

  test.each([
    'see https://spam.test now',
    'buy at spam.test today',
    'mail me a@b.test',
    'call +49 30 1234 56',
    'order 123456 lost',
    'bag',
    'x y',
    'w '.repeat(100),
  ])('are refused when they could be an address, a number, or too little: %s', (text) =>
    expect(learnablePhrase(text)).toBeNull(),
  );

  test('are kept up to twenty a question; what came with the question always stays', () => {
    const rows = Array.from({ length: 25 }, (_, number) => ({
      id: number,
      source: number === 24 ? 'import' : 'learned',
    }));
    expect(overflow(rows).map((row) => row.id)).toEqual(
      Array.from({ length: 24 - maxLearned }, (_, number) => maxLearned + number),
    );
  });
});

describe('a question linked as a duplicate', () => {
  test('leads to the other’s answer until it is unlinked', async () => {
    const { a, b } = await addAll({
      a: 'Can I return a bag?',
      b: 'Zipper tore apart',
      c: 'Where is my invoice?',
    });
    const cookie = await server.logIn();
    const linked = await server.call(staff.linkDuplicate, {
      path: { question: b! },
      cookie,
      body: { of: a! },
    });
    expect(linked.body).toEqual({ duplicateOf: a, duplicates: [] });
    expect(await find('zipper tore apart')).toEqual([a]);
    const other = await server.call(staff.getDuplicates, { path: { question: a! }, cookie });
    expect(other.body.duplicates).toEqual([{ id: b, title: 'Zipper tore apart' }]);
    const unlinked = await server.call(staff.unlinkDuplicate, { path: { question: b! }, cookie });
    expect(unlinked.body.duplicateOf).toBeNull();
    expect(await find('zipper tore apart')).toEqual([b]);
  });

  test('takes its own duplicates along, and never makes a circle', async () => {
    const { a, b, c } = await addAll({
      a: 'Can I return a bag?',
      b: 'Zipper tore apart',
      c: 'Seam ripped open',
    });
    const cookie = await server.logIn();
    const link = (id: string, of: string) =>
      server.call(staff.linkDuplicate, { path: { question: id }, cookie, body: { of } });
    await link(c!, b!);
    await link(b!, a!);
    expect(await find('seam ripped open')).toEqual([a]);
    expect((await link(a!, c!)).status).toBe(400);
    expect((await link(a!, a!)).status).toBe(400);
    expect((await link(a!, newId())).status).toBe(400);
  });
});

describe('the owner’s say', () => {
  test('a synonym finds what only its fellow finds', async () => {
    const { a } = await addAll({ a: 'How heavy is the bicycle?', b: 'Where is my invoice?' });
    const cookie = await asAdmin();
    expect(await find('my velocipede')).toEqual([]);
    const id = newId();
    await server.call(staff.postSynonym, { cookie, body: { id, words: ['velocipede', 'bicycle'] } });
    expect(await find('heavy velocipede')).toEqual([a]);
    // In another form, with a typing error, and while it is still typed.
    for (const text of ['heavy velocipedes', 'heavy velocpiede', 'heavy veloci'])
      expect(await find(text)).toEqual([a]);
    expect(
      (await server.call(staff.getSearchExplanation, { cookie, query: { q: 'heavy velocipede' } })).body
        .alternatives,
    ).toEqual(['heavy bicycle']);
    expect((await server.call(staff.deleteSynonym, { path: { synonym: id }, cookie })).body.synonyms).toEqual(
      [],
    );
  });

  test('a pin puts a question first for what contains its phrase, and nothing else', async () => {
    const { a, b } = await addAll({ a: 'Can I return a bag?', b: 'When are you open at Christmas?' });
    const cookie = await asAdmin();
    const id = newId();
    const pinned = await server.call(staff.postPin, { cookie, body: { id, phrase: 'Return', question: b! } });
    expect(pinned.body.pins).toEqual([
      { id, phrase: 'Return', question: b, title: 'When are you open at Christmas?', isPublic: true },
    ]);
    expect(await find('can I return a bag')).toEqual([b, a]);
    const why = await server.call(staff.getSearchExplanation, { cookie, query: { q: 'can I retrun a bag' } });
    expect(why.body.results[0]).toMatchObject({ question: b, verdict: 'pinned', pinnedFor: 'Return' });
    // In any form, with a typing error, and while it is still typed; another word is another word.
    for (const text of ['can I be returning it', 'can I retrun it', 'can I retur'])
      expect(await find(text)).toContain(b);
    expect(await find('can I retire a bag')).not.toContain(b);
    await server.call(staff.deletePin, { path: { pin: id }, cookie });
    expect(await find('can I return a bag')).toEqual([a]);
  });

  test('can be changed: the same id again is the same synonym or pin, with what it says now', async () => {
    const { a, b } = await addAll({ a: 'How heavy is the bicycle?', b: 'When are you open at Christmas?' });
    const cookie = await asAdmin();
    const [synonym, pin] = [newId(), newId()];
    const words = (given: string[]) =>
      server.call(staff.postSynonym, { cookie, body: { id: synonym, words: given } });
    const readAs = async () =>
      (await server.call(staff.getSearchExplanation, { cookie, query: { q: 'heavy velocipede' } })).body
        .alternatives;
    await settle();
    await words(['velocipede', 'bike']);
    expect(await readAs()).toEqual(['heavy bike']);
    expect((await words(['velocipede', 'bicycle'])).body.synonyms).toEqual([
      { id: synonym, words: ['velocipede', 'bicycle'] },
    ]);
    expect(await readAs()).toEqual(['heavy bicycle']);
    const pinTo = (phrase: string, of: string) =>
      server.call(staff.postPin, { cookie, body: { id: pin, phrase, question: of } });
    await pinTo('invoice', a!);
    expect((await pinTo('voucher', b!)).body.pins).toMatchObject([{ phrase: 'voucher', question: b }]);
    expect(await find('invoice')).toEqual([]);
    expect(await find('voucher')).toEqual([b]);
  });

  test('is for admins: agents are refused', async () => {
    const cookie = await server.logIn();
    const body = { id: newId(), words: ['one', 'other'] };
    expect((await server.call(staff.postSynonym, { cookie, body })).status).toBe(403);
    expect((await server.call(staff.listPins, { cookie })).status).toBe(403);
  });

  test('a text’s explanation says which words met, how sure it is, and why something is not shown', async () => {
    const { a } = await addAll({ a: 'Can I return a bag?', b: 'Where is my bag of invoices kept?' });
    await settle();
    const cookie = await server.logIn();
    const { body } = await server.call(staff.getSearchExplanation, { cookie, query: { q: 'retrun a bag' } });
    expect(body).toMatchObject({ floor: 0.5, from: 'index', alternatives: [] });
    expect(body.results[0]).toMatchObject({ question: a, phrasing: 'Can I return a bag?', verdict: 'shown' });
    expect(body.results[0]!.words.find((word) => word.found === 'return')!.query).toBe('retrun');
    expect(body.results.slice(1).every((result) => result.verdict === 'below_floor')).toBe(true);
  });
});

test('a text typed on another keyboard says how it was read', async () => {
  const { a } = await addAll({ a: 'Как изменить пароль?', b: 'Where is my invoice?' });
  await settle();
  const cookie = await server.logIn();
  const { body } = await server.call(staff.getSearchExplanation, { cookie, query: { q: 'bpvtybnm gfhjkm' } });
  expect(body.results[0]).toMatchObject({ question: a, verdict: 'shown', readAs: 'изменить пароль' });
});

describe('the floor', () => {
  const many = (value: number, count = 20) =>
    Array.from({ length: count }, (_, place) => value + place / 1000);

  test('goes up to where what could not help is hidden, and stays where nine of ten that helped are shown', () => {
    expect(tuneFloor({ sessions: 60, accepted: many(0.7), ignored: many(0.5) }, 0.5)).toBeCloseTo(0.52, 2);
    expect(tuneFloor({ sessions: 60, accepted: many(0.4), ignored: many(0.6) }, 0.5)).toBeLessThanOrEqual(
      0.4,
    );
  });

  test('stays near the owner’s caution, and as it is where there is too little to tell', () => {
    expect(tuneFloor({ sessions: 60, accepted: many(0.95), ignored: many(0.9) }, 0.5)).toBeLessThanOrEqual(
      0.65,
    );
    expect(tuneFloor({ sessions: 60, accepted: many(0.1), ignored: many(0.1) }, 0.5)).toBe(0.35);
    expect(tuneFloor({ sessions: 49, accepted: many(0.9), ignored: many(0.4) }, 0.5)).toBeNull();
    expect(tuneFloor({ sessions: 60, accepted: [0.9], ignored: many(0.4) }, 0.5)).toBeNull();
  });

  test('of a site follows what its visitors accepted and asked after all; the owner’s caution is where it starts', async () => {
    const { a } = await addAll({ a: 'Can I return a bag?', b: 'Where is my invoice?' });
    await settle();
    const floors = floorsOf(server.ctx);
    expect(await floors.tune(server.site)).toBe(0.5);
    for (let count = 0; count < 55; count++) {
      const address = `198.51.100.${count}`;
      if (count % 2)
        await say('solved', a!, count % 4 === 1 ? 'please can I return this bag' : 'how to return a bag', {
          address,
        });
      else {
        const asked = { ...question({ title: 'is there a bag for my lamp' }), session: newId() };
        await server.call(postQuestion, { body: asked, secret: newSecret(), address });
      }
    }
    const tuned = await floors.tune(server.site);
    expect(Math.abs(tuned - 0.5)).toBeLessThanOrEqual(0.151);
    expect(floors.of(server.site)).toBe(tuned);
    const careful = { ...server.site.settings, suggestionCaution: 'careful' as const };
    expect(floors.of({ ...server.site, settings: careful })).toBe(0.7);
  });
});

test('all links and all learned phrasings are listed, with what they lead to', async () => {
  const { a, b } = await addAll({ a: 'Can I return a bag?', b: 'May I send a bag back?' });
  const cookie = await server.logIn();
  await server.call(staff.linkDuplicate, { path: { question: b! }, cookie, body: { of: a! } });
  for (const address of ['198.51.100.1', '198.51.100.2'])
    await say('solved', a!, 'zipper tore apart', { address });
  expect((await server.call(staff.listDuplicateLinks, { cookie })).body.links).toEqual([
    { question: b, title: 'May I send a bag back?', of: a, ofTitle: 'Can I return a bag?' },
  ]);
  expect((await server.call(staff.listLearnedPhrasings, { cookie })).body.phrasings).toMatchObject([
    { text: 'zipper tore apart', question: a, title: 'Can I return a bag?', agreed: 2 },
  ]);
});

describe('searches that found nothing', () => {
  const send = (title: string, session = newId()) =>
    server.call(postQuestion, { secret: newSecret(), body: { ...question({ title }), session } });
  const list = async (cookie: string) =>
    (await server.call(staff.listEmptySearches, { cookie })).body.searches;

  test('are listed with how many sent them, until they find something', async () => {
    const { a } = await addAll({ a: 'Can I return a bag?' });
    const cookie = await asAdmin();
    await send('Do you repair zippers?');
    await send('do you repair zippers');
    await send('Is there a gift card?');
    // Who was shown something and asked all the same searched for something else.
    const session = newId();
    await server.call(postSuggestionEvent, {
      body: { id: newId(), session, kind: 'shown', question: a!, query: 'lost my umbrella', language: 'en' },
    });
    await send('I lost my umbrella', session);
    await settle();
    expect(await list(cookie)).toMatchObject([
      { text: 'do you repair zippers', people: 2 },
      { text: 'Is there a gift card?', people: 1 },
    ]);
    await server.call(staff.postPin, { cookie, body: { id: newId(), phrase: 'zippers', question: a! } });
    expect((await list(cookie)).map(({ text }) => text)).toEqual(['Is there a gift card?']);
  });

  test('are dismissed until somebody sends them again', async () => {
    const cookie = await asAdmin();
    await send('Is there a gift card?');
    const { body } = await server.call(staff.dismissEmptySearch, {
      cookie,
      body: { text: 'is there a GIFT card' },
    });
    expect(body.searches).toEqual([]);
    server.clock.pass(1_000);
    await send('Is there a gift card?');
    expect(await list(cookie)).toMatchObject([{ text: 'Is there a gift card?', people: 1 }]);
  });

  test('are for admins', async () => {
    const cookie = await server.logIn();
    expect((await server.call(staff.listEmptySearches, { cookie })).status).toBe(403);
    expect((await server.call(staff.dismissEmptySearch, { cookie, body: { text: 'x' } })).status).toBe(403);
  });
});
