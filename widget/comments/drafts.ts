import { type Signal, signal } from '@preact/signals';
import type { OwnComment } from '../../shared/comments/schema.ts';
import type { CommentPage } from './page.ts';
import { attempt, type Draft, newDraft } from './writing.ts';

/** The drafts of a page: one at its top, and one in a thread. */
export interface Drafts {
  /** The draft at the top. */
  top: Signal<Draft>;
  /** The draft in a thread, one at a time. */
  open: Signal<Draft | null>;
  answer(parent: string): void;
  edit(comment: OwnComment): void;
  /** @param deliver sends it. @returns the comment when it was taken */
  send(draft: Draft, deliver: () => Promise<OwnComment>): Promise<OwnComment | null>;
}

/** @param onSent told of each comment that was taken */
export const createDrafts = (page: CommentPage, onSent: (comment: OwnComment) => void): Drafts => {
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
    async send(draft, deliver) {
      const comment = await attempt(page, draft, deliver);
      if (!comment) return null;
      onSent(comment);
      if (draft === top.value) top.value = newDraft();
      else open.value = null;
      return comment;
    },
  };
};
