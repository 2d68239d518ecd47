import type { Person } from '../privacy/person.ts';
import type { TimelineEntry, TimelinePlace, TimelineSource } from './source.ts';

/** The end of a page: an entry's place, and which source it came from. */
interface Cursor extends TimelinePlace {
  source: number;
}

/** A cursor as a text. */
const written = ({ at, source, id }: Cursor): string => `${at}.${source}.${id}`;

/** Reads a cursor; null for what is none of ours. */
export const readCursor = (text: string): Cursor | null => {
  const [, at, source, id] = /^(\d{1,16})\.(\d{1,2})\.(.{1,120})$/s.exec(text) ?? [];
  return id === undefined ? null : { at: Number(at), source: Number(source), id };
};

/**
 * Where a source goes on: sources are in a fixed order, so that of entries at the same time each comes once, whatever
 * order an engine sorts texts in.
 */
const placeOf = (cursor: Cursor | null, source: number): TimelinePlace => {
  if (!cursor) return { at: Number.MAX_SAFE_INTEGER, id: '' };
  if (source === cursor.source) return cursor;
  return { at: source < cursor.source ? cursor.at : cursor.at + 1, id: '' };
};

/** One page of a person's time line over all sources, the newest first. */
export const readTimeline = async (
  sources: readonly TimelineSource[],
  person: Person,
  cursor: Cursor | null,
  max: number,
): Promise<{ entries: TimelineEntry[]; next: string | null }> => {
  const found = await Promise.all(
    sources.map(async (source, place) =>
      (await source.read(person, placeOf(cursor, place), max + 1)).map((entry, index) => ({
        entry,
        place,
        index,
      })),
    ),
  );
  const all = found
    .flat()
    .sort(
      (one, other) => other.entry.at - one.entry.at || one.place - other.place || one.index - other.index,
    );
  const page = all.slice(0, max);
  const last = page.at(-1);
  return {
    entries: page.map(({ entry }) => entry),
    next:
      last && all.length > max ? written({ at: last.entry.at, source: last.place, id: last.entry.id }) : null,
  };
};
