import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useConsole, useTexts } from '../context.ts';

/** A card with a list that is loaded: its name and purpose, then the list, or that it loads, is empty or could not be loaded. */
export const Listed = <Value,>({
  id,
  title,
  lead,
  none,
  list,
  value,
  isEmpty,
  children,
}: {
  id: string;
  title: string;
  lead: string;
  none: string;
  list: { load(): Promise<boolean> };
  value: Value | null;
  isEmpty(value: Value): boolean;
  children(value: Value, focus: () => void): ComponentChildren;
}) => {
  const { problem } = useConsole();
  const { texts } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void list.load(), [list]);
  return (
    <section class="card search-card" aria-labelledby={`search-${id}`}>
      <h2 id={`search-${id}`} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p class="quiet">{lead}</p>
      {value === null ? (
        problem.value ? (
          <button type="button" onClick={() => void list.load()}>
            {texts.tryAgain}
          </button>
        ) : (
          <p class="quiet" role="status">
            {texts.loading}
          </p>
        )
      ) : (
        <>
          {isEmpty(value) && <p class="search-none">{none}</p>}
          {children(value, () => heading.current?.focus())}
        </>
      )}
    </section>
  );
};
