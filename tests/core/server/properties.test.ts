import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dialect } from '../../../server/config.ts';
import { createLimiter } from '../../../server/core/http/limits.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { postApiToken } from '../../../shared/console/developerRoutes.ts';
import { scopes } from '../../../shared/core/people/scopes.ts';
import { testClock } from '../../helpers/clock.ts';

type Schema = Record<string, unknown>;
interface Operation {
  operationId: string;
  tags: string[];
  'x-scope'?: string;
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema } | undefined> };
  responses: { '200': { content: Record<string, unknown> } };
  security: Record<string, unknown>[];
}

let server: TestServer;
let cookie: string;
let document: { openapi: string; paths: Record<string, Record<string, Operation>> };
beforeAll(async () => {
  server = await startTestServer({ overrides: { limiter: createLimiter(testClock(), 1e9) } });
  cookie = await server.logIn();
  document = await (await server.request('GET', '/api/openapi.json')).json();
});
afterAll(() => server.close());

/** The parameters of an operation itself; those that many share are references. */
const ownParameters = ({ parameters }: Operation) => parameters.filter((one) => 'name' in one);

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
  fc.constantFrom('', ' ', '\u0000', '__proto__', '9'.repeat(400)),
);

/** A value that mostly has the schema's shape, and sometimes anything else. */
const fromSchema = (schema: Schema): fc.Arbitrary<unknown> => {
  const shaped = (): fc.Arbitrary<unknown> => {
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
    if (schema['const'] !== undefined) return fc.constant(schema['const']);
    const options = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
    if (options) return fc.oneof(...options.map(fromSchema));
    if (schema['type'] === 'object') {
      const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
      const required = new Set((schema['required'] ?? []) as string[]);
      return fc.record(
        Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fromSchema(one)])),
        {
          requiredKeys: Object.keys(properties).filter((name) => required.has(name)),
        },
      );
    }
    if (schema['type'] === 'array') return fc.array(fromSchema(schema['items'] as Schema), { maxLength: 4 });
    if (schema['type'] === 'boolean') return fc.boolean();
    if (schema['type'] === 'integer' || schema['type'] === 'number')
      return fc.oneof(fc.integer(), fc.double());
    if (schema['type'] === 'null') return fc.constant(null);
    const pattern = schema['pattern'] as string | undefined;
    if (schema['format'] === 'uuid' || pattern?.startsWith('^[0-9a-f]{8}-')) return fc.uuid();
    return fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.lorem(),
    );
  };
  return fc.oneof({ weight: 9, arbitrary: shaped() }, { weight: 1, arbitrary: anything });
};

test('the OpenAPI document names every route, with its errors', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toContain('/api/sites/{site}/questions');
  expect(Object.keys(document.paths).length).toBeGreaterThan(18);
});

test('the OpenAPI document is one, by a validator that others wrote', async () => {
  const { valid, errors } = await new Validator().validate(document as never);
  expect([valid, errors]).toEqual([true, undefined]);
});

test('each operation has a name of its own and a tag, and says which scope a token needs', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const names = operations.map(({ operationId }) => operationId);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  expect(names.filter((name) => !/^[a-z]+(?:[A-Z][a-z]+)*$/.test(name))).toEqual([]);
  for (const operation of operations) {
    const scope = operation['x-scope'];
    const tokens = operation.security.flatMap((one) => ('apiToken' in one ? [one['apiToken']] : []));
    expect(tokens, operation.operationId).toEqual(scope === undefined ? [] : [[scope]]);
  }
  expect(document.paths['/api/inbox/{site}/conversations/{conversation}/messages']!['post']).toMatchObject({
    operationId: 'createMessage',
    tags: ['inbox'],
    security: [{ staffSession: [] }, { apiToken: ['conversations:write'] }],
    requestBody: { content: { 'application/json': { example: { body: expect.any(String) } } } },
  });
});

test('the examples of the document are taken by the schemas of its routes', () => {
  const withBody = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, requestBody }) => {
      const content = requestBody?.content['application/json'] as { example?: unknown } | undefined;
      return content ? [{ operationId, example: content.example }] : [];
    });
  const byId = new Map(server.operations.map(({ endpoint }) => [endpoint.operationId, endpoint]));
  for (const { operationId, example } of withBody)
    if (example !== undefined)
      expect(byId.get(operationId)?.body?.safeParse(example).error, operationId).toBeUndefined();
  expect(withBody.filter(({ example }) => example === undefined)).toEqual([]);
});

test('each operation has a tag, and an example of what it answers', () => {
  const without = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ tags, responses }) => {
      const json = responses['200'].content['application/json'] as { example?: unknown } | undefined;
      return tags.length !== 1 || !tags[0] || (json && json.example === undefined);
    });
  expect(without.map(({ operationId }) => operationId)).toEqual([]);
  const byId = new Map(server.operations.map(({ endpoint }) => [endpoint.operationId, endpoint]));
  for (const { operationId, responses } of Object.values(document.paths).flatMap((methods) =>
    Object.values(methods),
  )) {
    const json = responses['200'].content['application/json'] as { example: unknown } | undefined;
    if (json)
      expect(byId.get(operationId)?.reply?.safeParse(json.example).error, operationId).toBeUndefined();
  }
});

test('no request drawn from the document, right or wrong, is a fault; every refusal has a known code', async () => {
  const codes = new Set(Object.keys((await import('../../../shared/core/errors.ts')).errorStatus));
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(
        ([, operation]) =>
          !('text/event-stream' in operation.responses['200'].content) &&
          !path.endsWith('/login') &&
          !path.endsWith('/logout'),
      )
      .map(([method, operation]) => ({ path, method, operation })),
  );
  for (const { path, method, operation } of operations) {
    const forStaff = operation.security.some((one) => 'staffSession' in one);
    const secret = newSecret();
    const parameters = fc.record(
      Object.fromEntries(
        ownParameters(operation).map((parameter) => [
          parameter.name,
          parameter.name === 'site'
            ? fc.oneof(
                { weight: 9, arbitrary: fc.constant(forStaff ? server.site.id : 'shop') },
                { weight: 1, arbitrary: fc.string() },
              )
            : fc.oneof(fromSchema(parameter.schema), fc.constant(undefined)),
        ]),
      ),
    );
    const content = operation.requestBody?.content ?? {};
    const schema = content['application/json']?.schema;
    const takesFile = content['application/octet-stream'] !== undefined;
    const answersFile = '*/*' in operation.responses['200'].content;
    await fc.assert(
      fc.asyncProperty(
        parameters,
        schema ? fromSchema(schema) : takesFile ? fc.string() : fc.constant(undefined),
        async (values, body) => {
          const text = (name: string): string => String(values[name] ?? 'x').toWellFormed() || 'x';
          const place = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(text(name)));
          const query = ownParameters(operation)
            .filter((parameter) => parameter.in === 'query' && values[parameter.name] !== undefined)
            .map((parameter) => `${parameter.name}=${encodeURIComponent(text(parameter.name))}`)
            .join('&');
          const reply = await server.request(method.toUpperCase(), query ? `${place}?${query}` : place, {
            ...(body !== undefined && { body: takesFile ? String(body) : JSON.stringify(body) }),
            headers: {
              ...(forStaff ? { cookie, origin: publicUrl } : { authorization: `Bearer ${secret}` }),
              ...(takesFile && { 'content-type': 'application/octet-stream' }),
            },
          });
          expect(reply.status).toBeLessThan(500);
          if (answersFile && reply.status === 200) return;
          const answer = (await reply.json()) as { error?: { code: string } };
          if (reply.status !== 200) expect(codes.has(answer.error!.code), answer.error!.code).toBe(true);
        },
      ),
      // What a schema lets through is the same on both engines: the second one looks at what it stores.
      { numRuns: dialect === 'sqlite' ? 60 : 20, seed: 20_260_302 },
    );
  }
}, 120_000);

test('each write that takes a token takes an Idempotency-Key: the same again gets the answer of the first', async () => {
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  const owner = await server.logIn('olga@shop.test');
  const made = await server.call(postApiToken, {
    cookie: owner,
    body: { id: newId(), name: 'All', scopes: [...scopes], days: null },
  });
  const { token } = made.body;
  const writes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method, operation]) => method !== 'get' && operation['x-scope'])
      .map(([method, operation]) => ({ path, method, operation })),
  );
  expect(writes.length).toBeGreaterThan(60);
  const odd: unknown[] = [];
  const conflicts: string[] = [];
  for (const { path, method, operation } of writes) {
    const content = operation.requestBody?.content;
    const json = content?.['application/json'] as { example?: unknown } | undefined;
    const query = ownParameters(operation).filter((one) => one.in === 'query' && one.required);
    const search = query
      .map(
        ({ name, schema }) =>
          `${name}=${name === 'id' ? newId() : ((schema['enum'] as string[] | undefined)?.[0] ?? 'x.txt')}`,
      )
      .join('&');
    const place = `${path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'site' ? 'shop' : newId()))}?${search}`;
    const key = newId();
    const send = async () => {
      const reply = await server.request(method.toUpperCase(), place, {
        ...(json && { body: JSON.stringify(json.example) }),
        ...(content && !json && { body: 'bytes' }),
        headers: {
          origin: '',
          authorization: `Bearer ${token}`,
          'content-type': json ? 'application/json' : 'application/octet-stream',
          'idempotency-key': key,
        },
      });
      return {
        status: reply.status,
        text: await reply.text(),
        replayed: reply.headers.get('idempotency-replayed'),
      };
    };
    const [first, second] = [await send(), await send()];
    // Something else was there first: that passes, and isn't kept.
    if (first.status === 409) conflicts.push(operation.operationId);
    else if (first.replayed !== null || second.replayed !== 'true')
      odd.push([operation.operationId, first, second]);
    else expect({ ...second, replayed: null }, operation.operationId).toEqual(first);
  }
  // Their example is of a later revision than what isn't there yet.
  expect(conflicts.filter((name) => !/^(?:save|delete|import|restore)/.test(name))).toEqual([]);
  expect(conflicts.length).toBeLessThan(10);
  expect(odd).toEqual([]);
});
