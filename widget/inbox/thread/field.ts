import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Highest that the field grows, CSS pixels. */
const maxHeight = 280;

/** The field is as high as its text, up to a limit. */
export const useFieldHeight = (
  field: RefObject<HTMLTextAreaElement | null>,
  changes: readonly unknown[],
): void =>
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${Math.min(maxHeight, element.scrollHeight + 2)}px`;
  }, changes);

/**
 * Puts a text where the cursor is, in place of so many letters before it.
 * @returns the whole text
 */
export const insertAtCursor = (element: HTMLTextAreaElement, text: string, replaced: number): string => {
  element.focus();
  const start = element.selectionStart - replaced;
  const value = element.value.slice(0, start) + text + element.value.slice(element.selectionEnd);
  // At once, not with the next drawing: who goes on typing goes on behind it.
  element.value = value;
  element.setSelectionRange(start + text.length, start + text.length);
  return value;
};
