import { type ComponentChildren, h } from 'preact';
import { isSafeHref, type RichNode } from '../../../shared/core/richText.ts';

const tags =
  /^(?:p|br|strong|em|s|code|pre|blockquote|ul|ol|li|a|h[2-4]|hr|table|thead|tbody|tr|t[hd]|img|aside|details|summary|video)$/;

/** Builds the elements of an article. As in {@link Rich}, what came is checked: unknown tags show nothing. */
const build = (nodes: unknown): ComponentChildren =>
  Array.isArray(nodes)
    ? nodes.map((node: unknown) => {
        if (typeof node === 'string') return node;
        const { tag, href, src, alt, width, height, kind, children } = (node ?? {}) as Record<
          string,
          unknown
        >;
        if (typeof tag !== 'string' || !tags.test(tag)) return null;
        const inner = build(children);
        if (tag === 'img')
          return isSafeHref(src) ? h('img', { src, alt, width, height, loading: 'lazy' } as object) : null;
        if (tag === 'a')
          return isSafeHref(href)
            ? h('a', { href, rel: 'noopener noreferrer', target: '_blank' }, inner)
            : inner;
        // What is loaded from elsewhere is left to its own page.
        if (tag === 'video')
          return isSafeHref(href)
            ? h(
                'p',
                { class: 'film' },
                h('a', { href, rel: 'noopener noreferrer', target: '_blank' }, h('strong', null, inner)),
                h('small', null, new URL(href).hostname.replace(/^(?:www|m)\./, '')),
              )
            : null;
        // A wide table scrolls by itself, by keyboard too.
        if (tag === 'table') return h('div', { class: 'wide', tabIndex: 0 }, h('table', null, inner));
        return h(tag, typeof kind === 'string' ? { class: kind } : null, inner);
      })
    : null;

/**
 * A rendered article: with pictures, tables and callouts. Apart from {@link Rich}, which every conversation needs
 * before anybody reads an article.
 */
export const RichArticle = ({ nodes }: { nodes: RichNode[] }) => (
  <div class="rich article">{build(nodes)}</div>
);
