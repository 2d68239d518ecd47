import type { TimelineEntry, TimelinePage } from '../../../shared/contacts/schema.ts';

const nameOf = ({ kind, id }: TimelineEntry): string => `${kind} ${id}`;

/**
 * A time line whose first page was read anew: what was read of older pages stays, without what the new page has. Where
 * nothing of both meets, the new page stands alone, and older ones are read again.
 */
export const mergeTimeline = (known: TimelinePage | null, fresh: TimelinePage): TimelinePage => {
  const last = fresh.entries.at(-1);
  if (!known || !last || fresh.next === null) return fresh;
  const place = known.entries.findIndex((entry) => nameOf(entry) === nameOf(last));
  if (place < 0) return fresh;
  const names = new Set(fresh.entries.map(nameOf));
  const older = known.entries.slice(place + 1).filter((entry) => !names.has(nameOf(entry)));
  return older.length > 0 ? { entries: [...fresh.entries, ...older], next: known.next } : fresh;
};
