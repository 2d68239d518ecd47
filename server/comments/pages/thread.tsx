/** @jsxImportSource hono/jsx */
import type { Comment, CommentList } from '../../../shared/comments/schema.ts';
import { type Branch, growTree } from '../../../shared/comments/tree.ts';
import { Rich, Time } from '../../core/pages/layout.tsx';
import type { Around } from './around.ts';
import { countText, fill } from '../../core/pages/texts.ts';
import { commentTexts } from '../texts.ts';

/** Addresses of our own pages about a page's comments. */
export interface Links {
  /** Where all of it can be read and written, with parameters put to it. */
  page(more?: Record<string, string>): string;
  /** A picture that a comment carries. */
  picture(id: string): string;
}

export const linksOf = (
  { ctx, site, language }: Around,
  of: { url: string; page?: string | undefined },
): Links => ({
  page: (more = {}) =>
    `${ctx.config.publicUrl}/sites/${site.key}/comments?${new URLSearchParams({
      url: of.url,
      ...(of.page !== undefined && { page: of.page }),
      lang: language.tag,
      ...more,
    })}`,
  picture: (id) => `${ctx.config.publicUrl}/sites/${site.key}/comments/pictures/${id}`,
});

/** Widest that a picture is shown, CSS pixels. */
const widest = 320;
const shownWidth = ({ width, height }: Comment['files'][number]): number => {
  const [wide, high] = [width ?? widest, height ?? widest];
  return Math.max(1, Math.round(Math.min(widest, wide, (widest * wide) / high)));
};

/** The name of an element that a comment can be linked to by. */
export const anchorOf = (id: string): string => `foyer-comment-${id}`;

interface Shown {
  call: Around;
  links: Links;
  names: Map<string, string>;
  /** True where machines are told by attributes what is what. */
  isMarked: boolean;
  open: boolean;
}

const prop = ({ isMarked }: Shown, name: string) => (isMarked ? { itemprop: name } : {});

/** The head of a comment: its author, the one it replies to, and when. */
const Header = ({
  comment,
  shown,
  answered,
}: {
  comment: Comment;
  shown: Shown;
  /** The name of who is answered, where the place in the thread does not say it. */
  answered: string | undefined;
}) => {
  const { call, isMarked } = shown;
  const texts = commentTexts(call.language);
  return (
    <header>
      <strong
        {...(isMarked ? { itemprop: 'author', itemscope: true, itemtype: 'https://schema.org/Person' } : {})}
      >
        <bdi {...prop(shown, 'name')}>{comment.author.name || texts.guest}</bdi>
      </strong>
      {comment.author.kind === 'staff' && <small>{` ${texts.team}`}</small>}
      {comment.author.kind === 'visitor' && comment.author.verified && <small>{` ${texts.verified}`}</small>}
      {answered !== undefined && <small> {fill(texts.answers, { name: answered || texts.guest })}</small>}{' '}
      <a href={`#${anchorOf(comment.id)}`} {...prop(shown, 'url')}>
        <Time at={comment.at} language={call.language} zone={call.site.settings.hours.zone} withTime />
      </a>
      {isMarked && <meta itemprop="dateCreated" content={new Date(comment.at).toISOString()} />}
      {isMarked && <meta itemprop="upvoteCount" content={`${comment.up}`} />}
      {comment.editedAt !== null && <small>{` ${texts.edited}`}</small>}
      {comment.pinned && <small>{` ${texts.pinned}`}</small>}
    </header>
  );
};

/** The pictures that a comment carries. */
const Pictures = ({ comment, links }: { comment: Comment; links: Links }) => (
  <>
    {comment.files.map((file) => (
      <p>
        <img
          src={links.picture(file.id)}
          alt={file.name}
          width={shownWidth(file)}
          height={Math.round((shownWidth(file) / (file.width ?? 1)) * (file.height ?? 1))}
          loading="lazy"
        />
      </p>
    ))}
  </>
);

/** A comment, and below it what answers it. */
const One = ({
  branch,
  shown,
  under,
}: {
  branch: Branch<Comment>;
  shown: Shown;
  /** The comment that it stands below, which is not always the one it answers. */
  under: string | null;
}) => {
  const { call, links, names, isMarked, open } = shown;
  const { comment, replies } = branch;
  const texts = commentTexts(call.language);
  const answered =
    comment.parent !== null && comment.parent !== under ? names.get(comment.parent) : undefined;
  return (
    <li>
      <article
        id={anchorOf(comment.id)}
        {...(isMarked && !comment.gone
          ? { itemprop: 'comment', itemscope: true, itemtype: 'https://schema.org/Comment' }
          : {})}
      >
        {comment.gone ? (
          <p>
            <em>{texts.gone}</em>
          </p>
        ) : (
          <>
            <Header comment={comment} shown={shown} answered={answered} />
            <div dir="auto" {...prop(shown, 'text')}>
              <Rich nodes={comment.rich} />
            </div>
            <Pictures comment={comment} links={links} />
            {open && (
              <p>
                <a href={`${links.page({ reply: comment.id })}#foyer-write`} rel="nofollow">
                  {texts.reply}
                </a>
              </p>
            )}
          </>
        )}
        {replies.length > 0 && (
          <ol>
            {replies.map((reply) => (
              <One branch={reply} shown={shown} under={comment.id} />
            ))}
          </ol>
        )}
      </article>
    </li>
  );
};

/** Threads as a list of articles, nested as far as the site shows levels. */
export const Threads = ({
  call,
  list,
  links,
  isMarked,
}: {
  call: Around;
  list: CommentList;
  links: Links;
  isMarked: boolean;
}) => {
  const texts = commentTexts(call.language);
  const { tag } = call.language;
  const names = new Map(list.comments.map(({ id, author }) => [id, author.name]));
  const shown: Shown = { call, links, names, isMarked, open: list.page.open };
  return (
    <>
      {list.comments.length === 0 && <p>{texts.none}</p>}
      <ol>
        {growTree(list.comments, list.rules.depth).map((branch) => {
          const more = list.more[branch.comment.id];
          return (
            <>
              <One branch={branch} shown={shown} under={null} />
              {more !== undefined && (
                <li>
                  <a href={links.page({ thread: branch.comment.id })}>
                    {countText(tag, texts.moreReplies, more)}
                  </a>
                </li>
              )}
            </>
          );
        })}
      </ol>
      {list.next !== null && (
        <p>
          <a href={links.page({ sort: list.sort, after: list.next })} rel="next">
            {texts.more}
          </a>
        </p>
      )}
    </>
  );
};

/** A thread as JSON-LD describes it (https://schema.org/Comment). */
const described = (
  { comment, replies }: Branch<Comment>,
  page: string,
  guest: string,
): Record<string, unknown> => ({
  '@type': 'Comment',
  url: `${page}#${anchorOf(comment.id)}`,
  ...(!comment.gone && {
    dateCreated: new Date(comment.at).toISOString(),
    author: { '@type': 'Person', name: comment.author.name || guest },
    text: plain(comment),
    upvoteCount: comment.up,
  }),
  ...(replies.length > 0 && { comment: replies.map((reply) => described(reply, page, guest)) }),
});

const plain = (comment: Comment): string => {
  const words = (nodes: Comment['rich']): string =>
    nodes
      .map((node) =>
        typeof node === 'string'
          ? node
          : `${words(node.children ?? [])}${/^(?:p|li|pre|br|h3|h4)$/.test(node.tag) ? '\n' : ''}`,
      )
      .join('');
  return words(comment.rich).trim();
};

/** The comments as a nested tree under the type of the host's page. @param type a type of schema.org */
export const structured = (list: CommentList, type: string, guest: string): object => ({
  '@context': 'https://schema.org',
  '@type': type,
  '@id': list.page.url,
  url: list.page.url,
  commentCount: list.page.count,
  comment: growTree(list.comments, 50).map((branch) => described(branch, list.page.url, guest)),
});
