/**
 * Rendered Markdown as data: a tree of a few tags that each reader builds into its own elements (DOM nodes in the
 * widget, escaped HTML on pages, plain text in mails). No HTML string ever travels, so there is nothing to sanitise
 * and nothing that a Trusted Types policy would have to bless.
 */
export const richTags = [
  'p',
  'br',
  'strong',
  'em',
  's',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
  'h3',
  'h4',
  'hr',
] as const;

/** Elements of the team's articles besides: nothing that the public writes becomes one of these. */
export const articleTags = [
  'h2',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'img',
  'aside',
  'details',
  'summary',
  'video',
] as const;

export type RichTag = (typeof richTags)[number] | (typeof articleTags)[number];

/** The kind of a callout: something to know, to try, or to beware of. */
export type CalloutKind = 'note' | 'tip' | 'warning';

export type RichNode = string | RichElement;

export interface RichElement {
  tag: RichTag;
  /** Only on `a`, an http, https or mailto address; on `video`, that of its page. */
  href?: string;
  /**
   * Only on `img` and `video`: where it lies, the id of a file as stored, an address of ours as sent; of a film, what a frame
   * shows. And what it shows, or offers, in words.
   */
  src?: string;
  alt?: string;
  /** Only on `img`, pixels: what comes after it stays where it is while it loads. */
  width?: number;
  height?: number;
  /** Only on `aside`. */
  kind?: CalloutKind;
  /** Only on headings of articles: what a link to it names. */
  id?: string;
  children?: RichNode[];
}

/** True for the addresses that a link of the public may carry. */
export const isSafeHref = (href: unknown): href is string =>
  typeof href === 'string' && /^(?:https?:\/\/|mailto:)[^\u0000-\u0020]+$/i.test(href);
