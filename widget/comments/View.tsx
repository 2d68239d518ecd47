import type { CommentSort } from '../../shared/comments/options.ts';
import { useComments } from './context.ts';
import { Thread } from './Thread.tsx';
import { failureText } from './failureText.ts';
import { Writer } from './Writer.tsx';

const sorts: readonly CommentSort[] = ['oldest', 'newest', 'top'];

/** The comments of a page: how many, where to write, the threads. */
export const View = () => {
  const { comments, text, seen } = useComments();
  const list = comments.list.value;
  const failure = comments.failure.value;
  if (!list)
    return failure ? (
      <div class="notice bad" role="alert">
        <p>{text('failed')}</p>
        <button type="button" onClick={() => void comments.load()}>
          {text('again')}
        </button>
      </div>
    ) : null;
  const fresh = comments.fresh.value;
  const tree = comments.tree.value;
  return (
    <section
      class="comments"
      aria-label={text('title', { count: comments.count.value })}
      onPointerDown={seen}
    >
      <header class="top">
        <h2>{text('title', { count: comments.count.value })}</h2>
        {tree.length > 1 && (
          <select
            aria-label={text('sort')}
            value={list.sort}
            onChange={(event) => void comments.sortBy(event.currentTarget.value as CommentSort)}
          >
            {sorts
              .filter((sort) => sort !== 'top' || list.rules.votes !== 'off')
              .map((sort) => (
                <option key={sort} value={sort}>
                  {text(sort)}
                </option>
              ))}
          </select>
        )}
      </header>
      {comments.page.staff.value?.bar()}
      {list.rules.note && <p class="soft">{list.rules.note}</p>}
      {list.page.open ? (
        <Writer key={comments.top.value.id} draft={comments.top.value} />
      ) : (
        <p class="notice">{text('closed')}</p>
      )}
      {fresh > 0 && (
        <button type="button" class="fresh" onClick={() => void comments.showFresh()}>
          {text('fresh', { count: fresh })}
        </button>
      )}
      {tree.length === 0 && list.page.open && <p class="soft">{text('none')}</p>}
      <ol class="threads">
        {tree.map((branch) => (
          <Thread key={branch.comment.id} branch={branch} under={null} />
        ))}
      </ol>
      {failure && (
        <p class="notice bad" role="alert">
          {failureText(text, failure)}
        </p>
      )}
      {list.next !== null && (
        <button type="button" onClick={() => void comments.more()}>
          {text('more')}
        </button>
      )}
      <p class="unseen" role="status">
        {comments.announcement}
      </p>
    </section>
  );
};
