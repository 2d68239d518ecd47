import type { ComponentChildren } from 'preact';

/** A text with what was found in it marked. @param ranges in UTF-16 code units, in order */
export const Marked = ({
  text,
  ranges,
}: {
  text: string;
  ranges: readonly { start: number; end: number }[] | undefined;
}) => {
  if (!ranges?.length) return <>{text}</>;
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const { start, end } of ranges) {
    if (start < done || end > text.length) continue;
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>);
    done = end;
  }
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
};
