/** Every error code that the API can answer with, and the HTTP status that carries it. A closed set. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  timeout: 408,
  conflict: 409,
  /** It was there, and was erased for good. */
  gone: 410,
  /** A proof of work is asked for: `current` holds what to solve. */
  challenge: 428,
  /** A colleague replied after what the writer had seen. */
  answered_meanwhile: 409,
  too_large: 413,
  unsupported: 415,
  /** An Idempotency-Key that was sent with something else before. */
  key_reused: 422,
  limited: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Why one field was refused; the widget has a sentence for each in every locale. */
export type FieldCode =
  | 'required'
  | 'too_long'
  | 'too_short'
  | 'too_many'
  /** A password among the first to be guessed. */
  | 'too_common'
  | 'not_text'
  | 'not_email'
  | 'not_allowed'
  | 'unknown'
  | 'not_phone'
  /** A phone number that can't be dialled in one go. */
  | 'not_callable'
  | 'taken'
  | 'already_there'
  /** A picture larger than is decoded, or one that takes too long to. */
  | 'too_many_pixels'
  | 'too_complex'
  | 'invalid';

/** The body of every non-2xx answer of the API. `fields` maps a dotted field path to the reason. */
export interface ErrorReply {
  error: {
    code: ErrorCode;
    /** English, for developers and logs; people are shown their locale's text for `code`. */
    message: string;
    fields?: Record<string, FieldCode>;
    /** With `limited` and `unavailable`: seconds until a retry makes sense. */
    retryAfter?: number;
    /** With `conflict`, where it helps: what is there now; with `challenge`, what to solve. */
    current?: unknown;
  };
}
