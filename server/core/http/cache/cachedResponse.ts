// biome-ignore-all lint/style/noNonNullAssertion: header names and values stand in pairs

import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context as HonoContext } from 'hono';
import { headersOf, type ReadHeader, type ReplyHeaders } from '../headers.ts';
import type { CachedBytes } from './cachedReply.ts';

/** A whole response whose bytes and headers are made once. */
export interface CachedResponse extends CachedBytes {
  /** Names and values in turn, the ETag among them. */
  fields: string[];
  /** The same with the length of the bytes. */
  fieldsWithLength: string[];
}

/** Puts bytes and headers together. @param headers `etag` is set to the tag */
export const cachedResponse = ({ bytes, tag }: CachedBytes, headers: ReplyHeaders): CachedResponse => {
  headers.set('etag', tag);
  const fields = headers.toFields();
  return { bytes, tag, fields, fieldsWithLength: [...fields, 'content-length', `${bytes.length}`] };
};

const hasIt = (read: ReadHeader, { tag }: CachedResponse): boolean => read('if-none-match') === tag;

/** Sends it straight to the socket; who has the bytes already is told so. */
export const sendCached = (outgoing: ServerResponse, read: ReadHeader, answer: CachedResponse): void => {
  if (hasIt(read, answer)) outgoing.writeHead(304, answer.fields).end();
  else outgoing.writeHead(200, answer.fieldsWithLength).end(answer.bytes);
};

/** The same as a response, for who has no socket. */
export const toResponse = (read: ReadHeader, answer: CachedResponse): Response => {
  const headers = new Headers();
  for (let at = 0; at < answer.fields.length; at += 2)
    headers.append(answer.fields[at]!, answer.fields[at + 1]!);
  return hasIt(read, answer)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(answer.bytes), { headers });
};

/** Answers with it from within a route. */
export const sendFromRoute = (hono: HonoContext, answer: CachedResponse): Response => {
  const { outgoing } = (hono.env ?? {}) as { outgoing?: ServerResponse };
  if (!outgoing) return toResponse(headersOf(hono), answer);
  sendCached(outgoing, headersOf(hono), answer);
  return RESPONSE_ALREADY_SENT;
};

/** Answers with bytes that are there already, under headers of this one answer. */
export const sendCachedBytes = (hono: HonoContext, reply: CachedBytes, headers: ReplyHeaders): Response =>
  sendFromRoute(hono, cachedResponse(reply, headers));
