import type { RichElement, RichNode } from '../../../shared/core/richText.ts';

/*
 * Films of hosts that people know, in articles. A link to one that stands alone on its line becomes a still box; nothing
 * is loaded from the host before its reader asks for it, and then from the address that tells the host the least.
 */

/** The addresses of a film: where a link leads, and what a frame shows. */
interface Film {
  host: string;
  frame: string;
}

/** Seconds of `90`, `90s`, `1m30s`. */
const secondsOf = (start: string | null): number => {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(start ?? '') ?? [];
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
};

const youTube = (url: URL, id: string | null | undefined): Film | null => {
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  const start = secondsOf(url.searchParams.get('t') ?? url.searchParams.get('start'));
  const frame = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start ? `&start=${start}` : ''}`;
  return { host: 'youtube.com', frame };
};

const vimeo = (url: URL): Film | null => {
  const [, id, secret = url.searchParams.get('h')] =
    /^\/(?:video\/)?(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(url.pathname) ?? [];
  if (!id) return null;
  const own = secret && /^[\da-f]{6,20}$/.test(secret) ? `&h=${secret}` : '';
  return { host: 'vimeo.com', frame: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${own}` };
};

/** The film that an address leads to; null for every address but those of a film on a known host. */
export const filmOf = (href: string | undefined): Film | null => {
  if (!href || !URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol !== 'https:' || url.port || url.username) return null;
  const name = url.hostname.replace(/^(?:www|m)\./, '');
  if (name === 'youtu.be') return youTube(url, url.pathname.slice(1));
  if (name === 'youtube.com' || name === 'youtube-nocookie.com')
    return youTube(
      url,
      url.pathname === '/watch'
        ? url.searchParams.get('v')
        : /^\/(?:embed|shorts|live)\/([\w-]+)$/.exec(url.pathname)?.[1],
    );
  return name === 'vimeo.com' || name === 'player.vimeo.com' ? vimeo(url) : null;
};

const isBlank = (node: RichNode): boolean => typeof node === 'string' && node.trim() === '';

/** The box of a line that holds a link to a film and nothing else; its title is the words of the link. */
const boxOf = (line: readonly RichNode[]): RichElement | null => {
  const [link, ...more] = line.filter((node) => !isBlank(node));
  if (more.length || typeof link !== 'object' || link.tag !== 'a') return null;
  const film = filmOf(link.href);
  if (!film || link.href === undefined) return null;
  const [first] = link.children ?? [];
  const isBare = first === undefined || (typeof first === 'string' && /^https?:\/\//.test(first));
  return { tag: 'video', href: link.href, src: film.frame, children: isBare ? [] : (link.children ?? []) };
};

/** The lines of a paragraph. */
const linesOf = (nodes: readonly RichNode[]): RichNode[][] => {
  const lines: RichNode[][] = [[]];
  for (const node of nodes)
    if (typeof node === 'object' && node.tag === 'br') lines.push([]);
    else lines.at(-1)?.push(node);
  return lines;
};

/** A paragraph with each line that is a film as a box of its own. */
export const withFilms = (paragraph: RichElement): RichElement[] => {
  const lines = linesOf(paragraph.children ?? []);
  if (!lines.some((line) => boxOf(line))) return [paragraph];
  const parts: RichElement[] = [];
  let words: RichElement | null = null;
  for (const line of lines) {
    const box = boxOf(line);
    if (box) parts.push(box);
    else if (words) words.children?.push({ tag: 'br' }, ...line);
    else parts.push((words = { tag: 'p', children: line }));
    if (box) words = null;
  }
  return parts;
};

/** The hosts whose frames a rendered text may load, as origins for a policy. */
export const frameOrigins = (nodes: readonly RichNode[]): string[] => [
  ...new Set(
    nodes.flatMap((node): string[] => {
      if (typeof node === 'string') return [];
      const film = node.tag === 'video' ? filmOf(node.href) : null;
      return film ? [new URL(film.frame).origin] : frameOrigins(node.children ?? []);
    }),
  ),
];
