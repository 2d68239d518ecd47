import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { sites } from '../../server/core/people/sites/tables.ts';
import { keptRevisions } from '../../server/console/rules.ts';
import { settingsRevisions } from '../../server/console/tables.ts';
import { getSuggestions } from '../../shared/ask/routes.ts';
import * as routes from '../../shared/console/routes.ts';
import type { Saved, SiteDocument } from '../../shared/console/schema.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { postReport } from '../../shared/core/reports/routes.ts';
import { password, publicUrl, siteOrigin, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let cookie: string;
beforeEach(async () => {
  server = await startTestServer();
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  cookie = await server.logIn('olga@shop.test');
});
afterEach(() => server.close());

const load = async (): Promise<Saved> => (await server.call(routes.getSaved, { cookie })).body;
const save = (revision: number, document: SiteDocument) =>
  server.call(routes.putSettings, { cookie, body: { revision, document } });
const withAccent = (document: SiteDocument, accent: string): SiteDocument => ({
  ...document,
  settings: { ...document.settings, theme: { ...document.settings.theme, accent } },
});

describe('settings', () => {
  test('are for admins and owners alone, from our own pages alone', async () => {
    const agent = await server.logIn();
    for (const what of ['settings', 'history', 'installations', 'people', 'export']) {
      const headers = { cookie: agent, origin: publicUrl };
      const reply = await server.request('GET', `/api/console/${server.site.id}/${what}`, { headers });
      expect(reply.status, what).toBe(403);
    }
    expect((await server.call(routes.getSaved, {})).status).toBe(401);
    expect((await server.call(routes.getSaved, { cookie, headers: { origin: siteOrigin } })).status).toBe(
      403,
    );
    const other = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
    expect((await server.call(routes.getSaved, { cookie, path: { site: other! } })).status).toBe(404);
  });

  test('are what visitors get at once after they were saved', async () => {
    expect((await server.call(getSettings, {})).body.theme.accent).toBe('#2f5d50');
    const { revision, document } = await load();
    const reply = await save(revision, { ...withAccent(document, '#aa0000'), name: 'The Shop' });
    expect(reply.status).toBe(200);
    expect(reply.body.revision).toBe(revision + 1);
    const shown = (await server.call(getSettings, {})).body;
    expect([shown.name, shown.theme.accent]).toEqual(['The Shop', '#aa0000']);
    // The short form is a colour too, and is kept written out.
    const short = await save(reply.body.revision, withAccent(reply.body.document, '#0Af'));
    expect([short.status, short.body.document.settings.theme.accent]).toEqual([200, '#00AAff']);
  });

  test('let a new origin in and an old one out at once', async () => {
    const { revision, document } = await load();
    const from = (origin: string) => server.call(getSettings, { headers: { origin } });
    const suggested = (origin: string) =>
      server.call(getSuggestions, { headers: { origin }, query: { q: 'where is my order' } as never });
    const fromCache = async () =>
      (await server.ctx.metrics.pages.get()).values.find(({ labels }) => labels['from'] === 'cache')?.value ??
      0;
    expect((await from(siteOrigin)).status).toBe(200);
    // What is kept for one page's address is nobody else's, and not its own any more.
    await vi.waitFor(async () => {
      expect((await suggested(siteOrigin)).status).toBe(200);
      expect(await fromCache()).toBeGreaterThan(0);
    }, 60_000);
    expect((await suggested('https://evil.test')).status).toBe(403);
    await save(revision, { ...document, origins: ['https://new.shop.test'] });
    expect((await suggested(siteOrigin)).status).toBe(403);
    expect((await from('https://new.shop.test')).status).toBe(200);
    expect((await from(siteOrigin)).status).toBe(403);
  });

  test('written on an old revision change nothing, and the answer says what is there now', async () => {
    const { revision, document } = await load();
    await save(revision, withAccent(document, '#aa0000'));
    const reply = await save(revision, withAccent(document, '#00aa00'));
    expect(reply.status).toBe(409);
    const { error } = reply.body as unknown as { error: { code: string; current: Saved } };
    expect(error.code).toBe('conflict');
    expect(error.current.document.settings.theme.accent).toBe('#aa0000');
    expect((await load()).document.settings.theme.accent).toBe('#aa0000');
  });

  test('sent twice because the first answer was lost are saved once', async () => {
    const { revision, document } = await load();
    await save(revision, withAccent(document, '#aa0000'));
    const again = await save(revision, withAccent(document, '#aa0000'));
    expect([again.status, again.body.revision]).toEqual([200, revision + 1]);
  });

  test('written by two at once: one is saved, the other is told', async () => {
    const { revision, document } = await load();
    const replies = await Promise.all([
      save(revision, withAccent(document, '#aa0000')),
      save(revision, withAccent(document, '#00aa00')),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each([
    ['settings.theme.accent', (it: SiteDocument) => withAccent(it, 'red')],
    ['origins.0', (it: SiteDocument) => ({ ...it, origins: ['https://shop.test/path'] })],
    ['name', (it: SiteDocument) => ({ ...it, name: ' ' })],
    ['extra', (it: SiteDocument) => ({ ...it, extra: 1 }) as SiteDocument],
    ['settings.hours.zone', (it: SiteDocument) => withHours(it, { zone: 'Mars/Base' })],
    [
      'settings.hours.week.0',
      (it: SiteDocument) =>
        withHours(it, { week: [[{ from: '09:00', to: '09:00' }], [], [], [], [], [], []] }),
    ],
    [
      'settings.hours.week.1',
      (it: SiteDocument) =>
        withHours(it, {
          week: [
            [],
            [
              { from: '09:00', to: '13:00' },
              { from: '12:00', to: '17:00' },
            ],
            [],
            [],
            [],
            [],
            [],
          ],
        }),
    ],
    [
      'settings.hours.exceptions.0.date',
      (it: SiteDocument) => withHours(it, { exceptions: [{ date: '2026-02-30', intervals: [] }] }),
    ],
    ['settings.texts.en.backAt', (it: SiteDocument) => withTexts(it, { backAt: 'Back soon' })],
    ['settings.texts.en.need', (it: SiteDocument) => withTexts(it, { need: 'Hello {name}' })],
    ['settings.texts.en.need', (it: SiteDocument) => withTexts(it, { need: 'x'.repeat(301) })],
  ])('with a wrong %s are refused by that name, and nothing is lost', async (field, spoil) => {
    const { revision, document } = await load();
    const reply = await save(revision, spoil(document));
    expect(reply.status).toBe(400);
    expect(Object.keys((reply.body as unknown as { error: { fields: object } }).error.fields)).toContain(
      `document.${field}`,
    );
    expect((await load()).revision).toBe(revision);
  });

  test('take a zone by any of its names and hours past midnight, and give the zone’s current name', async () => {
    const { revision, document } = await load();
    const week = [[{ from: '22:00', to: '02:00' }], [], [], [], [], [], []];
    const { body } = await save(revision, withHours(document, { zone: 'Europe/Kiev', week }));
    expect(body.document.settings.hours).toMatchObject({ zone: 'Europe/Kyiv', week });
    expect((await load()).document.settings.hours.zone).toBe('Europe/Kyiv');
  });

  test('with the owner’s words, places kept, are taken', async () => {
    const { revision, document } = await load();
    const texts = {
      backAt: 'We return {when}',
      'answersFound.zero': 'Nothing',
      'page.heardBy': '{time}: {name}',
    };
    expect((await save(revision, withTexts(document, texts))).status).toBe(200);
  });

  test('stored by an earlier version are completed', async () => {
    const { theme, hours } = (await load()).document.settings;
    await server.ctx.database.write((tx) => [
      tx
        .update(sites)
        .set({ settings: { languages: ['en'], theme, hours } as never })
        .where(eq(sites.id, server.site.id)),
    ]);
    const { document, revision } = await load();
    expect(document.settings.texts).toEqual({});
    expect((await save(revision, document)).status).toBe(200);
  });
});

const withHours = (
  document: SiteDocument,
  hours: Partial<SiteDocument['settings']['hours']>,
): SiteDocument => ({
  ...document,
  settings: { ...document.settings, hours: { ...document.settings.hours, ...hours } },
});
const withTexts = (document: SiteDocument, en: Record<string, string>): SiteDocument => ({
  ...document,
  settings: { ...document.settings, texts: { en } },
});

describe('history', () => {
  test('tells who changed what and when, and goes back as a new revision', async () => {
    const { document } = await load();
    await save(1, withAccent(document, '#aa0000'));
    server.clock.pass(60_000);
    await save(2, { ...withAccent(document, '#aa0000'), name: 'Renamed' });
    const { revisions } = (await server.call(routes.getHistory, { cookie })).body;
    expect(revisions.map(({ revision, by, kind, changed }) => ({ revision, by, kind, changed }))).toEqual([
      { revision: 3, by: 'Olga Owner', kind: 'change', changed: ['name'] },
      { revision: 2, by: 'Olga Owner', kind: 'change', changed: ['settings.theme.accent'] },
      { revision: 1, by: null, kind: 'start', changed: [] },
    ]);
    expect(revisions[0]!.at - revisions[1]!.at).toBe(60_000);
    expect(revisions.map(({ changes }) => changes)).toEqual([
      [{ path: ['name'], before: 'Shop', after: 'Renamed' }],
      [
        {
          path: ['settings', 'theme', 'accent'],
          before: document.settings.theme.accent,
          after: '#aa0000',
        },
      ],
      [],
    ]);

    const undone = await server.call(routes.undo, { cookie, body: { revision: 3, to: 1 } });
    expect(undone.body.revision).toBe(4);
    expect(undone.body.document).toEqual(document);
    expect((await server.call(getSettings, {})).body.name).toBe('Shop');
    expect((await server.call(routes.undo, { cookie, body: { revision: 3, to: 2 } })).status).toBe(409);
    expect((await server.call(routes.undo, { cookie, body: { revision: 4, to: 77 } })).status).toBe(404);
  });

  test('shows long values by their beginning', async () => {
    const { document } = await load();
    await save(1, withTexts(document, { greeting: 'word '.repeat(30).trim() }));
    const { revisions } = (await server.call(routes.getHistory, { cookie })).body;
    const shown = revisions[0]!.changes[0]!;
    expect(JSON.stringify(shown.after).length).toBeLessThan(100);
    expect(JSON.stringify(shown.after)).toContain('word …'.replace(' ', ''));
  });

  test('is bounded', async () => {
    const { document } = await load();
    for (let revision = 1; revision <= keptRevisions + 5; revision++)
      await save(revision, { ...document, name: `Name ${revision}` });
    const rows = await server.ctx.database.read.select().from(settingsRevisions);
    expect(rows).toHaveLength(keptRevisions);
  });
});

describe('export and import', () => {
  test('bring a site’s settings back, and say before what will change', async () => {
    const file = await server.call(routes.exportSettings, { cookie });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="foyer-shop.json"');
    const { document } = await load();
    await save(1, withAccent(document, '#aa0000'));
    const look = await server.call(routes.importSettings, {
      cookie,
      body: { revision: 2, file: file.body as never, apply: false },
    });
    expect(look.body.changes).toEqual([
      { path: ['settings', 'theme', 'accent'], before: '#aa0000', after: '#2f5d50' },
    ]);
    expect((await load()).revision).toBe(2);
    const done = await server.call(routes.importSettings, {
      cookie,
      body: { revision: 2, file: file.body as never, apply: true },
    });
    expect(done.body.saved.document).toEqual(document);
  });

  test.each([
    ['file.version', { version: 2 }],
    ['file.format', { format: 'something' }],
    ['settings.theme.accent', { document: { name: 'x', origins: [], settings: { theme: { accent: 'x' } } } }],
    ['name', { document: { origins: [], settings: {} } }],
  ])('refuse a file by its %s', async (field, wrong) => {
    const { body } = await server.call(routes.exportSettings, { cookie });
    const reply = await server.call(routes.importSettings, {
      cookie,
      body: { revision: 1, file: { ...body, ...wrong } as never, apply: true },
    });
    expect(reply.status).toBe(400);
    expect(Object.keys((reply.body as unknown as { error: { fields: object } }).error.fields)).toContain(
      field,
    );
  });

  test('a file of an earlier version, without what came later, is completed', async () => {
    const { body } = await server.call(routes.exportSettings, { cookie });
    const { texts: _, categories: __, ...settings } = body.document.settings;
    const file = { ...body, document: { ...body.document, settings } };
    const reply = await server.call(routes.importSettings, {
      cookie,
      body: { revision: 1, file: file as never, apply: true },
    });
    expect([reply.status, reply.body.changes]).toEqual([200, []]);
  });
});

describe('is it installed', () => {
  const visit = (origin: string) => server.call(getSettings, { headers: { origin } });
  const seen = async () => (await server.call(routes.getInstallations, { cookie })).body.installations;

  test('says where the script was seen, let in or refused, and nothing about anybody', async () => {
    await visit(siteOrigin);
    await visit('https://staging.shop.test');
    expect(await seen()).toEqual([
      {
        origin: siteOrigin,
        allowed: true,
        worked: true,
        firstSeen: server.clock.now(),
        lastSeen: server.clock.now(),
      },
      {
        origin: 'https://staging.shop.test',
        allowed: false,
        worked: false,
        firstSeen: server.clock.now(),
        lastSeen: server.clock.now(),
      },
    ]);
  });

  test('comes with what visitors’ browsers told of the last month, one a kind, counted', async () => {
    const tell = (kind: 'csp' | 'error', detail: string, origin = siteOrigin) =>
      server.call(postReport, { body: { kind, detail }, headers: { origin } });
    await tell('error', 'TypeError: x is not a function');
    server.clock.pass(24 * 3_600_000);
    await tell('csp', 'connect-src help.test');
    server.clock.pass(24 * 3_600_000);
    await tell('csp', 'script-src-elem help.test');
    const late = await server.logIn('olga@shop.test');
    const { body } = await server.call(routes.getInstallations, { cookie: late });
    expect(body.troubles).toEqual([
      {
        kind: 'csp',
        count: 2,
        detail: 'script-src-elem help.test',
        origin: siteOrigin,
        at: server.clock.now(),
      },
      {
        kind: 'error',
        count: 1,
        detail: 'TypeError: x is not a function',
        origin: siteOrigin,
        at: server.clock.now() - 48 * 3_600_000,
      },
    ]);
  });

  test('is written at most once a minute an origin, and a change of answer at once', async () => {
    await visit(siteOrigin);
    const [first] = await seen();
    server.clock.pass(59_000);
    await visit(siteOrigin);
    expect((await seen())[0]).toEqual(first);
    server.clock.pass(2_000);
    await visit(siteOrigin);
    expect((await seen())[0]).toEqual({ ...first, lastSeen: server.clock.now() });
    await visit('https://staging.shop.test');
    const { document, revision } = await load();
    await save(revision, { ...document, origins: [...document.origins, 'https://staging.shop.test'] });
    expect((await seen()).find(({ origin }) => origin.includes('staging'))).toMatchObject({
      allowed: true,
      worked: false,
    });
    await visit('https://staging.shop.test');
    expect((await seen()).find(({ origin }) => origin.includes('staging'))).toMatchObject({ worked: true });
  });

  test('keeps fifty origins, and a flood of strange ones never pushes out the site’s own', async () => {
    await visit(siteOrigin);
    for (let index = 0; index < 80; index++) await visit(`https://evil-${index}.test`);
    const rows = await seen();
    expect(rows).toHaveLength(50);
    expect(rows[0]!.origin).toBe(siteOrigin);
    await visit(`https://${'a'.repeat(400)}.test`);
    await visit('not an origin');
    expect(await seen()).toHaveLength(50);
  });

  test('a flood of made-up origins is not written on and on', async () => {
    for (let index = 0; index < 110; index++) {
      // From many addresses: the answer is refused either way, what counts is what is kept of it.
      const headers = { origin: `https://evil-${index}.test` };
      await server.request('GET', '/api/sites/shop/settings', { headers, address: `203.0.113.${index}` });
      server.clock.pass(1);
    }
    const origins = (await seen()).map(({ origin }) => origin);
    expect(origins).toContain('https://evil-99.test');
    expect(origins).not.toContain('https://evil-109.test');
    await visit(siteOrigin);
    expect((await seen())[0]!.origin).toBe(siteOrigin);
  });

  test('sees our own pages, whose requests name no origin', async () => {
    await server.request('GET', '/api/sites/shop/settings', {
      headers: { origin: '', 'sec-fetch-site': 'same-origin' },
    });
    expect((await seen())[0]).toMatchObject({ origin: publicUrl, worked: true });
  });
});

test('our own words of the public pages are there in the owner’s keys', async () => {
  const { body } = await server.call(routes.getPageTexts, { cookie, query: { language: 'de' } });
  expect(body.texts['page.askUs']).toBe('Frag uns');
  expect(Object.keys(body.texts)).toContain('page.answers.one');
});
