import { useRef } from 'preact/hooks';
import type { Surface } from '../context.ts';
import { refusalKey, type Upload, type Uploads } from '../net/uploads.ts';
import type { Texts } from '../text/i18n.ts';
import { arrowUp, cross } from '../ui/icons.ts';
import { Icon } from '../ui/parts.tsx';
import { isTouched } from '../ui/touch.ts';
import { FilePicker, MessageField } from './composer.tsx';
import { clip, file as fileIcon, retry as retryIcon } from './icons.ts';
import type { Thread } from './types.ts';
import { UploadList } from './UploadList.tsx';

/** The types that the picker offers first; the server looks at the bytes. */
const offered = 'image/*,.pdf,.txt,.csv,.md,.log,.json,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp';

/** Text of an upload's state. */
const uploadText = (texts: Texts, { state, progress, error }: Upload): string => {
  if (state === 'refused') return texts.get(refusalKey(error));
  if (state === 'waiting') return texts.get('notSent');
  if (state === 'sent') return texts.get('fileReady');
  return new Intl.NumberFormat(texts.region, { style: 'percent' }).format(progress);
};

const Files = ({ texts, uploads, items }: { texts: Texts; uploads: Uploads; items: readonly Upload[] }) => (
  <UploadList
    label={texts.get('files')}
    items={items}
    state={(item) => uploadText(texts, item)}
    mark={<Icon path={fileIcon} />}
    progressLabel={({ name }) => `${texts.get('sending')} ${name}`}
    actions={({ id, name, state }) => (
      <>
        {state === 'waiting' && (
          <button
            type="button"
            class="plain"
            aria-label={`${texts.get('tryAgain')}: ${name}`}
            onClick={() => uploads.retry(id)}
          >
            <Icon path={retryIcon} />
          </button>
        )}
        <button
          type="button"
          class="plain"
          aria-label={`${texts.get('remove')}: ${name}`}
          onClick={() => uploads.remove(id)}
        >
          <Icon path={cross} />
        </button>
      </>
    )}
  />
);

/**
 * Where a visitor writes a reply. Enter sends where there is a keyboard; where there is none it makes a new line.
 * @param given.check whether it may be sent now; absent, it may
 */
export const ReplyForm = (given: {
  surface: Surface;
  uploads: Uploads;
  thread: Thread;
  label?: string | undefined;
  check?: (() => boolean) | undefined;
}) => {
  const { thread } = given;
  const { composer } = thread;
  const { texts } = given.surface.context;
  const touched = isTouched();
  const field = useRef<HTMLTextAreaElement>(null);
  const label = given.label ?? texts.get('reply');
  const send = (event: Event): void => {
    event.preventDefault();
    if (given.check?.() === false) return;
    thread.send();
    field.current?.focus();
  };
  return (
    <form class="composer" onSubmit={send}>
      <Files texts={texts} uploads={given.uploads} items={composer.files.value} />
      <div class="writing">
        <FilePicker composer={composer} field={field} accept={offered}>
          {(open) => (
            <button type="button" class="plain" aria-label={texts.get('attach')} onClick={open}>
              <Icon path={clip} />
            </button>
          )}
        </FilePicker>
        <MessageField
          composer={composer}
          field={field}
          rows={1}
          data-start={touched ? undefined : true}
          aria-label={label}
          placeholder={label}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !touched) send(event);
          }}
        />
        <button
          type="submit"
          class="primary round"
          aria-label={texts.get('send')}
          disabled={!composer.canSend.value}
        >
          <Icon path={arrowUp} />
        </button>
      </div>
    </form>
  );
};
