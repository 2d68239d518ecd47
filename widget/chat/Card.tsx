import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Something that was asked for and is to be filled in: the reader's place moves to it. */
export const Card = (given: {
  title: string;
  /** True when nobody asked for it: the reader's place stays. */
  isQuiet?: boolean;
  onSubmit(): void;
  children: ComponentChildren;
}) => {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.scrollIntoView?.({ block: 'nearest' });
    if (!given.isQuiet) form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  return (
    <form
      ref={form}
      class="notice stack card"
      // What is wrong is said by us, in the language of the panel.
      noValidate
      aria-label={given.title}
      onSubmit={(event) => {
        event.preventDefault();
        given.onSubmit();
      }}
    >
      <strong>{given.title}</strong>
      {given.children}
    </form>
  );
};
