import { type ComponentChildren, h } from 'preact';
import { isSafeHref, type RichNode } from '../../../shared/core/richText.ts';

const tags = /^(?:p|br|strong|em|s|code|pre|blockquote|ul|ol|li|a|h3|h4|hr)$/;

/**
 * Builds the elements of rendered Markdown. Checks what came: only strings become text and only known tags elements,
 * so that an answer with other JSON in it shows nothing instead of something.
 */
const build = (nodes: unknown): ComponentChildren =>
  Array.isArray(nodes)
    ? nodes.map((node: unknown) => {
        if (typeof node === 'string') return node;
        const { tag, href, children } = (node ?? {}) as { tag?: unknown; href?: unknown; children?: unknown };
        if (typeof tag !== 'string' || !tags.test(tag)) return null;
        if (tag !== 'a') return h(tag, null, build(children));
        return isSafeHref(href)
          ? h('a', { href, rel: 'noopener noreferrer nofollow ugc', target: '_blank' }, build(children))
          : build(children);
      })
    : null;

/** A rendered text with its few marks. */
export const Rich = ({ nodes }: { nodes: RichNode[] }) => <div class="rich">{build(nodes)}</div>;
