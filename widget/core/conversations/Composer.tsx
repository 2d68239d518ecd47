import { useRef } from 'preact/hooks';
import { arrowUp } from '../ui/icons.ts';
import type { Surface } from '../context.ts';
import { isTouched } from '../ui/touch.ts';
import { Icon } from '../ui/parts.tsx';
import { UploadList } from './FileViews.tsx';
import type { ConversationStore } from './types.ts';
import { clip } from './icons.ts';
import type { Thread } from './types.ts';

/** Longest message, UTF-16 code units; the server refuses more. */
const longestMessage = 10_000;

/** What the picker offers first; the server looks at the bytes. */
const offered = 'image/*,.pdf,.txt,.csv,.md,.log,.json,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp';

/**
 * Where a reply is written. Enter sends where there is a keyboard; where there is none it makes a new line.
 * @param check looks whether it may be sent now; absent, it may
 */
export const Composer = (given: {
  surface: Surface;
  store: ConversationStore;
  thread: Thread;
  label?: string | undefined;
  check?: (() => boolean) | undefined;
}) => {
  const { surface, store, thread } = given;
  const { texts } = surface.context;
  const touched = isTouched();
  const picker = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const items = thread.uploads.value;
  const label = given.label ?? texts.say('reply');
  const send = (): void => {
    if (given.check?.() === false) return;
    thread.send();
    field.current?.focus();
  };
  const add = (files: FileList | undefined): boolean => {
    if (!files?.length) return false;
    store.uploads.add(thread.id, files);
    return true;
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <UploadList texts={texts} uploads={store.uploads} items={items} />
      <div class="writing">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={offered}
          tabIndex={-1}
          onChange={(event) => {
            add(event.currentTarget.files ?? undefined);
            event.currentTarget.value = '';
            field.current?.focus();
          }}
        />
        <button
          type="button"
          class="plain"
          aria-label={texts.say('attach')}
          onClick={() => picker.current?.click()}
        >
          <Icon path={clip} />
        </button>
        <textarea
          ref={field}
          rows={1}
          data-start={touched ? undefined : true}
          aria-label={label}
          placeholder={label}
          maxLength={longestMessage}
          // Empty, it reads as the panel does: the placeholder stands on its side.
          dir={thread.draft.value ? 'auto' : undefined}
          value={thread.draft.value}
          onInput={(event) => thread.write(event.currentTarget.value)}
          onPaste={(event) => {
            if (add(event.clipboardData?.files)) event.preventDefault();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || touched) return;
            event.preventDefault();
            send();
          }}
        />
        <button
          type="submit"
          class="primary round"
          aria-label={texts.say('send')}
          disabled={!thread.draft.value.trim() && !items.some(({ state }) => state !== 'refused')}
        >
          <Icon path={arrowUp} />
        </button>
      </div>
    </form>
  );
};
