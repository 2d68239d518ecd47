import MarkdownIt from 'markdown-it';
import container from 'markdown-it-container';
import type { CalloutKind, RichElement, RichNode } from '../../../shared/core/richText.ts';
import { blocks, plainText, type TreeForm, treeOf, withoutUnsafeLinks } from './markdown.ts';
import { slugFrom } from './slug.ts';
import { withFilms } from './videos.ts';

/*
 * Articles of the team: Markdown as GitHub has it, with tables, pictures, callouts and what opens when it is wanted. As
 * everywhere it becomes a tree of known tags; raw HTML stays text.
 */

/** The prefix of an article's own file where a picture's address stands. */
export const filePrefix = 'attachment:';

const parser = new MarkdownIt('commonmark', { html: false, linkify: true, breaks: false, maxNesting: 24 })
  .enable(['linkify', 'strikethrough', 'table'])
  .disable(['html_block', 'html_inline'])
  .use(container, 'details');
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
// The tree's own check decides.
parser.validateLink = () => true;

/** Nodes that an article may become at the most: a hundred pages. */
const maxNodes = 40_000;

const callouts: Readonly<Record<string, CalloutKind>> = {
  NOTE: 'note',
  IMPORTANT: 'note',
  TIP: 'tip',
  WARNING: 'warning',
  CAUTION: 'warning',
};

const form: TreeForm = {
  blocks: {
    ...blocks,
    table_open: 'table',
    thead_open: 'thead',
    tbody_open: 'tbody',
    tr_open: 'tr',
    th_open: 'th',
    td_open: 'td',
    container_details_open: 'details',
  },
  // The page's own heading is the first.
  heading: (level) => (level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4'),
  image: (source, alt) =>
    source.startsWith(filePrefix) ? { tag: 'img', src: source.slice(filePrefix.length), alt } : null,
  begin: ({ type, info }) =>
    type === 'container_details_open'
      ? [{ tag: 'summary', children: [info.trim().replace(/^details\s*/, '') || '…'] }]
      : [],
  maxNodes,
};

/** `> [!NOTE]` and what follows, as GitHub writes callouts. */
const asCallout = (quote: RichElement): RichElement => {
  const [first, ...rest] = quote.children ?? [];
  const [mark, ...words] = typeof first === 'object' ? (first.children ?? []) : [];
  const kind =
    typeof mark === 'string' ? callouts[/^\[!(\w+)\]\s*$/.exec(mark)?.[1]?.toUpperCase() ?? ''] : undefined;
  if (!kind || typeof first !== 'object') return quote;
  const own = words.filter((node, place) => place > 0 || typeof node === 'string' || node.tag !== 'br');
  return { tag: 'aside', kind, children: [...(own.length ? [{ ...first, children: own }] : []), ...rest] };
};

/** Names a heading by its words: a link to it survives what is written above it. The prefix keeps off the page's own ids. */
const headingId = (heading: RichElement, taken: Set<string>): string => {
  const base = `s-${slugFrom(plainText(heading.children ?? [])) || taken.size + 1}`;
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
};

/** Gives each heading the id that the contents lead to, callouts their kind, and films their box. */
const finish = (nodes: RichNode[], taken: Set<string>): RichNode[] =>
  nodes.flatMap((node): RichNode[] => {
    if (typeof node === 'string') return [node];
    if (node.tag === 'p') return withFilms(node);
    const element = node.tag === 'blockquote' ? asCallout(node) : node;
    const children = element.children && finish(element.children, taken);
    const isHeading = element.tag === 'h2' || element.tag === 'h3';
    return [
      { ...element, ...(children && { children }), ...(isHeading && { id: headingId(element, taken) }) },
    ];
  });

/** Renders an article. Not bounded in time: what is longer than a few lines goes through a renderer's thread. */
export const renderArticle = (source: string): RichNode[] =>
  finish(withoutUnsafeLinks(treeOf(parser.parse(source, {}), form)), new Set());

/** The source of an article with addresses for its own files, for who reads it elsewhere. */
export const withFileAddresses = (source: string, addressOf: (file: string) => string): string =>
  source.replace(/(?<=\]\()attachment:([0-9a-f-]{36})(?=[\s)])/g, (_, file: string) => addressOf(file));

/** The ids of the files that a rendered article shows. */
export const filesOf = (nodes: readonly RichNode[]): string[] => [
  ...new Set(
    nodes.flatMap((node): string[] =>
      typeof node === 'string'
        ? []
        : node.tag === 'img' && node.src
          ? [node.src]
          : filesOf(node.children ?? []),
    ),
  ),
];

/** The headings of a rendered article, in their order. */
export const headingsOf = (nodes: readonly RichNode[]): { id: string; level: 2 | 3; nodes: RichNode[] }[] =>
  nodes.flatMap((node) =>
    typeof node === 'object' && node.id && (node.tag === 'h2' || node.tag === 'h3')
      ? [{ id: node.id, level: node.tag === 'h2' ? 2 : 3, nodes: node.children ?? [] }]
      : [],
  );
