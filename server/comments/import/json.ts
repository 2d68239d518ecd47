import { JSONParser } from '@streamparser/json';

/**
 * Reads JSON in parts and gives what stands at the wanted places whole; nothing else is kept.
 * @param paths as `$.comments.*`
 * @throws Error where it is no JSON
 */
export async function* readValues(
  chunks: AsyncIterable<string>,
  paths: string[],
): AsyncGenerator<{ path: string; value: unknown }> {
  const parser = new JSONParser({ paths, keepStack: false });
  const found: { path: string; value: unknown }[] = [];
  let failure: Error | undefined;
  parser.onValue = ({ value, stack, key }) => {
    const names = [...stack.slice(1).map((level) => level.key), key];
    found.push({
      path: names.map((name) => (typeof name === 'number' ? '*' : String(name))).join('.'),
      value: value as unknown,
    });
  };
  parser.onError = (error) => {
    failure ??= error;
  };
  for await (const chunk of chunks) {
    parser.write(chunk.replace(/^\uFEFF/, ''));
    if (failure) throw failure;
    yield* found.splice(0);
  }
  yield* found.splice(0);
}

/** One JSON value a line. @throws Error with the number of a line that is none */
export async function* readLines(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ line: number; value: unknown }> {
  /** The line so far, in parts: a picture's is millions of characters long, and comes in thousands of parts. */
  let rest: string[] = [];
  let line = 0;
  const parse = (text: string): unknown => {
    line++;
    if (text.trim() === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new Error(`line ${line} isn’t valid JSON`);
    }
  };
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    rest.push(first);
    for (const start of others) {
      const value = parse(rest.join(''));
      rest = [start];
      if (value !== undefined) yield { line, value };
    }
  }
  const value = parse(rest.join(''));
  if (value !== undefined) yield { line, value };
}

export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
export const asNumber = (value: unknown): number => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
};
export const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
