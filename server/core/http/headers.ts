import type { IncomingMessage } from 'node:http';
import type { Context as HonoContext } from 'hono';

/** Reads a request's header by its lower-case name. */
export type ReadHeader = (name: string) => string | undefined;

/**
 * A request's headers, straight from Node where there is one: making a web Headers object of them costs more than
 * most answers do. Where a header came twice, the first counts.
 */
export const headersOf = (hono: HonoContext): ReadHeader => {
  const { incoming } = (hono.env ?? {}) as { incoming?: Partial<IncomingMessage> };
  const given = incoming?.headers;
  if (!given) return (name) => hono.req.header(name);
  return (name) => {
    const value = given[name];
    return Array.isArray(value) ? value[0] : value;
  };
};

/** Headers of an answer: a plain record for as long as that is enough, for the same reason. */
export class ReplyHeaders {
  private readonly values: Record<string, string>;
  private readonly cookies: string[] = [];
  constructor(values: Record<string, string> = {}) {
    this.values = { ...values };
  }
  /** @param name lower case */
  set(name: string, value: string): void {
    this.values[name] = value;
  }
  /** Adds a cookie beside those that are set already. */
  addCookie(cookie: string): void {
    this.cookies.push(cookie);
  }
  /** Names and values in turn, as Node writes them. */
  toFields(): string[] {
    return [
      ...Object.entries(this.values).flat(),
      ...this.cookies.flatMap((cookie) => ['set-cookie', cookie]),
    ];
  }
  /** The headers in the form that a Response takes. */
  toInit(): Record<string, string> | Headers {
    if (this.cookies.length === 0) return this.values;
    const headers = new Headers(this.values);
    for (const cookie of this.cookies) headers.append('set-cookie', cookie);
    return headers;
  }
}
