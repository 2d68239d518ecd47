/** @jsxImportSource hono/jsx */
import type { CommentList } from '../../../shared/comments/schema.ts';
import type { Around } from './around.ts';
import { countText } from '../../core/pages/texts.ts';
import { commentTexts } from '../texts.ts';
import { linksOf, structured, Threads } from './thread.tsx';
import { emptyForm, WriteForm } from './write.tsx';

/** The markup for machines: attributes on the elements, a JSON-LD script under a type, or none. */
export interface Marked {
  as: 'microdata' | 'json-ld' | 'none';
  /** Of the host's page, from schema.org; empty nests the comments under what the page itself says. */
  type: string;
}

/**
 * The comments an owner puts into a page, inside `<foyer-comments>`: read by crawlers and without scripts, and by
 * readers until the element takes its place. It carries no style of its own but what pictures need: it is the page's.
 */
export const fragment = (
  call: Around,
  list: CommentList,
  of: { url: string; page?: string | undefined },
  marked: Marked,
): string => {
  const { language } = call;
  const texts = commentTexts(language);
  const links = linksOf(call, of);
  const isMarked = marked.as === 'microdata';
  const scope =
    isMarked && marked.type
      ? { itemscope: true, itemtype: `https://schema.org/${marked.type}`, itemid: list.page.url }
      : {};
  return String(
    <section class="foyer-comments" lang={language.tag} dir={language.direction} {...scope}>
      {isMarked && <meta itemprop="commentCount" content={`${list.page.count}`} />}
      <h2>{countText(language.tag, texts.title, list.page.count)}</h2>
      <Threads call={call} list={list} links={links} isMarked={isMarked} />
      {list.page.open ? (
        <WriteForm call={call} list={list} of={{ ...of, title: list.page.title }} filled={emptyForm} />
      ) : (
        <p>{texts.closed}</p>
      )}
      {marked.as === 'json-ld' && (
        <script
          type="application/ld+json"
          // Not run by anything; `<` cannot end the element early.
          dangerouslySetInnerHTML={{
            __html: JSON.stringify(structured(list, marked.type || 'WebPage', texts.guest)).replaceAll(
              '<',
              '\\u003c',
            ),
          }}
        />
      )}
    </section>,
  );
};
