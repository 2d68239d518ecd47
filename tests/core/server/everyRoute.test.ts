import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import { postStaffIdea } from '../../../shared/ideas/staffRoutes.ts';
import * as articleRoutes from '../../../shared/articles/routes.ts';
import { putAnnouncement } from '../../../shared/announcements/routes.ts';
import { postQuestion } from '../../../shared/ask/routes.ts';
import { postCallback } from '../../../shared/callbacks/routes.ts';
import { defaultComments } from '../../../shared/comments/defaults.ts';
import { postComment } from '../../../shared/comments/routes.ts';
import { postAnswer, putSurvey } from '../../../shared/nps/routes.ts';
import { dialect } from '../../../server/config.ts';
import { createLimiter } from '../../../server/core/http/limits.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { testClock } from '../../helpers/clock.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  question,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';
import { type JsonSchema, leanAlong, leavesOf, sampleOf, withLeaf } from '../../helpers/schemaSamples.ts';

/*
 * Every route of the contract and every page, with one hostile value at a time where a good one belongs: in each
 * parameter, each header that is read, each field of a body. Nothing is a fault, and what was stored breaks nothing
 * that is read later.
 */

/** Texts that a careless reader trips over: names of prototypes, tags that are none, instants that no date holds. */
const hostileTexts = [
  ...['', 'true', '__proto__', 'toString', 'en-a', '-1', '9e15', '-9e15', '1e400', '0001-01-01'],
  ...['9999-12-31', '\u0000', '\ud800', '//', 'https://[', 'x'.repeat(3_000)],
];
/** Those that a header can carry and somebody reads as more than a text. */
const headerTexts = ['', '__proto__', 'en-a', '-9e15', 'x'.repeat(3_000)];
const hostileNumbers = [-1, 0.5, 8.64e15 + 2, -9e15, 1e308];
const hostileOthers: unknown[] = [null, true, [], {}, JSON.parse('{"__proto__":{"polluted":1}}')];

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[];
  body: JsonSchema | undefined;
  takesFile: boolean;
  isStream: boolean;
  forStaff: boolean;
  /** The schema a route checks a body with, for what never gets beyond it. */
  check: z.ZodType | undefined;
  checkQuery: z.ZodType | undefined;
}

/** A walk is thousands of calls, longer than other tests may take. */
const walkTime = 600_000;

let server: TestServer;
let cookie: string;
let operations: Operation[];
/** The visitor whose things the walk looks at. */
const secret = newSecret();
const known: Record<string, string> = {};
const page = 'https://www.shop.test/news/spring';

const readOperations = async (): Promise<Operation[]> => {
  const { paths } = await (await server.request('GET', '/api/openapi.json')).json();
  return Object.entries(paths as Record<string, Record<string, never>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { parameters, requestBody, responses, security } = operation as unknown as {
        parameters: Operation['parameters'];
        requestBody?: { content: Record<string, { schema: JsonSchema }> };
        responses: { '200': { content: object } };
        security: object[];
      };
      const content = requestBody?.content ?? {};
      const mounted = server.operations.find(
        ({ route }) =>
          route.method === method.toUpperCase() && route.path.replace(/:(\w+)/g, '{$1}') === path,
      );
      return {
        method: method.toUpperCase(),
        path,
        // Those that many operations share are references.
        parameters: parameters.filter((one) => 'name' in one),
        body: content['application/json']?.schema,
        takesFile: 'application/octet-stream' in content,
        isStream: 'text/event-stream' in responses['200'].content,
        forStaff: security.some((one) => 'staffSession' in one),
        check: mounted?.endpoint.body,
        checkQuery: mounted?.endpoint.query,
      };
    }),
  );
};

/** One of everything that a route can be asked for. */
const fillSite = async (): Promise<void> => {
  const owner = await server.logIn('olga@shop.test');
  const body = question();
  await server.call(postQuestion, { secret, body });
  const call = newId();
  await server.call(postCallback, {
    secret,
    body: {
      id: call,
      number: '+49 30 901820',
      country: 'DE',
      when: 'soon',
      zone: 'Europe/Athens',
      language: 'en',
    },
  });
  const announcement = newId();
  const rule = { ...defaultRule(), on: true };
  await server.call(putAnnouncement, {
    path: { announcement },
    cookie: owner,
    body: {
      revision: 0,
      draft: {
        form: 'card',
        category: 'new',
        texts: { en: { title: 'A new rack', body: 'It carries 18 kg.' } },
        image: null,
        isPublished: true,
        publishAt: server.clock.now(),
        expiresAt: null,
        pages: [],
        attributes: [],
        rule,
      },
    },
  });
  const survey = newId();
  await server.call(putSurvey, {
    path: { survey },
    cookie: owner,
    body: {
      revision: 0,
      draft: {
        name: 'All',
        question: {},
        follow: { promoter: {}, passive: {}, detractor: {} },
        link: '',
        makeRight: true,
        owner: null,
        apartDays: 90,
        rule,
      },
    },
  });
  const response = newId();
  await server.call(postAnswer, {
    path: { response },
    secret,
    body: { survey, score: 9, text: '', language: 'en', source: 'page', page: '/' },
  });
  const comment = newId();
  await server.call(postComment, {
    secret,
    body: {
      id: comment,
      url: page,
      title: 'Spring',
      body: 'Nice',
      language: 'en',
      name: 'Zoë',
      took: 10_000,
    },
  });
  const [article, text] = [newId(), newId()];
  await server.call(articleRoutes.putArticle, {
    path: { article },
    cookie: owner,
    body: {
      revision: 0,
      article: { category: null, audience: 'public', language: 'en', verifyBy: null, authors: [] },
    },
  });
  const path = { article, text };
  await server.call(articleRoutes.putArticleText, {
    path,
    cookie: owner,
    body: { revision: 0, language: 'en', title: 'A rack', body: 'It carries 18 kg.' },
  });
  await server.call(articleRoutes.publishArticleText, {
    path,
    cookie: owner,
    body: { revision: 1, at: null },
  });
  const idea = newId();
  await server.call(postStaffIdea, {
    cookie: owner,
    body: { id: idea, title: 'A rain cover', details: '', language: 'en' },
  });
  const [visitor] = await server.ctx.database.raw<{ id: string }>('select id from visitors limit 1', []);
  Object.assign(known, {
    contact: visitor?.id,
    other: visitor?.id,
    article,
    text,
    idea,
    conversation: body.id,
    question: body.id,
    callback: call,
    announcement,
    survey,
    response,
    comment,
  });
};

beforeAll(async () => {
  server = await startTestServer({
    settings: {
      features: {
        ask: true,
        chat: true,
        callback: true,
        comments: true,
        nps: true,
        announcements: true,
      } as never,
      comments: { ...defaultComments(), moderation: 'off' },
      ideas: { mode: 'approve', names: {} },
    },
    overrides: { limiter: createLimiter(testClock(), 1e9) },
  });
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  await fillSite();
  cookie = await server.logIn('olga@shop.test');
  operations = await readOperations();
});
afterAll(() => server.close());

/** Addresses of pages are asked for as they stand on the site. */
const paramOf = (name: string, schema: JsonSchema): string =>
  name === 'url' || name === 'page' ? page : String(sampleOf(schema, name));

const send = async (
  operation: Operation,
  changed: {
    path?: Record<string, string>;
    query?: Record<string, string>;
    headers?: object;
    body?: unknown;
  },
): Promise<Response> => {
  const { method, parameters, forStaff, takesFile } = operation;
  const isPut = method === 'PUT' && (changed.body as { revision?: unknown } | undefined)?.revision === 0;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      changed.path?.[name] ??
        (name === 'site'
          ? forStaff
            ? server.site.id
            : 'shop'
          : // What is put for the first time is under an ID of its own.
            isPut
            ? newId()
            : (known[name] ?? known['conversation']!)),
    ),
  );
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of parameters)
    if (place === 'query' && required) query.set(name, paramOf(name, schema));
  // A stream that is polled ends by itself.
  if (operation.isStream) query.set('poll', '1');
  for (const [name, value] of Object.entries(changed.query ?? {})) query.set(name, value);
  const answer = await server.request(method, query.size ? `${path}?${query}` : path, {
    ...(operation.body && { body: JSON.stringify(changed.body) }),
    ...(takesFile && { body: 'words' }),
    ...(operation.isStream && { signal: AbortSignal.abort() }),
    headers: {
      ...(forStaff ? { cookie, origin: publicUrl } : { authorization: `Bearer ${secret}` }),
      ...(takesFile && { 'content-type': 'application/octet-stream' }),
      ...changed.headers,
    },
  });
  await answer.arrayBuffer();
  return answer;
};

/** Faults on our side, with the request of each. */
const faults: string[] = [];
const note = (answer: Response, ...what: unknown[]): Response => {
  const { status } = answer;
  if (status >= 500 && status !== 503)
    faults.push(
      `${status} ${what
        .map((one) => JSON.stringify(one))
        .join(' ')
        .slice(0, 200)}`,
    );
  return answer;
};

/** Pages, by path: what is mounted besides the contract. */
const pagePaths = (): string[] => {
  const contract = new Set(server.operations.map(({ route }) => route.path));
  return [
    ...new Set(server.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)),
  ].filter((path) => !contract.has(path) && !path.includes('*'));
};
const pageAt = (path: string): string =>
  path.replace(
    /\/:(\w+)(?:\{[^}]*\})?/g,
    (_, name: string) => `/${name === 'site' ? 'shop' : (known[name] ?? 'x')}`,
  );

/** Reads everything that can be read, as it is now. */
const readAll = async (after: unknown): Promise<void> => {
  for (const operation of operations)
    if (operation.method === 'GET') note(await send(operation, {}), operation.path, 'after', after);
  for (const path of pagePaths())
    note(
      await server.request('GET', `${pageAt(path)}?url=${encodeURIComponent(page)}`, {
        headers: { origin: '' },
      }),
      path,
      'after',
      after,
    );
};

/**
 * Whether input is worth sending to this engine. What the schema refuses gets no further, whichever engine is behind
 * it: the walk on SQLite sends that too, and most of the walk is of it.
 */
const reachesEngine = (schema: z.ZodType | undefined, input: object): boolean =>
  dialect === 'sqlite' || !schema || schema.safeParse(JSON.parse(JSON.stringify(input))).success;

/** The parameters that a call must have. */
const requiredQuery = ({ parameters }: Operation): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter((one) => one.in === 'query' && one.required)
      .map(({ name, schema }) => [name, paramOf(name, schema)]),
  );

/** Operations after which everything is read again. */
const readEvery = dialect === 'sqlite' ? 10 : 40;

const expectNoFaults = (): void => expect([...new Set(faults.splice(0))]).toEqual([]);

test('the good values are good: without them a walk would only measure the schemas', async () => {
  await readAll('nothing');
  expectNoFaults();
  const refused: string[] = [];
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    const { status } = await send(operation, {});
    if (status !== 200) refused.push(`${status} ${operation.path}`);
  }
  // A file, a delivery, a public question, an answer or a segment of that ID, a dialler's token and
  // a pass for moderating a page, a mail in HTML and a page of our own that
  // somebody logs in on are what the site has none of.
  expect(
    refused.filter(
      (one) =>
        !/deliveries|attachment|question|history|dialler|picture|segment\}|comments\/moderation|original|login\/providers/.test(
          one,
        ),
    ),
  ).toEqual([]);
});

test(
  'no parameter and no header of any route is a fault',
  async () => {
    const headers = ['accept-language', 'user-agent', 'last-event-id', 'x-forwarded-for', 'if-none-match'];
    for (const operation of operations) {
      // What a good call removes or ends would be missing for the calls after it.
      if (operation.method !== 'GET') continue;
      for (const text of hostileTexts.map((one) => one.toWellFormed())) {
        for (const { name, in: place } of operation.parameters)
          if (
            place === 'query'
              ? reachesEngine(operation.checkQuery, { ...requiredQuery(operation), [name]: text })
              : text !== ''
          )
            note(await send(operation, { [place]: { [name]: text } }), operation.path, name, text);
        if (headerTexts.includes(text))
          for (const name of headers)
            note(await send(operation, { headers: { [name]: text } }), operation.path, name, text);
      }
    }
    for (const path of pagePaths())
      for (const text of hostileTexts.map((one) => one.toWellFormed())) {
        const part = encodeURIComponent(text);
        // Words of the page never reach the engine: they are tried on one.
        const words = ['lang', 'title', 'as', 'type', 'score', 'more'];
        const query = [
          'q',
          'category',
          'page',
          'url',
          'thread',
          'sort',
          'after',
          ...(dialect === 'sqlite' ? words : []),
        ];
        for (const name of query)
          note(
            await server.request('GET', `${pageAt(path)}?${name}=${part}`, { headers: { origin: '' } }),
            path,
            name,
            text,
          );
        if (part !== '' && path.includes(':'))
          note(
            await server.request('GET', path.replace(/:(\w+)(?:\{[^}]*\})?/g, part), {
              headers: { origin: '' },
            }),
            path,
            text,
          );
      }
    expectNoFaults();
  },
  walkTime,
);

test(
  'no field of any body is a fault, nor does what it stored break what is read',
  async () => {
    const ends = (operation: Operation): boolean =>
      operation.method === 'DELETE' || /\/(?:logout|login|password|sessions?)$/.test(operation.path);
    const ordered = operations
      .filter(({ body }) => body)
      .sort((one, other) => Number(ends(one)) - Number(ends(other)));
    let accepted = 0;
    const sinceRead: string[] = [];
    for (const operation of ordered) {
      const good = sampleOf(operation.body!, '', known);
      const first = note(await send(operation, { body: good }), operation.method, operation.path, good);
      if (first.status !== 400) accepted++;
      for (const { path, value } of leavesOf(good)) {
        const kind = typeof value;
        const hostile = [
          ...(kind === 'number' ? hostileNumbers : []),
          ...(kind === 'string' ? hostileTexts : []),
          ...hostileOthers,
        ];
        for (const bad of hostile) {
          const fresh = { ...(withLeaf(leanAlong(operation.body!, good, path), path, bad) as object) };
          if ('id' in fresh && path[0] !== 'id') Object.assign(fresh, { id: newId() });
          if (!reachesEngine(operation.check, fresh)) continue;
          const what = [operation.method, operation.path, path.join('.'), bad];
          const answer = note(await send(operation, { body: fresh }), ...what);
          if (answer.status === 200 && typeof bad === 'number' && Math.abs(bad) > 1e15) await readAll(what);
        }
      }
      sinceRead.push(`${operation.method} ${operation.path}`);
      // What was stored stays: to read everything after each would be most of the time of the walk.
      if (sinceRead.length === readEvery) await readAll(sinceRead.splice(0));
    }
    await readAll(sinceRead);
    expectNoFaults();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    // The rest is what only a device, a provider or a mail can make: passkeys, consent, hooks.
    expect(accepted / ordered.length).toBeGreaterThan(0.78);
  },
  walkTime,
);
