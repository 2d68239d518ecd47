import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { longestComment } from '../../shared/comments/rules.ts';
import { useComments } from './context.ts';
import type { Fields as FieldsOf } from './Fields.tsx';
import type { Draft } from './writing.ts';

let forms = 0;

/** Writing: words first, who it is after. */
export const Writer = ({ draft, replyTo, onClose }: { draft: Draft; replyTo?: string; onClose?(): void }) => {
  const { comments, speech, seen } = useComments();
  const { say } = speech;
  const fields = useSignal<{ Fields: typeof FieldsOf } | null>(null);
  const isCut = useSignal(false);
  const isWorking = useSignal(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const name = useRef(`f${++forms}`).current;
  const failure = draft.failure.value;
  const first = Object.keys(failure?.fields ?? {})[0];
  const begin = async (): Promise<void> => {
    seen();
    try {
      fields.value ??= await import('./Fields.tsx');
      isCut.value = false;
    } catch {
      isCut.value = true;
    }
  };
  useLayoutEffect(() => {
    if (onClose) box.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (first) box.current?.form?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  }, [failure]);
  const send = async (): Promise<void> => {
    const comment = await comments.send(draft, () => {
      isWorking.value = true;
    });
    isWorking.value = false;
    if (comment) comments.announcement.value = say(comment.state === 'approved' ? 'sent' : 'held');
  };
  const label = draft.edits
    ? say('edit')
    : replyTo === undefined
      ? say('write')
      : say('replyTo', { name: replyTo });
  const Fields = fields.value?.Fields as FunctionComponent<Parameters<typeof FieldsOf>[0]> | undefined;
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
        maxLength={longestComment}
        value={draft.body.value}
        {...(first === 'body' && { 'aria-invalid': true, 'aria-describedby': `${name}-body` })}
        onFocus={() => void begin()}
        onInput={(event) => {
          draft.began ||= performance.now();
          draft.body.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form!.requestSubmit();
          if (event.key === 'Escape' && onClose && !draft.body.value.trim()) onClose();
        }}
      />
      {Fields && (
        <Fields draft={draft} name={name} failure={failure} isWorking={isWorking} onClose={onClose} />
      )}
      {isCut.value && (
        <p class="notice bad" role="alert">
          {say('offline')}{' '}
          <button type="button" class="text" onClick={() => void begin()}>
            {say('again')}
          </button>
        </p>
      )}
    </form>
  );
};
