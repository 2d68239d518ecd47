import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { OwnComment } from '../../shared/comments/schema.ts';
import { type Draft, newDraft, type Writing } from './writing.ts';

/** The drafts of a page: one at its top, and one in a thread. */
export interface Drafts extends Pick<Writing, 'send'> {
  /** What is written at the top. */
  top: ReadonlySignal<Draft>;
  /** What is written in a thread, one at a time. */
  open: Signal<Draft | null>;
  answer(parent: string): void;
  edit(comment: OwnComment): void;
}

/** @param onSent told of each comment that was taken */
export const createDrafts = ({ send }: Writing, onSent: (comment: OwnComment) => void): Drafts => {
  const top = signal(newDraft());
  const open = signal<Draft | null>(null);
  return {
    top,
    open,
    answer(parent) {
      open.value = newDraft({ parent });
    },
    edit({ id, body, files }) {
      open.value = newDraft({ edits: id, body: signal(body), files: signal(files), began: 1 });
    },
    async send(draft, working) {
      const comment = await send(draft, working);
      if (!comment) return null;
      onSent(comment);
      if (draft === top.value) top.value = newDraft();
      else open.value = null;
      return comment;
    },
  };
};
