import type { ErrorCode, ErrorReply, FieldCode } from '../../../shared/core/errors.ts';
import { toJson } from './json.ts';
import { fillPath, type Route } from '../../../shared/core/route.ts';

/** Why a call did not succeed. `offline` and `broken` are ours: no answer at all, or one that is not the API's. */
export class CallError extends Error {
  readonly code: ErrorCode | 'offline' | 'broken';
  readonly fields: Record<string, FieldCode>;
  /** Seconds until a retry makes sense; 0 when the server did not say. */
  readonly retryAfter: number;
  constructor(code: CallError['code'], fields: Record<string, FieldCode> = {}, retryAfter = 0) {
    super(code);
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
  /** True when the same call may succeed later; false when it was understood and refused. */
  get passes(): boolean {
    return /^(?:offline|broken|timeout|limited|internal|unavailable|storage_full)$/.test(this.code);
  }
}

/** An error as a call error; `broken` for any other. */
export const asCallError = (error: unknown): CallError =>
  error instanceof CallError ? error : new CallError('broken');

export interface CallOptions<Body, Query> {
  path?: Record<string, string>;
  query?: Query;
  body?: Body;
  signal?: AbortSignal;
}

/** Calls routes of the contract. */
export type Call = <Body, Reply, Query>(
  route: Route<Body, Reply, Query>,
  options: CallOptions<Body, Query>,
) => Promise<Reply>;

const queryText = (query: object | undefined): string => {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined) as [string, string][];
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
};

/** Reads an answer that is not 2xx. */
export const readFailure = async (response: Response): Promise<CallError> => {
  try {
    const { error } = (await response.json()) as ErrorReply;
    return new CallError(
      error.code,
      error.fields,
      error.retryAfter ?? (Number(response.headers.get('retry-after')) || 0),
    );
  } catch {
    // From something between us and the server.
    return new CallError(response.status === 413 ? 'too_large' : 'broken');
  }
};

/**
 * Makes the function that calls the API.
 * @param base the API's origin, without a trailing slash
 * @param headers made anew for each call: a secret travels here, never in an address
 * @param path parameters that every call has
 */
export const createCall =
  (base: string, headers: () => Record<string, string>, path: Record<string, string> = {}): Call =>
  async (route, options) => {
    const url =
      base +
      fillPath(route.path, { ...path, ...options.path }) +
      queryText(options.query as object | undefined);
    const body = options.body === undefined ? null : toJson(options.body);
    const init: RequestInit = {
      method: route.method,
      body,
      headers: { ...headers(), ...(body !== null && { 'content-type': 'application/json' }) },
      credentials: 'same-origin',
      signal: options.signal ?? null,
    };
    let response: Response;
    try {
      response = await fetch(url, init);
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw new CallError('offline');
    }
    if (!response.ok) throw await readFailure(response);
    try {
      return await response.json();
    } catch {
      throw new CallError('broken');
    }
  };

/**
 * Resolves when the server can be reached. Browsers remember that a module could not be loaded and never try again on
 * the same page; so a module that may be wanted while the line is down is asked for only after this.
 * @throws when there is no answer
 */
export const reach = async (base: string): Promise<void> => {
  await fetch(`${base}/foyer.js`, { method: 'HEAD', cache: 'no-store' });
};
