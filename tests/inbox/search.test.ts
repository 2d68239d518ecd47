import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postQuestion } from '../../shared/ask/routes.ts';
import { postMessage } from '../../shared/core/conversations/routes.ts';
import * as inbox from '../../shared/inbox/routes.ts';
import { messages } from '../../server/core/conversations/tables.ts';
import { readLogs } from '../../server/core/jobs/reader.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { visitors } from '../../server/core/people/visitors/tables.ts';
import { newId, newSecret, question, startTestServer, type TestServer } from '../helpers/server.ts';

const day = 24 * 3_600_000;
let server: TestServer;
let cookie: string;
beforeEach(async () => {
  server = await startTestServer();
  cookie = await server.logIn();
});
afterEach(() => server.close());

const open = async (title: string, more: object = {}) => {
  const secret = newSecret();
  const { body } = await server.call(postQuestion, { body: question({ title, ...more }), secret });
  return { id: body.conversation.id, secret };
};
const search = async (q: string) => {
  // What the server does every second.
  await readLogs(server.ctx);
  return (await server.call(inbox.searchInbox, { cookie, query: { q } })).body.results;
};
const subjects = async (q: string) => (await search(q)).map(({ conversation }) => conversation.subject);
const marked = (text: string, ranges: { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));

describe('a search', () => {
  test('finds beginnings of words in any message, the newest first, and marks them', async () => {
    const first = await open('My parcel');
    await server.call(postMessage, {
      path: { conversation: first.id },
      secret: first.secret,
      body: { id: newId(), body: 'It is about the **refunded** deposit, you know' },
    });
    server.clock.pass(1_000);
    await open('Refunds take how long?');
    const results = await search('refund');
    expect(results.map(({ conversation }) => conversation.subject)).toEqual([
      'Refunds take how long?',
      'My parcel',
    ]);
    const { excerpt } = results[1]!;
    expect(excerpt!.text).toBe('It is about the refunded deposit, you know');
    expect(marked(excerpt!.text, excerpt!.matches)).toEqual(['refunded']);
    expect(marked('Refunds take how long?', results[0]!.subject)).toEqual(['Refunds']);
    // Long words are looked up by their beginnings, and read to the end.
    expect(await subjects('refunded')).toEqual(['My parcel']);
    expect(await subjects('refundable')).toEqual([]);
    // Every word has to be there.
    expect(await subjects('refund deposit')).toEqual(['My parcel']);
    expect(await subjects('refund bicycle')).toEqual([]);
  });

  test('finds names and addresses, those that came later too', async () => {
    await open('One', { name: 'Zoë Müller', email: 'zoe@example.com' });
    const other = await open('Two');
    expect(await subjects('zoe muller')).toEqual(['One']);
    expect(await subjects('zoe@example.com')).toEqual(['One']);
    const [result] = await search('zoë');
    expect(marked('Zoë Müller', result!.name)).toEqual(['Zoë']);
    await server.ctx.database.write((tx) => [tx.update(visitors).set({ name: 'Konstantin' })]);
    expect((await subjects('konst')).sort()).toEqual(['One', 'Two']);
    expect(other.id).toBeTruthy();
  });

  test('finds parts of words where a language does not part them', async () => {
    await open('東京への配送はできますか');
    await open('สั่งซื้อจักรยาน');
    expect(await subjects('配送')).toEqual(['東京への配送はできますか']);
    expect(await subjects('จักรยาน')).toEqual(['สั่งซื้อจักรยาน']);
    const [result] = await search('配送');
    expect(marked('東京への配送はできますか', result!.subject)).toEqual(['配送']);
  });

  test('folds words as the suggestions do, on both engines, and marks what it found', async () => {
    const table: [subject: string, query: string, mark: string][] = [
      ['Искусственная Ёлка', 'елка', 'Ёлка'],
      ['под елкой', 'Ёлк', 'елкой'],
      ['Die Straße ist lang', 'strasse', 'Straße'],
      ['Hauptstrasse 5', 'hauptstraße', 'Hauptstrasse'],
      ['สั่งซื้อจักรยานสีแดง', 'จักรยาน', 'จักรยาน'],
      ['İstanbul mağazası', 'istanbul', 'İstanbul'],
      ['ISPARTA', 'ısparta', 'ISPARTA'],
      ['المدرسة القديمة', 'المدرسه', 'المدرسة'],
      ['مُحَمَّد', 'محمد', 'مُحَمَّد'],
      ['ｆｕｌｌ ｗｉｄｔｈ', 'width', 'ｗｉｄｔｈ'],
      ['Crème brûlée', 'brulee', 'brûlée'],
      ['Ο Οδυσσεύς', 'οδυσσευσ', 'Οδυσσεύς'],
      ['Đặt hàng điện thoại', 'dien', 'điện'],
      ['ﾊﾟｿｺﾝを買う', 'パソコン', 'ﾊﾟｿｺﾝ'],
      ['٢٠٢٦ طلب', '2026', '٢٠٢٦'],
      ['हिन्दी में', 'हिन्दी', 'हिन्दी'],
    ];
    for (const [subject] of table) await open(subject);
    for (const [subject, query, mark] of table) {
      const results = await search(query);
      const found = results.find(({ conversation }) => conversation.subject === subject);
      expect(found, `${query} in ${subject}`).toBeDefined();
      expect(marked(subject, found!.subject), query).toContain(mark);
    }
    expect(await subjects('elka')).toEqual([]);
  });

  test('finds nothing of what was taken away', async () => {
    const { id } = await open('Ёжик');
    expect(await subjects('ежик')).toEqual(['Ёжик']);
    await server.ctx.database.write((tx) => [tx.update(messages).set({ body: 'Заяц' })]);
    expect(await subjects('заяц')).toEqual(['Ёжик']);
    await server.ctx.database.write((tx) => [tx.delete(messages)]);
    expect(await subjects('заяц')).toEqual([]);
    const texts =
      server.ctx.database.dialect === 'postgres'
        ? 'select (select count(*) from message_texts) + (select count(*) from message_stale) as left'
        : 'select count(*) as "left" from message_rows';
    expect(
      Number(
        (await server.ctx.database.raw<{ left: number }>(texts.replace('as left', 'as "left"'), []))[0]!.left,
      ),
    ).toBe(0);
    expect(id).toBeTruthy();
  });

  test('narrows down by label, state, person, kind and day', async () => {
    const first = await open('Bag one');
    server.clock.pass(3 * day);
    const second = await open('Bag two');
    cookie = await server.logIn();
    const label = newId();
    await server.call(inbox.putLabel, {
      cookie,
      path: { label },
      body: { name: 'Big refund', colour: 'red' },
    });
    const change = (id: string, body: object) =>
      server.call(inbox.patchConversation, { cookie, path: { conversation: id }, body });
    await change(first.id, { addLabels: [label] });
    await change(second.id, { status: 'closed' });
    expect(await subjects('bag label:big')).toEqual(['Bag one']);
    expect(await subjects('bag label:"big refund"')).toEqual(['Bag one']);
    expect(await subjects('label:nothing')).toEqual([]);
    expect(await subjects('big')).toEqual(['Bag one']);
    expect(await subjects('is:closed')).toEqual(['Bag two']);
    expect(await subjects('bag is:open')).toEqual(['Bag one']);
    expect(await subjects('kind:ask bag')).toEqual(['Bag two', 'Bag one']);
    expect(await subjects('kind:chat bag')).toEqual([]);
    const today = new Date(server.clock.now()).toISOString().slice(0, 10);
    expect(await subjects(`after:${today}`)).toEqual(['Bag two']);
    expect(await subjects(`bag before:${today}`)).toEqual(['Bag one']);
    expect(await subjects(today)).toEqual(['Bag two']);
    await change(first.id, {
      assignee: (await server.call(inbox.listPeople, { cookie })).body.people[0]!.id,
    });
    expect(await subjects('assigned:ada')).toEqual(['Bag one']);
  });

  test('takes whatever is typed', async () => {
    await open('Hello "world" OR NOT (bag)');
    for (const q of [
      '',
      '"',
      '*',
      "'",
      'a* OR',
      'NEAR(bag)',
      'who:x',
      'body : bag',
      'bag AND',
      '(((',
      '\\',
      '%',
      '-bag',
      'label:',
      'is:nonsense',
      'after:2026-99-99',
      '\u0000bag',
      `${'bag '.repeat(100)}`.slice(0, 400),
      'ⅷ ﷺ 👩‍👩‍👧',
      "'; drop table messages; --",
      'bag:* & !world',
    ])
      expect((await server.call(inbox.searchInbox, { cookie, query: { q } })).status, q).toBe(200);
    expect(await subjects('bag')).toHaveLength(1);
    expect(await subjects('or not')).toHaveLength(1);
  });

  test('never finds what is another site’s', async () => {
    await open('Secret plan');
    const other = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
    const { createStaff } = await import('../../server/core/people/staff/writes.ts');
    const { password } = await import('../helpers/server.ts');
    await createStaff(server.ctx, {
      site: other!,
      email: 'eve@other.test',
      name: 'Eve',
      password,
      role: 'owner',
    });
    const theirs = await server.logIn('eve@other.test');
    await readLogs(server.ctx);
    const own = await server.call(inbox.searchInbox, {
      cookie: theirs,
      path: { site: other! },
      query: { q: 'secret' },
    });
    expect(own.body.results).toEqual([]);
    expect((await server.call(inbox.searchInbox, { cookie: theirs, query: { q: 'secret' } })).status).toBe(
      404,
    );
  });
});
