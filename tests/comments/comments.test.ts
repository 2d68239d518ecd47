import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '../../shared/comments/routes.ts';
import type { CommentList, ModeratePage, NewComment, OwnComment } from '../../shared/comments/schema.ts';
import { postDraft } from '../../shared/core/content/attachmentRoutes.ts';
import { defaultModeration } from '../../shared/core/moderation/defaults.ts';
import type { ModerationSettings } from '../../shared/core/moderation/settings.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import type { CommentSettings } from '../../shared/comments/settings.ts';
import { sweepAttachments } from '../../server/core/content/attachments/attachments.ts';
import { attachmentPath } from '../../server/core/content/attachments/store.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { listAudit } from '../../shared/account/routes.ts';
import { logout } from '../../shared/core/people/staffRoutes.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

const url = 'https://www.shop.test/news/spring';

let server: TestServer;
let cookie: string;

const start = async (
  more: Partial<CommentSettings> = {},
  rules: Partial<ModerationSettings> = {},
): Promise<void> => {
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: { ...defaultComments(), moderation: 'off', ...more },
      moderation: { ...defaultModeration(), ...rules },
    },
  });
  cookie = await server.logIn();
};
afterEach(() => server.close());

const written = (more: Partial<NewComment> = {}): NewComment => ({
  id: newId(),
  url,
  title: 'Spring',
  body: `A thought ${newId()}`,
  language: 'en',
  name: 'Zoë',
  took: 10_000,
  ...more,
});

let addresses = 0;
const write = async (more: Partial<NewComment> = {}, secret = newSecret()) => {
  const given = written(more);
  const reply = await server.call(contract.postComment, {
    secret,
    body: given,
    // People live at addresses of their own.
    address: `203.0.113.${1 + (addresses++ % 250)}`,
  });
  return { ...reply, given, secret, comment: (reply.body as { comment: OwnComment }).comment };
};

const list = async (more: Record<string, unknown> = {}): Promise<CommentList> =>
  (await server.call(contract.listComments, { query: { url, ...more } })).body;

const errorOf = (reply: { body: unknown }) =>
  (reply.body as { error: { code: string; fields?: Record<string, string> } }).error;

const decide = (ids: string[], decision: 'approve' | 'spam' | 'delete') =>
  server.call(contract.postDecisions, { cookie, body: { ids, decision } });

const queue = async (state: 'pending' | 'reported' | 'approved' | 'spam' | 'deleted' = 'pending') =>
  (await server.call(contract.listStaffComments, { cookie, query: { state } })).body;

const textOf = (rich: unknown): string => JSON.stringify(rich);

describe('commenting', () => {
  beforeEach(() => start());

  test('a page without comments is open and empty, whoever asks', async () => {
    const empty = await list();
    expect(empty.page).toEqual({ url, title: '', count: 0, open: true });
    expect(empty.comments).toEqual([]);
  });

  test('a comment and a reply stand in their thread, counted, and the same write again is one', async () => {
    const first = await write({ body: 'Hello **all**' });
    expect(first.status).toBe(200);
    expect(first.comment.state).toBe('approved');
    const again = await server.call(contract.postComment, { secret: first.secret, body: first.given });
    expect(again.body.comment.id).toBe(first.comment.id);
    const reply = await write({ parent: first.comment.id });
    const now = await list();
    expect(now.page).toMatchObject({ count: 2, title: 'Spring' });
    expect(now.comments.map(({ id, parent, root }) => [id, parent, root])).toEqual([
      [first.comment.id, null, first.comment.id],
      [reply.comment.id, first.comment.id, first.comment.id],
    ]);
    expect(now.comments[0]!.rich).toEqual([
      { tag: 'p', children: ['Hello ', { tag: 'strong', children: ['all'] }] },
    ]);
  });

  test('the same id with other words, or of somebody else, is a conflict', async () => {
    const first = await write();
    const other = { ...first.given, body: 'Something else' };
    expect((await server.call(contract.postComment, { secret: first.secret, body: other })).status).toBe(409);
    expect((await server.call(contract.postComment, { secret: newSecret(), body: first.given })).status).toBe(
      409,
    );
  });

  test('addresses that differ in what does not count are one page, and its own name beats its address', async () => {
    await write();
    for (const same of [
      'http://www.shop.test/news/spring',
      'https://www.shop.test/news/spring/',
      'https://www.shop.test/news/spring?utm_source=mail#top',
    ])
      expect((await list({ url: same })).page.count, same).toBe(1);
    expect((await list({ url: 'https://www.shop.test/news/spring?p=4' })).page.count).toBe(0);
    await write({ page: 'spring' });
    expect((await list({ page: 'spring', url: 'https://www.shop.test/elsewhere' })).page.count).toBe(1);
    const { body } = await server.call(contract.postCounts, {
      body: {
        pages: [{ url }, { url: 'https://www.shop.test/none' }, { url: `${url}#c` }, { url, page: 'spring' }],
      },
    });
    expect(body.counts).toEqual([1, 0, 1, 1]);
  });

  test('pages of other sites take none', async () => {
    const foreign = await write({ url: 'https://elsewhere.test/' });
    expect(foreign.status).toBe(400);
    expect(errorOf(foreign).fields).toEqual({ url: 'not_allowed' });
  });

  test('threads are sorted and paged without one twice or left out', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 65; count++) {
      server.clock.pass(1_000);
      ids.push((await write()).comment.id);
    }
    const voted = ids[40]!;
    for (let voters = 0; voters < 2; voters++)
      await server.call(contract.postVote, {
        secret: newSecret(),
        path: { comment: voted },
        body: { value: 1 },
      });
    for (const [sort, expected] of [
      ['oldest', ids],
      ['newest', ids.toReversed()],
      ['top', [voted, ...ids.toReversed().filter((id) => id !== voted)]],
    ] as const) {
      const found: string[] = [];
      let after: string | undefined;
      do {
        const page = await list({ sort, ...(after && { after }) });
        found.push(...page.comments.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      expect(found, sort).toEqual(expected);
    }
    const linked = await list({ sort: 'oldest', with: ids[50] });
    expect(linked.comments[0]!.id).toBe(ids[50]);
  });

  test('long threads come in parts', async () => {
    const root = (await write()).comment.id;
    let parent = root;
    for (let count = 0; count < 205; count++) {
      // Not faster than the site's people could read.
      server.clock.pass(6_000);
      parent = (await write({ parent })).comment.id;
    }
    const first = await list();
    expect(first.comments).toHaveLength(201);
    expect(first.more).toEqual({ [root]: 5 });
    const rest = await server.call(contract.getThreadRest, { path: { comment: root }, query: { skip: 200 } });
    expect(rest.body.left).toBe(0);
    const all = new Map([...first.comments, ...rest.body.comments].map((comment) => [comment.id, comment]));
    expect(all.size).toBe(206);
    for (const { parent: above } of all.values()) expect(above === null || all.has(above)).toBe(true);
    // A link to the last one brings it.
    expect((await list({ with: parent })).comments.some(({ id }) => id === parent)).toBe(true);
  });

  test('who looks later hears what was added, changed and deleted, and nothing when nothing was', async () => {
    const one = await write();
    const { seq } = await list();
    const news = async (after: number) =>
      (await server.call(contract.getCommentChanges, { query: { url, after } })).body;
    expect(await news(seq)).toEqual({ comments: [], seq, anew: false });
    const two = await write({ parent: one.comment.id });
    await server.call(contract.postEdit, {
      secret: one.secret,
      path: { comment: one.comment.id },
      body: { body: 'Better words' },
    });
    const heard = await news(seq);
    expect(heard.comments.map(({ id }) => id)).toEqual([two.comment.id, one.comment.id]);
    expect(textOf(heard.comments[1]!.rich)).toContain('Better words');
    await server.call(contract.postDelete, {
      secret: one.secret,
      path: { comment: one.comment.id },
      body: {},
    });
    expect((await news(heard.seq)).comments).toMatchObject([{ id: one.comment.id, gone: true, rich: [] }]);
  });

  test('what is deleted leaves its place while something answers it, and nothing otherwise', async () => {
    const one = await write({ email: 'zoe@mail.test' });
    const two = await write({ parent: one.comment.id });
    const remove = (who: typeof one) =>
      server.call(contract.postDelete, { secret: who.secret, path: { comment: who.comment.id }, body: {} });
    expect((await remove(one)).status).toBe(200);
    expect((await remove(one)).status).toBe(200);
    const left = await list();
    expect(left.page.count).toBe(1);
    expect(left.comments[0]).toMatchObject({
      id: one.comment.id,
      gone: true,
      author: { name: '' },
      rich: [],
    });
    await remove(two);
    expect((await list()).comments).toEqual([]);
    expect((await queue('deleted')).comments.map(({ email }) => email)).toEqual([null, null]);
  });

  test('only its author changes a comment, and only for a time', async () => {
    const one = await write();
    const edit = (secret: string) =>
      server.call(contract.postEdit, {
        secret,
        path: { comment: one.comment.id },
        body: { body: `Changed ${newId()}` },
      });
    expect((await edit((await write()).secret)).status).toBe(404);
    expect((await edit(one.secret)).body.comment.editedAt).not.toBeNull();
    server.clock.pass(16 * 60_000);
    expect((await edit(one.secret)).status).toBe(403);
  });

  test('a vote counts once a visitor, can be taken back, and never for one’s own', async () => {
    const one = await write();
    const voter = newSecret();
    const vote = (value: 1 | 0 | -1, secret = voter) =>
      server.call(contract.postVote, { secret, path: { comment: one.comment.id }, body: { value } });
    expect((await vote(1)).body).toEqual({ up: 1, down: 0 });
    expect((await vote(1)).body).toEqual({ up: 1, down: 0 });
    expect((await vote(-1)).status).toBe(400);
    expect((await vote(1, one.secret)).status).toBe(400);
    const mine = await server.call(contract.getMine, { secret: voter, query: { url } });
    expect(mine.body.votes).toEqual({ [one.comment.id]: 1 });
    expect((await vote(0)).body).toEqual({ up: 0, down: 0 });
    // Thirty browsers at one address are one voice; an address of its own is another, as is whoever is trusted.
    for (let count = 0; count < 29; count++)
      expect((await vote(1, newSecret())).body).toEqual({ up: 1, down: 0 });
    const path = { comment: one.comment.id };
    const far = await server.call(contract.postVote, {
      secret: newSecret(),
      path,
      address: '198.51.100.9',
      body: { value: 1 },
    });
    expect(far.body).toEqual({ up: 2, down: 0 });
    expect((await list()).comments[0]!.up).toBe(2);
  });

  test('a picture is made anew, is seen while its comment is, and belongs to who sent it', async () => {
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f5d50' } })
      .withMetadata({ exif: { IFD0: { Copyright: 'secret place' } } })
      .jpeg()
      .toBuffer();
    const secret = newSecret();
    await server.call(postDraft, { secret, body: { kind: 'comment' } });
    const send = async (id: string, name: string, bytes: Buffer) =>
      server.app.request(
        new Request(`http://help.test/api/sites/shop/attachments?${new URLSearchParams({ id, name })}`, {
          method: 'POST',
          headers: {
            origin: 'https://www.shop.test',
            authorization: `Bearer ${secret}`,
            'content-type': 'application/octet-stream',
          },
          body: new Uint8Array(bytes),
        }),
      );
    const [picture, paper] = [newId(), newId()];
    expect((await send(picture, 'IMG.jpg', photo)).status).toBe(200);
    expect((await send(paper, 'a.txt', Buffer.from('Just words, and no picture.'))).status).toBe(200);
    const stolen = await write({ files: [picture] });
    expect(errorOf(stolen).fields).toEqual({ attachments: 'unknown' });
    const wrong = await write({ files: [paper] }, secret);
    expect(errorOf(wrong).fields).toEqual({ files: 'not_allowed' });
    const one = await write({ files: [picture] }, secret);
    expect(one.comment.files).toMatchObject([{ id: picture, name: 'IMG.jpg', width: 900 }]);
    const get = () => server.request('GET', `/sites/shop/comments/pictures/${picture}`);
    const seen = await get();
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('image/webp');
    expect(Buffer.from(await seen.arrayBuffer()).includes('secret place')).toBe(false);
    await decide([one.comment.id], 'spam');
    expect((await get()).status).toBe(404);
    // What was for a comment that is gone goes from the disk, too; within a day, as what nobody sent.
    const lies = () => existsSync(attachmentPath(server.ctx.config.dataDirectory, server.site.id, picture));
    server.clock.pass(25 * 3_600_000);
    await sweepAttachments(server.ctx, server.site.id);
    expect(lies()).toBe(true);
    cookie = await server.logIn();
    await decide([one.comment.id], 'delete');
    await sweepAttachments(server.ctx, server.site.id);
    expect(lies()).toBe(false);
  });

  test('a picture that its author takes out again goes, and one of a comment that is deleted', async () => {
    const secret = newSecret();
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#2f5d50' } })
      .png()
      .toBuffer();
    const pictures = [newId(), newId()];
    await server.call(postDraft, { secret, body: { kind: 'comment' } });
    for (const id of pictures)
      await server.app.request(
        new Request(`http://help.test/api/sites/shop/attachments?id=${id}&name=a.png`, {
          method: 'POST',
          headers: {
            origin: 'https://www.shop.test',
            authorization: `Bearer ${secret}`,
            'content-type': 'application/octet-stream',
          },
          body: new Uint8Array(photo),
        }),
      );
    const { comment, given } = await write({ files: pictures }, secret);
    const path = { comment: comment.id };
    const left = async (): Promise<boolean[]> => {
      await sweepAttachments(server.ctx, server.site.id);
      return pictures.map((id) =>
        existsSync(attachmentPath(server.ctx.config.dataDirectory, server.site.id, id)),
      );
    };
    server.clock.pass(10 * 60_000);
    const edited = { body: given.body, files: [pictures[1]!] };
    expect((await server.call(contract.postEdit, { secret, path, body: edited })).status).toBe(200);
    server.clock.pass(24 * 3_600_000);
    expect(await left()).toEqual([false, true]);
    cookie = await server.logIn();
    await decide([comment.id], 'delete');
    expect(await left()).toEqual([false, false]);
  });

  test('the same words twice are asked about, not stored', async () => {
    const one = await write();
    const again = await write({ body: one.given.body }, one.secret);
    expect(errorOf(again).fields).toEqual({ body: 'already_there' });
    expect((await list()).page.count).toBe(1);
  });

  test('who writes faster than people do works for it, and is let in then', async () => {
    const hasty = await write({ took: 300 });
    expect(hasty.status).toBe(428);
    expect((await list()).page.count).toBe(0);
  });

  test('a page that staff close takes no more, and shows what it has', async () => {
    await write();
    const { page } = (await queue('approved')).comments[0]!;
    const set = (open: boolean) =>
      server.call(contract.postPageOpen, { cookie, path: { page: page.id }, body: { open } });
    expect((await set(false)).status).toBe(200);
    expect((await list()).page.open).toBe(false);
    expect((await write()).status).toBe(403);
    await set(true);
    expect((await write()).status).toBe(200);
  });
});

describe('moderation', () => {
  test('a person’s first comment waits, seen by its author with the reason; approved, they are trusted', async () => {
    await start({ moderation: 'first' });
    const one = await write();
    expect(one.comment).toMatchObject({ state: 'pending', reason: 'first' });
    expect((await list()).comments).toEqual([]);
    const mine = await server.call(contract.getMine, { secret: one.secret, query: { url } });
    expect(mine.body.comments).toMatchObject([{ id: one.comment.id, state: 'pending', reason: 'first' }]);
    expect((await server.call(contract.getMine, { secret: newSecret(), query: { url } })).status).toBe(401);
    const waiting = await queue();
    expect(waiting.counts).toEqual({ pending: 1, reported: 0 });
    expect(waiting.comments).toMatchObject([{ id: one.comment.id, reason: 'first', page: { url } }]);
    expect((await decide([one.comment.id], 'approve')).body.changed).toBe(1);
    expect((await decide([one.comment.id], 'approve')).body.changed).toBe(0);
    expect((await list()).page.count).toBe(1);
    const two = await write({}, one.secret);
    expect(two.comment.state).toBe('approved');
  });

  test('links of people without trust, blocked words, names and addresses, and traps wait', async () => {
    await start(
      { moderation: 'links' },
      {
        words: [{ text: 'Cheap Pills', action: 'hold' }],
        names: ['Admin'],
        addresses: ['@spam.test'],
      },
    );
    const reasonOf = async (more: Partial<NewComment>) => (await write(more)).comment.reason;
    expect(await reasonOf({ body: 'Look at https://elsewhere.test' })).toBe('links');
    expect(await reasonOf({ body: 'Buy CHEAP   pills!' })).toBe('blocked');
    expect(await reasonOf({ body: 'Not cheap pillsbury' })).toBe(null);
    expect(await reasonOf({ name: 'ádmin' })).toBe('blocked');
    expect(await reasonOf({ email: 'a@spam.test' })).toBe('blocked');
    expect(await reasonOf({ website: 'https://me.test' })).toBe('suspicious');
    expect(await reasonOf({})).toBe(null);
  });

  test('the word of somebody trusted takes a comment away sooner than that of strangers', async () => {
    await start({}, { holdAfterReports: 2, trustAfter: 1 });
    const one = await write();
    const readers = [await write(), await write()];
    for (const { secret } of readers)
      await server.call(contract.postReport, { secret, path: { comment: one.comment.id }, body: {} });
    expect((await queue()).comments).toMatchObject([{ id: one.comment.id, reason: 'reported' }]);
    expect(
      (await server.call(contract.getMine, { secret: one.secret, query: { url } })).body.comments,
    ).toMatchObject([{ state: 'pending', reason: 'reported' }]);
  });

  test('an approved comment that is changed is looked at again', async () => {
    await start({ moderation: 'links' });
    const one = await write();
    const edited = await server.call(contract.postEdit, {
      secret: one.secret,
      path: { comment: one.comment.id },
      body: { body: 'Now with https://elsewhere.test' },
    });
    expect(edited.body.comment).toMatchObject({ state: 'pending', reason: 'edited' });
    expect((await list()).comments).toEqual([]);
  });

  test('enough readers who report a comment take it away until staff have looked', async () => {
    await start({}, { holdAfterReports: 2 });
    const one = await write();
    const tell = (secret = newSecret(), address = '203.0.113.7') =>
      server.call(contract.postReport, {
        address,
        secret,
        path: { comment: one.comment.id },
        body: { reason: 'Rude' },
      });
    const reader = newSecret();
    await tell(reader);
    await tell(reader);
    expect((await queue('reported')).comments).toMatchObject([{ id: one.comment.id, reports: 1 }]);
    expect((await list()).page.count).toBe(1);
    // However many secrets a browser makes: one address is one voice, and a stranger's is worth half.
    for (let count = 0; count < 5; count++) await tell();
    for (const end of ['8', '9']) await tell(newSecret(), `203.0.113.${end}`);
    expect((await list()).page.count).toBe(1);
    await tell(newSecret(), '203.0.113.10');
    expect((await list()).page.count).toBe(0);
    expect((await queue()).comments).toMatchObject([{ reason: 'reported', reports: 9 }]);
    await decide([one.comment.id], 'approve');
    expect((await queue('approved')).comments).toMatchObject([{ reports: 0 }]);
    // What one of the team approved stays until they look, whoever reports it.
    for (let end = 20; end < 30; end++) await tell(newSecret(), `203.0.113.${end}`);
    expect((await list()).page.count).toBe(1);
    expect((await queue('reported')).comments).toMatchObject([{ id: one.comment.id, reports: 10 }]);
  });

  test('a report says why, and is taken back for a while; what it took away is there again', async () => {
    await start({}, { holdAfterReports: 1 });
    const one = await write();
    const readers = [newSecret(), newSecret()];
    const tell = (secret: string, body: object) =>
      server.call(contract.postReport, {
        address: `203.0.113.${readers.indexOf(secret) + 7}`,
        secret,
        path: { comment: one.comment.id },
        body,
      });
    for (const [index, secret] of readers.entries()) await tell(secret, { reason: `Rude ${index}` });
    expect((await list()).page.count).toBe(0);
    const [held] = (await queue()).comments;
    expect(held).toMatchObject({ reports: 2, reason: 'reported' });
    expect([...held!.reportReasons].sort()).toEqual(['Rude 0', 'Rude 1']);

    for (let time = 0; time < 2; time++)
      expect((await tell(readers[0]!, { withdraw: true })).body).toEqual({ done: true });
    expect((await list()).page.count).toBe(1);
    expect((await queue('reported')).comments).toMatchObject([{ reports: 1, reportReasons: ['Rude 1'] }]);
    // What is a while ago stays.
    server.clock.pass(12 * 60_000);
    await tell(readers[1]!, { withdraw: true });
    expect((await queue('reported')).comments).toMatchObject([{ reports: 1 }]);
  });

  test('staff answer as the team; what waited is approved with it', async () => {
    await start({ moderation: 'always' });
    const one = await write();
    const body = { id: newId(), body: 'Thank you' };
    const send = () => server.call(contract.postAnswer, { cookie, path: { comment: one.comment.id }, body });
    const answered = await send();
    expect(answered.body.comment).toMatchObject({
      parent: one.comment.id,
      author: { name: 'Ada Agent', kind: 'staff' },
    });
    expect((await send()).body.comment.id).toBe(body.id);
    expect((await list()).page.count).toBe(2);
  });

  test('staff pin what begins a thread, three a page, and change words with a mark and what was said before', async () => {
    await start({ moderation: 'off', sort: 'newest' });
    const ids: string[] = [];
    for (const body of ['One', 'Two', 'Three', 'Four']) {
      ids.push((await write({ body })).comment.id);
      server.clock.pass(1_000);
    }
    const reply = await write({ body: 'A reply', parent: ids[0]! });
    const pin = (id: string, pinned = true) =>
      server.call(contract.postPin, { cookie, path: { comment: id }, body: { pinned } });
    expect((await pin(ids[0]!)).status).toBe(200);
    expect((await pin(ids[0]!)).status).toBe(200);
    const { comments } = await list();
    expect(comments[0]).toMatchObject({ id: ids[0], pinned: true });
    expect(comments.filter(({ id }) => id === ids[0])).toHaveLength(1);
    expect((await pin(reply.comment.id)).status).toBe(403);
    for (const id of ids.slice(1, 3)) await pin(id);
    expect((await pin(ids[3]!)).status).toBe(400);
    await pin(ids[0]!, false);
    expect((await list()).comments.find(({ id }) => id === ids[0])).toMatchObject({ pinned: false });

    const edit = (body: string) =>
      server.call(contract.postStaffEdit, { cookie, path: { comment: ids[3]! }, body: { body } });
    expect((await edit('Four, **milder**')).status).toBe(200);
    const edited = (await list()).comments.find(({ id }) => id === ids[3]);
    expect(edited).toMatchObject({ editedAt: expect.any(Number) });
    expect(JSON.stringify(edited!.rich)).toContain('milder');
    const history = await server.call(contract.getCommentHistory, { cookie, path: { comment: ids[3]! } });
    expect(history.body.versions).toMatchObject([{ body: 'Four', by: 'Ada Agent' }]);
    expect(
      (await server.call(contract.postPin, { path: { comment: ids[3]! }, body: { pinned: true } })).status,
    ).toBe(401);
  });

  test('many at once, by keyboard or not: each is decided, what is gone is left', async () => {
    await start({ moderation: 'always' });
    const ids = [];
    for (let count = 0; count < 5; count++) ids.push((await write()).comment.id);
    expect((await decide([...ids.slice(0, 3), newId()], 'approve')).body.changed).toBe(3);
    expect((await decide(ids, 'spam')).body.changed).toBe(5);
    expect((await queue('spam')).comments).toHaveLength(5);
    expect((await decide(ids, 'delete')).body.changed).toBe(5);
    expect((await queue('deleted')).comments.every(({ rich }) => rich.length === 0)).toBe(true);
    expect((await list()).comments).toEqual([]);
  });

  test('what is taken for spam looks to its author as what waits', async () => {
    await start({ moderation: 'always' });
    const one = await write();
    await decide([one.comment.id], 'spam');
    const mine = await server.call(contract.getMine, { secret: one.secret, query: { url } });
    expect(mine.body.comments).toMatchObject([{ state: 'pending', reason: 'always' }]);
  });

  test('a site that has them off has none', async () => {
    server = await startTestServer({});
    cookie = await server.logIn();
    expect((await server.call(contract.listComments, { query: { url } })).status).toBe(404);
    expect((await write()).status).toBe(404);
  });
});

describe('on the page itself', () => {
  const passFor = async () => {
    const { page } = (await queue('approved')).comments.find((one) => one.page.url === url)!;
    const made = await server.call(contract.postPagePass, { cookie, path: { page: page.id } });
    expect(made.status).toBe(200);
    return { made: made.body, pass: made.body.url.split('#foyer-moderate=')[1]! };
  };
  const look = (pass: string, of = url) =>
    server.call(contract.getPageModeration, { secret: pass, query: { url: of } });
  const act = (pass: string, body: ModeratePage) =>
    server.call(contract.postPageModeration, { secret: pass, body });

  test('staff close, pin and hide with a pass from the inbox, and it is written down whose that was', async () => {
    await start();
    const { comment } = await write();
    const { made, pass } = await passFor();
    expect(made.url.split('#')[0]).toBe(url);
    expect((await look(pass)).body).toEqual({ name: 'Ada', open: true });
    expect((await act(pass, { open: false })).body.open).toBe(false);
    expect((await list()).page.open).toBe(false);
    expect((await act(pass, { comment: comment.id, pinned: true })).status).toBe(200);
    expect((await list()).comments[0]).toMatchObject({ id: comment.id, pinned: true });
    await act(pass, { comment: comment.id, hidden: true });
    expect((await list()).comments).toEqual([]);
    await act(pass, { comment: comment.id, hidden: false });
    expect((await list()).comments).toHaveLength(1);
    await createStaff(server.ctx, {
      site: server.site.id,
      email: 'olga@shop.test',
      name: 'Olga Owner',
      password,
      role: 'owner',
    });
    const { entries } = (await server.call(listAudit, { cookie: await server.logIn('olga@shop.test') })).body;
    const actions = entries.map(({ action }) => action);
    expect(actions).toContain('POST /api/inbox/:site/comments/pages/:page');
    expect(actions).toContain('POST /api/inbox/:site/comments/:comment/pin');
    expect(actions.filter((action) => action === 'POST /api/inbox/:site/comments/decide')).toHaveLength(2);
  });

  test('a pass is worth one page, until its login ends or eight hours are over, and nothing without the role', async () => {
    await start();
    await write();
    const elsewhere = await write({ url: 'https://www.shop.test/news/other' });
    const { pass } = await passFor();
    expect((await look(pass)).status).toBe(200);
    expect((await look(pass, elsewhere.given.url)).status).toBe(404);
    expect((await act(pass, { comment: elsewhere.comment.id, pinned: true })).status).toBe(404);
    // Nobody else's, not even the visitor's own secret, nor a pass that somebody changed.
    for (const wrong of [elsewhere.secret, `${pass.slice(0, -2)}AA`, `A${pass}`, 'x'])
      expect((await act(wrong, { open: false })).status).toBe(401);
    server.clock.pass(8 * 3_600_000);
    expect((await act(pass, { open: false })).status).toBe(401);
    cookie = await server.logIn();
    const { pass: fresh } = await passFor();
    await server.call(logout, { cookie });
    expect((await act(fresh, { open: false })).status).toBe(401);
  });
});
