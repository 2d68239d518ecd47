import ipaddr from 'ipaddr.js';
import type { Logger } from 'pino';
import { BoundedMap } from '../boundedMap.ts';

/** Callers that one peer names, from which on it is a proxy and no visitor's whim. */
const enough = 20;
/** Peers that are watched at once. */
const maxPeers = 100;

/** Notices a reverse proxy that is not trusted: behind it every visitor has one address, and one limit. */
export interface ProxyWatch {
  /** Tells of a request that came with X-Forwarded-For from a peer that is not one of our proxies. */
  note(peer: string, forwardedFor: string): void;
  /** The proxy's address, as `TRUST_PROXY` would name it; null while there is none. */
  readonly found: string | null;
}

const ownNetworks = ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'];

const isPrivate = (peer: string): boolean =>
  ipaddr.isValid(peer) && ownNetworks.includes(ipaddr.process(peer).range());

/**
 * A peer of a private network that forwards is a proxy at once. Of public peers anyone may write such a header: one is
 * taken for a proxy when it speaks for many. The first one found is logged.
 */
export const createProxyWatch = (log: Pick<Logger, 'warn'>): ProxyWatch => {
  const namedBy = new BoundedMap<string, Set<string>>(maxPeers);
  let found: string | null = null;
  return {
    note(peer, forwardedFor) {
      if (found !== null) return;
      const callers = namedBy.get(peer) ?? new Set();
      namedBy.set(peer, callers.add(forwardedFor.slice(0, 100)));
      if (!isPrivate(peer) && callers.size < enough) return;
      found = ipaddr.isValid(peer) ? ipaddr.process(peer).toString() : peer;
      log.warn(
        { proxy: found },
        'requests come through a proxy that TRUST_PROXY does not name: all visitors share one limit',
      );
    },
    get found() {
      return found;
    },
  };
};
