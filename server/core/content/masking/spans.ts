/** A place in a text, UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Where a pattern stands in a text. @param group the part of it that counts; absent: all. The pattern has the flags `d` and `g` */
export const spansOf = (text: string, pattern: RegExp, group = 0): Span[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const place = match.indices?.[group];
    return place ? [{ start: place[0], end: place[1] }] : [];
  });

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

export const isFree = (span: Span, taken: readonly Span[]): boolean =>
  !taken.some((other) => overlaps(span, other));
