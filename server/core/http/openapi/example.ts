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
  zone: 'Europe/Berlin',
  number: '+49 30 901820',
  country: 'DE',
  url: 'https://www.example.com/help',
  page: 'https://www.example.com/help',
  day: '2026-03-04',
};

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

/** A value that a JSON schema describes, with what it must have and no more. */
const sampleOf = (schema: JsonSchema, name: string): unknown => {
  const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return (schema['enum'] as unknown[])[0];
  if (options?.some(({ type }) => type === 'null')) return null;
  if (options) return sampleOf(options[0] ?? {}, name);
  switch (schema['type']) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
      const required = new Set((schema['required'] as string[] | undefined) ?? []);
      return Object.fromEntries(
        Object.entries(properties).flatMap(([key, one]) =>
          required.has(key) ? [[key, sampleOf(one, key)]] : [],
        ),
      );
    }
    case 'array': {
      const items = schema['items'] as JsonSchema | undefined;
      return items && Number(schema['minItems'] ?? 0) > 0 ? [sampleOf(items, name)] : [];
    }
    case 'string':
      return textOf(schema, name);
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? 1));
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
