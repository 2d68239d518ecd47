import { useEffect, useRef, useState } from 'preact/hooks';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { dropsInto, FilePicker, MessageField } from '../../core/conversations/composer.tsx';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { IconButton } from '../../core/staff/Icon.tsx';
import { lazy } from '../../core/staff/lazy.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';
import { completionAt, type CompletionQuery } from './complete/query.ts';
import type { Completion } from './complete/model.ts';
import { insertAtCursor, useFieldHeight } from './field.ts';
import type { ReplyComposer } from './replyComposer.ts';

const Complete = lazy(async () => (await import('./complete/Complete.tsx')).Complete);
const Preview = lazy(async () => (await import('../../core/staff/Preview.tsx')).Preview);

const Modes = ({ reply, choose }: { reply: ReplyComposer; choose(mode: 'reply' | 'note'): void }) => {
  const { texts } = useLanguage();
  const isNote = reply.isNote.value;
  const isPreviewed = reply.isPreviewed.value;
  return (
    <div class="modes" role="group" aria-label={texts.reply}>
      <button type="button" aria-pressed={!isNote} onClick={() => choose('reply')}>
        {texts.reply}
      </button>
      <button type="button" aria-pressed={isNote} onClick={() => choose('note')}>
        {texts.note}
      </button>
      <button
        type="button"
        class="to-end"
        aria-pressed={isPreviewed}
        disabled={!reply.composer.text.value.trim()}
        onClick={() => {
          reply.isPreviewed.value = !isPreviewed;
        }}
      >
        {texts.preview}
      </button>
    </div>
  );
};

/** Reply or private note; what is half written is kept for each conversation and person, on the server. */
export const ReplyForm = ({ thread, reply }: { thread: InboxThread; reply: ReplyComposer }) => {
  const features = useFeatures();
  const { texts } = useLanguage();
  const { composer } = reply;
  const name = thread.conversation.visitor.name || texts.anonymous;
  const isNote = reply.isNote.value;
  const isPreviewed = reply.isPreviewed.value;
  const [query, setQuery] = useState<CompletionQuery | null>(null);
  const completion = useRef<Completion | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const look = (): void => setQuery(completionAt(field.current!, isNote));
  const insert = (text: string, replaced = 0): void => {
    composer.write(insertAtCursor(field.current!, text, replaced));
    setQuery(null);
  };
  /** At once where the field is there: who presses "r" goes on typing. */
  const focus = (): void => {
    if (field.current) field.current.focus();
    else requestAnimationFrame(() => field.current?.focus());
  };
  const choose = (mode: 'reply' | 'note'): void => {
    reply.choose(mode);
    focus();
  };
  const send = (event: Event): void => {
    event.preventDefault();
    reply.send();
    focus();
  };
  useFieldHeight(field, [composer.text.value, isPreviewed]);
  useEffect(() => {
    if (reply.takenBack.value) focus();
  }, [reply.takenBack.value]);
  useEffect(() => {
    const onCompose = (event: Event): void => {
      const { detail } = event as CustomEvent<'reply' | 'note' | 'canned'>;
      if (detail !== 'canned') {
        choose(detail);
        return;
      }
      const { value, selectionStart } = field.current!;
      insert(/(?:^|\s)$/.test(value.slice(0, selectionStart)) ? '/' : ' /');
      requestAnimationFrame(look);
    };
    document.addEventListener('foyer-compose', onCompose);
    return () => document.removeEventListener('foyer-compose', onCompose);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (query && completion.current?.press(event)) event.preventDefault();
    else if (query && event.key === 'Escape') {
      event.stopPropagation();
      setQuery(null);
    }
  };

  return (
    <form
      class={isNote ? 'composer noting' : 'composer'}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
      }}
      {...dropsInto(composer)}
    >
      <Modes reply={reply} choose={choose} />
      {!isNote &&
        features.map(
          ({ kind, Answers }) =>
            Answers && <Answers key={kind} thread={thread} insert={(text) => insert(text)} />,
        )}
      {isPreviewed ? (
        <Preview text={composer.text.value} />
      ) : (
        <div class="field-box">
          {query && (
            <Complete
              key={query.kind}
              ask={query}
              thread={thread}
              // Looked at anew: a letter may have come since the list was drawn.
              choose={(text: string) => insert(text, completionAt(field.current!, isNote)?.length ?? 0)}
              hold={(model: Completion | null) => {
                completion.current = model;
              }}
            />
          )}
          <MessageField
            composer={composer}
            field={field}
            rows={3}
            aria-label={isNote ? texts.note : fill(texts.replyTo, { name })}
            aria-autocomplete="list"
            aria-controls={query ? 'completions' : undefined}
            placeholder={isNote ? texts.notePlaceholder : fill(texts.replyHint, { name })}
            onInput={look}
            onClick={look}
            onBlur={() => setQuery(null)}
            onKeyDown={onKeyDown}
          />
        </div>
      )}
      <AttachedFiles items={composer.files.value} />
      <div class="send">
        <FilePicker composer={composer} field={field}>
          {(open) => <IconButton icon="clip" label={texts.attach} onClick={open} />}
        </FilePicker>
        <IconButton
          icon="canned"
          label={texts.canned}
          disabled={isPreviewed}
          onClick={() => document.dispatchEvent(new CustomEvent('foyer-compose', { detail: 'canned' }))}
        />
        <span class="quiet">{texts.sendHint}</span>
        <button type="submit" class="primary">
          {isNote ? texts.addNote : texts.send}
        </button>
      </div>
    </form>
  );
};
