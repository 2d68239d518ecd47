import { isIP } from 'node:net';
import ipaddr, { type IPv6 } from 'ipaddr.js';

/** Letters of host names. What else the URL standard lets stand (`;`, `'`, `{` …) is read otherwise by other readers. */
const hostName = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,62}$/;

/** All that is given out of IPv6 for the public network: what is outside of it stands for something else, or for nothing yet. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address carries one of IPv4 for a tunnel of a house's own (ISATAP, RFC 5214, 6.1). */
const isTunnel = ({ parts }: IPv6): boolean => (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;

/** True when an address is one of the public network: none of a house, a link, a machine, or one that stands for those. */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || (parsed.match(globalUnicast) && !isTunnel(parsed));
};

/** The host of an address without the brackets of IPv6, and whether it is a number rather than a name. */
export const hostOf = (url: URL): { host: string; isLiteral: boolean } => {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, isLiteral: isIP(host) !== 0 };
};

/** Ports of https that anybody may name, unless the configuration says others. */
export const usualPorts: readonly number[] = [443];

/**
 * The parts of an address by https, a public name and a port of those allowed, without a user; null for any other.
 * @param ports that may be named
 */
export const readPublicUrl = (text: string, ports: readonly number[] = usualPorts): URL | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isUsual = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isUsual && ports.includes(Number(url.port || 443)) && hostName.test(url.hostname) ? url : null;
};

/**
 * The parts of an address on a machine of the house that the configuration names; null for any other.
 * @param hosts names or addresses, with a port or for every port: `crm.internal`, `10.0.0.7:8080`
 */
export const readPrivateUrl = (text: string, hosts: readonly string[]): URL | null => {
  if (hosts.length === 0 || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isHttp = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return isHttp && (hosts.includes(url.host) || hosts.includes(url.hostname)) ? url : null;
};
