import type { z } from 'zod';

type JsonSchema = Record<string, unknown>;

/** Example values by a field's name, where its schema takes them. */
const byName: Record<string, unknown> = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  email: 'zoe@example.com',
  who: 'zoe@example.com',
  name: 'Zoe',
  title: 'Do you ship to Norway?',
  body: 'Yes, we do. It takes three to five days.',
  text: 'Yes, we do.',
  language: 'en',
  languages: 'en',
  zone: 'Europe/Berlin',
  number: '+49 30 901820',
  country: 'DE',
  url: 'https://www.example.com/help',
  page: 'https://www.example.com/help',
  day: '2026-03-04',
  from: '2026-03-02',
  until: '2026-03-08',
  password: 'a long password of your own',
  proof: { password: 'a long password of your own' },
  // Made by the browser: 32 random bytes, base64url; a push subscription as browsers give it (RFC 8291).
  secret: 'mXo7lnf2fV8VtmDlQ3S1QY8b0o8Xq1u5T7kHc9wR2eE',
  endpoint: 'https://fcm.googleapis.com/fcm/send/c1KrmpTuRm8:APA91bE',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};

/** Words of lists whose entries differ. */
const several = ['parcel', 'package', 'delivery'];

/** Texts that one of the contract's patterns may ask for. */
const candidates = [
  '0192f0c1-0000-7000-8000-000000000001',
  'Example',
  ...[
    'en',
    'https://www.example.com/',
    '2026-03-04',
    '09:00',
    'DE',
    '#335577',
    'waiting',
    'example',
    '123456',
  ],
];

const textOf = (schema: JsonSchema, name: string): string => {
  const named = byName[name];
  const fits = (text: string): boolean =>
    (schema['pattern'] === undefined || new RegExp(String(schema['pattern']), 'u').test(text)) &&
    text.length <= Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY);
  if (typeof named === 'string' && fits(named)) return named;
  return (
    candidates.find((text) => fits(text) && (schema['pattern'] !== undefined || text === 'Example')) ?? ''
  );
};

/** The entries of a record: one for each key that it must have, or one for a language. */
const recordOf = ({ propertyNames, additionalProperties }: JsonSchema): Record<string, unknown> => {
  if (typeof additionalProperties !== 'object' || typeof propertyNames !== 'object') return {};
  const { enum: keys, pattern } = propertyNames as { enum?: string[]; pattern?: string };
  const fits = (key: string): boolean => pattern !== undefined && new RegExp(pattern, 'u').test(key);
  const names = keys ?? (fits('en') && !fits('Two words') ? ['en'] : []);
  return Object.fromEntries(names.map((key) => [key, sampleOf(additionalProperties as JsonSchema, key)]));
};

/** A value that a JSON schema describes, with what it must have and no more. */
const sampleOf = (schema: JsonSchema, name: string): unknown => {
  const named = byName[name];
  if (typeof named === 'object' && schema['type'] === 'object') return named;
  const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (Array.isArray(schema['examples'])) return (schema['examples'] as unknown[])[0];
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return (schema['enum'] as unknown[])[0];
  if (options?.some(({ type }) => type === 'null')) return null;
  if (options) return sampleOf(options[0] ?? {}, name);
  switch (schema['type']) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
      const required = new Set((schema['required'] as string[] | undefined) ?? []);
      return {
        ...Object.fromEntries(
          Object.entries(properties).flatMap(([key, one]) =>
            required.has(key) ? [[key, sampleOf(one, key)]] : [],
          ),
        ),
        ...recordOf(schema),
      };
    }
    case 'array': {
      const items = schema['items'] as JsonSchema | undefined;
      const length = items ? Number(schema['minItems'] ?? 0) : 0;
      return Array.from({ length }, (_, place) =>
        length > 1 && items?.['type'] === 'string'
          ? several[place % several.length]
          : sampleOf(items ?? {}, name),
      );
    }
    case 'string':
      return textOf(schema, name);
    case 'integer':
    case 'number':
      return Math.min(
        Math.max(1, Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? 1)),
        Number(schema['maximum'] ?? Number.POSITIVE_INFINITY),
      );
    case 'boolean':
      return true;
    default:
      return null;
  }
};

/**
 * An example of what a schema takes.
 * @param json the schema as JSON Schema
 * @returns nothing where none could be made that the schema itself takes: a wrong example is worse
 */
export const exampleOf = (schema: z.ZodType, json: object): { example?: unknown } => {
  const example = sampleOf(json as JsonSchema, '');
  return schema.safeParse(example).success ? { example } : {};
};
