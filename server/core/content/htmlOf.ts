import { isSafeHref, type RichNode } from '../../../shared/core/richText.ts';

/**
 * Text for a feed: only characters that XML 1.0 has. What would end a CDATA section is parted by a zero-width space: the
 * writer of feeds (xml-js 1.6) parts the first only, and behind a second one words would be markup.
 */
export const storable = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(']]>', ']]\u200b>')
    .toWellFormed();

const escaped = (text: string): string =>
  storable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Rendered Markdown as the HTML of a feed: the tree's few tags, text escaped. */
export const htmlOf = (nodes: readonly RichNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const inner = htmlOf(node.children ?? []);
      if (node.tag === 'br' || node.tag === 'hr') return `<${node.tag}>`;
      if (node.tag === 'img')
        return `<img src="${escaped(node.src ?? '')}" alt="${escaped(node.alt ?? '')}">`;
      if (node.tag === 'video')
        return `<p><a href="${escaped(node.href ?? '')}" rel="nofollow ugc">${inner}</a></p>`;
      if (node.tag !== 'a') return `<${node.tag}>${inner}</${node.tag}>`;
      return isSafeHref(node.href)
        ? `<a href="${escaped(node.href)}" rel="nofollow ugc">${inner}</a>`
        : inner;
    })
    .join('');
