import type { Access } from '../people/access.ts';
import { z } from 'zod';
import { errorStatus } from '../../../shared/core/errors.ts';
import type { Api } from './mount.ts';

const security: Record<Access, object[]> = {
  public: [],
  visitor: [{ visitorSecret: [] }],
  newcomer: [{ visitorSecret: [] }],
  staff: [{ staffSession: [] }],
  session: [{ staffSession: [] }],
  anonymous: [],
};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return json;
};

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { enum: Object.keys(errorStatus) },
        message: { type: 'string' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
        retryAfter: { type: 'number', description: 'Seconds.' },
      },
    },
  },
};

/** What an endpoint answers when all went well. */
const answerOf = (endpoint: Api['operations'][number]['endpoint']) =>
  endpoint.reply
    ? {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } },
      }
    : endpoint.answers === 'file'
      ? {
          description: 'The file.',
          content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
        }
      : {
          description: 'A stream of server-sent events.',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        };

/** The OpenAPI 3.1 document of everything that is mounted, from the very schemas that validate. */
export const toOpenApi = (api: Api, version: string) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { route, endpoint } of api.operations) {
    const path = route.path.replace(/:([a-zA-Z]+)/g, '{$1}');
    const names = [...route.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name);
    const query = endpoint.query
      ? (schemaOf(endpoint.query, 'input') as { properties?: Record<string, object>; required?: string[] })
      : {};
    const operation = {
      summary: endpoint.summary,
      security: security[endpoint.access],
      parameters: [
        ...names.map((name) => ({
          name,
          in: 'path',
          required: true,
          schema: name === 'site' ? { type: 'string' } : { type: 'string', format: 'uuid' },
        })),
        ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({
          name,
          in: 'query',
          required: query.required?.includes(name) ?? false,
          schema,
        })),
      ],
      ...(endpoint.takesFile && {
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      }),
      ...(endpoint.body && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
        },
      }),
      responses: {
        '200': answerOf(endpoint),
        default: {
          description: 'An error.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
    };
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version,
      description: 'Every error has one of a fixed set of codes and names the fields it’s about.',
    },
    paths,
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: {
        visitorSecret: {
          type: 'http',
          scheme: 'bearer',
          description: 'The visitor’s secret, made by the browser at their first action.',
        },
        staffSession: { type: 'apiKey', in: 'cookie', name: 'foyer', description: 'Same origin only.' },
      },
    },
  };
};
