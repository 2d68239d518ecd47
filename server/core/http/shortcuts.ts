import type { IncomingMessage } from 'node:http';
import type { Context as HonoContext } from 'hono';
import { headersOf, type ReadHeader } from './headers.ts';
import type { Metrics } from './metrics.ts';
import type { WholeAnswer } from './wholeAnswers.ts';

/** A GET before anything of it is parsed. */
export interface Asked {
  /** Host, path and query as they came. */
  address: string;
  read: ReadHeader;
}

/**
 * Finds what is kept for a request, before it is parsed or routed: for what everybody reads, that is most of the work.
 * What is kept was decided, checked and rendered by the route.
 * @returns null where nothing is kept, or it is no longer true: the route answers
 */
export type Shortcut = (asked: Asked) => WholeAnswer | null;

/** The caches that answer before a request is routed. */
interface Caches {
  fastReplies: { find: Shortcut };
  pageCache: { find: Shortcut };
  metrics: Metrics;
}

const fromCache = { from: 'cache' };

/** Asks the caches in turn, and counts what they have. */
export const takeShortcut = (
  { fastReplies, pageCache, metrics }: Caches,
  asked: Asked,
): WholeAnswer | null => {
  const answer = pageCache.find(asked) ?? fastReplies.find(asked);
  if (answer) metrics.pages.inc(fromCache);
  return answer;
};

/** A request as it came from the network. */
export const askedOf = ({ headers, url }: Pick<IncomingMessage, 'headers' | 'url'>): Asked => ({
  address: `${headers.host}${url}`,
  read: (name) => headers[name] as string | undefined,
});

/** The same for a request on its way through the routes, to keep an answer by. */
export const askedOfRouted = (hono: HonoContext): Asked => {
  const { incoming } = (hono.env ?? {}) as { incoming?: Partial<IncomingMessage> };
  return incoming?.headers
    ? askedOf(incoming as IncomingMessage)
    : { address: hono.req.url, read: headersOf(hono) };
};

/** As much of a header as counts: a language is chosen by no more (texts.ts), and no origin is as long. */
const longestHeader = 500;

/** Names what is kept. @param varying the one header, besides the address, on which it depends */
export const keyOf = ({ address, read }: Asked, varying: 'accept-language' | 'origin'): string =>
  `${address}\n${read(varying)?.slice(0, longestHeader) ?? ''}`;
