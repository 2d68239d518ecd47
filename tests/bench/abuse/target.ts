import type { Target } from './loads.ts';

/** The server at an address, asked through a proxy that it trusts. */
export const targetAt = (url: string): Target => ({
  url,
  request: (method, path, { address, body, headers = {} }) =>
    fetch(url + path, {
      method,
      headers: {
        'x-forwarded-for': address,
        'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
        ...headers,
      },
      body: body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      signal: AbortSignal.timeout(120_000),
    }),
});
