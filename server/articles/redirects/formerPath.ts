/** Longest address that an article had elsewhere, UTF-16 code units. */
export const longestFormer = 400;

/** An address that an article had in another system. */
export interface FormerPlace {
  /** Lower case, with its port; empty where it isn't known. */
  host: string;
  /** Without the slash before it, see {@link formerPathOf}. */
  path: string;
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * The one form of a path in another system: Zendesk and Help Scout find an article by its number, whatever words stand
 * behind it.
 */
export const formerPathOf = (path: string): string => {
  const [plain = ''] = path.split(/[?#]/);
  const clean = decoded(plain)
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '');
  const [numbered] = /^(?:hc\/(?:[a-z-]+\/)?articles\/\d+|article\/\d+)(?=$|-|\/)/.exec(clean) ?? [];
  return (numbered ?? clean).slice(0, longestFormer);
};

/** Reads an address or a path of another system; null for what is none. */
export const readFormer = (text: string): FormerPlace | null => {
  const [, scheme, rest = ''] = /^(https?:\/\/)?(.*)$/is.exec(text.trim()) ?? [];
  const [first = ''] = rest.split('/');
  // With a scheme, or a dot before the first slash, it begins with a host.
  const hasHost = scheme !== undefined || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i.test(first);
  if (hasHost && !URL.canParse(`https://${rest}`)) return null;
  const host = hasHost ? new URL(`https://${rest}`).host : '';
  const path = formerPathOf(hasHost ? rest.slice(first.length) : rest);
  return path === '' ? null : { host, path };
};

/** A former address as people read it, and as {@link readFormer} takes it. */
export const addressOf = ({ host, path }: FormerPlace): string => (host ? `${host}/${path}` : `/${path}`);
