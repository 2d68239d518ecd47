import { useEffect, useRef, useState } from 'preact/hooks';
import type { InboxThread } from '../../shared/inbox/schema.ts';
import type { Completion } from './complete/model.ts';
import { useFeatures, useLanguage } from '../core/staff/context.ts';
import { useInbox } from './context.ts';
import { UploadList } from './Files.tsx';
import { fill } from '../core/staff/i18n.ts';
import { IconButton } from '../core/staff/Icon.tsx';
import { later } from '../core/staff/Later.tsx';

const Complete = later(async () => (await import('./complete/Complete.tsx')).Complete);
const Preview = later(async () => (await import('../core/staff/Preview.tsx')).Preview);

/** What stands before the cursor and asks for a list: `/` at the start of a word, `@` in a note. */
const asked = (before: string, isNote: boolean): { kind: '/' | '@'; text: string; length: number } | null => {
  const match = /(?:^|\s)([/@])([\p{L}\p{M}\p{N}-]{0,40})$/u.exec(before);
  if (!match || (match[1] === '@' && !isNote)) return null;
  return { kind: match[1] as '/' | '@', text: match[2]!, length: match[2]!.length + 1 };
};

/** Reply or private note; what is half written is kept for each conversation and person, on the server. */
export const Composer = ({
  thread,
  name,
  taken,
}: {
  thread: InboxThread;
  name: string;
  taken: string | null;
}) => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts } = useLanguage();
  const conversation = thread.conversation.id;
  const [half] = useState(() => inbox.drafts.unsaved(conversation) ?? thread.draft);
  const [note, setNote] = useState(half?.visibility === 'note');
  const [text, setText] = useState(half?.body ?? '');
  const [isPreview, setPreview] = useState(false);
  const [ask, setAsk] = useState<ReturnType<typeof asked>>(null);
  const completion = useRef<Completion | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const items = inbox.uploads.items.value.filter((item) => item.place === conversation && !item.isTaken);
  const visibility = note ? 'note' : 'public';
  const add = (files: FileList | null | undefined): boolean => {
    if (!files?.length) return false;
    inbox.uploads.add(conversation, files);
    return true;
  };

  const write = (value: string, as: 'public' | 'note' = visibility): void => {
    setText(value);
    inbox.drafts.save(conversation, { body: value, visibility: as });
    inbox.type(value !== '', as);
  };
  const look = (): void => {
    const element = field.current!;
    setAsk(
      element.selectionStart === element.selectionEnd
        ? asked(element.value.slice(0, element.selectionStart), note)
        : null,
    );
  };
  /** Puts a text where the cursor is, in place of so many letters before it. */
  const insert = (words: string, replaced = 0): void => {
    const element = field.current!;
    element.focus();
    const start = element.selectionStart - replaced;
    const value = element.value.slice(0, start) + words + element.value.slice(element.selectionEnd);
    // At once, not with the next drawing: who goes on typing goes on behind it.
    element.value = value;
    element.setSelectionRange(start + words.length, start + words.length);
    write(value);
    setAsk(null);
  };
  /** At once where the field is there: who presses "r" goes on typing. */
  const focus = (): void => {
    if (field.current) field.current.focus();
    else requestAnimationFrame(() => field.current?.focus());
  };
  const choose = (mode: 'reply' | 'note'): void => {
    setNote(mode === 'note');
    setPreview(false);
    if (text)
      inbox.drafts.save(conversation, { body: text, visibility: mode === 'note' ? 'note' : 'public' });
    focus();
  };

  useEffect(() => {
    if (taken !== null) {
      setPreview(false);
      write(taken);
      focus();
    }
  }, [taken]);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${Math.min(280, element.scrollHeight + 2)}px`;
  }, [text, isPreview]);

  useEffect(() => {
    const onCompose = (event: Event): void => {
      const { detail } = event as CustomEvent<'reply' | 'note' | 'canned'>;
      if (detail !== 'canned') {
        choose(detail);
        return;
      }
      field.current?.focus();
      insert(/(?:^|\s)$/.test(field.current!.value.slice(0, field.current!.selectionStart)) ? '/' : ' /');
      requestAnimationFrame(look);
    };
    document.addEventListener('foyer-compose', onCompose);
    return () => document.removeEventListener('foyer-compose', onCompose);
  });

  const send = (event?: Event): void => {
    event?.preventDefault();
    if (inbox.send(text, visibility)) write('');
    setPreview(false);
    focus();
  };

  return (
    <form
      class={note ? 'composer noting' : 'composer'}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add(event.dataTransfer?.files);
      }}
    >
      <div class="modes" role="group" aria-label={texts.reply}>
        <button type="button" aria-pressed={!note} onClick={() => choose('reply')}>
          {texts.reply}
        </button>
        <button type="button" aria-pressed={note} onClick={() => choose('note')}>
          {texts.note}
        </button>
        <button
          type="button"
          class="to-end"
          aria-pressed={isPreview}
          disabled={!text.trim()}
          onClick={() => setPreview(!isPreview)}
        >
          {texts.preview}
        </button>
      </div>
      {!note &&
        features.map(
          ({ kind, Answers }) =>
            Answers && <Answers key={kind} thread={thread} insert={(words) => insert(words)} />,
        )}
      {isPreview ? (
        <Preview text={text} />
      ) : (
        <div class="field-box">
          {ask && (
            <Complete
              key={ask.kind}
              ask={ask}
              thread={thread}
              // Looked at anew: a letter may have come since the list was drawn.
              choose={(words: string) => {
                const { value, selectionStart } = field.current!;
                insert(words, asked(value.slice(0, selectionStart), note)?.length ?? 0);
              }}
              hold={(model: Completion | null) => {
                completion.current = model;
              }}
            />
          )}
          <textarea
            ref={field}
            rows={3}
            dir={text ? 'auto' : undefined}
            value={text}
            maxLength={10_000}
            aria-label={note ? texts.note : fill(texts.replyTo, { name })}
            aria-autocomplete="list"
            aria-controls={ask ? 'completions' : undefined}
            placeholder={note ? texts.notePlaceholder : fill(texts.replyHint, { name })}
            onInput={(event) => {
              write(event.currentTarget.value);
              look();
            }}
            onClick={look}
            onBlur={() => setAsk(null)}
            onPaste={(event) => {
              if (add(event.clipboardData?.files)) event.preventDefault();
            }}
            onKeyDown={(event) => {
              if (ask && completion.current?.press(event)) {
                event.preventDefault();
                return;
              }
              if (ask && event.key === 'Escape') {
                event.stopPropagation();
                return setAsk(null);
              }
            }}
          />
        </div>
      )}
      <UploadList items={items} />
      <div class="send">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          onChange={(event) => {
            add(event.currentTarget.files);
            event.currentTarget.value = '';
            field.current?.focus();
          }}
        />
        <IconButton icon="clip" label={texts.attach} onClick={() => picker.current?.click()} />
        <IconButton
          icon="canned"
          label={texts.canned}
          disabled={isPreview}
          onClick={() => document.dispatchEvent(new CustomEvent('foyer-compose', { detail: 'canned' }))}
        />
        <span class="quiet">{texts.sendHint}</span>
        <button type="submit" class="primary">
          {note ? texts.addNote : texts.send}
        </button>
      </div>
    </form>
  );
};
