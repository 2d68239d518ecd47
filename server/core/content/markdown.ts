// biome-ignore-all lint/style/noNonNullAssertion: the parser’s tokens open and close in pairs

import MarkdownIt, { type Token } from 'markdown-it';
import { cutAtWord } from './cut.ts';
import { isSafeHref, type RichElement, type RichNode, type RichTag } from '../../../shared/core/richText.ts';

/*
 * Markdown becomes a tree of a few tags (shared/core/richText.ts), never an HTML string. Raw HTML is text, images are
 * links, tables and headings above level 3 do not exist. markdown-it is the parser that none of 38 hostile families
 * overturned; what it takes on long input is bounded by the caller (renderer.ts).
 */

const parser = new MarkdownIt('commonmark', { html: false, linkify: true, breaks: true, maxNesting: 24 })
  .enable(['linkify', 'strikethrough'])
  .disable(['html_block', 'html_inline', 'reference']);
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
// The tree's own check decides; markdown-it's would drop what a person should see as text.
parser.validateLink = isSafeHref;

export const blocks: Record<string, RichTag> = {
  paragraph_open: 'p',
  blockquote_open: 'blockquote',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  list_item_open: 'li',
  strong_open: 'strong',
  em_open: 'em',
  s_open: 's',
};

/** Nodes that one text may become at the most; the rest of it is dropped from the rendering, never from the text. */
const maxNodes = 4_000;

/** The elements of a tree besides those that every text has. */
export interface TreeForm {
  blocks: Readonly<Record<string, RichTag>>;
  heading(level: number): RichTag;
  /** The node of a picture; null where pictures are links. */
  image(source: string, alt: string): RichNode | null;
  /** The children an element begins with, as its token says. */
  begin?(token: Token): RichNode[];
  maxNodes: number;
}

/** Builds the tree of a parsed text. */
export const treeOf = (tokens: Token[], form: TreeForm): RichNode[] => {
  const root: RichNode[] = [];
  const open: RichNode[][] = [root];
  let count = 0;
  const add = (node: RichNode): void => {
    if (++count > form.maxNodes) return;
    const siblings = open.at(-1)!;
    if (typeof node === 'string' && typeof siblings.at(-1) === 'string')
      siblings[siblings.length - 1] += node;
    else siblings.push(node);
  };
  const enter = (element: RichElement): void => {
    element.children = [];
    add(element);
    open.push(element.children);
  };
  const walk = (list: Token[]): void => {
    for (const token of list) {
      if (token.hidden) continue;
      if (token.type === 'inline') walk(token.children ?? []);
      else if (token.type === 'text') token.content && add(token.content);
      else if (token.type === 'softbreak' || token.type === 'hardbreak') add({ tag: 'br' });
      else if (token.type === 'hr') add({ tag: 'hr' });
      else if (token.type === 'code_inline') add({ tag: 'code', children: [token.content] });
      else if (token.type === 'fence' || token.type === 'code_block')
        add({ tag: 'pre', children: [token.content] });
      else if (token.type === 'image') addImage(token);
      else if (token.type === 'heading_open') enter({ tag: form.heading(Number(token.tag.slice(1))) });
      else if (token.type === 'link_open') enter({ tag: 'a', href: String(token.attrGet('href') ?? '') });
      else if (token.nesting === 1) {
        enter({ tag: form.blocks[token.type] ?? 'p' });
        for (const node of form.begin?.(token) ?? []) add(node);
      } else if (token.nesting === -1) open.pop();
      else if (token.content) add(token.content);
    }
  };
  const addImage = (token: Token): void => {
    const href = String(token.attrGet('src') ?? '');
    add(form.image(href, token.content) ?? { tag: 'a', href, children: [token.content || href] });
  };
  walk(tokens);
  return root;
};

/** The form of public texts. */
const publicForm: TreeForm = {
  blocks,
  heading: (level) => (level <= 2 ? 'h3' : 'h4'),
  image: () => null,
  maxNodes,
};

/** Drops links whose address is not allowed, keeping their words. */
export const withoutUnsafeLinks = (nodes: RichNode[]): RichNode[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    const children = withoutUnsafeLinks(node.children ?? []);
    if (node.tag === 'a' && !isSafeHref(node.href)) return children;
    return [node.children ? { ...node, children } : node];
  });

/** One line that begins with a letter and has no character that Markdown, or the search for addresses, looks at. */
const plainLine = /^\p{L}[\p{L}\p{M}\p{N} .,;!?'"’“”„«»…()–—%€£$-]*(?<! )$/u;

/** Renders Markdown. Not bounded in time: long or public input goes through a {@link RichRenderer}. */
export const renderMarkdown = (source: string): RichNode[] =>
  // What most people write in a chat: the parser would take a tenth of the time that a message takes.
  plainLine.test(source)
    ? [{ tag: 'p', children: [source] }]
    : withoutUnsafeLinks(treeOf(parser.parse(source, {}), publicForm));

/** Text as paragraphs and line breaks: what a source becomes that could not be rendered in time. */
export const renderPlain = (source: string): RichNode[] =>
  source
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .slice(0, 500)
    .map((paragraph) => ({ tag: 'p', children: [paragraph] }));

/** The words of a tree, blocks parted by spaces. */
export const plainText = (nodes: RichNode[]): string => {
  const words = (node: RichNode): string =>
    typeof node === 'string'
      ? node
      : node.tag === 'br' || node.tag === 'hr'
        ? ' '
        : node.tag === 'img'
          ? `${node.alt ?? ''} `
          : `${(node.children ?? []).map(words).join('')}${/^(?:p|li|pre|h[2-4]|blockquote|t[hd]|summary|video)$/.test(node.tag) ? ' ' : ''}`;
  return nodes.map(words).join('').replace(/\s+/g, ' ').trim();
};

/** The first words of a tree, cut at a word within `most` UTF-16 code units, with an ellipsis when cut. */
export const excerpt = (nodes: RichNode[], max: number): string => cutAtWord(plainText(nodes), max);
