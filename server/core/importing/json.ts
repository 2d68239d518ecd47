import { JSONParser } from '@streamparser/json';
import type { ImportNotes } from './notes.ts';

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Makes line ends and tabs inside strings what JSON wants them to be: escapes. Nothing else in it may be repaired. */
const createStringRepair = (): ((text: string) => string) => {
  let isInside = false;
  let isEscaped = false;
  return (text) =>
    text.replace(/(\\+)|["\n\r\t]|[^\\"\n\r\t]+/g, (part, slashes: string | undefined) => {
      if (slashes !== undefined) {
        isEscaped = isInside && (slashes.length + (isEscaped ? 1 : 0)) % 2 === 1;
        return part;
      }
      const wasEscaped = isEscaped;
      isEscaped = false;
      if (part === '"') {
        if (!wasEscaped) isInside = !isInside;
        return part;
      }
      return isInside ? (escapes[part] ?? part) : part;
    });
};

/** Lines of a text in parts, each with its end. A long one comes in several. */
async function* pieces(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield* chunk.split(/(?<=\n)/);
}

/**
 * Reads JSON in parts and gives what stands at the wanted places whole; nothing else is kept. Where it breaks, what was
 * read until then is given, and the line is noted.
 * @param paths as `$.comments.*`
 */
export async function* readValues(
  chunks: AsyncIterable<string>,
  paths: string[],
  notes: ImportNotes,
): AsyncGenerator<{ path: string; value: unknown }> {
  const parser = new JSONParser({ paths, keepStack: false });
  const repair = createStringRepair();
  const found: { path: string; value: unknown }[] = [];
  let failure: Error | undefined;
  let line = 1;
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
  for await (const piece of pieces(chunks)) {
    parser.write(repair(piece));
    yield* found.splice(0);
    if (failure) {
      const reason = `the JSON can’t be read from here on (${failure.message})`;
      notes.rejected.push({ row: `line ${line}`, reason });
      return;
    }
    if (piece.endsWith('\n')) line++;
  }
  if (!parser.isEnded) notes.rejected.push({ row: `line ${line}`, reason: 'the file breaks off here' });
}

/** One JSON value a line. A line that is none is noted, and the others go on. */
export async function* readLines(
  chunks: AsyncIterable<string>,
  notes: ImportNotes,
): AsyncGenerator<{ line: number; value: unknown }> {
  /** The line so far, in parts: a picture's is millions of characters long, and comes in thousands of parts. */
  let rest: string[] = [];
  let line = 0;
  const parse = (text: string): unknown => {
    line++;
    if (text.trim() === '') return undefined;
    try {
      return JSON.parse(createStringRepair()(text.trim())) as unknown;
    } catch {
      notes.rejected.push({ row: `line ${line}`, reason: 'it isn’t valid JSON' });
      return undefined;
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
