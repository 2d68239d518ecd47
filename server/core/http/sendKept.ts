import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context as HonoContext } from 'hono';
import { headersOf, type ReplyHeaders } from './headers.ts';
import type { KeptReply } from './replies.ts';

/** Answers with bytes that are there already, straight to the socket; who has them is told so. */
export const sendKept = (hono: HonoContext, { bytes, tag }: KeptReply, headers: ReplyHeaders): Response => {
  headers.set('etag', tag);
  const status = headersOf(hono)('if-none-match') === tag ? 304 : 200;
  const { outgoing } = (hono.env ?? {}) as { outgoing?: ServerResponse };
  if (!outgoing)
    return new Response(status === 304 ? null : new Uint8Array(bytes), { status, headers: headers.toInit() });
  const fields = headers.toInit() as Record<string, string>;
  if (status === 304) outgoing.writeHead(304, fields).end();
  else outgoing.writeHead(200, { ...fields, 'content-length': bytes.length }).end(bytes);
  return RESPONSE_ALREADY_SENT;
};
