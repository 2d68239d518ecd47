import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attachment, AttachmentReply } from '../../../shared/core/content/attachments.ts';
import { newId } from '../../../shared/core/ids.ts';
import { CallError, readFailure, asCallError } from './client.ts';

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

/** Sends bytes, and says how far they are: `fetch` tells no progress. */
const post = (
  url: string,
  headers: Record<string, string>,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Attachment> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => total && onProgress(loaded / total);
    request.onerror = () => reject(new CallError('offline'));
    request.onabort = () => reject(new CallError('timeout'));
    request.onload = async () => {
      const { status, responseText } = request;
      try {
        if (status !== 200) throw await readFailure(new Response(responseText, { status }));
        resolve((JSON.parse(responseText) as AttachmentReply).attachment);
      } catch (error) {
        reject(asCallError(error));
      }
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });

/** Begins what the file is for, and sends it. The headers are read late: the beginning may make the secret. */
const beginAndPost = async (
  begin: () => unknown,
  headers: () => Record<string, string>,
  ...[url, file, onProgress, signal]: [string, File, (part: number) => void, AbortSignal]
): Promise<Attachment> => {
  const begun = begin();
  if (begun instanceof Promise) await begun;
  if (signal.aborted) throw new CallError('timeout');
  return post(url, headers(), file, onProgress, signal);
};

/**
 * @param addressOf the address that takes the file of this id and name
 * @param begin called before each try: makes the secret when there is none, and says what is being written
 */
export const createUploads = (
  addressOf: (id: string, name: string) => string,
  headers: () => Record<string, string>,
  begin: () => unknown = () => {},
): Uploads => {
  const items = signal<readonly Upload[]>([]);
  const running = new Map<string, { file: File; abort: AbortController; done: Promise<void> }>();

  const change = (id: string, more: Partial<Upload>): void => {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...more } : item));
  };
  const run = (id: string, file: File): void => {
    const abort = new AbortController();
    change(id, { state: 'sending', progress: 0 });
    const done = beginAndPost(
      begin,
      headers,
      addressOf(id, file.name),
      file,
      (progress) => change(id, { progress }),
      abort.signal,
    ).then(
      () => change(id, { state: 'sent', progress: 1 }),
      (error: CallError) => change(id, { state: error.passes ? 'waiting' : 'refused', error }),
    );
    running.set(id, { file, abort, done });
  };
  const retry = (id: string): void => {
    const item = items.value.find((each) => each.id === id);
    const known = running.get(id);
    if (item?.state === 'waiting' && known) run(id, known.file);
  };
  const wake = (): void => {
    for (const { id } of items.value) retry(id);
  };
  addEventListener('online', wake);

  const forget = ({ id, preview }: Upload): void => {
    running.get(id)?.abort.abort();
    running.delete(id);
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
        run(id, file);
        if (file.type.startsWith('image/'))
          createImageBitmap(file, { resizeHeight: previewHeight }).then(
            (preview) => change(id, { preview }),
            // Not a picture after all: it has a name.
            () => {},
          );
      }
    },
    restore(conversation, files) {
      const known = new Set(items.value.map(({ id }) => id));
      items.value = [
        ...items.value,
        ...files
          .filter(({ id }) => !known.has(id))
          .map(
            ({ id, name }): Upload => ({
              id,
              conversation,
              name,
              progress: 1,
              state: 'sent',
              isTaken: false,
            }),
          ),
      ];
    },
    remove(id) {
      const item = items.value.find((each) => each.id === id);
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
        await running.get(id)?.done;
        const item = items.value.find((each) => each.id === id);
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
