import { createSite } from '../../server/core/people/sites/writes.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '../../shared/comments/routes.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import { postDraft } from '../../shared/core/content/attachmentRoutes.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import { bakeComments } from '../../server/comments/bake.ts';
import { type ExportFormat, exportComments } from '../../server/comments/export/export.tsx';
import { importComments } from '../../server/comments/import/import.ts';
import { attachmentPath } from '../../server/core/content/attachments/store.ts';
import type { Site } from '../../server/core/people/sites/sites.ts';
import { dataPath, hasSharedData, hostile } from '../helpers/data.ts';
import { newId, newSecret, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-moving-'));
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: { ...defaultComments(), moderation: 'off' },
    },
  });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const take = (file: string, options: Parameters<typeof importComments>[3] = {}, site = server.site) =>
  importComments(server.ctx, site, file, options);

const given = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const listOf = async (url: string) => (await server.call(contract.listComments, { query: { url } })).body;

const takeOut = async (site: Site, format: ExportFormat = 'foyer'): Promise<string> => {
  let text = '';
  await exportComments(server.ctx, site, format, async (part) => {
    text += part;
  });
  return text;
};

const emptySite = async (): Promise<Site> => {
  const key = `s${newId().slice(-12)}`;
  const id = await createSite(server.ctx, {
    key,
    name: key,
    origins: ['https://www.shop.test'],
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: defaultComments(),
    },
  });
  return (await server.ctx.sites.byId(id!))!;
};

/** A comment in each text format, with the same words in it, and the bytes of its file. */
const sameIn: Record<string, (words: string) => string> = {
  'x.disqus.xml': (words) =>
    `<?xml version="1.0"?>\n<disqus>\n<thread dsq:id="1"><id>own</id><link>/same</link></thread>\n<post dsq:id="2"><message><![CDATA[${words}]]></message><createdAt>2020-01-01T00:00:00Z</createdAt><author><name>A</name></author><thread dsq:id="1"/></post>\n<post dsq:id="3"><message>After</message><createdAt>2020-01-02T00:00:00Z</createdAt><thread dsq:id="1"/></post></disqus>`,
  'x.wxr.xml': (words) =>
    `<rss><channel><item><link>/same</link><wp:post_id>7</wp:post_id>\n<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_date_gmt>2020-01-01 00:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[${words}]]></wp:comment_content></wp:comment>\n<wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_date_gmt>2020-01-02 00:00:00</wp:comment_date_gmt><wp:comment_content>After</wp:comment_content></wp:comment></item></channel></rss>`,
  'x.isso.json': (words) =>
    `[{"id":"/same","title":"","comments":\n[{"id":1,"created":"2020-01-01 00:00:00","text":"${words}"},\n{"id":2,"created":"2020-01-02 00:00:00","text":"After"}]}]`,
  'x.artalk.json': (words) =>
    `[{"id":"1","page_key":"/same","created_at":"2020-01-01 00:00:00","content":"${words}"},\n{"id":"2","page_key":"/same","created_at":"2020-01-02 00:00:00","content":"After"}]`,
  'x.commento.json': (words) =>
    `{"version":1,"comments":[{"commentHex":"a","url":"/same","creationDate":"2020-01-01T00:00:00Z","markdown":"${words}"},\n{"commentHex":"b","url":"/same","creationDate":"2020-01-02T00:00:00Z","markdown":"After"}],"commenters":[]}`,
  'x.remark.json': (words) =>
    `{"version":1,"users":[]}\n{"id":"1","locator":{"url":"/same"},"time":"2020-01-01T00:00:00Z","orig":"${words}"}\n{"id":"2","locator":{"url":"/same"},"time":"2020-01-02T00:00:00Z","orig":"After"}`,
  'x.csv': (words) => `id,url,date,text\n1,/same,2020-01-01,"${words}"\n2,/same,2020-01-02,After\n`,
};

describe('what can’t be read is said with its place, and the rest comes in', () => {
  test.each(Object.entries(sameIn))('%s: wrong bytes and control characters', async (name, write) => {
    const bytes = Buffer.from(write('Bad \u0001words caf\u0002'), 'latin1');
    bytes[bytes.indexOf(2)] = 0xe9;
    const report = await take(given(name, bytes));
    expect(report).toMatchObject({ added: 2, rejected: [], notes: { counts: { bytes: 1, controls: 1 } } });
    expect(report.notes.places.map(({ row, reason }) => `${row}: ${reason}`).join('\n')).toMatch(
      /^line \d: .*(?:U\+0001|utf-8)[\s\S]*\nline \d: /,
    );
    expect(
      (await listOf('https://www.shop.test/same')).comments.map(({ rich }) => JSON.stringify(rich)).join(),
    ).toMatch(/After.*Bad words caf\uFFFD|Bad words caf\uFFFD.*After/);
    // The same file read as what it is: what was changed by it is a change.
    const again = await take(given(name, bytes), { encoding: 'windows-1252' });
    expect(again).toMatchObject({ added: 0, changed: 1, unchanged: 1, notes: { counts: { bytes: 0 } } });
    expect(JSON.stringify((await listOf('https://www.shop.test/same')).comments)).toContain('Bad words café');
    expect(await take(given(name, bytes), { encoding: 'windows-1252' })).toMatchObject({
      changed: 0,
      unchanged: 2,
    });
  });

  test('XML: HTML’s entities are characters, unknown ones words, and control characters nothing', async () => {
    const xml = sameIn['x.wxr.xml']!('x').replace('After', 'A&nbsp;b &nope; &#1;c & d &lt;b&gt; &eacute;');
    const report = await take(given('entities.xml', xml));
    expect(report).toMatchObject({ added: 2, rejected: [], notes: { counts: { controls: 1, entities: 1 } } });
    expect(report.notes.places).toEqual([
      { row: 'line 3', reason: 'the entity &nope; is unknown and stays as it’s written' },
      { row: 'line 3', reason: 'the control character &#1; was left out' },
    ]);
    const { comments } = await listOf('https://www.shop.test/same');
    expect(comments.map(({ rich }) => JSON.stringify(rich)).join()).toMatch(/A.b &nope; c & d.*é/);
  });

  test('escapes of what no text may hold are left out and counted, a declared encoding is read', async () => {
    const json = sameIn['x.isso.json']!('nul \\u0000 half \\ud800 bell \\u0007');
    expect(await take(given('escapes.json', json))).toMatchObject({
      added: 2,
      notes: { counts: { bytes: 1, controls: 2 } },
    });
    const xml = sameIn['x.disqus.xml']!('Grüße').replace('"1.0"', '"1.0" encoding="ISO-8859-1"');
    expect(await take(given('latin.xml', Buffer.from(xml, 'latin1')))).toMatchObject({
      added: 2,
      notes: { counts: { bytes: 0 } },
    });
    const wide = Buffer.from(`\uFEFF${sameIn['x.csv']!('Wide ü')}`, 'utf16le');
    expect(await take(given('wide.csv', wide))).toMatchObject({ added: 2, notes: { counts: { bytes: 0 } } });
    expect(JSON.stringify((await listOf('https://www.shop.test/same')).comments)).toMatch(
      /Grüße.*Wide ü|Wide ü.*Grüße/,
    );
  });

  test('a line, a row or a value that breaks is listed', async () => {
    const lines = `${sameIn['x.remark.json']!('One')}\n{"broken\n{"id":"3","locator":{"url":"/same"},"time":"2020-01-03T00:00:00Z","orig":"Three"}`;
    expect(await take(given('lines.json', lines))).toMatchObject({
      added: 3,
      rejected: [{ row: 'line 4', reason: 'it isn’t valid JSON' }],
    });
    const broken = sameIn['x.artalk.json']!('One').replace('{"id":"2"', '{"id":2"');
    expect(await take(given('broken.json', broken))).toMatchObject({
      added: 1,
      rejected: [{ row: 'line 2' }],
    });
    const quotes = `${sameIn['x.csv']!('One')}3,/same,2020-01-03,"never ends\n`;
    expect((await take(given('quotes.csv', quotes))).added).toBeGreaterThanOrEqual(2);
    const tags = sameIn['x.disqus.xml']!('One').replace('After', '<b>After');
    expect((await take(given('tags.xml', tags))).rejected).toMatchObject([{ row: 'line 5' }]);
  });

  test('times without a zone are of the zone that is named; a time that is none is listed as it stands', async () => {
    const csv =
      'id,url,date,text\n1,/zone,2024-01-02 03:04:05,Naive\n2,/zone,2024-01-02T03:04:05+08:00,Zoned\n3,/zone,2024-01-02 03:04:05 +0800 CST,Go\n4,/zone,yesterday,Bad\n';
    const report = await take(given('zone.csv', csv), { zone: 'Asia/Kolkata' });
    expect(report).toMatchObject({
      added: 3,
      rejected: [{ row: 'line 5', reason: 'its date “yesterday” can’t be read' }],
    });
    expect((await listOf('https://www.shop.test/zone')).comments.map(({ at }) => at).sort()).toEqual([
      Date.parse('2024-01-02T03:04:05+08:00'),
      Date.parse('2024-01-02T03:04:05+08:00'),
      Date.parse('2024-01-02T03:04:05+05:30'),
    ]);
  });

  test('a Disqus thread’s own identifier can be the page’s key', async () => {
    const xml = sameIn['x.disqus.xml']!('One').replace('<link>/same</link>', '<link>/old</link>');
    await take(given('key.xml', xml), { pageKey: 'identifier' });
    const { body } = await server.call(contract.listComments, {
      query: { url: 'https://www.shop.test/moved', page: 'own' } as never,
    });
    expect(body.comments).toHaveLength(2);
    const without = xml.replace('<id>own</id>', '<id/>');
    expect(await take(given('without.xml', without), { pageKey: 'identifier' })).toMatchObject({
      notes: { counts: { keys: 1 } },
    });
  });

  test('what was changed there is changed here, but not what was decided here', async () => {
    const csv = (text: string, state: string): string =>
      given('change.csv', `id,url,date,text,state,up\n1,/change,2020-01-01,${text},${state},3\n`);
    await take(csv('First', 'approved'));
    expect(await take(csv('Second', 'approved'), { dryRun: true })).toMatchObject({
      changed: 1,
      unchanged: 0,
    });
    expect(await take(csv('Second', 'approved'))).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    const [comment] = (await listOf('https://www.shop.test/change')).comments;
    expect(comment).toMatchObject({ up: 3 });
    expect(JSON.stringify(comment!.rich)).toContain('Second');
    expect(await take(csv('Second', 'approved'))).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await take(csv('Second', 'deleted'))).toMatchObject({ changed: 1 });
    expect((await listOf('https://www.shop.test/change')).page.count).toBe(0);
  });
});

describe.skipIf(!hasSharedData)('files of other systems', () => {
  test('control characters, entities, odd threads and odd times', async () => {
    expect(await take(dataPath('imports/wxr-control-characters.xml'))).toMatchObject({ rejected: [] });
    const entities = await take(dataPath('imports/wxr-nbsp-entity.xml'));
    expect(entities).toMatchObject({ added: 2, rejected: [], notes: { counts: { entities: 0 } } });
    const odd = await take(dataPath('imports/disqus-odd.xml'), { pageKey: 'identifier' });
    expect(odd.rejected).toEqual([{ row: 'post 4', reason: 'it says nothing' }]);
    const times = await take(dataPath('imports/artalk-times.json'), { zone: 'Europe/Berlin' });
    expect(times).toMatchObject({ added: 3, rejected: [{ reason: 'its date “yesterday” can’t be read' }] });
  });

  test('Disqus: a tombstone keeps its reply, what has no thread is listed', async () => {
    const file = dataPath('imports/disqus-small.xml');
    const dry = await take(file, { dryRun: true });
    expect(dry).toMatchObject({ format: 'disqus', pages: 2, added: 5, states: { approved: 4, deleted: 1 } });
    expect((await listOf('http://example.org/')).page.count).toBe(0);
    const report = await take(file);
    expect(report).toMatchObject({ pages: 2, added: 5, unchanged: 0 });
    expect(report.rejected).toEqual([{ row: 'post 6', reason: 'its thread 1337 is not in the file' }]);
    const { comments, page } = await listOf('http://example.org/');
    expect(page.count).toBe(3);
    // Two began in the same second: which is first is nobody's business.
    const gone = comments.findIndex((comment) => comment.gone);
    expect(comments.map(({ parent }) => parent !== null)).toEqual([false, true, false, true]);
    expect(comments[gone + 1]!.parent).toBe(comments[gone]!.id);
    expect(comments.filter((comment) => comment.gone)).toHaveLength(1);
    expect((await listOf('http://localhost:4000/blog/2013/02/12/redacted/index.html')).page.count).toBe(1);
    expect(await take(file)).toMatchObject({ added: 0, unchanged: 5 });
    expect((await listOf('http://example.org/')).comments).toEqual(comments);
  });

  test('WordPress: three deep, the query is the identity, a page without comments', async () => {
    const report = await take(dataPath('imports/wxr-small.xml'));
    expect(report).toMatchObject({ format: 'wxr', pages: 3, added: 8, rejected: [] });
    const { comments, page } = await listOf('http://example.tld/2014/test/');
    expect(page).toMatchObject({ count: 7, title: 'Hello, World…' });
    const depth = (id: string | null): number =>
      id === null ? 0 : 1 + depth(comments.find((comment) => comment.id === id)!.parent);
    expect(Math.max(...comments.map(({ id }) => depth(id)))).toBe(3);
    expect((await listOf('http://example.tld/?p=4')).page.count).toBe(1);
  });

  test('Isso’s JSON: the id 0 twice is two comments', async () => {
    const report = await take(dataPath('imports/isso-generic.json'));
    expect(report).toMatchObject({ format: 'isso', pages: 2, added: 2, rejected: [] });
    expect((await listOf('https://www.shop.test/posts/0007/')).page.title).toBe('Nat & Miguel');
  });

  test('Commento: writers stand behind their comments, and some are nobody', async () => {
    const report = await take(dataPath('imports/commento-v1.json'));
    expect(report).toMatchObject({ format: 'commento', pages: 2, added: 3, rejected: [] });
    const { comments } = await listOf('https://example.com/blog/post/1');
    expect(comments.map(({ author }) => author.name)).toEqual(['User5276', 'Saturnin Uf']);
    expect(comments[1]!.parent).toBe(comments[0]!.id);
    expect((await listOf('https://example.com/blog/post/2')).comments[0]!.author.name).toBe('');
  });
});

describe('odd files', () => {
  test('bytes before the prolog, other namespaces, padded values, a reply before what it answers', async () => {
    const file = given(
      'odd.xml',
      `\uFEFF\n junk <?xml version="1.0"?><disqus xmlns="https://disqus.com" xmlns:dsq="https://disqus.com/disqus-internals">
        <thread dsq:id="1"><link>\n  https://www.shop.test/a \n</link><title>A</title></thread>
        <post dsq:id="3"><message>Reply</message><createdAt>\n2020-01-02T00:00:00Z\n</createdAt><thread dsq:id="1"/><parent dsq:id="2"/></post>
        <post dsq:id="2"><message>First &amp; <b>bold</b></message><createdAt>2020-01-01T00:00:00Z</createdAt><thread dsq:id="1"/></post>
        <post dsq:id="4"><message>No date</message><thread dsq:id="1"/></post></disqus>`.replace(
        '<b>bold</b>',
        '&lt;b&gt;bold&lt;/b&gt;',
      ),
    );
    const report = await take(file);
    expect(report).toMatchObject({ added: 2, rejected: [{ row: 'post 4', reason: 'it has no date' }] });
    const { comments } = await listOf('https://www.shop.test/a');
    expect(comments[0]!.rich).toEqual([
      { tag: 'p', children: ['First & ', { tag: 'strong', children: ['bold'] }] },
    ]);
    expect(comments[1]!.parent).toBe(comments[0]!.id);
  });

  test('Remark42, packed: votes, deletions and edits', async () => {
    const lines = [
      { version: 1, users: [], posts: [] },
      {
        id: 'a',
        pid: '',
        text: '<p>One</p>',
        orig: 'One',
        user: { name: 'Ann', id: 'u1' },
        locator: { site: 's', url: 'https://www.shop.test/r' },
        score: 1,
        votes: { u2: true, u3: true, u4: false },
        time: '2021-05-01T10:00:00.123456789+02:00',
        title: 'R',
        edit: { time: '2021-05-01T10:05:00Z' },
      },
      {
        id: 'b',
        pid: 'a',
        text: '',
        orig: '',
        user: { name: 'deleted' },
        delete: true,
        locator: { site: 's', url: 'https://www.shop.test/r' },
        score: 0,
        votes: {},
        time: '2021-05-01T11:00:00Z',
      },
    ];
    const file = given('remark.gz', gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
    expect(await take(file)).toMatchObject({
      format: 'remark42',
      added: 2,
      states: { approved: 1, deleted: 1 },
    });
    const { comments } = await listOf('https://www.shop.test/r');
    expect(comments).toMatchObject([{ up: 2, down: 1, at: Date.parse('2021-05-01T08:00:00.123Z') }]);
    expect(comments[0]!.editedAt).toBe(Date.parse('2021-05-01T10:05:00Z'));
  });

  test('Artalk, CSV, and Isso’s database', async () => {
    const artalk = given(
      'a.artrans',
      JSON.stringify([
        {
          id: '5',
          rid: '0',
          content: '**Hi**',
          page_key: '/x',
          site_name: 'S',
          nick: 'N',
          email: 'n@mail.test',
          vote_up: '3',
          vote_down: '1',
          is_pending: 'true',
          created_at: '2022-01-01 10:00:00 +0800',
        },
        {
          id: '6',
          rid: '5',
          content: 'Yo',
          page_key: '/x',
          site_name: 'S',
          nick: 'M',
          is_pending: 'false',
          created_at: '2022-01-02 10:00:00',
        },
      ]),
    );
    expect(await take(artalk)).toMatchObject({
      format: 'artalk',
      added: 2,
      states: { pending: 1, approved: 1 },
    });
    const csv = given(
      'c.csv',
      'id,url,date,name,text,parent,state\n1,/y,2020-01-01,A,"Two\nlines",,approved\n2,/y,2020-01-02,B,Yes,1,pending\n3,/y,,C,No date,,\n',
    );
    expect(await take(csv)).toMatchObject({
      format: 'csv',
      added: 2,
      rejected: [{ reason: 'it has no date' }],
    });
    const file = join(folder, 'isso.db');
    const database = new Sqlite(file);
    database.exec(`create table threads (id integer primary key, uri text, title text);
      create table comments (tid integer, id integer primary key, parent integer, created real, modified real, mode integer,
        remote_addr text, text text, author text, email text, website text, likes integer, dislikes integer, voters blob);
      insert into threads values (1, '/z', 'Z');
      insert into comments values (1, 1, null, 1600000000.5, null, 1, '::1', 'Hi', 'A', null, null, 2, 0, null),
        (1, 2, 1, 1600000001, 1600000002, 2, '::1', 'Wait', null, null, null, 0, 0, null), (9, 3, null, 1, null, 1, '', 'Lost', null, null, null, 0, 0, null);`);
    database.close();
    expect(await take(file)).toMatchObject({
      format: 'isso-database',
      added: 2,
      states: { approved: 1, pending: 1 },
      rejected: [{ row: 'comment 3', reason: 'its thread is not in the database' }],
    });
    expect((await listOf('https://www.shop.test/z')).comments).toMatchObject([
      { up: 2, at: 1_600_000_000_500 },
    ]);
  });

  test('a file of nothing that is known says so, and one that breaks off keeps what was read', async () => {
    await expect(take(given('x.bin', 'What is this?'))).rejects.toThrow('Couldn’t tell the format');
    const cut = given(
      'cut.xml',
      '<disqus><thread dsq:id="1"><link>https://www.shop.test/cut</link></thread><post dsq:id="2"><message>x</message',
    );
    expect(await take(cut)).toMatchObject({
      pages: 1,
      rejected: [{ row: 'line 1', reason: 'the file breaks off inside <post>' }],
    });
    const half = given(
      'half.json.gz',
      gzipSync(Buffer.from(`${'{"locator":{}}\n'.repeat(9_000)}`)).subarray(0, 60),
    );
    expect((await take(half, { format: 'remark42' })).rejected.at(-1)).toMatchObject({
      row: 'the rest of the file',
    });
  });

  test('markup that could run does not come in', async () => {
    const evil = `<p onclick="x()">Hi <script>alert(1)</script><a href="javascript:alert(1)">there</a></p>`;
    await take(
      given(
        'evil.xml',
        `<disqus><thread dsq:id="1"><link>https://www.shop.test/evil</link></thread><post dsq:id="2"><message><![CDATA[${evil}]]></message><createdAt>2020-01-01T00:00:00Z</createdAt><thread dsq:id="1"/></post></disqus>`,
      ),
    );
    const text = JSON.stringify((await listOf('https://www.shop.test/evil')).comments[0]!.rich);
    expect(text).not.toMatch(/script|onclick|alert/);
    expect(text).toContain('Hi');
  });
});

/** Threads as they come: depth, order and oddities from a seed. */
const grow = async (depth: number, words: readonly string[]): Promise<void> => {
  let parent: string | undefined;
  for (let level = 0; level < depth; level++) {
    server.clock.pass(6_000);
    const { body } = await server.call(contract.postComment, {
      secret: newSecret(),
      address: `198.51.100.${1 + (level % 250)}`,
      body: {
        id: newId(),
        url: `https://www.shop.test/deep${level % 3 === 0 ? '' : '?p=2'}`,
        title: 'Deep',
        language: 'en',
        body: words[level % words.length]!,
        name: `N${level}`,
        took: 9_000,
        ...(parent && level % 3 === 0 && { parent }),
      } as never,
    });
    expect(body.comment, JSON.stringify(body)).toBeDefined();
    if (level % 3 === 0) parent = body.comment.id;
  }
};

const oddities = (): string[] =>
  hostile('unicode').filter(
    (text) => hasVisibleText(text) && !text.includes('\0') && text.isWellFormed() && text.length <= 10_000,
  );

test('taken out and into an empty site, it is equal: a thread fifty deep, every oddity, all three formats', async () => {
  const words = oddities();
  await grow(150, words.slice(0, 150));
  const rest = words.slice(150);
  const lines = rest.map((body, index) =>
    JSON.stringify({
      kind: 'comment',
      id: newId(),
      page: { url: 'https://www.shop.test/odd' },
      source: `foyer:${index}`,
      parent: null,
      state: ['approved', 'pending', 'spam'][index % 3],
      reason: index % 3 === 1 ? 'first' : null,
      byStaff: index % 7 === 0,
      verified: index % 5 === 0,
      name: `Name ${index}`,
      email: null,
      website: null,
      body,
      language: 'de',
      up: index % 4,
      down: index % 3,
      at: 1_500_000_000_000 + index,
      editedAt: index % 2 ? 1_600_000_000_000 : null,
    }),
  );
  if (lines.length) await take(given('odd.jsonl', `{"kind":"foyer","version":1}\n${lines.join('\n')}\n`));
  const cookie = await server.logIn();
  const { body: list } = await server.call(contract.listStaffComments, {
    cookie,
    query: { state: 'approved' },
  });
  await server.call(contract.postDecisions, {
    cookie,
    body: { ids: list.comments.slice(0, 5).map(({ id }) => id), decision: 'delete' },
  });
  const before = await takeOut(server.site);
  expect(before.split('\n').length).toBeGreaterThan(150);
  for (const format of ['foyer', 'wxr', 'disqus'] as const) {
    const site = await emptySite();
    const file = given(`out.${format}`, await takeOut(server.site, format));
    const report = await take(file, {}, site);
    expect(report.rejected, format).toEqual([]);
    expect(report.format).toBe(format);
    expect(await takeOut(site), format).toBe(before);
    expect(await take(file, {}, site)).toMatchObject({ added: 0 });
    expect(await takeOut(site), `${format} twice`).toBe(before);
  }
  // Into where it came from: nothing new.
  expect(await take(given('again.jsonl', before))).toMatchObject({ added: 0 });
  expect(await takeOut(server.site)).toBe(before);
});

describe('pictures and followers', () => {
  const page = { url: 'https://www.shop.test/pictures' };
  const sent = async (id: string, secret: string, bytes: Buffer): Promise<void> => {
    await server.call(postDraft, { secret, body: { kind: 'comment' } });
    const reply = await server.app.request(
      new Request(
        `http://help.test/api/sites/shop/attachments?${new URLSearchParams({ id, name: 'Ä & "b".png' })}`,
        {
          method: 'POST',
          headers: {
            origin: 'https://www.shop.test',
            authorization: `Bearer ${secret}`,
            'content-type': 'application/octet-stream',
          },
          body: new Uint8Array(bytes),
        },
      ),
    );
    expect(reply.status).toBe(200);
  };
  const photo = (background: string) =>
    sharp({ create: { width: 700, height: 500, channels: 3, background } });
  const shown = async (site: Site, id: string): Promise<Buffer> => {
    const reply = await server.request('GET', `/sites/${site.key}/comments/pictures/${id}`);
    expect(reply.status).toBe(200);
    return Buffer.from(await reply.arrayBuffer());
  };
  const stored = (site: Site, id: string): Buffer =>
    readFileSync(attachmentPath(server.ctx.config.dataDirectory, site.id, id));

  /** A comment with two pictures, and somebody who follows its page. */
  const write = async (): Promise<[string, string]> => {
    const secret = newSecret();
    const pictures: [string, string] = [newId(), newId()];
    await sent(pictures[0], secret, await photo('#2f5d50').jpeg().toBuffer());
    await sent(pictures[1], secret, await photo('#a03020').png().toBuffer());
    const body = { ...page, id: newId(), title: 'P', language: 'en', body: 'Look', name: 'Zoë', took: 9_000 };
    const reply = await server.call(contract.postComment, {
      secret,
      body: { ...body, files: pictures, email: 'zoe@example.com', follow: 'replies', daily: true } as never,
    });
    expect(reply.status).toBe(200);
    return pictures;
  };

  test('come out with their bytes, and back again equal in all three formats, once', async () => {
    const pictures = await write();
    const before = await takeOut(server.site);
    expect(before.match(/"kind":"picture"/g)).toHaveLength(2);
    expect(before.match(/"kind":"follower"/g)).toHaveLength(1);
    for (const format of ['foyer', 'wxr', 'disqus'] as const) {
      const site = await emptySite();
      const file = given(`out.${format}`, await takeOut(server.site, format));
      const dry = await take(file, { dryRun: true }, site);
      expect(dry, format).toMatchObject({ added: 1, pictures: 2, followers: 1, rejected: [] });
      expect(await take(file, {}, site), format).toMatchObject({ pictures: 2, followers: 1, rejected: [] });
      expect(await takeOut(site), format).toBe(before);
      for (const id of pictures) {
        expect(stored(site, id).equals(stored(server.site, id))).toBe(true);
        expect((await shown(site, id)).equals(await shown(server.site, id))).toBe(true);
      }
      const again = await take(file, {}, site);
      expect(again).toMatchObject({ added: 0, pictures: 0, followers: 0, rejected: [] });
      expect(await takeOut(site)).toBe(before);
    }
  });

  test('what is no picture, hides something, or has no comment is told and does not come in as it is', async () => {
    const [first] = await write();
    const lines = (await takeOut(server.site)).split('\n');
    const record = JSON.parse(
      lines.find((one) => one.includes('"picture"') && one.includes(first))!,
    ) as object;
    const exif = { IFD0: { Copyright: 'secret place' } };
    const findTelling = await photo('#112233').withMetadata({ exif }).jpeg().toBuffer();
    const odd = (more: object) => JSON.stringify({ ...record, id: newId(), ...more });
    const site = await emptySite();
    const hiding = newId();
    const file = given(
      'odd.jsonl',
      [
        ...lines.filter((one) => !one.includes('"picture"') && one),
        odd({ data: Buffer.from('<html><script>alert(1)</script>').toString('base64') }),
        odd({ data: '????' }),
        odd({ comment: newId() }),
        odd({ name: 'a\nb' }),
        odd({ data: findTelling.subarray(0, 400).toString('base64') }),
        odd({ id: hiding, data: findTelling.toString('base64') }),
      ].join('\n'),
    );
    const report = await take(file, {}, site);
    expect(report).toMatchObject({ added: 1, pictures: 1 });
    expect(report.rejected.map(({ reason }) => reason)).toEqual([
      'This isn’t an image.',
      'it has no bytes',
      'its comment is not in the file',
      expect.stringMatching(/^it is no record of ours: name/),
      'This isn’t an image.',
    ]);
    expect(stored(site, hiding).includes('secret place')).toBe(false);
    expect((await shown(site, hiding)).length).toBeGreaterThan(0);
  });

  test('bytes that are gone are named, and everything else comes out', async () => {
    const [first] = await write();
    rmSync(attachmentPath(server.ctx.config.dataDirectory, server.site.id, first));
    const report = await exportComments(server.ctx, server.site, 'foyer', async () => {});
    expect(report).toMatchObject({ comments: 1, pictures: 1, missing: [first] });
  });

  test('a record of ours that was changed by hand is refused, not stored as it is', async () => {
    await write();
    for (const format of ['wxr', 'disqus'] as const) {
      const text = await takeOut(server.site, format);
      const file = given(
        `changed.${format}`,
        text.replace('&quot;state&quot;:&quot;approved&quot;', '&quot;state&quot;:&quot;king&quot;'),
      );
      const report = await take(file, {}, await emptySite());
      expect(report.rejected.map(({ reason }) => reason)).toEqual([
        expect.stringMatching(/^it is no record of ours: state/),
        'its comment is not in the file',
        'its comment is not in the file',
      ]);
      const broken = given(
        `broken.${format}`,
        text.replace('{&quot;kind&quot;:&quot;comment', '{&quot;kind'),
      );
      expect((await take(broken, {}, await emptySite())).rejected[0]!.reason).toMatch(/no JSON/);
    }
  });
});

test('a built site gets its comments baked in, again and again', async () => {
  await server.call(contract.postComment, {
    secret: newSecret(),
    body: {
      id: newId(),
      url: 'https://www.shop.test/news/',
      body: 'Baked words',
      language: 'en',
      took: 9_000,
    },
  });
  const file = given(
    'index.html',
    '<html lang="en"><head><link rel="canonical" href="https://www.shop.test/news/"></head><body><foyer-comments><p>Off</p></foyer-comments></body></html>',
  );
  const bake = () => bakeComments(server.ctx, server.site, folder, 'https://www.shop.test');
  expect(await bake()).toEqual({ baked: 1, unchanged: 0 });
  const once = readFileSync(file, 'utf8');
  expect(once).toContain('Baked words');
  expect(once).toContain('<p>Off</p>');
  expect(await bake()).toEqual({ baked: 0, unchanged: 1 });
  expect(readFileSync(file, 'utf8')).toBe(once);
});
