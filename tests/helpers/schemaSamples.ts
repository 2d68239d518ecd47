/* Good values out of JSON schemas, and the same with one value changed. */

export type JsonSchema = Record<string, unknown>;

/** Texts by a field's name, where no pattern tells. */
const byName: Record<string, string> = {
  email: 'zoe@example.com',
  who: 'zoe@example.com',
  zone: 'Europe/Berlin',
  number: '+49 30 901820',
  country: 'DE',
  origins: 'https://www.shop.test',
  url: 'https://www.shop.test/news/spring',
  page: 'https://www.shop.test/news/spring',
  day: '2026-03-04',
  date: '2026-03-04',
  from: '2026-03-04',
  until: '2026-03-05',
};

const numbersByName: Record<string, number> = {
  revision: 0,
  until: 1_900_000_000_000,
  expiresAt: 1_900_000_000_000,
  score: 9,
};

/** Texts that one of the contract's patterns may ask for. */
const candidates = [
  ...['en', '0192f0c1-0000-7000-8000-000000000001', 'https://www.shop.test/', '09:00', 'DE', '#335577'],
  ...['1', '2026-03-04', 'waiting', 'shop', '123456', 'abcdefghijkl', 'x'.repeat(43), 'a.png', '+4930901820'],
];

/** A value that a schema takes, with everything in it that may be there. */
export const sampleOf = (schema: JsonSchema, name: string, known: Record<string, string> = {}): unknown => {
  const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return (schema['enum'] as unknown[])[0];
  // An ID that nothing has would only be refused.
  const isUnknown = (one: JsonSchema): boolean =>
    String(one['pattern'] ?? '').startsWith('^[0-9a-f]{8}-') && known[name] === undefined;
  if (options?.some(({ type }) => type === 'null') && options.some(isUnknown)) return null;
  if (options) return sampleOf(options.find(({ type }) => type !== 'null') ?? options[0]!, name, known);
  switch (schema['type']) {
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
      const names = schema['propertyNames'] as JsonSchema | undefined;
      const values = schema['additionalProperties'];
      return Object.fromEntries([
        ...properties.map(([key, one]) => [key, sampleOf(one, key, known)]),
        ...(names && typeof values === 'object'
          ? [[sampleOf(names, 'key'), sampleOf(values as JsonSchema, name, known)]]
          : []),
      ]);
    }
    case 'array': {
      const items = schema['items'] as JsonSchema | undefined;
      const least = Math.max(1, Number(schema['minItems'] ?? 0));
      if (!items || (isUnknown(items) && !schema['minItems'])) return [];
      return Array.from({ length: least }, () => sampleOf(items, name, known));
    }
    case 'number':
    case 'integer':
      return Math.max(numbersByName[name] ?? 1, Number(schema['minimum'] ?? 0));
    case 'boolean':
      return true;
    case 'null':
      return null;
    default: {
      const pattern = schema['pattern'] as string | undefined;
      const least = Number(schema['minLength'] ?? 0);
      const fits = (text: string) =>
        text.length >= least && (pattern === undefined || new RegExp(pattern, 'u').test(text));
      if (known[name] !== undefined && fits(known[name])) return known[name];
      if (byName[name] !== undefined && fits(byName[name])) return byName[name];
      return (pattern ? candidates : ['Some words', 'x'.repeat(64)]).find(fits) ?? 'x';
    }
  }
};

export interface Leaf {
  path: (string | number)[];
  value: unknown;
}

/** Every value in another that holds no more of them. */
export const leavesOf = (value: unknown, path: Leaf['path'] = []): Leaf[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : [{ path, value }];

/** The same with one leaf changed. */
export const withLeaf = (value: unknown, [key, ...rest]: Leaf['path'], leaf: unknown): unknown => {
  if (key === undefined) return leaf;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = withLeaf(copy[key], rest, leaf);
  return copy;
};

/** Of an object what it must have, and what lies along a path: what may be left out often excludes one another. */
export const leanAlong = (schema: JsonSchema, value: unknown, [key, ...rest]: Leaf['path']): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const options = (schema['anyOf'] ?? schema['oneOf'] ?? [schema]) as JsonSchema[];
  const own = options.find(({ type }) => type === 'object') ?? {};
  const properties = own['properties'] as Record<string, JsonSchema> | undefined;
  if (!properties) return value;
  const required = new Set((own['required'] ?? []) as string[]);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => required.has(name) || name === key)
      .map(([name, one]) => [name, leanAlong(properties[name] ?? {}, one, name === key ? rest : [])]),
  );
};
