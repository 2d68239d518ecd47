import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getSuggestions, postQuestion, postSuggestionEvent } from '../../../shared/ask/routes.ts';
import { getThread, postMessage } from '../../../shared/core/conversations/routes.ts';
import { getInboxThread, postStaffMessage } from '../../../shared/inbox/routes.ts';
import { importEntry } from '../../../server/ask/importFaq.ts';
import { dialect } from '../../../server/config.ts';
import { createLimiter } from '../../../server/core/http/limits.ts';
import { hostile } from '../../helpers/data.ts';
import {
  newId,
  newSecret,
  publicUrl,
  question,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';
import { testClock } from '../../helpers/clock.ts';

// SQLite takes them all; PostgreSQL what it alone might refuse.
const lists: Parameters<typeof hostile>[0][] =
  dialect === 'postgres'
    ? ['unicode', 'header-injection', 'prototype-pollution']
    : [
        'blns',
        'dompurify',
        'unicode',
        'filenames',
        'csv-formula',
        'header-injection',
        'log-injection',
        'prototype-pollution',
        'search-query',
      ];

describe('hostile strings', () => {
  let server: TestServer;
  let cookie: string;
  beforeAll(async () => {
    server = await startTestServer({ overrides: { limiter: createLimiter(testClock(), 1e9) } });
    cookie = await server.logIn();
    await importEntry(
      server.ctx,
      server.site,
      {
        id: '1',
        title: 'How do I return a bag?',
        details: '',
        answer: 'Send it back.',
        language: 'en',
        category: null,
        phrasings: [],
      },
      false,
    );
  });
  afterAll(() => server.close());

  let secret = '';
  let thread = '';
  /** A thread for some strings: an endless one would only measure itself. */
  const freshThread = async (): Promise<void> => {
    secret = newSecret();
    thread = (await server.call(postQuestion, { body: question(), secret })).body.conversation.id;
  };

  /** A message is stored exactly as sent, on both sides, or refused for its size or with its field. */
  const sendMessages = async (text: string): Promise<void> => {
    const path = { conversation: thread };
    const message = await server.call(postMessage, { path, secret, body: { id: newId(), body: text } });
    const reply = await server.call(postStaffMessage, {
      path,
      cookie,
      body: { id: newId(), body: text, visibility: 'public' },
    });
    for (const sent of [message, reply])
      if (sent.status === 200) expect(sent.body.message.body).toBe(text);
      else if (sent.status !== 413)
        expect(sent.body, JSON.stringify(text)).toMatchObject({
          error: { code: 'invalid', fields: { body: expect.any(String) } },
        });
    const read = await server.call(getThread, { path, secret });
    if (message.status === 200)
      expect(read.body.messages.filter((item) => item.body === text).length).toBeGreaterThanOrEqual(2);
  };

  const fields = ['title', 'details', 'name', 'email', 'language', 'website', 'category'];

  /** Every field of a question: those that are refused are named; with the rest, each is stored exactly as sent. */
  const sendFields = async (text: string): Promise<void> => {
    const given: Record<string, unknown> = Object.fromEntries(fields.map((field) => [field, text]));
    for (const page of [
      { url: text, title: text },
      { url: 'https://www.shop.test/', title: text },
      undefined,
    ]) {
      let body = question({ ...given, ...(page && { page }) });
      let reply = await server.call(postQuestion, { body, secret: newSecret() });
      for (let round = 0; reply.status === 400 && round < 4; round++) {
        const refused = Object.keys((reply.body as unknown as { error: { fields: object } }).error.fields);
        expect(refused.length, JSON.stringify(text)).toBeGreaterThan(0);
        for (const name of refused)
          expect([...fields, 'page.url', 'page.title'], JSON.stringify(text)).toContain(name);
        if (refused.some((name) => name.startsWith('page.'))) break;
        body = question({
          ...Object.fromEntries(Object.entries(given).filter(([name]) => !refused.includes(name))),
          ...(page && { page }),
        });
        for (const name of refused) delete given[name];
        reply = await server.call(postQuestion, { body, secret: newSecret() });
      }
      if (reply.status === 413 || reply.status === 400) continue;
      expect(reply.status).toBe(200);
      const { conversation, messages } = (
        await server.call(getInboxThread, { path: { conversation: body.id }, cookie })
      ).body;
      const sent = body as Record<string, unknown>;
      expect(conversation.subject).toBe(sent['title']);
      const details = (sent['details'] as string | undefined) ?? '';
      expect(messages[0]!.body).toBe(
        details.trim() === '' ? sent['title'] : `${sent['title']}\n\n${details}`,
      );
      // A name that nobody can see is none.
      const name = String(sent['name'] ?? '');
      expect(conversation.visitor.name).toBe(hasVisibleText(name) ? name : '');
      expect(conversation.visitor.email).toBe((sent['email'] as string | undefined) || null);
      expect(conversation.page).toEqual(page ?? null);
    }
  };

  /** Every parameter: an answer that is not a fault, and no markup of theirs in a page. */
  const askEverywhere = async (text: string): Promise<void> => {
    const part = encodeURIComponent(text.toWellFormed());
    const staff = { cookie, origin: publicUrl };
    const none = { origin: '' };
    const calls: [string, Record<string, string>?][] = [
      [`/api/sites/shop/suggestions?q=${part}`],
      [`/api/sites/shop/suggestions?q=bag&language=${part}`],
      [`/api/sites/${part}/settings`],
      [`/api/sites/shop/questions/${part}`],
      [`/sites/shop/questions?q=${part}`, none],
      [`/sites/shop/questions?category=${part}&page=${part}&lang=${part}`, none],
      [`/sites/shop/ask?title=${part}`, none],
      [`/sites/shop/questions/${part}/${part}`, none],
      [`/assets/${part}`, none],
      [`/demo/${part}x`, none],
      [`/api/inbox/${server.site.id}/conversations?view=${part}`, staff],
      [`/api/inbox/${server.site.id}/conversations?after=${part}`, staff],
      [`/api/inbox/${part}/conversations`, staff],
    ];
    for (const [path, headers] of calls) {
      const reply = await server.request('GET', path, headers ? { headers } : {});
      expect(reply.status, path).toBeLessThan(500);
      const page = await reply.text();
      if (reply.headers.get('content-type')?.startsWith('text/html') && !path.startsWith('/demo'))
        expect(/<(?:script(?! type="application\/ld\+json")|img|svg|iframe)[\s>]/i.test(page), path).toBe(
          false,
        );
    }
  };

  test.each(lists)(
    '%s: stored as sent or refused by name, never a fault',
    async (name) => {
      const strings = hostile(name);
      for (const [index, text] of strings.entries()) {
        if (index % 20 === 0) await freshThread();
        await sendMessages(text);
        await sendFields(text);
        await askEverywhere(text);
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(server.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
    },
    180_000,
  );

  test('log-injection: what is logged is one line of JSON without control characters', () => {
    for (const text of hostile('log-injection')) server.ctx.log.info({ address: text, route: text }, text);
    for (const line of server.logged) {
      expect(line.endsWith('\n')).toBe(true);
      expect(() => JSON.parse(line)).not.toThrow();
      expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    }
  });

  test('search-query: a hostile query is an answer and can be recorded', async () => {
    const found = await server.call(getSuggestions, { query: { q: 'return bag' } });
    for (const text of hostile('search-query')) {
      const reply = await server.call(postSuggestionEvent, {
        body: {
          id: newId(),
          session: newId(),
          kind: 'shown',
          question: found.body.suggestions[0]!.id,
          query: text,
          language: 'en',
        },
      });
      expect([200, 400]).toContain(reply.status);
    }
  });
});
