import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Letters of host names. What else the URL standard lets stand (`;`, `'`, `{` …) is read otherwise by other readers. */
const hostName = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,62}$/;

/** True when an address is one of the public network: none of a house, a link, a machine, or one that stands for those. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** The host of an address without the brackets of IPv6, and whether it is a number rather than a name. */
export const hostOf = (url: URL): { host: string; isLiteral: boolean } => {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, isLiteral: isIP(host) !== 0 };
};

/** The parts of an address by https, a public name and the usual port, without a user; null for any other. */
export const readPublicUrl = (text: string): URL | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isUsual = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isUsual && hostName.test(url.hostname) ? url : null;
};
