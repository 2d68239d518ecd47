import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { maxCommentLength } from '../../shared/comments/rules.ts';
import { useComments } from './context.ts';
import { useFields } from './useFields.ts';
import type { Draft } from './writing.ts';

let forms = 0;

/** Writing: words first, who it is after. */
export const Writer = ({ draft, replyTo, onClose }: { draft: Draft; replyTo?: string; onClose?(): void }) => {
  const { comments, text, seen } = useComments();
  const { Fields, isCut, load, send: sendDraft } = useFields();
  const isWorking = useSignal(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const name = useRef(`f${++forms}`).current;
  const failure = draft.failure.value;
  const first = Object.keys(failure?.fields ?? {})[0];
  const begin = (): void => {
    seen();
    void load();
  };
  useLayoutEffect(() => {
    if (draft.isRestored) void load();
    else if (onClose) box.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (first) box.current?.form?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  }, [failure]);
  const send = async (): Promise<void> => {
    const comment = await sendDraft(comments, draft, () => {
      isWorking.value = true;
    });
    isWorking.value = false;
    if (comment) comments.announcement.value = text(comment.state === 'approved' ? 'sent' : 'held');
  };
  const label = draft.edits
    ? text('edit')
    : replyTo === undefined
      ? text('write')
      : text('replyTo', { name: replyTo });
  return (
    <form
      class={Fields ? 'writer open' : 'writer'}
      onSubmit={(event) => {
        event.preventDefault();
        if (!draft.busy.value && draft.body.value.trim()) void send();
      }}
    >
      <textarea
        ref={box}
        name="body"
        rows={Fields ? 4 : 1}
        dir="auto"
        aria-label={label}
        placeholder={label}
        maxLength={maxCommentLength}
        value={draft.body.value}
        {...(first === 'body' && { 'aria-invalid': true, 'aria-describedby': `${name}-body` })}
        onFocus={begin}
        onInput={(event) => {
          draft.began ||= performance.now();
          draft.body.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
          if (event.key === 'Escape' && onClose && !draft.body.value.trim()) onClose();
        }}
      />
      {Fields && (
        <Fields draft={draft} name={name} failure={failure} isWorking={isWorking} onClose={onClose} />
      )}
      {isCut && (
        <p class="notice bad" role="alert">
          {text('offline')}{' '}
          <button type="button" class="text" onClick={begin}>
            {text('again')}
          </button>
        </p>
      )}
    </form>
  );
};
