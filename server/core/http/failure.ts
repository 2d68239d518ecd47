import { type ErrorCode, type ErrorReply, errorStatus, type FieldCode } from '../../../shared/core/errors.ts';
import { StorageError, UniqueViolation } from '../db/database.ts';
import { ReplyHeaders } from './headers.ts';

/** An answer that is not 2xx, thrown from wherever it is known. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  readonly fields: Record<string, FieldCode> | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** The present state, for a conflict. */
  readonly current: unknown;
  constructor(
    code: ErrorCode,
    message: string,
    more: { fields?: Record<string, FieldCode>; retryAfter?: number; current?: unknown } = {},
  ) {
    super(message);
    this.code = code;
    this.fields = more.fields;
    this.retryAfter = more.retryAfter;
    this.current = more.current;
  }
}

/** The same answer for what is not there and for what is somebody else's. */
export const notFound = (): Failure => new Failure('not_found', 'Not found.');

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (text: string | undefined): text is string => text !== undefined && uuid.test(text);

/** An id of an address. @throws Failure `not_found` when it cannot be one: the database is not asked for it */
export const idOf = (text: string | undefined): string => {
  if (!isId(text)) throw notFound();
  return text;
};

/** Turns whatever was thrown into the failure that the caller is told; anything unforeseen is `internal`. */
export const asFailure = (thrown: unknown): Failure => {
  // The query builder wraps what the database says.
  let error = thrown;
  while (error instanceof Error && !(error instanceof StorageError) && error.cause instanceof Error)
    error = error.cause;
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof UniqueViolation || error instanceof UniqueViolation)
    return new Failure('conflict', 'This ID has already been used for something else.');
  if (error instanceof StorageError) {
    return error.fault === 'full'
      ? new Failure('storage_full', 'The disk is full. Nothing was saved.', { retryAfter: 60 })
      : new Failure('unavailable', 'The database isn’t available right now. Nothing was saved.', {
          retryAfter: 5,
        });
  }
  return new Failure('internal', 'Something went wrong on our side.');
};

export const failureReply = (failure: Failure): ErrorReply => ({
  error: {
    code: failure.code,
    message: failure.message,
    ...(failure.fields && { fields: failure.fields }),
    ...(failure.retryAfter !== undefined && { retryAfter: failure.retryAfter }),
    ...(failure.current !== undefined && { current: failure.current }),
  },
});

export const failureResponse = (failure: Failure, headers = new ReplyHeaders()): Response => {
  headers.set('content-type', 'application/json; charset=utf-8');
  headers.set('cache-control', 'no-store');
  if (failure.retryAfter !== undefined)
    headers.set('retry-after', String(Math.max(1, Math.ceil(failure.retryAfter))));
  return new Response(JSON.stringify(failureReply(failure)), {
    status: errorStatus[failure.code],
    headers: headers.toInit(),
  });
};
