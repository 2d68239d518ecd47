/** @jsxImportSource hono/jsx */
import { isSafeHref, type RichNode, type RichTag } from '../../../shared/core/richText.ts';

/*
 * What people wrote, for mails: fewer tags than on a page, no images (none exist in the tree), and each link beside
 * the host that it really leads to.
 */

const hostOf = (href: string): string => {
  if (/^mailto:/i.test(href)) return href.slice(7).replace(/\?.*$/s, '');
  return URL.canParse(href) ? new URL(href).host : '';
};

const words = (nodes: readonly RichNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : words(node.children ?? []))).join('');

/** Where a link leads, when its words do not say so themselves. */
const hintOf = (href: string, shown: string): string => {
  const host = hostOf(href);
  return host === '' || shown === href || shown === host ? '' : host;
};

const blocks = new Set(['p', 'pre', 'blockquote', 'ul', 'ol', 'li', 'h3', 'h4']);

/** As plain text: blocks parted by empty lines, links with their addresses. */
export const richAsText = (nodes: readonly RichNode[]): string => {
  const inner = (node: RichNode, index = 0, ordered = false): string => {
    if (typeof node === 'string') return node;
    const children = node.children ?? [];
    const text = children.map((child, place) => inner(child, place, node.tag === 'ol')).join('');
    if (node.tag === 'br') return '\n';
    if (node.tag === 'hr') return '\n---\n';
    if (node.tag === 'a') {
      const href = isSafeHref(node.href) ? node.href : '';
      return href === '' || text === href || `mailto:${text}` === href ? text : `${text} (${href})`;
    }
    if (node.tag === 'li') return `${ordered ? `${index + 1}.` : '-'} ${text.trim()}\n`;
    if (node.tag === 'blockquote')
      return `${text
        .trim()
        .split('\n')
        .map((line) => `| ${line}`)
        .join('\n')}\n\n`;
    return blocks.has(node.tag) ? `${text}\n\n` : text;
  };
  return nodes
    .map((node) => inner(node))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** Styles of elements that mail programs would draw with gaps that are too wide, or wider than a phone. */
const looks: Partial<Record<RichTag, string>> = {
  p: 'margin:4px 0 8px',
  ul: 'margin:4px 0 8px;padding-inline-start:20px',
  ol: 'margin:4px 0 8px;padding-inline-start:20px',
  blockquote: 'margin:8px 0;padding-inline-start:12px;border-inline-start:2px solid',
  pre: 'margin:8px 0;white-space:pre-wrap;font:13px/1.5 monospace',
  code: 'font:13px/1.5 monospace',
};

/** As elements: escaped, and nothing but these tags. */
export const RichMail = ({ nodes }: { nodes: readonly RichNode[] }) => (
  <>
    {nodes.map((node) => {
      if (typeof node === 'string') return node;
      const Tag = node.tag;
      if (Tag === 'br' || Tag === 'hr') return <Tag />;
      // What the public writes has none, and mails carry their files.
      if (Tag === 'img' || Tag === 'video') return node.alt ?? '';
      const inner = <RichMail nodes={node.children ?? []} />;
      if (Tag !== 'a') return <Tag style={looks[Tag]}>{inner}</Tag>;
      if (!isSafeHref(node.href)) return inner;
      const hint = hintOf(node.href, words(node.children ?? []));
      return (
        <>
          <a href={node.href} rel="noopener noreferrer nofollow ugc">
            {inner}
          </a>
          {hint && ` (${hint})`}
        </>
      );
    })}
  </>
);
