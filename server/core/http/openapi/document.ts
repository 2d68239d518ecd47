import { z } from 'zod';
import type { WebhookType } from '../../webhookTypes.ts';
import type { Access } from '../../people/access.ts';
import type { Api, Operation } from '../mount.ts';
import { components, rateHeaderRefs } from './components.ts';
import { exampleOf } from './example.ts';

const security: Record<Access, object[]> = {
  public: [],
  visitor: [{ visitorSecret: [] }],
  newcomer: [{ visitorSecret: [] }],
  staff: [{ staffSession: [] }],
  session: [{ staffSession: [] }],
  anonymous: [],
};

/** Schemas that hold themselves, by name: referred to from wherever they're used. */
const named: Record<string, unknown> = {};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const {
    $schema: _,
    $defs = {},
    ...json
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  // A reference counts from the document's root, where the schema itself doesn't stand.
  const moved = (one: object): object =>
    JSON.parse(JSON.stringify(one).replaceAll('"#/$defs/', '"#/components/schemas/')) as object;
  for (const [name, definition] of Object.entries($defs)) {
    if (name.startsWith('__')) throw new Error('a schema that holds itself needs an id: .meta({ id })');
    const { id: __, ...rest } = definition as { id?: string };
    named[name] = moved(rest);
  }
  return moved(json);
};

/** A schema as the content of a body, with an example where one can be made. */
const jsonContent = (schema: z.ZodType, io: 'input' | 'output') => {
  const json = schemaOf(schema, io);
  return { 'application/json': { schema: json, ...exampleOf(schema, json) } };
};

/** The successful answers of an endpoint. */
const answerOf = ({ endpoint, route }: Operation) => {
  const headers = endpoint.scope
    ? {
        headers: {
          ...rateHeaderRefs,
          ...(route.method !== 'GET' && {
            'Idempotency-Replayed': { $ref: '#/components/headers/Idempotency-Replayed' },
          }),
        },
      }
    : {};
  if (endpoint.reply)
    return { description: 'Done.', ...headers, content: jsonContent(endpoint.reply, 'output') };
  if (endpoint.answers === 'file')
    return {
      description: 'The file.',
      ...headers,
      content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
    };
  return {
    description: 'A stream of server-sent events.',
    ...headers,
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  };
};

/** The failures of an endpoint: by name those that a program meets, all others together. */
const failuresOf = ({ endpoint, route }: Operation) => ({
  ...(endpoint.access === 'staff' && {
    '401': { $ref: '#/components/responses/Unauthenticated' },
    '403': { $ref: '#/components/responses/Forbidden' },
  }),
  ...(endpoint.scope && {
    ...(route.method !== 'GET' && {
      '409': { $ref: '#/components/responses/Conflict' },
      '422': { $ref: '#/components/responses/KeyReused' },
    }),
    '429': { $ref: '#/components/responses/Limited' },
  }),
  default: { $ref: '#/components/responses/Error' },
});

const pathParameter = (name: string, { access }: Operation['endpoint']) =>
  name === 'site'
    ? {
        name,
        in: 'path',
        required: true,
        description: access === 'staff' ? 'The site’s ID; with a token also its key.' : 'The site’s key.',
        schema: { type: 'string' },
      }
    : { name, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };

const parametersOf = ({ route, endpoint }: Operation) => {
  const names = [...route.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name);
  const query = endpoint.query
    ? (schemaOf(endpoint.query, 'input') as { properties?: Record<string, object>; required?: string[] })
    : {};
  return [
    ...names.map((name) => pathParameter(name, endpoint)),
    ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: query.required?.includes(name) ?? false,
      schema,
    })),
    ...(endpoint.scope && route.method !== 'GET' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
};

const bodyOf = ({ takesFile, body }: Operation['endpoint']) =>
  takesFile
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : body && jsonContent(body, 'input');

/** One operation of the document. */
const describe = (operation: Operation) => {
  const { endpoint, feature } = operation;
  const content = bodyOf(endpoint);
  return {
    operationId: endpoint.operationId,
    tags: [feature],
    summary: endpoint.summary,
    security: [...security[endpoint.access], ...(endpoint.scope ? [{ apiToken: [endpoint.scope] }] : [])],
    ...(endpoint.scope && { 'x-scope': endpoint.scope }),
    parameters: parametersOf(operation),
    ...(content && { requestBody: { required: true, content } }),
    responses: { '200': answerOf(operation), ...failuresOf(operation) },
  };
};

/** Describes a webhook type: the owner's program answers, we post. */
const describeWebhook = (type: string, { summary, data }: WebhookType) => ({
  post: {
    operationId: `on${type.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: ['webhooks'],
    summary,
    security: [],
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
      name,
      in: 'header',
      required: true,
      description: 'By Standard Webhooks 1.0.',
      schema: { type: 'string' },
    })),
    requestBody: {
      required: true,
      content: jsonContent(
        z.object({
          type: z.literal(type),
          timestamp: z.iso.datetime(),
          /** The site's key. */
          site: z.string(),
          /** Place in the site's log; the order of arrival is no promise. */
          sequence: z.number().int(),
          data,
        }),
        'output',
      ),
    },
    responses: {
      '2XX': { description: 'Taken. Anything else is tried again.' },
      '410': { description: 'Gone: the endpoint is turned off.' },
    },
  },
});

/** The OpenAPI 3.1 document of everything that is mounted, from the very schemas that validate. */
export const toOpenApi = (
  api: Pick<Api, 'operations'>,
  webhooks: Readonly<Record<string, WebhookType>>,
  version: string,
) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of api.operations) {
    const path = operation.route.path.replace(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.route.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version,
      description: 'Every error has one of a fixed set of codes and names the fields it’s about.',
    },
    tags: [...new Set(api.operations.map(({ feature }) => feature))].map((name) => ({ name })),
    paths,
    webhooks: Object.fromEntries(
      Object.entries(webhooks).map(([type, told]) => [type, describeWebhook(type, told)]),
    ),
    components: { ...components, schemas: { ...components.schemas, ...named } },
  };
};
