import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import { newId } from '../../../shared/core/ids.ts';
import { CallError } from './client.ts';
import { postFile } from './postFile.ts';

/** Files that one message may carry; the server refuses more. */
export const maxFiles = 10;

/** Pixels, for dense screens too. */
const previewHeight = 96;

/** A file on its way to the server, or there and waiting for its message. */
export interface Upload {
  /** Client-made, the same on every try. */
  id: string;
  /** The conversation that it is meant for. */
  conversation: string;
  name: string;
  /** Part of its bytes that have left, 0..1. */
  progress: number;
  state: 'sending' | 'sent' | 'waiting' | 'refused';
  error?: CallError;
  /** A picture, small, to be shown before it is there. */
  preview?: ImageBitmap;
  /** True once a message carries it. */
  isTaken: boolean;
}

/** The text that says why a file was refused. */
export const refusalKey = (
  error: CallError | undefined,
): 'fileTooLarge' | 'pictureTooLarge' | 'fileRefused' => {
  if (error?.code === 'too_large') return 'fileTooLarge';
  const reason = error?.fields['file'];
  return reason === 'too_many_pixels' || reason === 'too_complex' ? 'pictureTooLarge' : 'fileRefused';
};

/** A file as what carries it names it. */
export interface SentFile {
  id: string;
  name: string;
}

/** Files of one browser page. */
export interface Uploads {
  readonly items: ReadonlySignal<readonly Upload[]>;
  add(conversation: string, files: Iterable<File>): void;
  /** Takes back files that are there already, for a message that is written anew. */
  restore(conversation: string, files: readonly SentFile[]): void;
  /** Stops it and forgets it. */
  remove(id: string): void;
  retry(id: string): void;
  /** Says whether messages carry them; what a message does not carry stands in the composer. */
  mark(ids: readonly string[], isTaken: boolean): void;
  /** Waits until all are there. @throws CallError when one cannot be sent now, or was refused */
  settle(ids: readonly string[]): Promise<void>;
  dispose(): void;
}

/** Where files go, and how. */
interface UploadTarget {
  /** The address that takes the file of this id and name. */
  addressOf(id: string, name: string): string;
  headers(): Record<string, string>;
  /** Called before each try: makes the secret when there is none, and says what is being written. */
  begin(): unknown;
}

/** Begins what the file is for, and sends it. */
const beginAndPost = async (
  { addressOf, headers, begin }: UploadTarget,
  { id, file, signal }: { id: string; file: File; signal: AbortSignal },
  onProgress: (part: number) => void,
): Promise<Attachment> => {
  const begun = begin();
  if (begun instanceof Promise) await begun;
  if (signal.aborted) throw new CallError('timeout');
  // The headers are read late: the beginning may make the secret.
  return postFile(addressOf(id, file.name), headers(), file, onProgress, signal);
};

/** Tries to send files, the last one of each. */
const createTries = (target: UploadTarget, change: (id: string, more: Partial<Upload>) => void) => {
  const tries = new Map<string, { file: File; abort: AbortController; done: Promise<void> }>();
  const start = (id: string, file: File): void => {
    const abort = new AbortController();
    change(id, { state: 'sending', progress: 0 });
    const done = beginAndPost(target, { id, file, signal: abort.signal }, (progress) =>
      change(id, { progress }),
    ).then(
      () => change(id, { state: 'sent', progress: 1 }),
      (error: CallError) => {
        // Who was logged out sends it once they are back.
        const isLater = error.passes || error.code === 'unauthenticated';
        change(id, { state: isLater ? 'waiting' : 'refused', error });
      },
    );
    tries.set(id, { file, abort, done });
  };
  return {
    start,
    /** Sends again what was sent from here before. */
    restart(id: string): void {
      const known = tries.get(id);
      if (known) start(id, known.file);
    },
    /** Ends with the try; at once where there is none. */
    done: (id: string): Promise<void> | undefined => tries.get(id)?.done,
    forget(id: string): void {
      tries.get(id)?.abort.abort();
      tries.delete(id);
    },
  };
};

/** A file that the server has, to be carried by a message again. */
const toSentUpload = (conversation: string, { id, name }: SentFile): Upload => ({
  id,
  conversation,
  name,
  progress: 1,
  state: 'sent',
  isTaken: false,
});

/**
 * @param addressOf the address that takes the file of this id and name
 * @param begin called before each try: makes the secret when there is none, and says what is being written
 */
export const createUploads = (
  addressOf: UploadTarget['addressOf'],
  headers: UploadTarget['headers'],
  begin: UploadTarget['begin'] = () => {},
): Uploads => {
  const items = signal<readonly Upload[]>([]);
  const find = (id: string): Upload | undefined => items.value.find((item) => item.id === id);
  const change = (id: string, more: Partial<Upload>): void => {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...more } : item));
  };
  const tries = createTries({ addressOf, headers, begin }, change);

  const retry = (id: string): void => {
    if (find(id)?.state === 'waiting') tries.restart(id);
  };
  const wake = (): void => {
    for (const { id } of items.value) retry(id);
  };
  addEventListener('online', wake);

  const forget = ({ id, preview }: Upload): void => {
    tries.forget(id);
    preview?.close();
  };

  return {
    items,
    add(conversation, files) {
      const room =
        maxFiles - items.value.filter((item) => item.conversation === conversation && !item.isTaken).length;
      for (const file of [...files].slice(0, Math.max(0, room))) {
        const id = newId();
        items.value = [
          ...items.value,
          { id, conversation, name: file.name, progress: 0, state: 'sending', isTaken: false },
        ];
        tries.start(id, file);
        if (file.type.startsWith('image/'))
          createImageBitmap(file, { resizeHeight: previewHeight }).then(
            (preview) => change(id, { preview }),
            // Not a picture after all: it has a name.
            () => {},
          );
      }
    },
    restore(conversation, files) {
      const restored = files.filter(({ id }) => !find(id)).map((file) => toSentUpload(conversation, file));
      items.value = [...items.value, ...restored];
    },
    remove(id) {
      const item = find(id);
      if (!item) return;
      forget(item);
      items.value = items.value.filter((each) => each !== item);
    },
    retry,
    mark: (ids, isTaken) => {
      for (const id of ids) change(id, { isTaken });
    },
    async settle(ids) {
      for (const id of ids) {
        retry(id);
        await tries.done(id);
        const item = find(id);
        if (item && item.state !== 'sent') throw item.error ?? new CallError('timeout');
      }
    },
    dispose() {
      removeEventListener('online', wake);
      items.value.forEach(forget);
      items.value = [];
    },
  };
};
