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

export type RichTag = (typeof richTags)[number];

export type RichNode = string | RichElement;

export interface RichElement {
  tag: RichTag;
  /** Only on `a`: an http, https or mailto address. */
  href?: string;
  children?: RichNode[];
}

/** True for the addresses that a link of the public may carry. */
export const isSafeHref = (href: unknown): href is string =>
  typeof href === 'string' && /^(?:https?:\/\/|mailto:)[^\u0000-\u0020]+$/i.test(href);
