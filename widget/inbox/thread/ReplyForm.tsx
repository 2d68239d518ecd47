import { useEffect, useRef } from 'preact/hooks';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { dropsInto, MessageField } from '../../core/conversations/composer.tsx';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { lazy } from '../../core/staff/lazy.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';
import { useFieldHeight } from './field.ts';
import { useFillReply } from './complete/useFillReply.ts';
import { Modes } from './Modes.tsx';
import type { ReplyComposer } from './replyComposer.ts';
import { SendBar } from './SendBar.tsx';
import { useCompletion } from './useCompletion.ts';
import { useComposeEvents } from './useComposeEvents.ts';

const Complete = lazy(async () => (await import('./complete/Complete.tsx')).Complete);
const Preview = lazy(async () => (await import('../../core/staff/Preview.tsx')).Preview);

/** Answers that features have for a thread, written into the reply. */
const FeatureAnswers = ({ thread, insert }: { thread: InboxThread; insert(text: string): void }) => {
  const fillReply = useFillReply(thread);
  return useFeatures().map(({ kind, Answers }) =>
    Answers ? (
      <Answers key={kind} thread={thread} insert={(text) => insert(text)} fillReply={fillReply} />
    ) : null,
  );
};

/** Reply or private note; what is half written is kept for each conversation and person, on the server. */
export const ReplyForm = ({ thread, reply }: { thread: InboxThread; reply: ReplyComposer }) => {
  const { texts } = useLanguage();
  const { composer } = reply;
  const name = thread.conversation.visitor.name || texts.anonymous;
  const isNote = reply.isNote.value;
  const isPreviewed = reply.isPreviewed.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion(field, reply);
  const { query, look, insert } = completion;
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
  useComposeEvents(choose, completion.beginCanned);

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
      {!isNote && <FeatureAnswers thread={thread} insert={insert} />}
      {isPreviewed ? (
        <Preview text={composer.text.value} />
      ) : (
        <div class="field-box">
          {query && (
            <Complete
              key={query.kind}
              ask={query}
              thread={thread}
              choose={completion.choose}
              hold={completion.hold}
            />
          )}
          <MessageField
            composer={composer}
            field={field}
            rows={1}
            aria-label={isNote ? texts.note : fill(texts.replyTo, { name })}
            aria-autocomplete="list"
            aria-controls={query ? 'completions' : undefined}
            placeholder={isNote ? texts.notePlaceholder : fill(texts.replyHint, { name })}
            onInput={look}
            onClick={look}
            onBlur={completion.close}
            onKeyDown={completion.onKeyDown}
          />
        </div>
      )}
      <AttachedFiles items={composer.files.value} />
      <SendBar reply={reply} field={field} />
    </form>
  );
};
