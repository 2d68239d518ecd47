import { type Signal, signal } from '@preact/signals';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import { newId } from '../../shared/core/ids.ts';
import { asCallError } from '../core/net/client.ts';
import type { CallError } from '../core/net/client.ts';
import type { CommentPage } from './page.ts';

/** A draft: to the page, in answer to a comment, or in place of one. */
export interface Draft {
  /** The write's id: tried again, it is the same one. */
  id: string;
  body: Signal<string>;
  files: Signal<Attachment[]>;
  busy: Signal<boolean>;
  failure: Signal<CallError | null>;
  /** When it was begun: nobody writes in no time. */
  began: number;
  parent?: string;
  edits?: string;
  /** It was written before the page was loaded again. */
  isRestored?: boolean;
}

export const newDraft = (more: Partial<Draft> = {}): Draft => ({
  id: newId(),
  body: signal(''),
  files: signal([]),
  busy: signal(false),
  failure: signal(null),
  began: 0,
  ...more,
});

/** The author of a comment, and the mails they want. */
export interface Writer {
  name: Signal<string>;
  email: Signal<string>;
  follow: Signal<boolean>;
  daily: Signal<boolean>;
}

/** @returns null when it failed; the failure is the draft's */
export const attempt = async <Value>(
  { session }: CommentPage,
  draft: Draft,
  work: () => Promise<Value>,
): Promise<Value | null> => {
  draft.busy.value = true;
  draft.failure.value = null;
  try {
    session.begin();
    return await work();
  } catch (error) {
    draft.failure.value = asCallError(error);
    return null;
  } finally {
    draft.busy.value = false;
  }
};

export const createWriter = (): Writer => ({
  name: signal(''),
  email: signal(''),
  follow: signal(false),
  daily: signal(false),
});
