import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { List } from './list.ts';
import { rowHeight } from './Row.tsx';

type Rows = readonly InboxConversation[] | null;

const placeOf = (rows: Rows, id: string | null): number =>
  id === null ? -1 : (rows?.findIndex((row) => row.id === id) ?? -1);

const focusRow = (id: string): void => document.getElementById(`row-${id}`)?.focus({ preventScroll: true });

const scrollTo = (box: HTMLElement, place: number): void => {
  const top = place * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight)
    box.scrollTop = top + rowHeight - box.clientHeight;
};

/**
 * The focus in the list: it goes to the row that is wanted, and when its row goes, to the one in its place.
 * @returns the place of the row that has it, -1 for none, and what the box of rows listens with
 */
export const useRowFocus = (box: RefObject<HTMLElement | null>, { rows: all, wanted: asked }: List) => {
  const rows = all.value;
  const wanted = asked.value;
  /** The row that had the focus, and its place. */
  const focused = useRef<{ id: string; place: number } | null>(null);
  const place = placeOf(rows, focused.current?.id ?? null);

  useLayoutEffect(() => {
    const place = placeOf(rows, wanted);
    if (place < 0 || !box.current) return;
    // biome-ignore lint/style/noNonNullAssertion: `place` was found, so there is one that is wanted
    focused.current = { id: wanted!, place };
    scrollTo(box.current, place);
    // Drawn once the window has followed.
    requestAnimationFrame(() => {
      // biome-ignore lint/style/noNonNullAssertion: `place` was found, so there is one that is wanted
      focusRow(wanted!);
      asked.value = null;
    });
  }, [wanted]);

  useLayoutEffect(() => {
    const last = focused.current;
    if (!last || !rows || document.activeElement !== document.body) return;
    const place = placeOf(rows, last.id);
    const heir = rows[place >= 0 ? place : Math.min(last.place, rows.length - 1)];
    if (!heir) return;
    focused.current = { id: heir.id, place: place >= 0 ? place : last.place };
    focusRow(heir.id);
  }, [rows]);

  return {
    place,
    listeners: {
      onFocusIn(event: FocusEvent): void {
        const id = (event.target as HTMLElement).id.replace(/^row-/, '');
        const place = placeOf(rows, id);
        if (place >= 0) focused.current = { id, place };
      },
      onFocusOut(event: FocusEvent): void {
        if (event.relatedTarget) focused.current = null;
      },
    },
  };
};
