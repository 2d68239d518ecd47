import type { PageRules } from '../../shared/comments/settings.ts';

/** The page that an address means. */
export interface PageIdentity {
  /** The same for every address of the page. */
  key: string;
  /** The address that is linked to. */
  url: string;
  /** `scheme://host` of it. */
  origin: string;
}

/**
 * Reads which page is meant. Two addresses are one page when they differ only in what the rules ignore; scheme, the
 * order of parameters and the case of the host never count.
 * @param name what the owner calls the page: it alone counts then
 * @returns null for what is no http address
 */
export const identifyPage = (rules: PageRules, address: string, name?: string): PageIdentity | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  const [main] = rules.hosts;
  if (main !== undefined && rules.hosts.includes(url.host)) url.host = main;
  const parameters = [...url.searchParams]
    .filter(([key]) => rules.query === 'keep' || (rules.query === 'listed' && rules.listed.includes(key)))
    .sort(([one, oneValue], [other, otherValue]) =>
      one < other ? -1 : one > other ? 1 : oneValue < otherValue ? -1 : oneValue > otherValue ? 1 : 0,
    );
  url.search = new URLSearchParams(parameters).toString();
  if (!rules.hash) url.hash = '';
  if (rules.ignoreSlash && url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  const key = name === undefined ? `${url.host}${url.pathname}${url.search}${url.hash}` : `=${name}`;
  return { key, url: url.href, origin: url.origin };
};
