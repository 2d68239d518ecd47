import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Completion } from './complete/model.ts';
import { completionAt, type CompletionQuery } from './complete/query.ts';
import { insertAtCursor } from './field.ts';
import type { ReplyComposer } from './replyComposer.ts';

/** A text that is being written. */
type Completed = Pick<ReplyComposer, 'composer' | 'isPreviewed'> & Partial<Pick<ReplyComposer, 'isNote'>>;

/** The completion of what is typed in a field: what is asked for, and which keys are for its list. */
export const useCompletion = (field: RefObject<HTMLTextAreaElement | null>, reply: Completed) => {
  const [query, setQuery] = useState<CompletionQuery | null>(null);
  const completion = useRef<Completion | null>(null);
  const queryAtCursor = (): CompletionQuery | null =>
    field.current && completionAt(field.current, reply.isNote?.value === true);
  const close = (): void => setQuery(null);
  /** Does something with the field; where the preview is in its place, once it is back. */
  const withField = (act: (element: HTMLTextAreaElement) => void): void => {
    if (field.current) {
      act(field.current);
      return;
    }
    reply.isPreviewed.value = false;
    requestAnimationFrame(() => {
      if (field.current) act(field.current);
    });
  };
  const insert = (text: string, replaced = 0): void =>
    withField((element) => {
      reply.composer.write(insertAtCursor(element, text, replaced));
      close();
    });
  const look = (): void => setQuery(queryAtCursor());
  return {
    query,
    close,
    look,
    insert,
    /** Begins a canned reply where the cursor is, as typing its sign would. */
    beginCanned: (): void =>
      withField((element) => {
        const isAtWord = /(?:^|\s)$/.test(element.value.slice(0, element.selectionStart));
        reply.composer.write(insertAtCursor(element, isAtWord ? '/' : ' /', 0));
        requestAnimationFrame(look);
      }),
    // Looked at anew: a letter may have come since the list was drawn.
    choose: (text: string): void => insert(text, queryAtCursor()?.length ?? 0),
    hold(model: Completion | null): void {
      completion.current = model;
    },
    onKeyDown(event: KeyboardEvent): void {
      if (query && completion.current?.press(event)) event.preventDefault();
      else if (query && event.key === 'Escape') {
        event.stopPropagation();
        close();
      }
    },
  };
};
