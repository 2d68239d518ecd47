import { BoundedMap } from '../boundedMap.ts';
import ipaddr from 'ipaddr.js';
import type { ProxyWatch } from './proxyWatch.ts';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

const parse = (text: string): ipaddr.IPv4 | ipaddr.IPv6 | null => {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return ipaddr.isValid(bare) && (bare.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(bare))
    ? ipaddr.process(bare)
    : null;
};

/**
 * Finds out who is calling, for limits only: an address proves nothing about a person.
 * @param peer the connection's own address
 * @param forwardedFor the X-Forwarded-For header as it came
 * @returns the key of a rate limit: an IPv4 address, or an IPv6 /64
 */
export type AddressReader = (peer: string | undefined, forwardedFor: string | undefined) => string;

/** Peers whose key is remembered. */
const maxAddresses = 1_000;

const key = (address: ipaddr.IPv4 | ipaddr.IPv6): string =>
  address.kind() === 'ipv4'
    ? address.toString()
    : `${(address as ipaddr.IPv6).parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`;

/**
 * The peer's address is believed; X-Forwarded-For only when the peer is one of our proxies, and then only its
 * rightmost entry that is not a proxy itself: everything further left was written by the caller.
 * @param watch told of headers that were not believed
 */
export const createAddressReader = (
  trustedProxies: readonly string[],
  watch: Pick<ProxyWatch, 'note'> = { note() {} },
): AddressReader => {
  const ranges: Range[] = trustedProxies.map((network) =>
    network.includes('/')
      ? ipaddr.parseCIDR(network)
      : [ipaddr.process(network), ipaddr.process(network).kind() === 'ipv4' ? 32 : 128],
  );
  const isProxy = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
    ranges.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));

  const find = (peer: string | undefined, forwardedFor: string | undefined): string => {
    const direct = peer ? parse(peer) : null;
    if (!direct) return 'unknown';
    if (!forwardedFor) return key(direct);
    if (!isProxy(direct)) {
      watch.note(peer ?? '', forwardedFor);
      return key(direct);
    }
    const hops = forwardedFor.slice(-2_000).split(',');
    for (const text of hops.toReversed()) {
      const hop = parse(text);
      // An unreadable hop ends what can be believed; the proxy that vouched for it is the best that is known.
      if (!hop) break;
      if (!isProxy(hop)) return key(hop);
    }
    return key(direct);
  };

  // Most requests come over connections that are there already; reading an address costs as much as a small answer.
  const cache = new BoundedMap<string, string>(maxAddresses);
  return (peer, forwardedFor) => {
    if (forwardedFor || !peer) return find(peer, forwardedFor);
    const known = cache.get(peer);
    if (known !== undefined) return known;
    const found = find(peer, undefined);
    cache.set(peer, found);
    return found;
  };
};
