import type { Context } from '../../context.ts';
import { errorStatus } from '../../../shared/core/errors.ts';
import { fingerprint } from '../people/secrets.ts';
import type { LiveToken } from '../people/tokens/queries.ts';
import { beginReplay, dropReplay, endReplay, findReplay } from '../people/tokens/writes/replays.ts';
import { addHeld, refuseFull } from './replayBudget.ts';
import { asFailure, Failure, failureReply } from './failure.ts';
import type { ReadHeader, ReplyHeaders } from './headers.ts';

/*
 * draft-ietf-httpapi-idempotency-key-header: a program that lost an answer sends the same again, and gets the answer that
 * it lost. Answers are kept in a table, so that a restart forgets none.
 */

/** Largest answer that is kept, UTF-16 code units; the same write again is told that it was made. */
const maxAnswer = 256 * 1024;
/** A write that has been going on for so long has died with its process, milliseconds. */
const longestWrite = 5 * 60_000;

/** An answer, as it is sent. */
export interface Answer {
  status: number;
  text: string;
}

/** The key; null where none was sent. The draft has it in quotes, most programs send it without. @throws Failure `invalid` */
const readKey = (read: ReadHeader): string | null => {
  const given = read('idempotency-key');
  if (given === undefined) return null;
  const key = /^"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"$/.exec(given)?.[1] ?? given;
  if (!/^[\x20\x21\x23-\x5b\x5d-\x7e]{1,255}$/.test(key))
    throw new Failure('invalid', 'Idempotency-Key is 1 to 255 ASCII characters.', {
      fields: { 'idempotency-key': 'invalid' },
    });
  return key;
};

/** A fingerprint of a request, whoever asks. Of a file that is on its way, its size. */
const printOf = ({ request, read, body }: Asked): string => {
  const { pathname, search } = new URL(request.url);
  const size = body === undefined ? (read('content-length') ?? '') : '';
  return fingerprint(request.method, pathname + search, JSON.stringify(body ?? null), size);
};

interface Asked {
  request: Request;
  read: ReadHeader;
  body: unknown;
  headers: ReplyHeaders;
  token: LiveToken | null;
}

/** The answer that was given before; null where this is the first time, which is then marked as begun. */
const begin = async (ctx: Context, token: LiveToken, key: string, print: string): Promise<Answer | null> => {
  const name = { siteId: token.siteId, tokenId: token.id, key };
  const now = ctx.clock.now();
  if (await beginReplay(ctx, name, print, now)) return null;
  const known = await findReplay(ctx, name);
  if (!known) throw new Failure('conflict', 'This write has just been refused. Send it again.');
  if (known.fingerprint !== print)
    throw new Failure('key_reused', 'This Idempotency-Key was used for something else.', {
      fields: { 'idempotency-key': 'taken' },
    });
  if (known.status !== null) {
    if (known.body === null)
      throw new Failure('conflict', 'This write was made. Its answer was too large to keep.');
    return { status: known.status, text: known.body };
  }
  if (known.createdAt > now - longestWrite)
    throw new Failure('conflict', 'This write is still being made.', { retryAfter: 1 });
  // Its process died. Whoever asks first makes it now.
  await dropReplay(ctx, name, known.createdAt);
  return begin(ctx, token, key, print);
};

/** Whether a failure would be the same again: what passes by itself isn't kept. */
const isLasting = ({ code }: Failure): boolean =>
  errorStatus[code] < 500 && code !== 'limited' && code !== 'timeout' && code !== 'conflict';

/**
 * Makes a program's write once, however often it is sent with its key; what has no key is made each time.
 * @throws Failure `conflict` while it is being made, `key_reused` when the key was used for something else
 */
export const answerOnce = async (
  ctx: Context,
  asked: Asked,
  work: () => Promise<string>,
): Promise<Answer> => {
  const { token } = asked;
  const key = token && asked.request.method !== 'GET' ? readKey(asked.read) : null;
  if (!token || key === null) return { status: 200, text: await work() };
  await refuseFull(ctx, token);
  const known = await begin(ctx, token, key, printOf(asked));
  if (known) {
    asked.headers.set('idempotency-replayed', 'true');
    return known;
  }
  const name = { siteId: token.siteId, tokenId: token.id, key };
  const keep = (status: number, text: string) => {
    const body = text.length > maxAnswer ? null : text;
    addHeld(ctx, token, body?.length ?? 0);
    return endReplay(ctx, name, { status, body });
  };
  try {
    const text = await work();
    await keep(200, text);
    return { status: 200, text };
  } catch (error) {
    const failure = asFailure(error);
    if (isLasting(failure)) await keep(errorStatus[failure.code], JSON.stringify(failureReply(failure)));
    else await dropReplay(ctx, name);
    throw error;
  }
};
