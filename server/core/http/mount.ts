import type { Context as HonoContext, Hono } from 'hono';
import type { z } from 'zod';
import type { Route } from '../../../shared/core/route.ts';
import type { Scope } from '../../../shared/core/people/scopes.ts';
import type { Role } from '../../../shared/core/people/roles.ts';
import type { Context } from '../../context.ts';
import { UniqueViolation } from '../db/database.ts';
import type { Sink } from '../events/liveTypes.ts';
import { recordAudit } from '../people/staff/writes.ts';
import { answerOnce } from './idempotency.ts';
import { isJson, parseJson, readBody } from './body.ts';
import { asFailure, Failure, failureResponse, idOf } from './failure.ts';
import { headersOf, type ReadHeader, ReplyHeaders } from './headers.ts';
import type { RateClass } from './limits.ts';
import { pollFor } from './poll.ts';
import { cachedBytes, replyText } from './cache/cachedReply.ts';
import { sendCachedBytes } from './cache/cachedResponse.ts';
import { sinkFor } from './sinks.ts';
import { check } from './validate.ts';
import { type Known, type Access, identify, refuseErased } from '../people/access.ts';

/** One call of a route: who calls, what was sent (validated), and where the answer's headers go. */
export type Call<Kind extends Access, Body, Query> = Known[Kind] & {
  ctx: Context;
  path: Record<string, string>;
  /** A parameter of the path. @throws RangeError when the route has none of this name */
  parameter(name: string): string;
  query: Query;
  body: Body;
  address: string;
  request: Request;
  /** Headers of the answer. */
  headers: ReplyHeaders;
  /** Reads the request's headers. */
  read: ReadHeader;
  hono: HonoContext;
};

/** The scope a program's token needs for a staff route. */
export type Scoped =
  | { scope: Scope; person?: never }
  | {
      scope: null;
      /** Why it needs a person who is logged in. */
      person: string;
    };

/** {@link Scoped}, for what staff may call. */
type ScopedFor<Kind extends Access> = Kind extends 'staff' ? Scoped : object;

export interface Endpoint<Kind extends Access, Body, Query, Reply> {
  access: Kind;
  /** The route's name in the OpenAPI document and in clients, unique and for good: a verb and a noun. */
  operationId: string;
  summary: string;
  rate: RateClass;
  body?: z.ZodType<Body>;
  query?: z.ZodType<Query>;
  /** Checked before it is sent: a field that is not in the schema never leaves. Absent for streams. */
  reply?: z.ZodType<Reply>;
  /** Largest body in bytes; 64 KiB unless said otherwise. */
  maxBytes?: number;
  /** Least role, for `staff`. */
  role?: Role;
  /** The kind of answer, where it is not JSON. */
  answers?: 'stream' | 'file';
  /** False for what is no action: a mark of what was seen, a key that was pressed. Actions of staff are recorded otherwise. */
  audit?: false;
  /** True when the body is a file's bytes, which the handler takes. */
  takesFile?: boolean;
}

/** An endpoint, whoever may call it. */
type AnyEndpoint = Endpoint<Access, unknown, unknown, unknown> & { scope?: Scope | null };

export interface Operation {
  route: Route<unknown, unknown, unknown>;
  endpoint: AnyEndpoint;
  /** Name of the feature that has it. */
  feature: string;
}

/** The routes of features; remembered for the OpenAPI document. */
export interface Api {
  readonly app: Hono;
  readonly ctx: Context;
  readonly operations: Operation[];
  /** Name of the feature whose routes are being put on. */
  readonly feature: string;
}

const receiveBody = async (
  { ctx }: Api,
  endpoint: AnyEndpoint,
  request: Request,
  read: ReadHeader,
): Promise<unknown> => {
  if (!endpoint.body) return undefined;
  if (!isJson(read('content-type'))) throw new Failure('unsupported', 'Send application/json.');
  return check(
    endpoint.body,
    parseJson(await readBody(request, read, endpoint.maxBytes ?? 65_536, ctx.clock)),
  );
};

/** Reads parameters of a path. */
const parametersOf =
  (path: Record<string, string>) =>
  (name: string): string => {
    const value = path[name];
    if (value === undefined) throw new RangeError(`no parameter ${name} in the path`);
    return value;
  };

const prepare = async (
  api: Api,
  endpoint: AnyEndpoint,
  hono: HonoContext,
  headers: ReplyHeaders,
  read: ReadHeader,
) => {
  const { ctx } = api;
  const request = hono.req.raw;
  const path = hono.req.param() as Record<string, string>;
  const incoming = (hono.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  const address = ctx.readAddress(incoming?.socket?.remoteAddress, read('x-forwarded-for'));
  const known = await identify(ctx, endpoint, { request, hono, path, address, read, headers });
  for (const [name, value] of Object.entries(path)) if (name !== 'site') idOf(value);
  const query = endpoint.query ? check(endpoint.query, hono.req.query()) : undefined;
  const start = ctx.clock.monotonic();
  const body = await receiveBody(api, endpoint, request, read);
  await refuseErased(ctx, known, start);
  return {
    ctx,
    path,
    parameter: parametersOf(path),
    query,
    body,
    address,
    request,
    headers,
    read,
    hono,
    ...known,
  };
};

const answer = (api: Api, hono: HonoContext, headers: ReplyHeaders, error: unknown): Response => {
  const failure = asFailure(error);
  if (failure.code === 'internal' || failure.code === 'unavailable' || failure.code === 'storage_full') {
    api.ctx.metrics.faults.inc({ kind: failure.code });
    api.ctx.log.error({ err: error, route: hono.req.routePath }, 'request failed');
  }
  return failureResponse(failure, headers);
};

/** Counts an answer under its route; the time includes everything but sending. */
const count = (
  api: Api,
  route: { method: string; path: string },
  start: number,
  response: Response,
): Response => {
  const { clock, metrics } = api.ctx;
  metrics.requests.observe(
    { method: route.method, route: route.path, status: response.status },
    (clock.monotonic() - start) / 1_000,
  );
  return response;
};

const baseHeaders = () =>
  new ReplyHeaders({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });

/** Whether a write met one that was made since it looked. */
const isLostRace = (error: unknown): boolean =>
  error instanceof UniqueViolation || (error instanceof Failure && error.code === 'conflict');

const register = (api: Api, route: Operation['route'], endpoint: AnyEndpoint): number =>
  api.operations.push({ route, endpoint, feature: api.feature });

/** Keeps what staff did, or a program in their name. */
const recordAction = ({ ctx, site, session, token, path }: Call<'staff', unknown, unknown>, route: Route) =>
  recordAudit(ctx, [site.id], session.staff.id, `${route.method} ${route.path}`, {
    conversationId: path['conversation'] ?? path['callback'] ?? null,
    tokenId: token?.id ?? null,
  });

/** Calls a handler; once more where a write met one that was made since it looked. */
const handleTwice = async <Body, Reply, Query, Kind extends Access>(
  api: Api,
  route: Route<Body, Reply, Query>,
  rules: AnyEndpoint,
  call: Call<Kind, Body, Query>,
  handler: (call: Call<Kind, Body, Query>) => Promise<Reply>,
): Promise<Reply> => {
  try {
    return await handler(call);
  } catch (error) {
    if (route.method === 'GET' || !isLostRace(error)) throw error;
    // Someone was faster (a retry that overtook, a second tab): once more, on what is there now. Where that was the
    // same request, it is found and answered; where it was another, the first answer stands.
    const again = await identify(api.ctx, rules, call);
    return handler({ ...call, ...again }).catch((second) => {
      throw error instanceof UniqueViolation ? second : error;
    });
  }
};

/**
 * Puts a route of the contract on the server: finds out who calls, guards, limits, validates, calls the handler,
 * validates its reply, and registers all of it for the OpenAPI document.
 */
export const mount = <Body, Reply, Query, Kind extends Access>(
  api: Api,
  route: Route<Body, Reply, Query>,
  endpoint: Endpoint<Kind, Body, Query, Reply> & { reply: z.ZodType<Reply> } & ScopedFor<Kind>,
  handler: (call: Call<Kind, Body, Query>) => Promise<Reply>,
): void => {
  const loose = endpoint as unknown as AnyEndpoint;
  register(api, route as Route<unknown, unknown, unknown>, loose);
  api.app.on(route.method, route.path, async (hono) => {
    const headers = baseHeaders();
    const start = api.ctx.clock.monotonic();
    try {
      const call = (await prepare(api, loose, hono, headers, headersOf(hono))) as unknown as Call<
        Kind,
        Body,
        Query
      >;
      let reply: Reply | undefined;
      const work = async (): Promise<string> => {
        reply = await handleTwice(api, route, loose, call, handler);
        if (endpoint.access === 'staff' && route.method !== 'GET' && endpoint.audit !== false)
          await recordAction(call as unknown as Call<'staff', unknown, unknown>, route as Route);
        return replyText(endpoint.reply, reply);
      };
      const { status, text } = await answerOnce(api.ctx, { token: null, ...call }, work);
      headers.set('content-type', 'application/json; charset=utf-8');
      const cached = route.method === 'GET' ? cachedBytes(reply) : null;
      if (cached) return count(api, route, start, sendCachedBytes(hono, cached, headers));
      return count(api, route, start, new Response(text, { status, headers: headers.toInit() }));
    } catch (error) {
      return count(api, route, start, answer(api, hono, headers, error));
    }
  });
};

/** Puts a route on the server whose answer is a file: as {@link mount}, but the handler makes the response. */
export const mountFile = <Query, Kind extends Access>(
  api: Api,
  route: Route<undefined, undefined, Query>,
  endpoint: Endpoint<Kind, undefined, Query, undefined> & ScopedFor<Kind>,
  handler: (call: Call<Kind, undefined, Query>) => Promise<Response>,
): void => {
  const loose = { ...endpoint, answers: 'file' } as unknown as AnyEndpoint;
  register(api, route as Route<unknown, unknown, unknown>, loose);
  api.app.on(route.method, route.path, async (hono) => {
    const headers = baseHeaders();
    const start = api.ctx.clock.monotonic();
    try {
      const call = (await prepare(api, loose, hono, headers, headersOf(hono))) as unknown as Call<
        Kind,
        undefined,
        Query
      >;
      return count(api, route, start, await handler(call));
    } catch (error) {
      return count(api, route, start, answer(api, hono, headers, error));
    }
  });
};

/** Puts a live stream on the server: as {@link mount}, but what the handler gets is where frames go. */
export const mountStream = <Query, Kind extends Access>(
  api: Api,
  route: Route<undefined, undefined, Query>,
  endpoint: Endpoint<Kind, undefined, Query, undefined> & ScopedFor<Kind>,
  handler: (call: Call<Kind, undefined, Query>, sink: Sink) => Promise<void>,
): void => {
  const loose = endpoint as unknown as AnyEndpoint;
  register(api, route as Route<unknown, unknown, unknown>, loose);
  api.app.on(route.method, route.path, async (hono) => {
    const headers = baseHeaders();
    try {
      const call = (await prepare(api, loose, hono, headers, headersOf(hono))) as unknown as Call<
        Kind,
        undefined,
        Query
      >;
      if ((call.query as { poll?: string }).poll === undefined)
        return await sinkFor(hono, headers, (sink) => handler(call, sink));
      // Counted: a line on which streams do not work is something to look into.
      api.ctx.metrics.polls.inc();
      return await pollFor(headers, hono.req.raw.signal, (sink) => handler(call, sink));
    } catch (error) {
      return answer(api, hono, headers, error);
    }
  });
};
