import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import { computed, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { SentFile, Upload, Uploads } from '../net/uploads.ts';

/* What a message is written with, for visitors and for staff. */

/** Longest message, UTF-16 code units; the server refuses more. */
const maxLength = 10_000;

/** Text and files of the next message of one conversation. */
export interface Composer {
  text: ReadonlySignal<string>;
  files: ReadonlySignal<readonly Upload[]>;
  canSend: ReadonlySignal<boolean>;
  write(text: string): void;
  /** @returns false when there were none */
  attach(files: FileList | null | undefined): boolean;
  /** Takes out what is to be sent; null when there is nothing. */
  take(): { body: string; files: SentFile[] } | null;
  /** Puts back what was not sent, before what was written meanwhile. @param areThere false when files are to be added again */
  restore(body: string, files: readonly SentFile[], areThere?: boolean): void;
}

/**
 * @param draft what is half written, and what keeps it
 */
export const createComposer = (
  conversation: string,
  uploads: Uploads,
  draft: { text: ReadonlySignal<string>; write(text: string): void },
): Composer => {
  const files = computed(() =>
    uploads.items.value.filter((item) => item.conversation === conversation && !item.isTaken),
  );
  const fit = computed(() => files.value.filter(({ state }) => state !== 'refused'));
  const canSend = computed(() => hasVisibleText(draft.text.value) || fit.value.length > 0);
  return {
    text: draft.text,
    files,
    canSend,
    write: draft.write,
    attach(added) {
      if (!added?.length) return false;
      uploads.add(conversation, added);
      return true;
    },
    take() {
      if (!canSend.value) return null;
      const taken = {
        body: draft.text.value,
        files: fit.value.map(({ id, name }): SentFile => ({ id, name })),
      };
      uploads.mark(
        taken.files.map(({ id }) => id),
        true,
      );
      draft.write('');
      return taken;
    },
    restore(body, sent, areThere = true) {
      uploads.mark(
        sent.map(({ id }) => id),
        false,
      );
      // After a reload they are on the server alone.
      if (areThere) uploads.restore(conversation, sent);
      draft.write([body, draft.text.value].filter(Boolean).join('\n\n'));
    },
  };
};

type TextareaProps = Omit<import('preact').JSX.IntrinsicElements['textarea'], 'value' | 'dir' | 'ref'>;

/** The field of a message. Files can be pasted into it. */
export const MessageField = ({
  composer,
  field,
  onInput,
  ...rest
}: TextareaProps & {
  composer: Composer;
  field: RefObject<HTMLTextAreaElement | null>;
  onInput?(): void;
}) => (
  <textarea
    {...rest}
    ref={field}
    maxLength={maxLength}
    // Empty, it reads as the page does: the placeholder stands on its side.
    dir={composer.text.value ? 'auto' : undefined}
    value={composer.text.value}
    onInput={(event) => {
      composer.write(event.currentTarget.value);
      onInput?.();
    }}
    onPaste={(event) => {
      if (composer.attach(event.clipboardData?.files)) event.preventDefault();
    }}
  />
);

/** Picks files for a message. @param children draws the button that opens it */
export const FilePicker = ({
  composer,
  field,
  accept,
  children,
}: {
  composer: Composer;
  field: RefObject<HTMLTextAreaElement | null>;
  accept?: string;
  children(open: () => void): ComponentChildren;
}) => {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={accept}
        tabIndex={-1}
        onChange={(event) => {
          composer.attach(event.currentTarget.files);
          event.currentTarget.value = '';
          field.current?.focus();
        }}
      />
      {children(() => picker.current?.click())}
    </>
  );
};

/** Handlers of an element that files can be dropped on. */
export const dropsInto = (composer: Composer) => ({
  onDragOver: (event: DragEvent): void => event.preventDefault(),
  onDrop(event: DragEvent): void {
    event.preventDefault();
    composer.attach(event.dataTransfer?.files);
  },
});
