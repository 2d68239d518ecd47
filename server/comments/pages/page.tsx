/** @jsxImportSource hono/jsx */
import type { CommentList, OwnComment } from '../../../shared/comments/schema.ts';
import { Layout, Rich } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText, type PageLanguage } from '../../core/pages/texts.ts';
import { commentTexts } from '../texts.ts';
import { anchorOf, linksOf, Threads } from './thread.tsx';
import { type Filled, WriteForm } from './write.tsx';

/** Texts that say why a comment waits. */
export const whyText = (language: PageLanguage, reason: OwnComment['reason']): string => {
  const texts = commentTexts(language);
  switch (reason) {
    case 'always':
      return texts.why_always;
    case 'first':
      return texts.why_first;
    case 'links':
      return texts.why_links;
    case 'edited':
      return texts.why_edited;
    case 'reported':
      return texts.why_reported;
    default:
      return texts.why_held;
  }
};

/** A page's comments on a page of ours: for reading on, for writing without scripts, and for who is led here by a link. */
export const commentsPage = (
  call: PageCall,
  list: CommentList,
  of: { url: string; page?: string | undefined },
  given: {
    filled: Filled;
    replyTo?: { id: string; name: string } | undefined;
    /** The visitor's own comments that wait. */
    held: OwnComment[];
    /** True right after something was sent. */
    sent: boolean;
  },
): string => {
  const { site, language } = call;
  const texts = commentTexts(language);
  const title = list.page.title || new URL(list.page.url).host + new URL(list.page.url).pathname;
  const { filled, replyTo, held, sent } = given;
  return `<!doctype html>${String(
    <Layout
      site={site}
      language={language}
      title={`${countText(language.tag, texts.title, list.page.count)}: ${title}`}
      secret
    >
      <p>
        <a href={list.page.url}>{title}</a>
      </p>
      <h1>{countText(language.tag, texts.title, list.page.count)}</h1>
      {sent && (
        <p class="card" role="status">
          {held.length ? texts.held : texts.sent}
        </p>
      )}
      {Object.keys(filled.wrong).length > 0 && (
        <p class="card bad" role="alert">
          {language.texts.somethingWrong}
        </p>
      )}
      {held.map((comment) => (
        <article class="card" id={anchorOf(comment.id)}>
          <p class="quiet">
            {texts.waits} {whyText(language, comment.reason)}
          </p>
          <div dir="auto">
            <Rich nodes={comment.rich} />
          </div>
        </article>
      ))}
      <div class="comments">
        <Threads call={call} list={list} links={linksOf(call, of)} isMarked={false} />
      </div>
      {list.page.open ? (
        <WriteForm
          call={call}
          list={list}
          of={{ ...of, title: list.page.title }}
          filled={filled}
          replyTo={replyTo}
        />
      ) : (
        <p>{texts.closed}</p>
      )}
    </Layout>,
  )}`;
};
