import { useSignal } from '@preact/signals';
import type { Comment, OwnComment } from '../../shared/comments/schema.ts';
import { useComments } from './context.ts';
import { ReportButton } from './ReportButton.tsx';
import { Votes } from './Votes.tsx';

/** A comment's actions: those of its author, or those of every other reader. */
export const CommentActions = ({ comment, own }: { comment: Comment; own: OwnComment | undefined }) => {
  const { comments, text, seen } = useComments();
  const removing = useSignal<typeof import('./askingEntry.ts') | null>(null);
  const isPending = own?.state === 'pending';
  const mayChange = own !== undefined && own.editableUntil > comments.now.value;
  // biome-ignore lint/style/noNonNullAssertion: comments are drawn only once the list is loaded
  const isOpen = comments.list.value!.page.open;
  if (removing.value)
    return (
      <div class="acts">
        <removing.value.Confirm
          question={text('sureRemove')}
          label={text('remove')}
          act={async () => {
            await comments.own.remove(comment.id);
            removing.value = null;
          }}
          onDone={() => {
            removing.value = null;
          }}
        />
      </div>
    );
  return (
    <div class="acts">
      {!isPending && <Votes comment={comment} isOwn={own !== undefined} />}
      {isOpen && !isPending && (
        <button
          type="button"
          class="text"
          onClick={() => {
            seen();
            comments.answer(comment.id);
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
          <button
            type="button"
            class="text"
            onClick={() =>
              comments.own.attempt(async () => {
                removing.value = await import('./askingEntry.ts');
              })
            }
          >
            {text('remove')}
          </button>
        </>
      )}
      {!own && comment.author.kind !== 'staff' && <ReportButton comment={comment} />}
    </div>
  );
};
