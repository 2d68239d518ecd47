import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { getCommentHistory } from '../../../shared/comments/routes.ts';
import { maxCommentLength } from '../../../shared/comments/rules.ts';
import type { CommentHistory, StaffComment } from '../../../shared/comments/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import type { QueueModel } from './queueModel.ts';
import type { StaffTexts } from './texts.ts';

/** Earlier words of a comment that the team changed, the newest first. */
const Versions = ({ id, texts }: { id: string; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const versions = useSignal<CommentHistory['versions']>([]);
  useEffect(() => {
    void staff.attempt(staff.call(getCommentHistory, { path: { comment: id } })).then((reply) => {
      if (reply) versions.value = reply.versions;
    });
  }, [id]);
  if (versions.value.length === 0) return null;
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <details>
      <summary>{texts.versions}</summary>
      {versions.value.map(({ id: version, body, by, at }) => (
        <div key={version}>
          <p class="quiet">
            {by && <bdi>{by}</bdi>} <time dateTime={new Date(at).toISOString()}>{date.format(at)}</time>
          </p>
          <blockquote dir="auto">{body}</blockquote>
        </div>
      ))}
    </details>
  );
};

/** Changes a comment's words. They stay in the field until they're taken. */
export const EditForm = ({
  comment,
  queue,
  texts,
  close,
}: {
  comment: StaffComment;
  queue: QueueModel;
  texts: StaffTexts;
  close(): void;
}) => {
  const { texts: own } = useLanguage();
  const text = useSignal(comment.body);
  const isBusy = useSignal(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const id = `edit-${comment.id}`;
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        isBusy.value = true;
        if (await queue.edit(comment.id, text.value)) close();
        isBusy.value = false;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="field">
        <label for={id}>{texts.editText}</label>
        <textarea
          ref={field}
          id={id}
          dir="auto"
          rows={5}
          required
          maxLength={maxCommentLength}
          aria-describedby={`${id}-hint`}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <p class="quiet" id={`${id}-hint`}>
          {texts.editHint}
        </p>
      </div>
      <div class="row-of-buttons">
        <button type="submit" class="primary" disabled={isBusy.value}>
          {texts.saveEdit}
        </button>
        <button type="button" onClick={close}>
          {own.cancel}
        </button>
      </div>
      <Versions id={comment.id} texts={texts} />
    </form>
  );
};
