import type { Context } from '../../context.ts';
import { BoundedMap } from '../boundedMap.ts';
import type { Database } from '../db/database.ts';
import type { LiveToken } from '../people/tokens/queries.ts';
import { sumReplays } from '../people/tokens/writes/replays.ts';
import { Failure } from './failure.ts';

/** The most that one token's stored answers may take together, characters. */
const maxHeld = 32 * 1024 * 1024;
/** The sum is asked for again after so long, milliseconds; what was added meanwhile is added here. */
const freshFor = 60_000;
const maxTokens = 10_000;

type Held = { at: number; characters: number };
const books = new WeakMap<Database, BoundedMap<string, Held>>();

const bookOf = (database: Database): BoundedMap<string, Held> => {
  const known = books.get(database) ?? new BoundedMap<string, Held>(maxTokens);
  books.set(database, known);
  return known;
};

/** Refuses another write with a key while a token's kept answers take too much: forgetting one early would be worse. */
export const refuseFull = async (ctx: Context, token: LiveToken): Promise<void> => {
  const book = bookOf(ctx.database);
  const now = ctx.clock.monotonic();
  let held = book.get(token.id);
  if (!held || held.at + freshFor < now)
    book.set(token.id, (held = { at: now, characters: await sumReplays(ctx, token) }));
  if (held.characters > maxHeld)
    throw new Failure('limited', 'Too many answers are kept for this token’s Idempotency-Keys.', {
      retryAfter: 3_600,
    });
};

/** Adds an answer that is kept from now on. */
export const addHeld = (
  { database }: Pick<Context, 'database'>,
  token: LiveToken,
  characters: number,
): void => {
  const held = bookOf(database).get(token.id);
  if (held) held.characters += characters + 300;
};
