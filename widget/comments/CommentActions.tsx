import type { Comment, OwnComment } from '../../shared/comments/schema.ts';
import { Asked } from './Asked.tsx';
import { useComments } from './context.ts';
import { Votes } from './Votes.tsx';

/** A comment's actions: those of its author, or those of every other reader. */
export const CommentActions = ({ comment, own }: { comment: Comment; own: OwnComment | undefined }) => {
  const { comments, text, seen } = useComments();
  const { id } = comment;
  const isPending = own?.state === 'pending';
  const mayChange = own !== undefined && own.editableUntil > comments.now.value;
  // biome-ignore lint/style/noNonNullAssertion: comments are drawn only once the list is loaded
  const isOpen = comments.list.value!.page.open;
  return (
    <div class="acts">
      {!isPending && <Votes comment={comment} isOwn={own !== undefined} />}
      {isOpen && !isPending && (
        <button
          type="button"
          class="text"
          onClick={() => {
            seen();
            comments.answer(id);
          }}
        >
          {text('reply')}
        </button>
      )}
      {mayChange && (
        <>
          <button
            type="button"
            class="text"
            onClick={() => {
              seen();
              comments.edit(own);
            }}
          >
            {text('edit')}
          </button>
          <Asked
            label={text('remove')}
            view={({ Confirm, texts }, onDone) => (
              <Confirm
                question={texts.sureRemove}
                label={text('remove')}
                act={async () => {
                  await comments.own.remove(id);
                  onDone();
                }}
                onDone={onDone}
              />
            )}
          />
        </>
      )}
      {!isPending && (
        <Asked
          label={text('share')}
          view={({ Share, texts }, onDone) => (
            <Share link={comments.linkTo(id)} texts={texts} onDone={onDone} />
          )}
        />
      )}
      {comments.page.staff.value?.actions(comment)}
      {!own && comment.author.kind !== 'staff' && (
        <Asked
          label={text('report')}
          view={({ Report, texts }, onDone) => <Report comment={comment} texts={texts} onDone={onDone} />}
        />
      )}
    </div>
  );
};
