import { assertPresent } from '../assertPresent.ts';
import { lookup, type LookupAddress } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { hostOf, isPublicAddress, readPrivateUrl, readPublicUrl, usualPorts } from './addresses.ts';

/**
 * Why nothing came of a call. It says no more than that: what a machine of the house answers to TLS or refuses is
 * nothing for those who may say where we call.
 */
export type OutsideFault = 'not_public' | 'unreachable' | 'timed_out' | 'too_large';

export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  readonly code: OutsideFault;
  constructor(code: OutsideFault) {
    super(`outside call: ${code}`);
    this.code = code;
  }
}

export interface OutsideRequest {
  url: string;
  /**
   * The author of the address. `anybody`: a browser or a person; by https to public names and addresses alone, and to
   * machines of the house that the configuration names. `operator`: the configuration, which may name a machine of the
   * house.
   */
  from: 'anybody' | 'operator';
  headers: Record<string, string>;
  body: string | Buffer;
  /** For everything from the look-up of the name to the last byte of the answer, milliseconds. */
  timeout: number;
  /** Bytes of the answer that are taken; one that goes on is cut off and counts as none. */
  maxBytes: number;
  signal?: AbortSignal;
}

export interface OutsideAnswer {
  status: number;
  /** The header `Retry-After` as it came; absent where there is none. */
  retryAfter?: string | undefined;
  /** The header `Content-Type` as it came; empty where there is none. */
  contentType: string;
  body: string;
}

/** Posts to other machines. Nothing else of the server may (npm run boundaries). */
export interface Connector {
  /** Whether anybody may name this address to be called. */
  accepts(url: string): boolean;
  /** Follows no redirect. @throws OutsideError */
  post(request: OutsideRequest): Promise<OutsideAnswer>;
  /** Whether the configuration names a machine of the house that anybody may name. */
  isPrivate(host: string, port: number): boolean;
  /**
   * The address of a host that anybody names for something else than a call: one that was looked at, to be connected to
   * in the name's place. @param ports those that may be named on public hosts. @throws OutsideError
   */
  addressOf(host: string, port: number, ports: readonly number[]): Promise<string>;
  /** As {@link Connector.post}, for reading. @throws OutsideError */
  get(request: Omit<OutsideRequest, 'body'>): Promise<OutsideAnswer>;
}

/** Replacements in tests: a directory of names, and a way to the own machine. */
export interface ConnectorParts {
  resolve?: (host: string) => Promise<LookupAddress[]>;
  agent?: HttpsAgent;
  /** Ports of https that anybody may name. */
  ports?: readonly number[];
  /** Machines of the house that anybody may name: `crm.internal`, `10.0.0.7:8080`. */
  privateHosts?: readonly string[];
}

const lookUp = promisify(lookup);
const resolveByDns = (host: string): Promise<LookupAddress[]> => lookUp(host, { all: true });

/** A look-up that answers with what was looked at: the name is not asked for again, and can't answer otherwise. */
const pinned =
  (found: LookupAddress[]): LookupFunction =>
  (_host, { all }, done) => {
    const first = assertPresent(found[0], 'a name that leads nowhere was refused before');
    if (all) done(null, found);
    else done(null, first.address, first.family);
  };

type Rules = Required<Pick<ConnectorParts, 'resolve' | 'ports' | 'privateHosts'>>;

/** Looks at where a call goes. @returns its parts, and the addresses that it may connect to. @throws OutsideError */
const findTarget = async (
  { url: text, from }: Pick<OutsideRequest, 'url' | 'from'>,
  { resolve, ports, privateHosts }: Rules,
): Promise<{ url: URL; host: string; found: LookupAddress[] }> => {
  const ours = from === 'operator' ? new URL(text) : readPrivateUrl(text, privateHosts);
  const url = ours ?? readPublicUrl(text, ports);
  if (!url) throw new OutsideError('not_public');
  const { host, isLiteral } = hostOf(url);
  const found = isLiteral
    ? [{ address: host, family: isIP(host) }]
    : await resolve(host).catch(() => {
        throw new OutsideError('unreachable');
      });
  if (found.length === 0) throw new OutsideError('unreachable');
  // One that leads into the house is enough: which of them the socket takes is not ours to say.
  if (!ours && !found.every(({ address }) => isPublicAddress(address))) throw new OutsideError('not_public');
  return { url, host, found };
};

interface Agents {
  'https:': HttpsAgent;
  'http:': HttpAgent;
}

/** The answer's status and bytes. @throws OutsideError `too_large`, Error when the line breaks or the time is over */
const readAnswer = async (response: IncomingMessage, maxBytes: number): Promise<OutsideAnswer> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early ends the connection, too.
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) throw new OutsideError('too_large');
    parts.push(part);
  }
  const retryAfter = response.headers['retry-after'];
  const contentType = response.headers['content-type'] ?? '';
  return {
    status: response.statusCode ?? 0,
    retryAfter,
    contentType,
    body: Buffer.concat(parts).toString('utf8'),
  };
};

const send = async (
  { url, host, found }: Awaited<ReturnType<typeof findTarget>>,
  { headers, body, maxBytes }: Omit<OutsideRequest, 'body'> & { body: OutsideRequest['body'] | null },
  agents: Agents,
  signal: AbortSignal,
): Promise<OutsideAnswer> => {
  const isSecure = url.protocol === 'https:';
  const response = await new Promise<IncomingMessage>((resolve, refuse) => {
    const sent = (isSecure ? requestHttps : requestHttp)({
      method: body === null ? 'GET' : 'POST',
      host,
      port: Number(url.port) || (isSecure ? 443 : 80),
      path: url.pathname + url.search,
      headers: { ...headers, ...(body !== null && { 'content-length': String(Buffer.byteLength(body)) }) },
      agent: agents[isSecure ? 'https:' : 'http:'],
      lookup: pinned(found),
      signal,
    });
    sent.on('error', refuse);
    sent.on('response', resolve);
    sent.end(body ?? undefined);
  });
  return readAnswer(response, maxBytes);
};

/** Rejects when a signal aborts first: a look-up of a name cannot be ended. */
const unless = <Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> =>
  new Promise((resolve, refuse) => {
    signal.addEventListener('abort', refuse, { once: true });
    if (signal.aborted) refuse(signal.reason);
    work.then(resolve, refuse).finally(() => signal.removeEventListener('abort', refuse));
  });

/** Names and addresses of machines have no letters but these; what else stands there is read otherwise by other readers. */
const plainHost = /^[a-z0-9](?:[a-z0-9.:-]*[a-z0-9])?$/i;

/** Whether the configuration names a host, with this port or for all. */
const names = (privateHosts: readonly string[], host: string, port: number): boolean =>
  privateHosts.includes(host) || privateHosts.includes(`${isIP(host) === 6 ? `[${host}]` : host}:${port}`);

/** Longest look-up of a name, milliseconds. */
const lookUpTime = 10_000;

/** @throws OutsideError */
const findAddress = async (
  given: string,
  port: number,
  ports: readonly number[],
  { resolve, privateHosts }: Rules,
): Promise<string> => {
  const host = given.toLowerCase();
  const isOurs = names(privateHosts, host, port);
  if (!plainHost.test(host) || (!isOurs && !ports.includes(port))) throw new OutsideError('not_public');
  const family = isIP(host);
  const signal = AbortSignal.timeout(lookUpTime);
  const found = family
    ? [{ address: host, family }]
    : await unless(signal, resolve(host)).catch(() => {
        throw new OutsideError(signal.aborted ? 'timed_out' : 'unreachable');
      });
  const [first] = found;
  if (!first) throw new OutsideError('unreachable');
  if (!isOurs && !found.every(({ address }) => isPublicAddress(address)))
    throw new OutsideError('not_public');
  return first.address;
};

/**
 * The guarded way out: where a call goes is parsed once, every address of it looked at and pinned to the socket, no
 * redirect followed, the answer bounded in bytes and time. Connections are not kept: the next call is looked at anew.
 */
export const createConnector = ({
  resolve = resolveByDns,
  agent,
  ports = usualPorts,
  privateHosts = [],
}: ConnectorParts = {}): Connector => {
  const agents: Agents = { 'https:': agent ?? new HttpsAgent(), 'http:': new HttpAgent() };
  const call: (
    request: Omit<OutsideRequest, 'body'> & { body: OutsideRequest['body'] | null },
  ) => Promise<OutsideAnswer> = async (request) => {
    const deadline = AbortSignal.timeout(request.timeout);
    const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
    try {
      const target = await unless(signal, findTarget(request, { resolve, ports, privateHosts }));
      return await send(target, request, agents, signal);
    } catch (error) {
      if (error instanceof OutsideError) throw error;
      throw new OutsideError(deadline.aborted ? 'timed_out' : 'unreachable');
    }
  };
  return {
    accepts: (url) => (readPrivateUrl(url, privateHosts) ?? readPublicUrl(url, ports)) !== null,
    isPrivate: (host, port) => names(privateHosts, host.toLowerCase(), port),
    addressOf: (host, port, allowed) => findAddress(host, port, allowed, { resolve, ports, privateHosts }),
    post: call,
    get: (request) => call({ ...request, body: null }),
  };
};
