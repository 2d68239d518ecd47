import type { FactRow } from './dayFacts.ts';

/** The end of a span that goes on: the last instant there is (ECMA-262). A column without nulls is one range of an index. */
export const stillOpen = 8_640_000_000_000_000;

/** A time in which a conversation was open. */
export interface Span {
  subjectId: string;
  openedAt: number;
  /** See {@link stillOpen}. */
  closedAt: number;
}

type StateFact = Pick<FactRow, 'subjectId' | 'at' | 'state'>;

/** The times in which conversations were open. @param rows each conversation's facts with a state, in their order */
export const spansOf = (rows: readonly StateFact[]): Span[] => {
  const spans: Span[] = [];
  const open = new Map<string, Span>();
  for (const { subjectId, at, state } of rows) {
    if (!subjectId) continue;
    const running = open.get(subjectId);
    if (state === 'open' && !running) {
      const span = { subjectId, openedAt: at, closedAt: stillOpen };
      open.set(subjectId, span);
      spans.push(span);
    } else if (state !== 'open' && running) {
      running.closedAt = at;
      open.delete(subjectId);
    }
  }
  // Opened and closed in one instant, twice: the same row.
  return [...new Map(spans.map((span) => [`${span.subjectId} ${span.openedAt}`, span])).values()].filter(
    ({ openedAt, closedAt }) => closedAt > openedAt,
  );
};
