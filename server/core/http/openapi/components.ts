import { errorStatus } from '../../../../shared/core/errors.ts';

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { enum: Object.keys(errorStatus) },
        message: { type: 'string', description: 'English, for developers.' },
        fields: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'The fields that the error is about, each with the reason.',
        },
        retryAfter: { type: 'number', description: 'Seconds.' },
      },
    },
  },
};

const errorContent = (code: keyof typeof errorStatus, message: string) => ({
  'application/json': {
    schema: { $ref: '#/components/schemas/Error' },
    example: { error: { code, message } },
  },
});

/** Names of an answer's headers about the token's rate. */
const rateHeaders = ['RateLimit-Policy', 'RateLimit'];

/** References to the headers that every answer to a token has. */
export const rateHeaderRefs = Object.fromEntries(
  rateHeaders.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

/** Components that the document's operations refer to. */
export const components = {
  schemas: { Error: errorSchema },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        'With a token: the same key with the same body gets the same answer for 24 hours, and the write is made once.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"',
    },
  },
  headers: {
    'RateLimit-Policy': {
      description: 'With a token: how many calls (q) in how many seconds (w).',
      schema: { type: 'string' },
      example: '"token";q=200;w=20',
    },
    RateLimit: {
      description: 'With a token: how many calls are left (r), and in how many seconds all are back (t).',
      schema: { type: 'string' },
      example: '"token";r=199;t=1',
    },
    'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } },
    'Idempotency-Replayed': {
      description: '“true” where the write had been made before with this Idempotency-Key.',
      schema: { type: 'string' },
    },
  },
  responses: {
    Error: {
      description: 'An error.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
    Unauthenticated: {
      description: 'Nobody is logged in, or the token isn’t valid.',
      content: errorContent('unauthenticated', 'Please log in.'),
    },
    Forbidden: {
      description: 'The role or the token’s scope doesn’t allow it.',
      content: errorContent('forbidden', 'The token needs the scope “content:write”.'),
    },
    Conflict: {
      description:
        'Something else was there first, or a write with this Idempotency-Key is still being made.',
      content: errorContent('conflict', 'This write is still being made.'),
    },
    KeyReused: {
      description: 'The Idempotency-Key was used with another body.',
      content: errorContent('key_reused', 'This Idempotency-Key was used for something else.'),
    },
    Limited: {
      description: 'Too many requests.',
      headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' }, ...rateHeaderRefs },
      content: errorContent('limited', 'Too many requests.'),
    },
  },
  securitySchemes: {
    visitorSecret: {
      type: 'http',
      scheme: 'bearer',
      description: 'The visitor’s secret, made by the browser at their first action.',
    },
    staffSession: { type: 'apiKey', in: 'cookie', name: 'foyer', description: 'Same origin only.' },
    apiToken: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'foyer_…',
      description:
        'An API token of the site, made in its settings. Each operation names the scope that it needs (x-scope).',
    },
  },
};
