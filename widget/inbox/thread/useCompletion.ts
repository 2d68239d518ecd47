import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Completion } from './complete/model.ts';
import { completionAt, type CompletionQuery } from './complete/query.ts';
import { insertAtCursor } from './field.ts';
import type { ReplyComposer } from './replyComposer.ts';

/** The completion of what is typed in a field: what is asked for, and which keys are for its list. */
export const useCompletion = (field: RefObject<HTMLTextAreaElement | null>, reply: ReplyComposer) => {
  const [query, setQuery] = useState<CompletionQuery | null>(null);
  const completion = useRef<Completion | null>(null);
  const queryAtCursor = (): CompletionQuery | null => completionAt(field.current!, reply.isNote.value);
  const close = (): void => setQuery(null);
  const insert = (text: string, replaced = 0): void => {
    reply.composer.write(insertAtCursor(field.current!, text, replaced));
    close();
  };
  return {
    query,
    close,
    look: (): void => setQuery(queryAtCursor()),
    insert,
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
